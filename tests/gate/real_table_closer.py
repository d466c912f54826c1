"""
The weakenings of a deployment's own stack that leave everything in its place and loosen one word of it: buckets, keys,
identities.
"""

from __future__ import annotations

import json
from typing import Any

from tests.gate.real_weakenings import TABLE, edit, grant, pick, statement_with, write
from tests.gate.weakenings import FOREIGN_KEY, Stack, at, changed

BUCKET, KEY, ROLE, POLICY = "aws_s3_bucket", "aws_kms_key", "aws_iam_role", "aws_iam_role_policy"
FIREHOSE, FUNCTION, TABLES = "aws_kinesis_firehose_delivery_stream", "aws_lambda_function", "aws_glue_catalog_table"
MAPPING, ALARM, ENDPOINT = "aws_lambda_event_source_mapping", "aws_cloudwatch_metric_alarm", "aws_vpc_endpoint"
LOGS, TOPIC, TRUST = "aws_cloudwatch_log_group", "aws_sns_topic", "assume_role_policy"
DESTINATION = "extended_s3_configuration"
ENCRYPTION = f"{BUCKET}_server_side_encryption_configuration"
FOREIGN_ROLE = "arn:aws:iam::999999999999:role/x"


# S3
def tls(name: str, **values: Any) -> None:
    write(f"raw: TLS statement {name}", f"{BUCKET}_policy", "lake_raw", statement_with('"TlsOnly"', **values))


tls("inverted", Condition={"Bool": {"aws:SecureTransport": "true"}})
tls("allows", Effect="Allow")
tls("for one role", Principal={"AWS": FOREIGN_ROLE})
tls("for uploads", Action="s3:PutObject")
tls(
    "under one more condition",
    Condition={"Bool": {"aws:SecureTransport": "false"}, "StringNotEquals": {"aws:PrincipalAccount": "111122223333"}},
)
tls("of another condition", Condition={"StringEquals": {"aws:SecureTransport": "no"}})


def tls_resources(stack: Stack) -> None:
    _, block = pick(stack, f"{BUCKET}_policy", "lake_raw")
    document = json.loads(block["policy"])
    found = next(i for i in document["Statement"] if i.get("Sid") == "TlsOnly")
    found["Resource"] = found["Resource"][0]
    block["policy"] = json.dumps(document)


