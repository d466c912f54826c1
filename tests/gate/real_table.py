"""
The weakenings of a deployment's own stack: data, keys, identities.
"""

from __future__ import annotations

from tests.gate.real_weakenings import also, edit, make, pick, remove, statement_with, without, write
from tests.gate.weakenings import FOREIGN_KEY, at, changed, inner

BUCKET, KEY, ROLE, POLICY = "aws_s3_bucket", "aws_kms_key", "aws_iam_role", "aws_iam_role_policy"
ENCRYPTION, FIREHOSE = f"{BUCKET}_server_side_encryption_configuration", "aws_kinesis_firehose_delivery_stream"
FUNCTION, TABLES = "aws_lambda_function", "aws_glue_catalog_table"
DEFAULT = ("rule", "apply_server_side_encryption_by_default")
DESTINATION = "extended_s3_configuration"
FOREIGN = {"AWS": "arn:aws:iam::999999999999:role/reader"}
REGION = {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}

# Buckets
for zone in ("raw", "curated", "quarantine", "results"):
    edit(f"{zone}: a foreign key", ENCRYPTION, f"lake_{zone}", at(*DEFAULT, kms_master_key_id=FOREIGN_KEY))
    edit(f"{zone}: the key of AWS", ENCRYPTION, f"lake_{zone}", at(*DEFAULT, kms_master_key_id="alias/aws/s3"))
    edit(f"{zone}: encryption without a key of ours", ENCRYPTION, f"lake_{zone}", at(*DEFAULT, kms_master_key_id=None))
    write(f"{zone}: TLS statement dropped", f"{BUCKET}_policy", f"lake_{zone}", without('"aws:SecureTransport"'))
    edit(
        f"{zone}: class lowered to public", BUCKET, f"lake_{zone}", lambda b: b["tags"].update(classification="public")
    )
for zone in ("raw", "curated", "quarantine", "results", "logs"):
    remove(f"{zone}: encryption dropped", ENCRYPTION, f"lake_{zone}")
    remove(f"{zone}: policy dropped", f"{BUCKET}_policy", f"lake_{zone}")
    remove(f"{zone}: public access block dropped", f"{BUCKET}_public_access_block", f"lake_{zone}")
    edit(
        f"{zone}: versioning suspended",
        f"{BUCKET}_versioning",
        f"lake_{zone}",
        changed(versioning_configuration={"status": "Suspended"}),
    )
for setting in ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"):
    edit(f"raw: {setting} off", f"{BUCKET}_public_access_block", "lake_raw", changed(**{setting: False}))
