from __future__ import annotations

import json

from modules.foundation.role import instance_trust
from tests.planning import SCHEMA
from tests.plans.values import rights, statements, texts
from workflow.symbols import Symbols

READING = {"s3:GetObject", "kinesis:GetRecords", "sqs:ReceiveMessage", "dynamodb:GetItem", "dynamodb:GetRecords"}
WRITING = {"s3:PutObject", "kinesis:PutRecord", "kinesis:PutRecords", "firehose:PutRecord", "firehose:PutRecordBatch"}
WRITING |= {"sqs:SendMessage", "dynamodb:PutItem"}


PARTS = {
    **{
        (bucket, part): part
        for bucket, parts in {
            "quarantine": ("baseline",),
            "staged": ("judged",),
            "approved": ("approvals", "pretrained"),
            "models": ("checkpoints", "signatures"),
            "reports": ("tried",),
            "truth": ("baseline",),
        }.items()
        for part in parts
    },
    ("approved", "features"): "history",
}
"""Stores that share the bucket of another one, by the bucket's zone and the first part of their keys."""
BY_ANOTHER_RIGHT = {"endpoint", "feature_group", "quicksight_data_set", "warehouse"}
"""Kinds of stores that nobody reads or writes by one of the actions here."""

TOKENIZING = {"stream_analytics": ["transform"], "batch_lakehouse": ["prepare"], "ml_training": ["prepare"]}

MACHINES = {"Version": "2012-10-17", "Statement": [instance_trust()]}
"""The trust of a role of machines: EC2 does not say for which account it takes a role on."""


def is_of_machines(role):
    return json.loads(role["assume_role_policy"]) == MACHINES


def place(real, arn):
    """
    The store an ARN is of: a zone of the lake (of results, those of one persona), or the name of anything else.
    """
    deployment, environment = real.loaded.deployment.name, real.loaded.environment
    name = arn.split(":")[-1].removeprefix("stream/").removeprefix("deliverystream/").removeprefix("table/")
    bucket, _, path = name.partition("/")
    zone = bucket.partition(f"{deployment}-")[2] or bucket
    zone = zone.removesuffix(f"-{environment.account_id}-{environment.region}")
    if path.startswith("stream/"):
        return "changes"
    first = path.split("/")[0]
    return f"results-{first}" if zone in ("results", "open") else PARTS.get((zone, first), zone)


def store_place(real, store):
    """
    Where a store of the graph lies.
    """
    [origins] = [each["resources"] for each in real.dataflow["stores"] if each["name"] == store and each["origin"]] or [
        []
    ]
    for arn in origins:
        if ":s3:" in arn:
            return place(real, arn)
    dataset = getattr(real.loaded.deployment.parameters, "dataset", None)
    buffers = {"archive-buffer": "archive", "delivery-buffer": "delivery"}
    return {dataset: "curated", "undelivered": "curated", "access-logs": "logs", **buffers}.get(store, store)


def guarded(real):
    """
    The stores that Lake Formation stands before: nobody reaches their files by a flow.
    """
    tables = (
        {table["name"] for table in real.of("aws_glue_catalog_table").values()}
        if real.of("aws_lakeformation_resource")
        else ()
    )
    return {
        store["name"] for store in real.dataflow["stores"] for table in tables if store["name"].split("-")[0] == table
    }


def maintained(real):
    """
    What each process writes anew and removes: it reads and writes there.
    """
    found, symbols = {}, Symbols(real.configuration, SCHEMA)
    for trustee in real.dataflow["trustees"]:
        arns = symbols.resolve(trustee["resources"]) if trustee["duty"] == "maintain" else []
        places = {place(real, arn) for arn in arns if ":s3:" in arn}
        found[trustee["process"]] = found.get(trustee["process"], set()) | places
    return found


def reach(real, allowing, actions):
    """
    The stores that some statements open to one of some actions.
    """
    return {
        place(real, arn)
        for statement in allowing
        if actions & set(texts(statement["Action"]))
        for arn in texts(statement["Resource"])
    }


def places_to_fetch(real, name):
    """
    Where a process reads what is no flow of data: certificates, or what it has put out itself.
    """
    trusted = [each for each in real.dataflow["trustees"] if (each["process"], each["duty"]) == (name, "fetch")]

    arns = [arn for each in trusted for arn in each["resources"]]
    return {place(real, arn) for arn in Symbols(real.configuration, SCHEMA).resolve(arns)}


def test_roles_reach_the_stores_of_their_flows(pipeline):
    """
    A process can read and write exactly the stores it has flows with, read what it is to fetch, and do both with what it
    maintains. What Firehose reads of its own buffer needs no right.
    """
    allowed = rights(pipeline)
    behind, kept = guarded(pipeline), maintained(pipeline)
    behind |= {store["name"] for store in pipeline.dataflow["stores"] if store["kind"] in BY_ANOTHER_RIGHT}
    flows = [
        (flow["from"], flow["to"])
        for flow in pipeline.dataflow["flows"]
        if not flow["from"].endswith("-buffer") and not behind & {flow["from"], flow["to"]}
    ]
    reads = {
        name: {store_place(pipeline, start) for start, end in flows if end == name}
        | kept.get(name, set())
        | places_to_fetch(pipeline, name)
        for name in allowed
    }
    writes = {
        name: {store_place(pipeline, end) for start, end in flows if start == name} | kept.get(name, set())
        for name in allowed
    }

    assert reads == {name: reach(pipeline, allowing, READING) for name, allowing in allowed.items()}
    assert writes == {name: reach(pipeline, allowing, WRITING) for name, allowing in allowed.items()}


