"""
The weakenings of a deployment's own stack: keys and identities.
"""

from __future__ import annotations

import json

from tests.gate.real_weakenings import (
    TABLE,
    Stack,
    also,
    arn,
    edit,
    grant,
    make,
    pick,
    statement_with,
    write,
)
from tests.gate.weakenings import FOREIGN_KEY, changed

KEY, ROLE = "aws_kms_key", "aws_iam_role"
FOREIGN = {"AWS": "arn:aws:iam::999999999999:role/reader"}
REGION = {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}

# Keys
edit("key: does not rotate", KEY, "pipeline", changed(enable_key_rotation=False, rotation_period_in_days=None))
edit("key: rotates every seven years", KEY, "pipeline", changed(rotation_period_in_days=2560))
edit("key: deleted in a week", KEY, "pipeline", changed(deletion_window_in_days=7))
edit("key: off", KEY, "pipeline", changed(is_enabled=False))
edit("key: no policy", KEY, "pipeline", changed(policy=None))
edit("key: class lowered", KEY, "pipeline", changed(tags={"classification": "nothing"}))
edit("token key: deleted in a week", KEY, "token", changed(deletion_window_in_days=7))
write("key: for another account", KEY, "pipeline", also(Principal=FOREIGN, Action="kms:Decrypt", Resource="*"))
write(
    "key: for everybody by way of a service",
    KEY,
    "pipeline",
    also(
        Principal="*",
        Action="kms:Decrypt",
        Resource="*",
        Condition={"StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}},
    ),
)
write(
    "key: all of it for a user",
    KEY,
    "pipeline",
    also(Principal={"AWS": "arn:aws:iam::111122223333:user/x"}, Action="kms:*", Resource="*"),
)
write("key: for the whole account", KEY, "pipeline", statement_with("RootUserRecovers", Condition=None))
write("key: administrators read", KEY, "pipeline", lambda s: s[0]["Action"].append("kms:Decrypt"))
write("key: administrators grant", KEY, "pipeline", lambda s: s[0]["Action"].append("kms:CreateGrant"))
write("key: a wildcard beside a reference", KEY, "pipeline", statement_with("aws_iam_role.", Action=["kms:*"]))
write(
    "token key: all roles",
    KEY,
    "token",
    lambda s: s.append(
        {
            **next(i for i in s if "aws_iam_role." in json.dumps(i)),
            "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}},
        }
    ),
)
make(
    "key: a grant to another account",
    "aws_kms_grant",
    lambda s: {"key_id": arn(s, f"{KEY} pipeline"), "grantee_principal": FOREIGN["AWS"], "operations": ["Decrypt"]},
)


# Identities
def _beside_key(stack: Stack) -> None:
    _, block = pick(stack, "aws_iam_role_policy", "transform")
    document = json.loads(block["policy"])
    next(i for i in document["Statement"] if "aws_kms_key" in json.dumps(i["Resource"]))["Action"] = ["kms:*"]
    block["policy"] = json.dumps(document)


TABLE["role: a wildcard beside a new key"] = _beside_key
grant("role: everything on a bucket", "transform", "s3:*", "aws_s3_bucket lake_quarantine /*")
grant("role: everything, in a region", "transform", "*", "*", Condition=REGION)
grant("role: all objects", "delivery", "s3:GetObject", "arn:aws:s3:::*/*")
grant("role: all streams", "producer", "kinesis:PutRecord", "arn:aws:kinesis:*:*:stream/*")
grant("role: all keys of the account", "delivery", "kms:Decrypt", "arn:aws:kms:eu-central-1:111122223333:key/*")
grant("role: passes any role", "transform", "iam:PassRole", "*")
grant("role: passes one role", "transform", "iam:PassRole", "aws_iam_role delivery")
grant("role: takes on others", "transform", "sts:AssumeRole", "arn:aws:iam::111122223333:role/*")
grant("role: writes its own policy", "transform", "iam:PutRolePolicy", "aws_iam_role transform")
grant("role: changes the key policy", "transform", "kms:PutKeyPolicy", "aws_kms_key pipeline")
grant("role: opens a bucket", "transform", "s3:PutBucketPolicy", "aws_s3_bucket lake_raw")
grant("role: removes a lock", "delivery", "s3:BypassGovernanceRetention", "aws_s3_bucket lake_raw /*")
grant("role: deletes raw data", "archive", ["s3:DeleteObject", "s3:DeleteObjectVersion"], "aws_s3_bucket lake_raw /*")
grant("role: a foreign bucket", "transform", "s3:PutObject", "arn:aws:s3:::elsewhere/*")
grant(
    "role: a foreign stream",
    "transform",
    "kinesis:PutRecord",
    "arn:aws:kinesis:eu-central-1:999999999999:stream/elsewhere",
)
grant("role: a foreign key", "transform", "kms:Decrypt", FOREIGN_KEY)
grant("owner: reads raw, writes results", "readers_owner_role", "s3:GetObject", "aws_s3_bucket lake_raw /*")
grant("auditor: reads raw", "auditor", "s3:GetObject", "aws_s3_bucket lake_raw /*")
grant("auditor: reads quarantine", "auditor", "s3:GetObject", "aws_s3_bucket lake_quarantine /*")
grant("auditor: makes tokens", "auditor", "kms:GenerateMac", "aws_kms_key token")
grant("producer: reads the stream", "producer", "kinesis:GetRecords", "aws_kinesis_stream stream")
grant("delivery: reads the stream", "delivery", "kinesis:GetRecords", "aws_kinesis_stream stream")
write("role: all but", "aws_iam_role_policy", "delivery", also(NotAction="iam:*", Resource="*"))
write(
    "role: all elsewhere",
    "aws_iam_role_policy",
    "delivery",
    also(Action="s3:GetObject", NotResource="arn:aws:s3:::x/*"),
)
TRUST = "assume_role_policy"
write("trust: another account", ROLE, "owner_role", also(Principal=FOREIGN, Action="sts:AssumeRole"), TRUST)
write("trust: everybody", ROLE, "owner_role", statement_with("", Principal={"AWS": "*"}), TRUST)
write(
    "trust: everybody of the organisation",
    ROLE,
    "owner_role",
    statement_with("", Principal="*", Condition={"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}),
    TRUST,
)
write(
    "trust: the account",
    ROLE,
    "owner_role",
    statement_with("", Principal={"AWS": "arn:aws:iam::111122223333:root"}),
    TRUST,
)
write(
    "trust: an identity provider",
    ROLE,
    "owner_role",
    statement_with(
        "", Principal={"Federated": "arn:aws:iam::999999999999:saml-provider/x"}, Action="sts:AssumeRoleWithSAML"
    ),
    TRUST,
)
write("trust: a service for any account", ROLE, "transform", statement_with("", Condition=None), TRUST)
write(
    "trust: a service for another account",
    ROLE,
    "transform",
    statement_with("", Condition={"StringEquals": {"aws:SourceAccount": "999999999999"}}),
    TRUST,
)
write(
    "trust: a second service",
    ROLE,
    "transform",
    statement_with("", Principal={"Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"]}),
    TRUST,
)
edit("producer: says it de-identifies", ROLE, "producer", lambda b: b["tags"].update(deidentification="tokenize"))
edit("delivery: says it de-identifies", ROLE, "delivery", lambda b: b["tags"].update(deidentification="tokenize"))
edit("transform: no longer de-identifies", ROLE, "transform", lambda b: b["tags"].pop("deidentification"))
TABLE["boundary: no role carries one"] = lambda stack: [
    role.pop("permissions_boundary") for role in stack[ROLE].values()
]
edit("role: longer sessions", ROLE, "owner_role", changed(max_session_duration=43200))
make(
    "role: administrator",
    "aws_iam_role_policy_attachment",
    lambda s: {
        "role": pick(s, ROLE, "transform")[1]["name"],
        "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess",
    },
)
make("a user with a key", "aws_iam_user", lambda _: {"name": "x"})
make(
    "function: a public address",
    "aws_lambda_function_url",
    lambda s: {"function_name": pick(s, "aws_lambda_function", "")[1]["function_name"], "authorization_type": "NONE"},
)
make(
    "function: everybody invokes",
    "aws_lambda_permission",
    lambda s: {
        "function_name": pick(s, "aws_lambda_function", "")[1]["function_name"],
        "action": "lambda:InvokeFunction",
        "principal": "*",
    },
)
make(
    "stream: another account reads",
    "aws_kinesis_resource_policy",
    lambda s: {
        "resource_arn": arn(s, "aws_kinesis_stream stream"),
        "policy": json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": FOREIGN,
                        "Action": "kinesis:GetRecords",
                        "Resource": arn(s, "aws_kinesis_stream stream"),
                    }
                ],
            }
        ),
    },
)
