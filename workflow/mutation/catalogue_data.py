"""
Operators on data: encryption, retention, versions and locks, public access, TLS, tags, isolation.
"""

from __future__ import annotations

import json
from typing import Any

from workflow.mutation import documents as doc
from workflow.mutation.documents import FOREIGN, ON_STORES, statements
from workflow.mutation.operators import ANY, Operator, Values, gone, leaves, only, setting, several

FOREIGN_KEY = f"arn:aws:kms:eu-central-1:{FOREIGN}:key/0f0e0d0c-0000-4000-8000-000000000000"
FOREIGN_ROLE = f"arn:aws:iam::{FOREIGN}:role/somebody"
BUCKET, QUEUE, STREAM, LOGS = "aws_s3_bucket", "aws_sqs_queue", "aws_kinesis_stream", "aws_cloudwatch_log_group"
TABLE, TRAIL, CLUSTER = "aws_dynamodb_table", "aws_cloudtrail", "aws_redshift_cluster"
CLASSED = (BUCKET, QUEUE, STREAM, LOGS, TABLE, "aws_lambda_function")
"""Types whose class decides something: retention, keys, readers."""
BLOCK = (f"{BUCKET}_public_access_block", "aws_s3_account_public_access_block")
FLAGS = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")


def names_a_key(name: str, value: Any) -> bool:
    return (
        isinstance(value, str) and ":key/" in value and value.startswith("arn:") and name not in ("arn", "TOKEN_KEY_ID")
    )


def _is_on(name: str, value: Any) -> bool:
    return value is True and name in (
        "encrypted",
        "encryption_enabled",
        "manage_master_password",
        "manage_admin_password",
    )


def _names_a_role(name: str, value: Any) -> bool:
    return (
        isinstance(value, str)
        and ":iam::" in value
        and ":role/" in value
        and name.endswith(("role", "role_arn", "roles"))
    )


def _is_strict(values: Values) -> bool:
    return (values.get("tags_all") or {}).get("classification") in ("confidential", "restricted")


def _limited(document: Any) -> Any:
    """A view over other columns or rows."""
    return "/* Presto View: eyJvcmlnaW5hbFNxbCI6ICJTRUxFQ1QgKiBGUk9NIGVsc2V3aGVyZSJ9 */" if document else document


