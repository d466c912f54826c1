"""
Write `tests/plans/inventories/<deployment>.yaml`, what the plan tests expect, from the plan that `make plan` left.

The values an inventory already lists are brought up to date; resources it does not know are listed with the arguments
below, which decide size, retention or name. Read the difference before you commit it.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from modules.errors import MillraceError
from workflow.judge import canonical_plan
from workflow.symbols import Symbols, provider_block
from workflow.workspace import Workspace, read_json

ROOT = Path(__file__).resolve().parents[1]
INVENTORIES = Path("tests") / "plans" / "inventories"
SHARED_TAGS = ("blueprint", "deployment", "environment", "managed-by", "owner")
ARGUMENTS = {
    "aws_appautoscaling_target": ["max_capacity", "min_capacity", "resource_id", "scalable_dimension"],
    "aws_athena_workgroup": ["name"],
    "aws_cloudtrail": ["name", "is_multi_region_trail", "enable_log_file_validation"],
    "aws_backup_plan": ["name", "rule"],
    "aws_backup_vault": ["name"],
    "aws_backup_vault_lock_configuration": ["changeable_for_days", "min_retention_days"],
    "aws_cloudwatch_event_rule": ["event_pattern", "name", "state"],
    "aws_cloudwatch_log_group": ["name", "retention_in_days"],
    "aws_cloudwatch_metric_alarm": ["alarm_name", "metric_name", "threshold"],
    "aws_config_config_rule": ["name"],
    "aws_config_configuration_recorder": ["recording_group"],
    "aws_ec2_instance_metadata_defaults": ["http_tokens"],
    "aws_dynamodb_table": ["billing_mode", "deletion_protection_enabled", "name", "stream_view_type", "ttl"],
    "aws_emr_cluster": ["auto_termination_policy", "name", "release_label", "termination_protection"],
    "aws_emr_managed_scaling_policy": ["compute_limits"],
    "aws_emr_security_configuration": ["name"],
    "aws_glue_catalog_table": ["name", "table_type"],
    "aws_guardduty_detector": ["enable", "finding_publishing_frequency"],
    "aws_guardduty_detector_feature": ["name", "status"],
    "aws_budgets_budget": ["limit_amount", "name"],
    "aws_iam_policy": ["name"],
    "aws_iam_role": ["name"],
    "aws_iam_user": ["name"],
    "aws_kinesis_firehose_delivery_stream": ["name"],
    "aws_kinesis_stream": ["name", "retention_period", "shard_count", "stream_mode_details"],
    "aws_kms_key": ["customer_master_key_spec", "enable_key_rotation", "rotation_period_in_days"],
    "aws_lambda_event_source_mapping": ["batch_size", "maximum_retry_attempts", "parallelization_factor"],
    "aws_lambda_function": ["function_name", "memory_size", "reserved_concurrent_executions", "timeout"],
    "aws_macie2_classification_job": ["name", "schedule_frequency"],
    "aws_s3_bucket": ["bucket", "object_lock_enabled"],
    "aws_s3_bucket_object_lock_configuration": ["rule"],
    "aws_sagemaker_domain": ["app_network_access_type", "auth_mode", "domain_name"],
    "aws_sagemaker_feature_group": ["event_time_feature_name", "feature_group_name", "record_identifier_feature_name"],
    "aws_sagemaker_data_quality_job_definition": ["network_config", "stopping_condition"],
    "aws_sagemaker_endpoint": ["deployment_config", "name"],
    "aws_sagemaker_endpoint_configuration": ["name", "production_variants"],
    "aws_sagemaker_model": ["enable_network_isolation", "name"],
    "aws_sagemaker_model_package_group": ["model_package_group_name"],
    "aws_sagemaker_pipeline": ["parallelism_configuration", "pipeline_name"],
    "aws_sagemaker_monitoring_schedule": ["monitoring_schedule_config", "name"],
    "aws_sns_topic": ["name"],
    "aws_ssoadmin_permission_set": ["name", "session_duration"],
    "aws_sqs_queue": ["message_retention_seconds", "name"],
    "aws_subnet": ["availability_zone", "cidr_block"],
    "aws_vpc": ["cidr_block"],
    "aws_vpc_endpoint": ["service_name"],
}


def inventory(workspace: Workspace, known: dict[str, Any]) -> dict[str, Any]:
    """What the plan in *workspace* holds; *known* is the inventory there was."""
    resources = canonical_plan(workspace).resources
    configuration = read_json(workspace.configuration)
    symbols = Symbols(configuration, read_json(workspace.root / "bindings" / "schema.json"))
    [default] = provider_block(configuration)["default_tags"]
    listed = known.get("values", {})
    return {
        "counts": dict(sorted(Counter(kind(address) for address in resources).items())),
        "tags": {name: default["tags"][name] for name in SHARED_TAGS},
        "outputs": {name: symbols.resolve(block["value"]) for name, block in configuration["output"].items()},
        "values": {
            address: {name: values.get(name) for name in listed.get(address) or ARGUMENTS[kind(address)]}
            for address, values in resources.items()
            if address in listed or kind(address) in ARGUMENTS
        },
    }


def kind(address: str) -> str:
    return address.split(".", maxsplit=1)[0]


def main(deployment: str) -> int:
    path = ROOT / INVENTORIES / f"{deployment}.yaml"
    known = yaml.safe_load(path.read_text()) if path.is_file() else {}
    try:
        content = inventory(Workspace(ROOT, deployment, "local"), known)
    except MillraceError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    path.write_text(yaml.safe_dump(content, sort_keys=False, width=120))
    sys.stdout.write(f"wrote {path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
