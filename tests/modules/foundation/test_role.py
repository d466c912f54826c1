from __future__ import annotations

import json

import pytest

from tests.modules.sample import ACCOUNT, ROLE, build

PEOPLE = ("readers/owner", "readers/engineer", "readers/owner_repair", "readers/engineer_repair", "readers/auditor")
SERVICES = {
    "archive/role": "firehose.amazonaws.com",
    "delivery/role": "firehose.amazonaws.com",
    "network/flow_logs_role": "vpc-flow-logs.amazonaws.com",
    "transform/function/role": "lambda.amazonaws.com",
}


def trust(built, path):
    [statement] = built.statements(f"{path}/role", "assume_role_policy")

    return statement


@pytest.mark.parametrize(("path", "service"), SERVICES.items())
def test_services_act_for_this_account_only(built, path, service):
    """
    A service takes on the role of a process on behalf of this account, and no person can.
    """
    statement = trust(built, path)

    assert {"Service": service} == statement["Principal"]
    assert {"StringEquals": {"aws:SourceAccount": ACCOUNT}} == statement["Condition"]


@pytest.mark.parametrize("path", PEOPLE)
def test_people_are_named(built, path):
    """
    A persona's role trusts the roles that the environment names for that persona, and never the account.
    """
    persona = path.removeprefix("readers/").removesuffix("_repair")

    assert {"AWS": [f"{ROLE}{persona}"]} == trust(built, f"{path}/role")["Principal"]


def test_producers_are_named(built):
    """
    The producer's role trusts the roles that the deployment names.
    """
    assert {"AWS": [f"{ROLE}web-shop"]} == trust(built, "producer/role")["Principal"]


def test_every_role_has_one_inline_policy(built):
    """
    What a role may do stands in one policy, made from the graph; nothing is attached to it.
    """
    policies = [policy["role"] for policy in built.of_type("aws_iam_role_policy").values()]
    roles = [role["name"] for role in built.of_type("aws_iam_role").values()]

    assert sorted(roles) == sorted(policies)


def test_only_what_has_no_resource_is_allowed_on_all(built):
    """
    `*` stands as a resource of describing interfaces and sending traces only, which AWS cannot scope.
    """
    paths = built.of_type("aws_iam_role_policy")
    everywhere = {action for path in paths for action, resources in built.allowed(path).items() if "*" in resources}

    assert {"ec2", "xray"} == {action.split(":")[0] for action in everywhere}
    assert all(action.startswith(("ec2:Describe", "xray:Get", "xray:Put")) for action in everywhere)


def test_no_action_is_a_pattern(built):
    """
    Every allowed action is written out.
    """
    actions = {action for path in built.of_type("aws_iam_role_policy") for action in built.allowed(path)}

    assert actions
    assert not [action for action in actions if "*" in action]


def test_roles_name_their_process(built):
    """
    The role of a process carries its name, and how it de-identifies.
    """
    assert {"process": "transform", "deidentification": "tokenize"} == built["transform/function/role/role"]["tags"]
    assert {"process": "archive"} == built["archive/role/role"]["tags"]


def test_sessions_last_an_hour(built):
    """
    Credentials of every role end after an hour.
    """
    assert {3600} == {role["max_session_duration"] for role in built.of_type("aws_iam_role").values()}


def test_roles_have_no_boundary_unless_the_environment_names_one(built):
    """
    Without a permission boundary of the environment, the argument is left out.
    """
    assert not [path for path, role in built.of_type("aws_iam_role").items() if "permissions_boundary" in role]


def test_every_role_has_the_environments_boundary():
    """
    A permission boundary of the environment bounds every role.
    """
    boundary = f"arn:aws:iam::{ACCOUNT}:policy/boundary"
    roles = build({"permission_boundary": boundary}).of_type("aws_iam_role").values()

    assert {boundary} == {role["permissions_boundary"] for role in roles}


def test_the_producer_puts_events_and_reads_none(built):
    """
    A producer may put records on the stream and encrypt them.
    """
    allowed = built.allowed("producer/role/policy")

    assert {"kinesis:PutRecord", "kinesis:PutRecords", "kms:GenerateDataKey"} <= set(allowed)
    assert not {"kinesis:GetRecords", "kms:Decrypt"} & set(allowed)


def test_a_query_role_reads_the_table_and_its_own_results(built):
    """
    Who queries reads curated files and results of their own, and neither raw data nor others' results.
    """
    bucket = "arn:aws:s3:::int-orders-dev-{}-111122223333-eu-central-1/{}"

    assert [bucket.format("curated", "orders/*"), bucket.format("results", "owner/*")] == built.allowed(
        "readers/owner/role/policy"
    )["s3:GetObject"]


def test_a_repair_role_writes_nothing(built):
    """
    Who repairs refused records reads quarantine and the failures, and writes to no store.
    """
    allowed = built.allowed("readers/owner_repair/role/policy")

    assert {"s3:GetObject", "s3:ListBucket", "kms:Decrypt"} <= set(allowed)
    assert not {"s3:PutObject", "kms:GenerateDataKey", "sqs:SendMessage"} & set(allowed)


def test_the_engineer_does_not_repair_restricted_records(restricted):
    """
    Quarantine of restricted data is open to the owner only.
    """
    assert "readers/owner_repair/role/role" in restricted
    assert "readers/engineer_repair/role/role" not in restricted


def test_the_auditor_reads_access_logs_only(built):
    """
    The auditor sees who read what, and no data.
    """
    assert {"s3:GetObject", "s3:ListBucket"} == set(built.allowed("readers/auditor/role/policy"))
    assert "orders-dev-logs-" in json.dumps(built.statements("readers/auditor/role/policy"))
    assert "orders-dev-raw-" not in json.dumps(built.statements("readers/auditor/role/policy"))


def test_a_persona_the_class_is_closed_to_is_refused():
    """
    An analyst cannot be made a consumer of a confidential table; the message names the path.
    """
    consumers = {"consumers": ["analyst"]}

    with pytest.raises(Exception, match=r"persona-analyst-query: the persona analyst may not read orders"):
        build(classification="restricted", parameters=consumers)
