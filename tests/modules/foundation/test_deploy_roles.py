from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.errors import InputError
from modules.foundation.deploy_actions import FAMILIES
from tests.modules.account import BASELINE, PAIR, compose
from tests.modules.deploying import deploying, rights
from tests.modules.sample import ACCOUNT

READING = ("Describe", "Generate", "Get", "List", "Lookup", "Validate", "View")
BOUNDARIES = {"ml_serving": "millrace-serving-boundary", "ml_training": "millrace-learning-boundary"}
"""What roles of a blueprint carry, where it is not millrace-boundary."""


@pytest.fixture(name="account", scope="module")
def _account():
    return compose(BASELINE)


@pytest.fixture(name="lakehouse", scope="module")
def _lakehouse():
    return deploying("batch_lakehouse", "lake-dev")


@pytest.fixture(name="warehouse", scope="module")
def _warehouse():
    return deploying("warehouse_reporting", "reports-dev", copies_in="eu-west-1")


def test_the_repository_is_bound_letter_by_letter(account):
    """
    Runs of one branch may plan and runs of one environment may apply, of one repository, for AWS.
    """
    issuer = "token.actions.githubusercontent.com"
    found = {}
    for name in ("plan", "apply"):
        [trust] = account.statements(f"deploy/{name}/role/role", "assume_role_policy")
        found[name] = trust["Condition"]
    start = "repo:example/pipelines"

    assert {
        "StringEquals": {f"{issuer}:aud": "sts.amazonaws.com", f"{issuer}:sub": [f"{start}:ref:refs/heads/main"]}
    } == (found["plan"])
    assert {"StringEquals": {f"{issuer}:aud": "sts.amazonaws.com", f"{issuer}:sub": [f"{start}:environment:prod"]}} == (
        found["apply"]
    )


def test_gitlab_speaks_of_branches():
    """
    GitLab names the project and the branch.
    """
    account = compose(BASELINE, deploy={"provider": "gitlab"})
    [trust] = account.statements("deploy/apply/role/role", "assume_role_policy")

    assert ["project_path:example/pipelines:ref_type:branch:ref:prod"] == (
        trust["Condition"]["StringEquals"]["gitlab.com:sub"]
    )


@pytest.mark.parametrize("field", ["repository", "plan_branch", "apply_from"])
def test_no_wildcard_in_what_deploys(field):
    """
    A repository, a branch or an environment with a wildcard is refused.
    """
    with pytest.raises(ValidationError, match=field):
        compose(BASELINE, deploy={"roles": [{**PAIR, field: "example/*"}]})


def test_planning_writes_the_lock_file_alone(account):
    """
    The role that plans writes and deletes nothing but lock files of states.
    """
    changing = {
        action: arns
        for action, arns in account.allowed("deploy/plan/role/policy").items()
        if not action.partition(":")[2].startswith(READING) and not action.startswith("kms:")
    }
    lock = "arn:aws:s3:::millrace-state/orders-dev/terraform.tfstate.tflock"

    assert {"s3:DeleteObject": [lock], "s3:PutObject": [lock]} == changing


def test_applying_touches_the_named_deployments_alone(account):
    """
    Whatever has a name of ours and is changed by the role that applies belongs to a deployment that is named.
    """
    allowed = account.allowed("deploy/apply/role/policy")
    named = [arn for action in ("s3:PutBucketPolicy", "iam:CreateRole", "iam:PassRole") for arn in allowed[action]]

    assert named
    assert all(
        arn.rpartition("/")[2].rpartition(":::")[2].removeprefix("???-").startswith("orders-dev-") for arn in named
    )


def test_too_many_deployments_are_refused():
    """
    A boundary longer than IAM takes is an error that names the role.
    """
    names = [f"orders-{number}-dev" for number in range(40)]

    with pytest.raises(InputError, match=r"the boundary of deploy-plan has \d+ characters"):
        compose(BASELINE, deploy={"roles": [{**PAIR, "deployments": names}]})


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_six_deployments_of_a_blueprint_fit(blueprint):
    """
    One pair deploys six deployments of any blueprint, and four warehouses, with names as long as names may be: nothing of it is
    longer than IAM takes.
    """
    most = 4 if "warehouse_reporting" == blueprint else 6
    copies = {"copies_in": "eu-west-1"} if "warehouse_reporting" == blueprint else {}
    account = deploying(blueprint, *(f"system{number}-{'x' * 10}-dev" for number in range(most)), **copies)
    managed = [len(policy["policy"]) for policy in account.of_type("aws_iam_policy").values()]
    inline = [json.loads(policy["policy"]) for policy in account.of_type("aws_iam_role_policy").values()]

    assert max(managed) <= 6144
    assert max(len(json.dumps(policy, separators=(",", ":"))) for policy in inline) <= 10240


def test_what_has_no_room_is_attached(warehouse):
    """
    What the inline policy has no room for is in a policy of the stack that is attached to this role and no other.
    """
    attached = warehouse.of_type("aws_iam_role_policy_attachment")

    assert {"deploy/apply/attached_1": "account-dev-deploy-apply"} == {
        path: it["role"] for path, it in attached.items()
    }
    assert "<deploy/apply/more_1.arn>" == attached["deploy/apply/attached_1"]["policy_arn"]


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_roles_are_made_within_the_boundary_of_their_blueprint(blueprint):
    """
    Roles of pipelines that learn or answer are made within boundaries of their own, all others within that of pipelines.
    """
    pinned = {
        item["Condition"]["StringEquals"]["iam:PermissionsBoundary"]
        for item in rights(deploying(blueprint, "x-dev"))
        if "iam:CreateRole" in item["Action"]
    }

    assert {f"arn:aws:iam::{ACCOUNT}:policy/{BOUNDARIES.get(blueprint, 'millrace-boundary')}"} == pinned


