"""
Statements of a deployment's own policies, widened by hand: each changes the synthesized stack.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.gate.real_weakenings import also, arn, pick, statement_with
from tests.gate.weakenings import Block, Stack, Weakening

Statements = list[Block]
KEY, ROLE, POLICY, BUCKET_POLICY = "aws_kms_key", "aws_iam_role", "aws_iam_role_policy", "aws_s3_bucket_policy"
FOREIGN = {"AWS": "arn:aws:iam::999999999999:role/reader"}
OTHERS = {"AWS": "999999999999"}
WIDENED: dict[str, Weakening] = {}


def rewrite(
    name: str,
    kind: str,
    part: str,
    change: Callable[[Statements], Any],
    *,
    argument: str = "policy",
    table: dict[str, Weakening] = WIDENED,
) -> None:
    """Change the statements of the policy in the first resource of a type whose id holds *part*."""

    def apply(stack: Stack) -> None:
        _, block = pick(stack, kind, part)
        document = json.loads(block[argument])
        change(document["Statement"])
        block[argument] = json.dumps(document)

    table[name] = apply


def allow(name: str, part: str, action: Any, resource: Any, **more: Any) -> None:
    """One more statement in a role's policy."""

    def apply(stack: Stack) -> None:
        _, block = pick(stack, POLICY, part)
        document = json.loads(block["policy"])
        document["Statement"].append({"Effect": "Allow", "Action": action, "Resource": arn(stack, resource), **more})
        block["policy"] = json.dumps(document)

    WIDENED[name] = apply


def add(name: str, kind: str, arguments: Callable[[Stack], Block]) -> None:
    WIDENED[name] = lambda stack: stack.setdefault(kind, {}).update(added=arguments(stack))


def first(text: str, change: Callable[[Block], Any]) -> Callable[[Statements], None]:
    """A change of the first statement that holds a text."""
    return lambda statements: change(next(item for item in statements if text in json.dumps(item)))


def appended(key: str, value: str) -> Callable[[Block], Any]:
    """One more value in a list of a statement."""
    return lambda item: item.update({key: [*(item[key] if isinstance(item[key], list) else [item[key]]), value]})


def without_prefix(item: Block) -> None:
    del item["Condition"]


def open_bucket(name: str, zone: str, suffix: str, **statement: Any) -> None:
    """One more statement in a bucket's policy, on the bucket and *suffix*."""

    def apply(stack: Stack) -> None:
        _, block = pick(stack, BUCKET_POLICY, f"lake_{zone}")
        document = json.loads(block["policy"])
        document["Statement"].append(
            {"Effect": "Allow", "Resource": arn(stack, f"aws_s3_bucket lake_{zone} {suffix}"), **statement}
        )
        block["policy"] = json.dumps(document)

    WIDENED[name] = apply


