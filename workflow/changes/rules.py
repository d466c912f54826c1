"""
Which arguments protect data, and what it means when they change. The first rule that fits an argument is asked.

An argument is written `type.block.argument`. Rules for one type come first; those after them go by names that the AWS
provider uses alike in many types, so that a type nobody has thought of is looked at too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workflow.changes.judging import Weaker, differs, fewer, gained, longer, lost, ranked, shorter

HOLD_DATA = re.compile(
    r"aws_(backup_vault|cloudwatch_log_group|db_(cluster|instance)|docdb_cluster|dynamodb_table|ebs_volume|ecr_repository"
    r"|efs_file_system|elasticache_(cluster|replication_group|serverless_cache)|fsx_\w+_file_system|kinesis_stream"
    r"|kms_(external_key|key|replica_key)|lightsail_database|memorydb_cluster|msk_cluster|mskserverless_cluster"
    r"|neptune_cluster|opensearch(serverless_collection|_domain)|rds_(cluster|global_cluster)|redshift_cluster"
    r"|redshiftserverless_namespace|s3_bucket|s3tables_table(_bucket)?|sagemaker_(domain|feature_group|model_package_group)"
    r"|secretsmanager_secret|sqs_queue|timestream\w*_(table|database|instance))"
)
"""Types that hold data, or the only keys that open it: replaced or deleted, the data is gone."""

PROTECTIONS = {
    "aws_accessanalyzer_analyzer": "access from outside is no longer looked for",
    "aws_backup_plan": "what {name} backed up is no longer backed up",
    "aws_backup_selection": "what {name} selected is no longer backed up",
    "aws_backup_vault_lock_configuration": "recovery points in {name} can be deleted",
    "aws_backup_vault_policy": "{name} loses the policy that protects its recovery points",
    "aws_cloudtrail": "the audit trail {name} ends",
    "aws_config_configuration_recorder": "configurations are no longer recorded",
    "aws_config_configuration_recorder_status": "the recorder of configurations stands still",
    "aws_dynamodb_resource_policy": "{name} loses the refusals of its policy",
    "aws_ebs_default_kms_key": "volumes are encrypted with a key of AWS when none is named",
    "aws_ebs_encryption_by_default": "volumes are no longer encrypted unless somebody asks for it",
    "aws_ebs_snapshot_block_public_access": "snapshots can be made public",
    "aws_flow_log": "traffic is no longer recorded by {name}",
    "aws_guardduty_detector": "threats are no longer looked for",
    "aws_guardduty_detector_feature": "one kind of threat is no longer looked for ({name})",
    "aws_iam_account_password_policy": "passwords are held to no policy",
    "aws_kinesis_resource_policy": "{name} loses the refusals of its policy",
    "aws_lakeformation_data_lake_settings": "the lake's own settings of access end",
    "aws_macie2_account": "sensitive data is no longer looked for",
    "aws_macie2_classification_job": "{name} no longer looks for sensitive data",
    "aws_config_delivery_channel": "recorded configurations are no longer kept",
    "aws_ec2_instance_metadata_defaults": "machines serve their credentials to requests without a session",
    "aws_emr_block_public_access_configuration": "clusters can be open to the internet",
    "aws_glue_data_catalog_encryption_settings": "descriptions of tables are no longer encrypted",
    "aws_redshift_logging": "access to {name} is no longer logged",
    "aws_redshift_snapshot_copy": "snapshots of {name} are no longer copied elsewhere",
    "aws_secretsmanager_secret_rotation": "the secret of {name} is no longer rotated",
    "aws_s3_account_public_access_block": "buckets of the account can be made public",
    "aws_s3_bucket_logging": "access to {name} is no longer logged",
    "aws_s3_bucket_object_lock_configuration": "new objects in {name} are no longer locked",
    "aws_s3_bucket_ownership_controls": "objects in {name} can have other owners",
    "aws_s3_bucket_policy": "{name} loses the refusals of its policy",
    "aws_s3_bucket_public_access_block": "{name} can be made public",
    "aws_s3_bucket_replication_configuration": "{name} is no longer copied elsewhere",
    "aws_s3_bucket_server_side_encryption_configuration": "{name} is no longer encrypted with its key",
    "aws_s3_bucket_versioning": "old versions in {name} are no longer kept",
    "aws_sagemaker_model_package_group_policy": "{name} loses the refusals of its policy",
    "aws_sagemaker_monitoring_schedule": "a model is no longer watched ({name})",
    "aws_securityhub_account": "findings are no longer gathered",
    "aws_securityhub_standards_subscription": "a standard is no longer checked ({name})",
    "aws_sns_topic_policy": "{name} loses the refusals of its policy",
    "aws_sqs_queue_policy": "{name} loses the refusals of its policy",
    "aws_ssoadmin_permissions_boundary_attachment": "the permission set of {name} is bounded no more",
}
"""Types that protect something else, and what is so without them."""


@dataclass(frozen=True)
class Rule:
    """What one argument means for protection."""

    argument: str
    """Pattern of `type.block.argument`."""
    weaker: Weaker
    words: str
    """The change as a sentence with `{name}`, `{before}`, `{after}` and `{argument}`."""
    unit: str = ""
    """Of a duration; told in days where it can be."""


BUCKET = "aws_s3_bucket_"
KEEPS = "{name} is kept {after} instead of {before}"
OTHER_KEY = "{name} is encrypted with another key: {after} instead of {before}"
ON = "{argument} of {name} is {after} instead of {before}"
_SWITCHES = (
    r"enable_key_rotation|(enable_)?deletion_protection(_enabled)?|termination_protection|encrypted|storage_encrypted|actions_enabled"
    r"|at_rest_encryption_enabled|transit_encryption_enabled|enable_logging|enable_log_file_validation|is_multi_region_trail"
    r"|include_global_service_events|block_public_(acls|policy)|ignore_public_acls|restrict_public_buckets|object_lock_enabled"
    r"|enforce_workgroup_configuration|publish_cloudwatch_metrics_enabled|scan_on_push|iam_database_authentication_enabled"
    r"|skip_destroy|enable_capture|enable_network_isolation|enable_inter_container_traffic_encryption|all_supported"
    r"|include_global_resource_types|auto_enable_controls|enforce_consumer_deletion|enable_continuous_backup|copy_tags_to_snapshot"
    r"|require_(symbols|numbers|lowercase_characters|uppercase_characters)|sqs_managed_sse_enabled|endpoint_private_access"
    r"|enhanced_vpc_routing|performance_insights_enabled|multi_az|auto_minor_version_upgrade|replica_kms_key_id"
)
_PROTECTING_BLOCKS = (
    r"point_in_time_recovery|server_side_encryption|encrypt_at_rest|node_to_node_encryption|access_logs|connection_logs|logging"
    r"|cloudwatch_logging_options|audit_logs|s3_logs|s3_backup_configuration|default_retention|encryption_configuration"
)
_DANGERS = (
    r"force_destroy|force_delete|skip_final_snapshot|publicly_accessible|endpoint_public_access|map_public_ip_on_launch"
    r"|associate_public_ip_address|assign_public_ip|delete_automated_backups|bypass_policy_lockout_safety_check|is_disabled"
)
RULES = (
    Rule(rf"{BUCKET}lifecycle_configuration\.rule\.expiration\.days", shorter, KEEPS, "days"),
    Rule(
        rf"{BUCKET}lifecycle_configuration\.rule\.noncurrent_version_expiration\.noncurrent_days",
        shorter,
        "an old version in {name} is kept {after} instead of {before}",
        "days",
    ),
    Rule(
        rf"{BUCKET}versioning\.versioning_configuration\.status",
        ranked("Disabled", "Suspended", "Enabled"),
        "versioning of {name} is {after} instead of {before}",
    ),
    Rule(rf"{BUCKET}versioning\.versioning_configuration\.mfa_delete", ranked("Disabled", "Enabled"), ON),
    Rule(
        rf"{BUCKET}object_lock_configuration\.rule\.default_retention\.mode",
        ranked("GOVERNANCE", "COMPLIANCE"),
        "objects in {name} are locked in mode {after} instead of {before}",
    ),
    Rule(
        rf"{BUCKET}object_lock_configuration\.rule\.default_retention\.(days|years)",
        fewer,
        "objects in {name} are locked for {after} {argument} instead of {before}",
    ),
    Rule(
        rf"{BUCKET}server_side_encryption_configuration\..*\.sse_algorithm",
        ranked("AES256", "aws:kms", "aws:kms:dsse"),
        "{name} is encrypted with {after} instead of {before}",
    ),
    Rule(rf"{BUCKET}logging\.target_bucket", differs, "access to {name} is logged in {after} instead of {before}"),
    Rule(rf"{BUCKET}ownership_controls\..*", ranked("ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced"), ON),
    Rule(r"aws_kinesis_stream\.encryption_type", ranked("NONE", "KMS"), ON),
    Rule(r"aws_kinesis_stream\.retention_period", shorter, KEEPS, "hours"),
    Rule(r"aws_sqs_queue\.message_retention_seconds", shorter, KEEPS, "seconds"),
    Rule(r"aws_cloudwatch_log_group\.retention_in_days", shorter, "the log {name} is kept {after} instead of {before}", "days"),
    Rule(r"aws_dynamodb_table\.ttl\.enabled", gained, "records in {name} expire"),
    Rule(r"aws_kms_alias\.target_key_id", differs, "{name} stands for another key: {after} instead of {before}"),
    Rule(r"aws_(cloudtrail|config_delivery_channel)\.s3_bucket_name", differs, ON),
    Rule(r"aws_flow_log\.traffic_type", ranked("ALL"), ON),
    Rule(r"aws_flow_log\.log_destination", differs, ON),
    Rule(r"aws_backup_plan\.rule\.(copy_action\.)?lifecycle\.delete_after", shorter, "recovery points of {name} are kept {after} instead of {before}", "days"),
    Rule(r"aws_backup_vault_lock_configuration\.min_retention_days", fewer, ON),
    Rule(r"aws_(guardduty_detector_feature|macie2_account)\.status", ranked("ENABLED"), ON),
    Rule(r"aws_(guardduty_detector|macie2_account)\.enable", lost, ON),
    Rule(r"aws_(kms_key|config_configuration_recorder_status)\.is_enabled", lost, ON),
    Rule(r"aws_ebs_encryption_by_default\.enabled", lost, ON),
    Rule(r"aws_ebs_snapshot_block_public_access\.state", ranked("block-new-sharing", "block-all-sharing"), ON),
    Rule(r"aws_ec2_serial_console_access\.enabled", gained, ON),
    Rule(r"aws_.*\.http_tokens", ranked("optional", "required"), ON),
    Rule(r"aws_iam_(role|user)\.permissions_boundary", differs, "{name} is bounded by {after} instead of {before}"),
    Rule(r"aws_iam_account_password_policy\.(minimum_password_length|password_reuse_prevention)", fewer, ON),
    Rule(r"aws_ecr_repository\.image_tag_mutability", ranked("MUTABLE", "IMMUTABLE"), ON),
    Rule(r"aws_.*\.(rotation_period_in_days|automatically_after_days|max_password_age)", longer, "{name} rotates after {after} instead of {before}", "days"),
    Rule(r"aws_.*\.(deletion_window_in_days|recovery_window_in_days)", fewer, "{name} can be saved for {after} days after its deletion instead of {before}"),
    Rule(r"aws_.*\.(backup_retention_period|automated_snapshot_retention_period|snapshot_retention_limit|snapshot_retention_period)", fewer, "backups of {name} are kept {after} days instead of {before}"),
    Rule(r"aws_.*\.\w*retention(_in_days|_days|_period_in_days)", shorter, KEEPS, "days"),
    Rule(r"aws_.*\.\w*retention(_in_hours|_hours|_period_in_hours|_period_hours)", shorter, KEEPS, "hours"),
    Rule(r"aws_.*\.\w*retention_(seconds|period_in_seconds)", shorter, KEEPS, "seconds"),
    Rule(r"aws_lambda_function\.environment\.variables\.\w*KEY_ID", differs, "{name} works with another key: {after} instead of {before}"),
    Rule(r"aws_.*\.(\w*kms_(\w+_)?key(_id|_arn|_identifier)?|key_arn|encryption_key_arn)", differs, OTHER_KEY),
    Rule(r"aws_.*\.(encryption_option|\w*sse_type|encryption_mode|encryption_type)", differs, ON),
    Rule(r"aws_.*\.(enabled_cloudwatch_logs_exports|enabled_cluster_log_types|log_exports|enabled_log_types)", fewer, ON),
    Rule(rf"aws_.*\.({_PROTECTING_BLOCKS})\.(enabled?|enable)", lost, "{block} of {name} is {after} instead of {before}"),
    Rule(rf"aws_.*\.({_SWITCHES})", lost, ON),
    Rule(rf"aws_.*\.({_DANGERS})", gained, ON),
)  # fmt: skip


@cache
def rule_of(argument: str) -> Rule | None:
    """The rule for an argument; none when it has nothing to do with protection."""
    return next(_fitting(argument), None)


def _fitting(argument: str) -> Iterator[Rule]:
    return (rule for rule in RULES if re.fullmatch(rule.argument, argument))