def test_a_boundary_of_the_accounts_own_holds_for_models_too():
    """
    Where the environment names a boundary of its own, roles of pipelines that learn are made within it.
    """
    own = f"arn:aws:iam::{ACCOUNT}:policy/company-boundary"
    pair = {**PAIR, "blueprints": ["ml_training"]}
    account = compose(BASELINE, {"permission_boundary": own}, deploy={"roles": [pair]})
    [item] = [item for item in rights(account) if "iam:CreateRole" in item["Action"]]

    assert own == item["Condition"]["StringEquals"]["iam:PermissionsBoundary"]


def test_copies_are_made_in_one_more_region(warehouse):
    """
    With a second region, keys and grants for copies of snapshots may be made there, and nothing else.
    """
    there = {
        arn.split(":")[2] + ":" + arn.split(":", 5)[5]
        for item in rights(warehouse)
        for arn in item["Resource"]
        if ":eu-west-1:" in arn
    }

    assert {"kms:alias/reports-dev/*", "kms:key/*", "redshift:snapshotcopygrant:reports-dev-*"} == there


@pytest.mark.parametrize(
    ("blueprint", "changes", "regions"),
    [
        ("warehouse_reporting", {"copies_in": "eu-west-1"}, ["eu-central-1", "eu-west-1"]),
        ("warehouse_reporting", {}, "eu-central-1"),
    ],
)
def test_what_has_no_resource_is_done_in_the_regions_of_the_pair(blueprint, changes, regions):
    """
    An action that AWS scopes to no resource is allowed in the environment's region, and in that of copies.
    """
    [keys] = [item for item in rights(deploying(blueprint, "x-dev", **changes)) if "kms:CreateKey" in item["Action"]]

    assert {"StringEquals": {"aws:RequestedRegion": regions}} == keys["Condition"]


def test_one_function_may_be_called(warehouse):
    """
    Of all functions, the role may call the one that makes passwords, which Secrets Manager asks for.
    """
    called = [item["Resource"] for item in rights(warehouse) if "lambda:InvokeFunction" in item["Action"]]

    assert [[f"arn:aws:lambda:eu-central-1:{ACCOUNT}:function:reports-dev-login"]] == called


def test_machines_come_from_launch_templates():
    """
    The right to start machines, for which Auto Scaling asks, holds for what a launch template says.
    """
    [item] = [item for item in rights(deploying("container_workers", "x-dev")) if "ec2:RunInstances" in item["Action"]]

    assert ["ec2:RunInstances"] == item["Action"]
    assert {"ArnLike": {"ec2:LaunchTemplate": f"arn:aws:ec2:eu-central-1:{ACCOUNT}:launch-template/*"}} == item[
        "Condition"
    ]


@pytest.mark.parametrize(
    ("blueprint", "action"),
    [
        ("ml_training", "sagemaker:DeleteDomain"),
        ("spark_cluster", "elasticmapreduce:TerminateJobFlows"),
        ("warehouse_reporting", "redshift-serverless:DeleteNamespace"),
    ],
)
def test_what_aws_names_is_told_by_its_tag(blueprint, action):
    """
    What has an id of AWS is changed and removed where its tag names a deployment of the pair.
    """
    [item] = [item for item in rights(deploying(blueprint, "x-dev")) if action in item["Action"]]

    assert {"StringEquals": {"aws:ResourceTag/deployment": ["x-dev"]}} == item["Condition"]


def test_a_foreign_cluster_is_not_tagged_as_ones_own():
    """
    A tag is put on what has none of its own yet; one that belongs to another deployment stays what it is.
    """
    [item] = [
        item for item in rights(deploying("spark_cluster", "x-dev")) if "elasticmapreduce:AddTags" in item["Action"]
    ]

    assert {"StringEqualsIfExists": {"aws:ResourceTag/deployment": ["x-dev"]}} == item["Condition"]


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ({"deployments": ["x-dev"]}, "two pairs have no name"),
        ({"name": "orders"}, "two pairs deploy orders-dev"),
    ],
)
def test_pairs_do_not_overlap(second, message):
    """
    Two pairs have different names and different deployments.
    """
    with pytest.raises(ValidationError, match=message):
        compose(BASELINE, deploy={"roles": [PAIR, {**PAIR, **second}]})


def test_a_pair_has_a_name():
    """
    A second pair has roles of its own names.
    """
    pair = {**PAIR, "name": "pay-ments", "deployments": ["payments-dev"]}
    account = compose(BASELINE, deploy={"roles": [PAIR, pair]})

    assert "account-dev-deploy-pay-ments-apply" == account["deploy/pay_ments_apply/role/role"]["name"]
    assert "account-dev-deploy-apply" == account["deploy/apply/role/role"]["name"]


def test_copies_are_for_warehouses():
    """
    A second region for a pair without a warehouse is an error.
    """
    with pytest.raises(ValidationError, match="copies_in: eu-west-1 is for warehouse_reporting"):
        deploying("event_store", "payments-dev", copies_in="eu-west-1")


def test_copies_are_elsewhere():
    """
    A second region that is the first one is an error.
    """
    with pytest.raises(InputError, match="copies_in: eu-central-1 is the region of environment"):
        deploying("warehouse_reporting", "reports-dev", copies_in="eu-central-1")


def test_names_of_pairs_leave_room():
    """
    The name of a pair is short enough for the names of its roles.
    """
    with pytest.raises(ValidationError, match="name"):
        compose(BASELINE, deploy={"roles": [{**PAIR, "name": "p" * 21}]})