# Roles
QUARANTINE, RAW, CURATED = (f"aws_s3_bucket lake_{zone}" for zone in ("quarantine", "raw", "curated"))
rewrite("role: versions too", POLICY, "owner_repair", first("s3:GetObject", appended("Action", "s3:GetObjectVersion")))
rewrite("role: a pattern of actions", POLICY, "owner_repair", first("s3:GetObject", appended("Action", "s3:Get*")))
rewrite(
    "role: an action in another case", POLICY, "delivery", first("s3:PutObject", appended("Action", "S3:GETOBJECT"))
)
rewrite("role: a question mark", POLICY, "delivery", first("s3:PutObject", appended("Action", "s3:GetObjec?")))
rewrite("role: an action nobody knows", POLICY, "delivery", first("s3:PutObject", appended("Action", "s3:GetObjects")))
rewrite("role: a service nobody knows", POLICY, "delivery", first("s3:PutObject", appended("Action", "zz:Get")))
rewrite("role: any listing", POLICY, "readers_analyst", first("s3:ListBucket", without_prefix))
rewrite(
    "role: a wider prefix of listing",
    POLICY,
    "readers_analyst",
    first("s3:prefix", lambda item: item["Condition"]["StringLike"].update({"s3:prefix": ["*"]})),
)
rewrite("role: a key by itself", POLICY, "delivery", first("kms:ViaService", without_prefix))
rewrite(
    "role: a key through another service",
    POLICY,
    "delivery",
    first("kms:ViaService", lambda i: i["Condition"]["StringEquals"].update({"kms:ViaService": "ssm.amazonaws.com"})),
)
rewrite(
    "role: a condition that may be absent",
    POLICY,
    "delivery",
    first(
        "kms:ViaService",
        lambda item: item.update(Condition={"StringEqualsIfExists": item["Condition"]["StringEquals"]}),
    ),
)
allow("role: a second statement", "producer", "s3:ListBucket", RAW)
allow("role: lists quarantine", "transform", "s3:ListBucket", QUARANTINE)
allow("role: all of a bucket", "readers_analyst", "s3:GetObject", f"{CURATED} /*")
allow("role: another one's results", "readers_analyst", "s3:GetObject", "aws_s3_bucket lake_results /owner/*")
allow("role: every result", "readers_analyst", "s3:GetObject", "aws_s3_bucket lake_results /*")
allow("role: results by a pattern", "readers_analyst", "s3:GetObject", "aws_s3_bucket lake_results /?w*r/x")
allow("role: any resource", "archive", "s3:PutObject", "*")
allow("role: any resource in a list", "archive", ["s3:PutObject"], ["*"])
allow("role: raw read by Firehose", "delivery_role", ["s3:GetObject", "kms:Decrypt"], f"{RAW} /*")
allow("role: decrypts with the token key", "delivery", "kms:Decrypt", "aws_kms_key token")
allow("role: a service without stores", "archive", "ec2:TerminateInstances", "*")
allow("role: all of a service without stores", "archive", "ec2:*", "*")
allow("role: all services of a name", "archive", "s*:*", "*")
allow("role: logs of the account", "archive", "logs:GetLogEvents", "*")
allow("role: everything when tagged", "archive", "*", "*", Condition={"StringEquals": {"aws:PrincipalTag/x": "y"}})
allow("role: removes a queue", "transform", "sqs:DeleteQueue", "aws_sqs_queue failures")
allow("role: a table's files by Lake Formation", "auditor", "lakeformation:GetDataAccess", "*")
rewrite("role: all actions but", POLICY, "producer", also(NotAction="s3:*", Resource="*"))
rewrite("role: all resources but", POLICY, "producer", also(Action="s3:GetObject", NotResource="arn:aws:s3:::x/*"))
WIDENED["role: no policy document"] = lambda stack: pick(stack, POLICY, "producer")[1].update(policy='{"Statement": 1}')
WIDENED["role: a policy of its own in the role"] = lambda stack: pick(stack, ROLE, "auditor")[1].update(
    inline_policy=[
        {
            "name": "more",
            "policy": json.dumps(
                {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": arn(stack, f"{RAW} /*")}}
            ),
        }
    ]
)
WIDENED["role: a managed policy in the role"] = lambda stack: pick(stack, ROLE, "auditor")[1].update(
    managed_policy_arns=["arn:aws:iam::aws:policy/ReadOnlyAccess"]
)
add(
    "role: a second policy",
    POLICY,
    lambda stack: {
        "name": "more",
        "role": pick(stack, ROLE, "auditor")[1]["name"],
        "policy": json.dumps(
            {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": arn(stack, f"{RAW} /*")}]}
        ),
    },
)
add(
    "role: one that is in no graph",
    ROLE,
    lambda _: {
        "name": "helper",
        "assume_role_policy": json.dumps(
            {"Statement": [{"Effect": "Allow", "Principal": FOREIGN, "Action": "sts:AssumeRole"}]}
        ),
    },
)

# Keys
rewrite(
    "key: one more user", KEY, "pipeline", first("aws:PrincipalArn", lambda item: item["Action"].append("kms:Decrypt"))
)
rewrite(
    "key: another role of the account",
    KEY,
    "pipeline",
    first(
        "GenerateDataKey",
        lambda item: item["Condition"]["ArnEquals"]["aws:PrincipalArn"].append("arn:aws:iam::111122223333:role/other"),
    ),
)
rewrite(
    "key: a role of the plan that has no need",
    KEY,
    "pipeline",
    lambda s: next(i for i in s if "sqs." in json.dumps(i))["Condition"]["ArnEquals"].update(
        {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders-dev-persona-auditor-audit"}
    ),
)
rewrite(
    "key: users by themselves",
    KEY,
    "pipeline",
    first("kms:ViaService", lambda item: item["Condition"].pop("StringEquals")),
)
rewrite(
    "key: all users of the account",
    KEY,
    "pipeline",
    first("GenerateDataKey", lambda i: i["Condition"].pop("ArnEquals")),
)
rewrite("key: another account", KEY, "token", also(Principal=OTHERS, Action="kms:GenerateMac", Resource="*"))
rewrite(
    "key: a service", KEY, "token", also(Principal={"Service": "ec2.amazonaws.com"}, Action="kms:Decrypt", Resource="*")
)
rewrite("key: logs of any group", KEY, "pipeline", first("logs.", without_prefix))
rewrite("key: the deploy role opens", KEY, "pipeline", first("FunctionEnvironment", without_prefix))
rewrite("key: the deploy role grants", KEY, "pipeline", first("ServicesThatTerraformSetsUp", without_prefix))
rewrite("key: administrators encrypt", KEY, "token", lambda s: s[0]["Action"].append("kms:Encrypt"))
rewrite("key: one more administrator", KEY, "token", lambda s: s[0]["Principal"]["AWS"].append(FOREIGN["AWS"]))
rewrite("key: everybody but", KEY, "token", also(NotPrincipal=FOREIGN, Action="kms:Decrypt", Resource="*"))

# Buckets, queues, topics, streams
open_bucket("bucket: another account", "raw", "/*", Principal=FOREIGN, Action="s3:GetObject")
open_bucket("bucket: another account by its number", "raw", "/*", Principal=OTHERS, Action="s3:GetObject")
open_bucket("bucket: everybody", "curated", "/*", Principal="*", Action="s3:GetObject")
open_bucket("bucket: everybody, in other words", "curated", "/*", Principal={"AWS": ["*"]}, Action="s3:Get*")
open_bucket("bucket: a service", "raw", "/*", Principal={"Service": "macie.amazonaws.com"}, Action="s3:GetObject")
open_bucket(
    "bucket: a user of old", "raw", "/*", Principal={"CanonicalUser": "79a59df900b949e5"}, Action="s3:GetObject"
)
open_bucket(
    "bucket: a persona", "raw", "/*", Principal={"AWS": "arn:aws:iam::111122223333:role/data-owner"}, Action="s3:*"
)
open_bucket("bucket: the whole account", "raw", "/*", Principal={"AWS": "111122223333"}, Action="s3:GetObject")
open_bucket(
    "bucket: a pattern of callers",
    "raw",
    "/*",
    Principal="*",
    Action="s3:GetObject",
    Condition={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/orders-*"}},
)
open_bucket(
    "bucket: its policy",
    "raw",
    "",
    Principal={"AWS": "arn:aws:iam::111122223333:role/orders-dev-archive"},
    Action="s3:PutBucketPolicy",
)
rewrite("logs: delivery from anywhere", BUCKET_POLICY, "lake_logs", first("AccessLogs", without_prefix))
rewrite("logs: the service reads", BUCKET_POLICY, "lake_logs", first("AccessLogs", appended("Action", "s3:GetObject")))
rewrite(
    "queue: another account",
    "aws_sqs_queue_policy",
    "failures",
    lambda s: s.append({"Effect": "Allow", "Principal": OTHERS, "Action": "sqs:ReceiveMessage", "Resource": "*"}),
)
rewrite("topic: alarms of any account", "aws_sns_topic_policy", "", first("Allow", without_prefix))
rewrite("topic: who subscribes", "aws_sns_topic_policy", "", first("Allow", appended("Action", "sns:Subscribe")))
add(
    "stream: another account",
    "aws_kinesis_resource_policy",
    lambda stack: {
        "resource_arn": arn(stack, "aws_kinesis_stream stream"),
        "policy": json.dumps(
            {"Statement": [{"Effect": "Allow", "Principal": FOREIGN, "Action": "kinesis:*", "Resource": "*"}]}
        ),
    },
)
add(
    "a bucket that is in no graph",
    POLICY,
    lambda stack: {
        "name": "more",
        "role": pick(stack, ROLE, "producer")[1]["name"],
        "policy": json.dumps(
            {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::anywhere/*"}]}
        ),
    },
)

# Trust
TRUST = {"argument": "assume_role_policy"}
rewrite("trust: another role", ROLE, "producer", first("", lambda i: i.update(Principal=FOREIGN)), **TRUST)
rewrite("trust: one more role", ROLE, "producer", lambda s: s[0]["Principal"]["AWS"].append(FOREIGN["AWS"]), **TRUST)
rewrite("trust: the account", ROLE, "readers_analyst", statement_with("", Principal={"AWS": "111122223333"}), **TRUST)
rewrite("trust: any account's Firehose", ROLE, "delivery", first("", without_prefix), **TRUST)
rewrite(
    "trust: a source that is another account",
    ROLE,
    "delivery",
    first("", appended("Action", "sts:TagSession")),
    **TRUST,
)