OPERATORS = [
    # Encryption
    Operator("a foreign key", "encryption", ANY, leaves(names_a_key, FOREIGN_KEY)),
    Operator("a key of AWS", "encryption", ANY, leaves(names_a_key, "alias/aws/service")),
    Operator("no key", "encryption", ANY, leaves(names_a_key, None)),
    Operator("encryption off", "encryption", ANY, leaves(_is_on, False)),  # noqa: FBT003  # the new value
    Operator("stream unencrypted", "encryption", (STREAM,), setting("encryption_type", "NONE")),
    Operator("bucket by AES256", "encryption", (f"{BUCKET}_server_side_encryption_configuration",), setting("rule.apply_server_side_encryption_by_default.sse_algorithm", "AES256")),
    Operator("bucket encryption dropped", "encryption", (f"{BUCKET}_server_side_encryption_configuration",), gone),
    Operator("results by the key of S3", "encryption", ("aws_athena_workgroup",), setting("configuration.result_configuration.encryption_configuration.encryption_option", "SSE_S3")),
    Operator("workgroup not enforced", "encryption", ("aws_athena_workgroup",), setting("configuration.enforce_workgroup_configuration", value=False)),
    Operator("delivery unencrypted", "encryption", ("aws_kinesis_firehose_delivery_stream",), setting("server_side_encryption.enabled", value=False)),
    Operator("data keys for a day", "encryption", (QUEUE,), setting("kms_data_key_reuse_period_seconds", 86_400)),
    Operator("volumes as they come", "encryption", ("aws_ebs_encryption_by_default",), setting("enabled", value=False)),
    Operator("a default dropped", "encryption", ("aws_ebs_encryption_by_default", "aws_ebs_default_kms_key", "aws_glue_data_catalog_encryption_settings"), gone),
    Operator("jobs unencrypted", "encryption", ("aws_glue_security_configuration",), leaves(lambda name, _: name.endswith("encryption_mode"), "DISABLED")),
    Operator("cluster unencrypted", "encryption", ("aws_emr_security_configuration",), setting("configuration", lambda text: str(text).replace("true", "false"))),
    Operator("key does not rotate", "encryption", ("aws_kms_key",), setting("enable_key_rotation", value=False, when=bool)),
    Operator("key rotates seldom", "encryption", ("aws_kms_key",), setting("rotation_period_in_days", 2560, bool)),
    Operator("key off", "encryption", ("aws_kms_key",), setting("is_enabled", value=False)),
    Operator("alias elsewhere", "encryption", ("aws_kms_alias",), setting("target_key_id", FOREIGN_KEY)),
    Operator("secret never rotates", "encryption", ("aws_secretsmanager_secret_rotation",), several(gone, setting("rotation_rules.automatically_after_days", 1000))),
    # Retention
    Operator("kept a day", "retention", (LOGS,), setting("retention_in_days", 1)),
    Operator("stream keeps a day", "retention", (STREAM,), setting("retention_period", 24)),
    Operator("queue keeps an hour", "retention", (QUEUE,), setting("message_retention_seconds", 3600)),
    Operator("lifecycle dropped", "retention", (f"{BUCKET}_lifecycle_configuration",), gone),
    Operator("lifecycle off", "retention", (f"{BUCKET}_lifecycle_configuration",), setting("rule.status", "Disabled")),
    Operator("expires tomorrow", "retention", (f"{BUCKET}_lifecycle_configuration",), setting("rule.expiration.days", 1, bool)),
    Operator("versions for a day", "retention", (f"{BUCKET}_lifecycle_configuration",), setting("rule.noncurrent_version_expiration.noncurrent_days", 1, bool)),
    Operator("no recovery", "retention", (TABLE,), setting("point_in_time_recovery.enabled", value=False)),
    Operator("items for ever", "retention", (TABLE,), setting("ttl.enabled", value=False)),
    Operator("no snapshots", "retention", (CLUSTER,), several(setting("automated_snapshot_retention_period", 0), setting("skip_final_snapshot", value=True))),
    Operator("snapshots stay in the region", "retention", ("aws_redshift_snapshot_copy",), gone),
    Operator("backups for a day", "retention", ("aws_backup_plan",), setting("rule.lifecycle.delete_after", 1)),
    Operator("backups of nothing", "retention", ("aws_backup_selection",), gone),
    Operator("tables never tidied", "retention", ("aws_glue_catalog_table_optimizer",), gone),
    # Versions and locks
    Operator("versioning suspended", "versioning and lock", (f"{BUCKET}_versioning",), setting("versioning_configuration.status", "Suspended")),
    Operator("versioning dropped", "versioning and lock", (f"{BUCKET}_versioning",), gone),
    Operator("lock without retention", "versioning and lock", (f"{BUCKET}_object_lock_configuration",), gone),
    Operator("lock of a day", "versioning and lock", (f"{BUCKET}_object_lock_configuration",), several(setting("rule.default_retention.days", 1, bool), setting("rule.default_retention.years", None))),
    Operator("lock that can be lifted", "versioning and lock", (f"{BUCKET}_object_lock_configuration",), setting("rule.default_retention.mode", "GOVERNANCE")),
    Operator("bucket without lock", "versioning and lock", (BUCKET,), setting("object_lock_enabled", value=False, when=bool)),
    Operator("emptied on destroy", "versioning and lock", (BUCKET, "aws_backup_vault"), setting("force_destroy", value=True)),
    Operator("unprotected from deletion", "versioning and lock", (TABLE,), setting("deletion_protection_enabled", value=False)),
    Operator("unprotected from termination", "versioning and lock", ("aws_emr_cluster",), setting("termination_protection", value=False, when=bool)),
    Operator("vault unlocked", "versioning and lock", ("aws_backup_vault_lock_configuration",), gone),
    Operator("key gone in a week", "versioning and lock", ("aws_kms_key",), setting("deletion_window_in_days", 7)),
    Operator("tags that move", "versioning and lock", ("aws_ecr_repository",), setting("image_tag_mutability", "MUTABLE")),
    # Public access
    Operator("a block off", "public access", BLOCK, several(*(setting(flag, value=False) for flag in FLAGS))),
    Operator("public access block dropped", "public access", BLOCK, gone),
    Operator("access list for everybody", "public access", (BUCKET,), setting("acl", "public-read")),
    Operator("access lists back", "public access", (f"{BUCKET}_ownership_controls",), several(gone, setting("rule.object_ownership", "ObjectWriter"))),
    Operator("copies elsewhere", "public access", (BUCKET,), setting("replication_configuration", [{"role": FOREIGN_ROLE, "rules": [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::elsewhere"}]}]}])),
    Operator("snapshots for everybody", "public access", ("aws_ebs_snapshot_block_public_access",), several(gone, setting("state", "unblocked"))),
    Operator("clusters for everybody", "public access", ("aws_emr_block_public_access_configuration",), several(gone, setting("block_public_security_group_rules", value=False))),
    Operator("policy of a store dropped", "public access", ON_STORES, gone),
    # TLS
    Operator("plain HTTP", "TLS", ON_STORES, statements(lambda _: None, doc.holds("aws:SecureTransport"))),
    Operator("plain HTTP for all but one", "TLS", ON_STORES, statements(doc.with_values(Principal={"AWS": FOREIGN_ROLE}), doc.holds("aws:SecureTransport"))),
    Operator("TLS the other way round", "TLS", ON_STORES, statements(doc.with_values(Condition={"Bool": {"aws:SecureTransport": "true"}}), doc.holds("aws:SecureTransport"))),
    Operator("TLS 1.0", "TLS", ON_STORES, statements(lambda _: None, doc.holds("s3:TlsVersion"))),
    Operator("SQL in the clear", "TLS", ("aws_redshift_parameter_group", "aws_redshiftserverless_workgroup"), leaves(lambda _, value: value == "true", "false")),
    Operator("reports in the clear", "TLS", ("aws_quicksight_data_source",), setting("ssl_properties.disable_ssl", value=True)),
    # Tags
    Operator("class lowered", "tags", CLASSED, only(_is_strict, setting("tags_all.classification", "public"))),
    Operator("no class", "tags", ANY, setting("tags_all.classification", None)),
    Operator("no owner", "tags", ANY, setting("tags_all.owner", None)),
    # Isolation
    Operator("under a foreign role", "isolation", ANY, leaves(_names_a_role, FOREIGN_ROLE)),
    Operator("code that nobody hashed", "isolation", ("aws_lambda_function",), several(setting("source_code_hash", None), setting("layers", [f"arn:aws:lambda:eu-central-1:{FOREIGN}:layer:x:1"]))),
    Operator("an old runtime", "isolation", ("aws_lambda_function",), setting("runtime", "python3.8")),
    Operator("nothing is sensitive", "isolation", ("aws_lambda_function",), setting("environment.variables.SENSITIVE_FIELDS", "[]", bool)),
    Operator("a foreign token key", "isolation", ("aws_lambda_function",), setting("environment.variables.TOKEN_KEY_ID", FOREIGN_KEY, bool)),
    Operator("a table elsewhere", "isolation", ("aws_glue_catalog_table",), setting("storage_descriptor.location", "s3://elsewhere/", bool)),
    Operator("a view of something else", "isolation", ("aws_glue_catalog_table",), setting("view_original_text", _limited, bool)),
    Operator("results elsewhere", "isolation", ("aws_athena_workgroup",), setting("configuration.result_configuration.output_location", "s3://elsewhere/")),
    Operator("deliveries elsewhere", "isolation", ("aws_kinesis_firehose_delivery_stream",), setting("extended_s3_configuration.bucket_arn", "arn:aws:s3:::elsewhere")),
    Operator("machines with old metadata", "isolation", ("aws_launch_template", "aws_ec2_instance_metadata_defaults"), several(setting("metadata_options.http_tokens", "optional"), setting("http_tokens", "optional", bool))),
    Operator("metadata for containers", "isolation", ("aws_launch_template",), setting("metadata_options.http_put_response_hop_limit", 3)),
    Operator("a key for SSH", "isolation", ("aws_launch_template",), setting("key_name", "somebody")),
    Operator("the network of the host", "isolation", ("aws_ecs_task_definition",), setting("network_mode", "host")),
    Operator("privileged containers", "isolation", ("aws_ecs_task_definition",), setting("container_definitions", lambda text: json.dumps([{**each, "privileged": True} for each in json.loads(text)]))),
    Operator("an image by tag", "isolation", ("aws_ecs_task_definition",), setting("container_definitions", lambda text: json.dumps([{**each, "image": "somewhere/x:latest"} for each in json.loads(text)]))),
    Operator("a shell in tasks", "isolation", ("aws_ecs_service",), setting("enable_execute_command", value=True)),
    Operator("rules of reports dropped", "isolation", ("aws_quicksight_data_set",), several(setting("row_level_permission_data_set", None), setting("column_level_permission_rules", None))),
    Operator("hybrid access", "isolation", ("aws_lakeformation_resource",), setting("hybrid_access_enabled", value=True)),
]  # fmt: skip
"""Operators on data."""