write(
    "raw: TLS 1.0 is new enough",
    f"{BUCKET}_policy",
    "lake_raw",
    statement_with("Tls12", Condition={"NumericLessThan": {"s3:TlsVersion": "1.0"}}),
)
write(
    "raw: paths by pattern",
    f"{BUCKET}_policy",
    "lake_raw",
    lambda s: [
        i["Condition"].update({"StringNotLike": {"aws:SourceVpce": "vpce-*"}})
        or i["Condition"].pop("StringNotEquals", 0)
        for i in s
        if i.get("Sid") == "KnownPathsOnly"
    ],
)
write(
    "raw: paths for writing alone",
    f"{BUCKET}_policy",
    "lake_raw",
    statement_with("KnownPathsOnly", Action="s3:PutObject"),
)
write(
    "raw: paths for nobody",
    f"{BUCKET}_policy",
    "lake_raw",
    statement_with("KnownPathsOnly", Principal={"AWS": FOREIGN_ROLE}),
)
write(
    "raw: own key or any",
    f"{BUCKET}_policy",
    "lake_raw",
    lambda s: next(i for i in s if i.get("Sid") == "OwnKeyOnly").update(
        Condition={"StringNotLike": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "*"}}
    ),
)
edit("raw: no bucket key", ENCRYPTION, "lake_raw", at("rule", bucket_key_enabled=False))
edit(
    "curated: AES256",
    ENCRYPTION,
    "lake_curated",
    at("rule", "apply_server_side_encryption_by_default", sse_algorithm="AES256", kms_master_key_id=None),
)
edit("raw: lock off in its configuration", f"{BUCKET}_object_lock_configuration", "lake_raw", changed(rule=None))
edit(
    "raw: versions gone in a day",
    f"{BUCKET}_lifecycle_configuration",
    "lake_raw",
    at("rule", noncurrent_version_expiration={"noncurrent_days": 1}),
)
edit(
    "quarantine: expires tomorrow",
    f"{BUCKET}_lifecycle_configuration",
    "lake_quarantine",
    at("rule", expiration={"days": 1}),
)
edit(
    "curated: expires tomorrow", f"{BUCKET}_lifecycle_configuration", "lake_curated", at("rule", expiration={"days": 1})
)
edit("raw: logged into itself", f"{BUCKET}_logging", "lake_raw", lambda b: b.update(target_bucket=b["bucket"]))
edit("raw: website grants", f"{BUCKET}_public_access_block", "lake_raw", changed(bucket="elsewhere"))
edit("raw: policy of a bucket elsewhere", f"{BUCKET}_policy", "lake_raw", changed(bucket="elsewhere"))
edit("raw: encryption of a bucket elsewhere", ENCRYPTION, "lake_raw", changed(bucket="elsewhere"))
edit(
    "raw: versioning disabled",
    f"{BUCKET}_versioning",
    "lake_raw",
    changed(versioning_configuration={"status": "Disabled"}),
)
edit(
    "raw: owner preferred",
    f"{BUCKET}_ownership_controls",
    "lake_raw",
    changed(rule={"object_ownership": "BucketOwnerPreferred"}),
)
edit(
    "raw: inline policy",
    BUCKET,
    "lake_raw",
    changed(
        policy=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}],
            }
        )
    ),
)
edit("raw: inline access list", BUCKET, "lake_raw", changed(acl="public-read"))
edit(
    "raw: inline copy",
    BUCKET,
    "lake_raw",
    changed(
        replication_configuration=[
            {
                "role": FOREIGN_ROLE,
                "rules": [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::elsewhere"}]}],
            }
        ]
    ),
)
edit("raw: inline website", BUCKET, "lake_raw", changed(website=[{"index_document": "index.html"}]))
edit("raw: zone called curated", BUCKET, "lake_raw", lambda b: b["tags"].update(zone="curated"))
edit("raw: no class tag", BUCKET, "lake_raw", lambda b: b["tags"].update(classification=""))

# Keys
edit("alias to a foreign key", "aws_kms_alias", "", changed(target_key_id=FOREIGN_KEY))
edit("keys: no lock-out check", KEY, "pipeline", changed(bypass_policy_lockout_safety_check=True))
edit("keys: in all regions", KEY, "pipeline", changed(multi_region=True))
edit("key: rotates once a year", KEY, "pipeline", changed(rotation_period_in_days=365))
edit("token key: in all regions", KEY, "token", changed(multi_region=True))
write(
    "key: services without account",
    KEY,
    "pipeline",
    lambda s: [i.pop("Condition", 0) for i in s if "Service" in json.dumps(i.get("Principal"))],
)
write(
    "key: services perhaps of the account",
    KEY,
    "pipeline",
    lambda s: [
        i.update(Condition={"StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}})
        for i in s
        if "Service" in json.dumps(i.get("Principal"))
    ],
)
write(
    "key: recovery for whoever has no name",
    KEY,
    "pipeline",
    statement_with(
        "RootUserRecovers",
        Condition={"ForAllValues:StringEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:root"]}},
    ),
)
write(
    "key: recovery by pattern",
    KEY,
    "pipeline",
    statement_with("RootUserRecovers", Condition={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:*"}}),
)
write(
    "key: all but deletion",
    KEY,
    "pipeline",
    lambda s: [(i.pop("Action", 0), i.update(NotAction="kms:ScheduleKeyDeletion")) for i in s[:1]],
)
write(
    "key: processes of any caller",
    KEY,
    "pipeline",
    lambda s: [
        i["Condition"].update({"StringLike": {"aws:PrincipalArn": "*"}})
        or i["Condition"].pop("ArnEquals", 0)
        or i["Condition"].pop("ArnLike", 0)
        for i in s
        if "aws_iam_role." in json.dumps(i)
    ],
)
write(
    "key: processes outside their service",
    KEY,
    "pipeline",
    lambda s: [i["Condition"].get(o, {}).pop("kms:ViaService", 0) for i in s for o in list(i.get("Condition", {}))],
)
write(
    "key: administrators by pattern",
    KEY,
    "pipeline",
    lambda s: s[0].update(
        Principal={"AWS": "arn:aws:iam::111122223333:root"},
        Condition={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}},
    ),
)

# Identities
edit("boundary: none on one role", ROLE, "transform", changed(permissions_boundary=None))
edit(
    "boundary: of AWS on one role",
    ROLE,
    "transform",
    changed(permissions_boundary="arn:aws:iam::aws:policy/AdministratorAccess"),
)
TABLE["boundary: of AWS on all roles"] = lambda s: [
    b.update(permissions_boundary="arn:aws:iam::aws:policy/AdministratorAccess") for b in s[ROLE].values()
]
edit(
    "role: administrator in its own block",
    ROLE,
    "transform",
    changed(managed_policy_arns=["arn:aws:iam::aws:policy/AdministratorAccess"]),
)
edit(
    "role: rights in its own block",
    ROLE,
    "transform",
    changed(
        inline_policy=[
            {
                "name": "x",
                "policy": json.dumps(
                    {
                        "Version": "2012-10-17",
                        "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}],
                    }
                ),
            }
        ]
    ),
)
for operator in ("StringEqualsIfExists", "ForAllValues:StringEquals", "StringNotEquals"):
    write(
        f"trust: a service, {operator}",
        ROLE,
        "transform",
        statement_with("", Condition={operator: {"aws:SourceAccount": "111122223333"}}),
        TRUST,
    )
write(
    "trust: a service, by pattern",
    ROLE,
    "archive",
    statement_with("", Condition={"StringLike": {"aws:SourceAccount": "*"}}),
    TRUST,
)
write(
    "trust: a service, beginning",
    ROLE,
    "archive",
    statement_with("", Condition={"StringLike": {"aws:SourceAccount": "1111*"}}),
    TRUST,
)
write("trust: a service, no condition", ROLE, "archive", statement_with("", Condition=None), TRUST)
write("trust: everything of STS", ROLE, "archive", statement_with("", Action="sts:*"), TRUST)
write(
    "trust: two accounts",
    ROLE,
    "archive",
    statement_with("", Condition={"StringEquals": {"aws:SourceAccount": ["111122223333", "999999999999"]}}),
    TRUST,
)
grant("role: reads by pattern", "transform", "s3:Get*", "aws_s3_bucket lake_quarantine /*")
grant("role: any action that ends so", "transform", "*:PutObject", "aws_s3_bucket lake_quarantine /*")
grant("role: a question mark", "transform", "s3:?utObject", "aws_s3_bucket lake_raw /*")
grant("role: turns logs off", "transform", "logs:DeleteLogGroup", "aws_cloudwatch_log_group transform")
grant("role: mutes alarms", "transform", "cloudwatch:DisableAlarmActions", "*")
grant("role: changes its own code", "transform", "lambda:UpdateFunctionCode", "aws_lambda_function transform")