def test_every_role_has_one_policy_and_no_other(keyed):
    """
    What a role may do stands in one inline policy, and what IAM has no room for there in policies that are attached to a role
    that deploys; any other policy by itself is a boundary, and a user has one and nothing else.
    """
    roles = [role["id"] for role in keyed.of("aws_iam_role").values()]
    users = keyed.of("aws_iam_user").values()
    boundaries = {
        policy["arn"] for policy in keyed.of("aws_iam_policy").values() if policy["name"].endswith("-boundary")
    }
    others = {policy["arn"] for policy in keyed.of("aws_iam_policy").values()} - boundaries
    attached = [(item["role"], item["policy_arn"]) for item in keyed.of("aws_iam_role_policy_attachment").values()]

    assert {} == keyed.of("aws_iam_user_policy_attachment", "aws_iam_policy_attachment")
    assert sorted(others) == sorted(arn for _, arn in attached)
    assert all(role.endswith("-apply") and arn.rpartition("-")[0].endswith(f"/{role}") for role, arn in attached)
    assert all(user["permissions_boundary"] in boundaries for user in users)
    assert sorted(roles) == sorted(policy["role"] for policy in keyed.of("aws_iam_role_policy").values())
    assert not any(
        role.get("managed_policy_arns") or role.get("inline_policy") for role in keyed.of("aws_iam_role").values()
    )


def test_people_and_policies_are_made_by_accounts_only(pipeline):
    """
    A deployment that data flows through makes no user and no policy by itself.
    """
    assert {} == pipeline.of("aws_iam_policy", "aws_iam_user", "aws_iam_user_policy")


def test_actions_are_named_one_by_one(allowed):
    """
    No Allow has a wildcard in an action, or speaks by exclusion.
    """
    everything = [statement for allowing in allowed.values() for statement in allowing]

    assert everything
    assert all("*" not in action for statement in everything for action in texts(statement["Action"]))
    assert not any({"NotAction", "NotResource"} & set(statement) for statement in everything)


def test_roles_trust_named_callers_only(real):
    """
    A role trusts a service for this account, roles that the environment or the deployment names, sealed users of the plan,
    permission sets that the deployment names, a provider of the account for one subject each, or machines; the role of
    machines is trusted by that of jobs.
    """
    environment, parameters = real.loaded.environment, real.loaded.deployment.parameters
    trusted = list(vars(parameters.personas).values()) if hasattr(parameters, "personas") else []
    people = {
        *(arn for arns in vars(environment.personas).values() for arn in arns),
        *(arn for each in trusted for arn in each.roles),
        *(user["arn"] for user in real.of("aws_iam_user").values()),
        *getattr(parameters, "callers", ()),
        *getattr(parameters, "producers", ()),
        *getattr(parameters, "publishers", ()),
        *getattr(parameters, "submitters", ()),
        *(role["arn"] for role in real.of("aws_iam_role").values() if is_of_machines(role)),
    }
    sets = {f"AWSReservedSSO_{name}_{'?' * 16}" for each in trusted for name in each.permission_sets}
    root = f"arn:aws:iam::{environment.account_id}:root"
    for role in real.of("aws_iam_role").values():
        if is_of_machines(role):
            continue
        for trust in statements(role["assume_role_policy"]):
            [(sort, named)] = trust["Principal"].items()
            if sort == "Service" and named == "ec2.amazonaws.com":
                assert (
                    "Condition" not in trust
                )  # EC2 does not say for which account, and hands roles to its machines only
            elif sort == "Service":
                assert {"aws:SourceAccount": environment.account_id} == trust["Condition"]["StringEquals"]
                assert {"StringEquals"} == set(trust["Condition"]) or "eks" in named
            elif sort == "Federated":
                assert named.startswith(f"arn:aws:iam::{environment.account_id}:oidc-provider/")
                assert not set("*?") & set(str(trust["Condition"]["StringEquals"]))
            elif named == root:
                assert {arn.rpartition("/")[2] for arn in trust["Condition"]["ArnLike"]["aws:PrincipalArn"]} <= sets
            else:
                assert set(texts(named)) <= people


def test_resource_policies_admit_services_of_this_account_only(keyed):
    """
    The policies of buckets, queues and topics allow nothing but what a service does for this account, and reading by roles
    of the deployments that a store is exported to.
    """
    account = keyed.loaded.environment.account_id
    readers = {f"arn:aws:iam::{account}:role/{to}-*" for tos in keyed.loaded.deployment.exports.values() for to in tos}
    policies = keyed.of("aws_s3_bucket_policy", "aws_sqs_queue_policy", "aws_sns_topic_policy").values()
    allowing = [item for values in policies for item in statements(values["policy"]) if item["Effect"] == "Allow"]

    by_service = [item for item in allowing if ["Service"] == list(item["Principal"])]
    others = [item for item in allowing if item not in by_service]

    assert by_service
    assert {account} == {source(item["Condition"]) for item in by_service}
    assert readers >= {arn for item in others for arn in texts(item["Condition"]["ArnLike"]["aws:PrincipalArn"])}
    assert {"s3:GetObject", "s3:ListBucket"} >= {action for item in others for action in texts(item["Action"])}


def source(condition):
    """
    The account for which a service has to act: by its number, or by the ARN of one rule.
    """
    if "StringEquals" in condition:
        return condition["StringEquals"]["aws:SourceAccount"]
    return condition["ArnEquals"]["aws:SourceArn"].split(":")[4]


def test_only_the_process_that_tokenizes_makes_tokens(pipeline):
    """
    The token key answers one process, where there is one.
    """
    makers = [
        name
        for name, allowing in rights(pipeline).items()
        if any("kms:GenerateMac" in texts(statement["Action"]) for statement in allowing)
    ]

    assert TOKENIZING.get(pipeline.loaded.deployment.blueprint, []) == makers
