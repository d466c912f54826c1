"""
Operators on changes: stores and protection of an applied deployment that a plan deletes, replaces, gives up or weakens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.mutation.catalogue_data import FOREIGN_KEY, names_a_key
from workflow.mutation.documents import FOREIGN
from workflow.mutation.operators import ANY, Operator, Values, gone, leaves, setting

BUCKET = "aws_s3_bucket"
STORES = (
    *(BUCKET, "aws_kinesis_stream", "aws_dynamodb_table", "aws_sqs_queue", "aws_cloudwatch_log_group", "aws_kms_key"),
    *("aws_redshift_cluster", "aws_redshiftserverless_namespace", "aws_backup_vault", "aws_ecr_repository"),
    *("aws_secretsmanager_secret", "aws_sagemaker_model_package_group"),
)
"""Types whose resources hold data, or what opens it."""
PROTECTING = (
    *(f"{BUCKET}_{name}" for name in ("versioning", "policy", "logging", "object_lock_configuration")),
    *(f"{BUCKET}_{name}" for name in ("ownership_controls", "public_access_block", "server_side_encryption_configuration")),
    *("aws_s3_account_public_access_block", "aws_sqs_queue_policy", "aws_sns_topic_policy", "aws_flow_log"),
    *("aws_backup_plan", "aws_backup_selection", "aws_backup_vault_lock_configuration", "aws_cloudtrail"),
    *("aws_config_configuration_recorder", "aws_config_configuration_recorder_status", "aws_config_delivery_channel"),
    *("aws_ebs_encryption_by_default", "aws_ebs_default_kms_key", "aws_ebs_snapshot_block_public_access"),
    *("aws_ec2_instance_metadata_defaults", "aws_emr_block_public_access_configuration", "aws_guardduty_detector"),
    *("aws_guardduty_detector_feature", "aws_macie2_account", "aws_macie2_classification_job", "aws_securityhub_account"),
    *("aws_securityhub_standards_subscription", "aws_accessanalyzer_analyzer", "aws_glue_data_catalog_encryption_settings"),
    *("aws_lakeformation_data_lake_settings", "aws_redshift_logging", "aws_redshift_snapshot_copy"),
    *("aws_secretsmanager_secret_rotation", "aws_ssoadmin_permissions_boundary_attachment"),
)  # fmt: skip
"""Types whose resources protect others, or tell of what happens to them."""
DELETED, FORGOTTEN, REPLACED, UPDATED = ("delete",), ("forget",), ("delete", "create"), ("update",)
PERIODS = frozenset(
    {
        *("retention_in_days", "retention_period", "message_retention_seconds", "noncurrent_days", "delete_after"),
        *("min_retention_days", "deletion_window_in_days", "automated_snapshot_retention_period"),
        *("recovery_window_in_days", "recovery_period_in_days"),
    }
)
SWITCHES = frozenset(
    {
        *("enable_key_rotation", "deletion_protection_enabled", "encrypted", "enable_logging", "block_public_acls"),
        *(
            "enable_log_file_validation",
            "is_multi_region_trail",
            "include_global_service_events",
            "block_public_policy",
        ),
        *("ignore_public_acls", "restrict_public_buckets", "enforce_workgroup_configuration", "scan_on_push"),
        *("all_supported", "enhanced_vpc_routing", "termination_protection", "actions_enabled"),
    }
)


def _as_it_is(values: Values) -> Iterator[tuple[str, Values]]:
    yield "", values


def _is_period(name: str, value: Any) -> bool:
    return name in PERIODS and isinstance(value, int | float) and value > 1


OPERATORS = [
    Operator("store deleted", "change", STORES, gone, DELETED),
    Operator("store given up", "change", STORES, gone, FORGOTTEN),
    Operator("store replaced", "change", STORES, _as_it_is, REPLACED),
    Operator("protection deleted", "change", PROTECTING, gone, DELETED),
    Operator("protection given up", "change", PROTECTING, gone, FORGOTTEN),
    Operator("key replaced", "change", ANY, leaves(names_a_key, FOREIGN_KEY), UPDATED),
    Operator("key taken out", "change", ANY, leaves(names_a_key, None), UPDATED),
    Operator("period halved", "change", ANY, leaves(_is_period, lambda old: old // 2), UPDATED),
    Operator("protection switched off", "change", ANY, leaves(lambda name, value: name in SWITCHES and value is True, lambda _: False), UPDATED),
    Operator("objects expire sooner", "change", (f"{BUCKET}_lifecycle_configuration",), setting("rule.expiration.days", lambda old: old // 2, lambda old: bool(old) and old > 1), UPDATED),
    Operator("versioning stopped", "change", (f"{BUCKET}_versioning",), setting("versioning_configuration.status", "Suspended"), UPDATED),
    Operator("lock shortened", "change", (f"{BUCKET}_object_lock_configuration",), setting("rule.default_retention.days", lambda old: old // 2, bool), UPDATED),
    Operator("logged elsewhere", "change", (f"{BUCKET}_logging",), setting("target_bucket", "elsewhere"), UPDATED),
    Operator("recovery stopped", "change", ("aws_dynamodb_table",), setting("point_in_time_recovery.enabled", value=False), UPDATED),
    Operator("can be emptied from now on", "change", (BUCKET, "aws_backup_vault"), setting("force_destroy", value=True), UPDATED),
    Operator("open from now on", "change", ("aws_redshift_cluster", "aws_redshiftserverless_workgroup"), setting("publicly_accessible", value=True), UPDATED),
    Operator("bounded by somebody else", "change", ("aws_iam_role", "aws_iam_user"), setting("permissions_boundary", f"arn:aws:iam::{FOREIGN}:policy/x", bool), UPDATED),
    Operator("trail goes elsewhere", "change", ("aws_cloudtrail", "aws_config_delivery_channel"), setting("s3_bucket_name", "elsewhere"), UPDATED),
]  # fmt: skip
"""Operators on changes."""