write("raw: TLS 1.0 accepted", f"{BUCKET}_policy", "lake_raw", without("TlsVersion"))
write("curated: foreign keys accepted", f"{BUCKET}_policy", "lake_curated", without("OwnKeyOnly"))
write("curated: keys of callers accepted", f"{BUCKET}_policy", "lake_curated", without("NoKeysOfCallers"))
write("raw: any network path", f"{BUCKET}_policy", "lake_raw", without("KnownPathsOnly"))
write("quarantine: any network path", f"{BUCKET}_policy", "lake_quarantine", without("KnownPathsOnly"))
write(
    "raw: any principal by any path",
    f"{BUCKET}_policy",
    "lake_raw",
    lambda s: next(i for i in s if i.get("Sid") == "KnownPathsOnly")["Condition"].update(
        ArnNotEquals={"aws:PrincipalArn": "*"}
    ),
)
write(
    "raw: another account reads",
    f"{BUCKET}_policy",
    "lake_raw",
    also(Principal=FOREIGN, Action="s3:GetObject", Resource="arn:aws:s3:::orders-dev-raw/*"),
)
write(
    "raw: everybody of the organisation",
    f"{BUCKET}_policy",
    "lake_raw",
    also(
        Principal="*",
        Action="s3:GetObject",
        Resource="arn:aws:s3:::orders-dev-raw/*",
        Condition={"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}},
    ),
)
write(
    "raw: all but one may read",
    f"{BUCKET}_policy",
    "lake_raw",
    also(NotPrincipal=FOREIGN, Action="s3:GetObject", Resource="arn:aws:s3:::orders-dev-raw/*"),
)
write("logs: any account's logs", f"{BUCKET}_policy", "lake_logs", statement_with("AccessLogs", Condition=None))
edit("raw: lock dropped", BUCKET, "lake_raw", changed(object_lock_enabled=False))
remove("raw: lock without retention", f"{BUCKET}_object_lock_configuration", "lake_raw")
edit(
    "raw: lock of no day", f"{BUCKET}_object_lock_configuration", "lake_raw", at("rule", "default_retention", days=None)
)
edit("raw: emptied on destroy", BUCKET, "lake_raw", changed(force_destroy=True))
remove("raw: not logged", f"{BUCKET}_logging", "lake_raw")
edit("raw: logged elsewhere", f"{BUCKET}_logging", "lake_raw", changed(target_bucket="somebody-elses-logs"))
edit(
    "curated: access lists back",
    f"{BUCKET}_ownership_controls",
    "lake_curated",
    changed(rule={"object_ownership": "ObjectWriter"}),
)
remove("raw: kept for ever", f"{BUCKET}_lifecycle_configuration", "lake_raw")
edit("raw: expires tomorrow", f"{BUCKET}_lifecycle_configuration", "lake_raw", at("rule", expiration={"days": 1}))
edit(
    "raw: expiry of one prefix",
    f"{BUCKET}_lifecycle_configuration",
    "lake_raw",
    at("rule", filter={"prefix": "events/x/"}),
)
edit("raw: rule off", f"{BUCKET}_lifecycle_configuration", "lake_raw", at("rule", status="Disabled"))
edit("logs: expire in a week", f"{BUCKET}_lifecycle_configuration", "lake_logs", at("rule", expiration={"days": 7}))
make(
    "raw: access list for everybody",
    f"{BUCKET}_acl",
    lambda s: {"bucket": s[BUCKET][pick(s, BUCKET, "lake_raw")[0]]["bucket"], "acl": "public-read"},
)

# Stores and processes under a key
STREAM = "aws_kinesis_stream"
edit("stream: the key of AWS", STREAM, "", changed(kms_key_id="alias/aws/kinesis"))
edit("stream: a foreign key", STREAM, "", changed(kms_key_id=FOREIGN_KEY))
edit("stream: unencrypted", STREAM, "", changed(encryption_type="NONE", kms_key_id=None))
edit("stream: keeps a day", STREAM, "", changed(retention_period=24))
edit("stream: keeps two days", STREAM, "", changed(retention_period=48))
edit("stream: class lowered", STREAM, "", changed(tags={"classification": "public"}))
edit("delivery: unencrypted", FIREHOSE, "_delivery_", changed(server_side_encryption=None))
edit(
    "delivery: a key of AWS",
    FIREHOSE,
    "_delivery_",
    at("server_side_encryption", key_type="AWS_OWNED_CMK", key_arn=None),
)
edit("delivery: files without key", FIREHOSE, "_delivery_", at(DESTINATION, kms_key_arn=None))
edit("archive: files under a foreign key", FIREHOSE, "_archive_", at(DESTINATION, kms_key_arn=FOREIGN_KEY))
edit("archive: into a foreign bucket", FIREHOSE, "_archive_", at(DESTINATION, bucket_arn="arn:aws:s3:::elsewhere"))
edit("archive: errors among events", FIREHOSE, "_archive_", at(DESTINATION, error_output_prefix=None))
edit("archive: errors unlogged", FIREHOSE, "_archive_", at(DESTINATION, cloudwatch_logging_options=None))
edit(
    "archive: under a foreign role", FIREHOSE, "_archive_", at(DESTINATION, role_arn="arn:aws:iam::999999999999:role/x")
)
edit(
    "archive: from a foreign stream",
    FIREHOSE,
    "_archive_",
    at("kinesis_source_configuration", kinesis_stream_arn="arn:aws:kinesis:eu-central-1:999999999999:stream/x"),
)
edit("delivery: no conversion", FIREHOSE, "_delivery_", at(DESTINATION, data_format_conversion_configuration=None))
edit(
    "delivery: conversion off",
    FIREHOSE,
    "_delivery_",
    at(DESTINATION, "data_format_conversion_configuration", enabled=False),
)
edit("delivery: no partitions", FIREHOSE, "_delivery_", at(DESTINATION, dynamic_partitioning_configuration=None))
edit("delivery: small files", FIREHOSE, "_delivery_", at(DESTINATION, buffering_size=1))
edit(
    "delivery: schema of a foreign catalog",
    FIREHOSE,
    "_delivery_",
    at(DESTINATION, "data_format_conversion_configuration", "schema_configuration", catalog_id="999999999999"),
)
edit(
    "delivery: a copy to a foreign bucket",
    FIREHOSE,
    "_delivery_",
    at(
        DESTINATION,
        s3_backup_mode="Enabled",
        s3_backup_configuration={
            "bucket_arn": "arn:aws:s3:::elsewhere",
            "role_arn": "arn:aws:iam::999999999999:role/x",
        },
    ),
)
edit("function: no key", FUNCTION, "", changed(kms_key_arn=None))
edit("function: concurrency unbounded", FUNCTION, "", changed(reserved_concurrent_executions=-1))
edit("function: concurrency not reserved", FUNCTION, "", changed(reserved_concurrent_executions=None))
edit("function: not traced", FUNCTION, "", changed(tracing_config={"mode": "PassThrough"}))
edit("function: outside the network", FUNCTION, "", changed(vpc_config=None))
edit("function: in a foreign group", FUNCTION, "", at("vpc_config", security_group_ids=["sg-0123456789abcdef0"]))
edit(
    "function: in foreign subnets",
    FUNCTION,
    "",
    at("vpc_config", subnet_ids=["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]),
)
edit("function: under a foreign role", FUNCTION, "", changed(role="arn:aws:iam::111122223333:role/administrator"))
edit("function: code without a hash", FUNCTION, "", changed(source_code_hash=None))
edit(
    "function: code from a bucket",
    FUNCTION,
    "",
    changed(filename=None, source_code_hash=None, s3_bucket="elsewhere", s3_key="x.zip"),
)
edit("function: a foreign layer", FUNCTION, "", changed(layers=["arn:aws:lambda:eu-central-1:999999999999:layer:x:1"]))
edit(
    "function: a password in its environment",
    FUNCTION,
    "",
    lambda b: inner(b, "environment", "variables").update(
        AWS_SECRET_ACCESS_KEY="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE"
    ),
)
edit(
    "function: nothing is sensitive",
    FUNCTION,
    "",
    lambda b: inner(b, "environment", "variables").update(SENSITIVE_FIELDS="[]"),
)
edit(
    "function: a foreign token key",
    FUNCTION,
    "",
    lambda b: inner(b, "environment", "variables").update(TOKEN_KEY_ID=FOREIGN_KEY),
)
MAPPING = "aws_lambda_event_source_mapping"
edit("source: failures go nowhere", MAPPING, "", changed(destination_config=None))
edit(
    "source: failures go to another account",
    MAPPING,
    "",
    at("destination_config", "on_failure", destination_arn="arn:aws:sqs:eu-central-1:999999999999:x"),
)
edit("source: retries unbounded", MAPPING, "", changed(maximum_retry_attempts=-1))
edit("source: age unbounded", MAPPING, "", changed(maximum_record_age_in_seconds=-1))
edit("source: off", MAPPING, "", changed(enabled=False))
edit("source: batches fail whole", MAPPING, "", changed(function_response_types=None))
edit("failures: no key", "aws_sqs_queue", "", changed(kms_master_key_id=None, sqs_managed_sse_enabled=True))
edit("failures: kept an hour", "aws_sqs_queue", "", changed(message_retention_seconds=3600))
write(
    "failures: everybody reads",
    "aws_sqs_queue_policy",
    "",
    also(Principal="*", Action="sqs:ReceiveMessage", Resource="*"),
)
remove("failures: plain HTTP", "aws_sqs_queue_policy")
edit(
    "queries: not enforced", "aws_athena_workgroup", "owner", at("configuration", enforce_workgroup_configuration=False)
)
edit(
    "queries: results under the key of S3",
    "aws_athena_workgroup",
    "owner",
    at("configuration", "result_configuration", encryption_configuration={"encryption_option": "SSE_S3"}),
)
edit(
    "queries: results elsewhere",
    "aws_athena_workgroup",
    "owner",
    at("configuration", "result_configuration", output_location="s3://elsewhere/"),
)
edit("queries: unbounded", "aws_athena_workgroup", "owner", at("configuration", bytes_scanned_cutoff_per_query=None))
edit("table: in a foreign bucket", TABLES, "catalog_table", at("storage_descriptor", location="s3://elsewhere/orders/"))
edit(
    "table: partitions in a foreign bucket",
    TABLES,
    "catalog_table",
    lambda b: b["parameters"].update({"storage.location.template": "s3://elsewhere/orders/event_date=$${event_date}/"}),
)
edit("database: in a foreign bucket", "aws_glue_catalog_database", "", changed(location_uri="s3://elsewhere/"))
