"""
Operators on what runs: network, logging, scaling bounds, failures, monitoring.
"""

from __future__ import annotations

import json
import re
from typing import Any

from workflow.mutation.documents import FOREIGN
from workflow.mutation.operators import Operator, gone, only, setting, several

OUT, IN = "aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule"
RULES, VPC, ENDPOINT, SUBNET = (OUT, IN), "aws_vpc", "aws_vpc_endpoint", "aws_subnet"
FUNCTION, MAPPING, QUEUE = "aws_lambda_function", "aws_lambda_event_source_mapping", "aws_sqs_queue"
FIREHOSE, STREAM, TRAIL = "aws_kinesis_firehose_delivery_stream", "aws_kinesis_stream", "aws_cloudtrail"
CLUSTER, SERVERLESS, EKS, ECS = (
    "aws_redshift_cluster",
    "aws_redshiftserverless_workgroup",
    "aws_eks_cluster",
    "aws_ecs_service",
)
ALARM, MACHINE = "aws_cloudwatch_metric_alarm", "aws_sfn_state_machine"
FOREIGN_QUEUE = f"arn:aws:sqs:eu-central-1:{FOREIGN}:elsewhere"
WORLD = [{"cidr_block": "0.0.0.0/0", "gateway_id": "igw-0123456789abcdef0"}]


def _redriven_elsewhere(text: Any) -> str:
    return json.dumps({**json.loads(text), "deadLetterTargetArn": FOREIGN_QUEUE})


def _thousandfold(value: Any) -> Any:
    return int(value) * 1000 if value else 1_000_000


def _without(name: str) -> Any:
    """A definition of a state machine whose tasks have no *name*."""
    return lambda text: re.sub(rf'"{name}":\s*\[(?:[^\[\]]|\[[^\[\]]*\])*\],?\s*', "", str(text))


OPERATORS = [
    # Network
    Operator("open to the world", "network", RULES, lambda v: iter([("cidr_ipv4", {**v, "cidr_ipv4": "0.0.0.0/0", "referenced_security_group_id": None, "prefix_list_id": None})])),
    Operator("open to the world by IPv6", "network", RULES, lambda v: iter([("cidr_ipv6", {**v, "cidr_ipv6": "::/0", "cidr_ipv4": None, "referenced_security_group_id": None, "prefix_list_id": None})])),
    Operator("any protocol", "network", RULES, setting("ip_protocol", "-1")),
    Operator("UDP for TCP", "network", RULES, setting("ip_protocol", "udp", lambda old: old == "tcp")),
    Operator("every port", "network", RULES, lambda v: iter([("ports", {**v, "from_port": 0, "to_port": 65535})])),
    Operator("a foreign group", "network", RULES, setting("referenced_security_group_id", f"{FOREIGN}/sg-0123456789abcdef0", bool)),
    Operator("rule not described", "network", RULES, setting("description", None)),
    Operator("public addresses by IPv6", "network", (VPC,), setting("assign_generated_ipv6_cidr_block", value=True)),
    Operator("public addresses", "network", (SUBNET,), several(setting("map_public_ip_on_launch", value=True), setting("assign_ipv6_address_on_creation", value=True))),
    Operator("a route out", "network", ("aws_route_table",), setting("route", WORLD)),
    Operator("default group open", "network", ("aws_default_security_group",), several(gone, setting("ingress", [{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}]))),
    Operator("endpoint policy dropped", "network", (ENDPOINT,), setting("policy", None)),
    Operator("endpoint in the default group", "network", (ENDPOINT,), setting("security_group_ids", None)),
    Operator("endpoint without private name", "network", (ENDPOINT,), setting("private_dns_enabled", value=False, when=bool)),
    Operator("function outside the network", "network", (FUNCTION,), setting("vpc_config", None)),
    Operator("function in one zone", "network", (FUNCTION,), setting("vpc_config.subnet_ids", lambda old: old[:1], bool)),
    Operator("warehouse for the world", "network", (CLUSTER, SERVERLESS), setting("publicly_accessible", value=True)),
    Operator("warehouse routes around", "network", (CLUSTER, SERVERLESS), setting("enhanced_vpc_routing", value=False)),
    Operator("cluster for the world", "network", (EKS,), setting("vpc_config.endpoint_public_access", value=True)),
    Operator("service for the world", "network", (ECS,), setting("network_configuration.assign_public_ip", value=True)),
    Operator("nodes for SSH", "network", ("aws_eks_node_group",), setting("remote_access", [{"ec2_ssh_key": "somebody"}])),
    Operator("application outside the network", "network", ("aws_emrserverless_application",), setting("network_configuration", None)),
    Operator("machines for SSH", "network", ("aws_emr_cluster",), setting("ec2_attributes.key_name", "somebody")),
    # Logging
    Operator("bucket not logged", "logging", ("aws_s3_bucket_logging",), several(gone, setting("target_bucket", "elsewhere"))),
    Operator("traffic not logged", "logging", ("aws_flow_log",), several(gone, setting("traffic_type", "REJECT"))),
    Operator("trail off", "logging", (TRAIL,), setting("enable_logging", value=False)),
    Operator("trail of one region", "logging", (TRAIL,), setting("is_multi_region_trail", value=False)),
    Operator("trail unvalidated", "logging", (TRAIL,), setting("enable_log_file_validation", value=False)),
    Operator("trail looks away", "logging", (TRAIL,), several(setting("advanced_event_selector", None), setting("insight_selector", None), setting("cloud_watch_logs_group_arn", None))),
    Operator("machine not logged", "logging", (MACHINE,), setting("logging_configuration.level", "OFF")),
    Operator("not traced", "logging", (FUNCTION, MACHINE), several(setting("tracing_config.mode", "PassThrough"), setting("tracing_configuration.enabled", value=False))),
    Operator("warehouse not logged", "logging", ("aws_redshift_logging",), gone),
    Operator("namespace not logged", "logging", ("aws_redshiftserverless_namespace",), setting("log_exports", None)),
    Operator("delivery not logged", "logging", (FIREHOSE,), setting("extended_s3_configuration.cloudwatch_logging_options.enabled", value=False)),
    Operator("cluster not logged", "logging", ("aws_emr_cluster", EKS), several(setting("log_uri", None), setting("enabled_cluster_log_types", None))),
    Operator("queries not measured", "logging", ("aws_athena_workgroup",), setting("configuration.publish_cloudwatch_metrics_enabled", value=False)),
    Operator("events in the log", "logging", (FUNCTION,), setting("environment.variables.POWERTOOLS_LOGGER_LOG_EVENT", "true")),
    # Scaling bounds
    Operator("concurrency unbounded", "scaling bound", (FUNCTION,), several(setting("reserved_concurrent_executions", -1), setting("reserved_concurrent_executions", None))),
    Operator("capacity without ceiling", "scaling bound", ("aws_appautoscaling_target",), setting("max_capacity", 1_000_000)),
    Operator("scaling dropped", "scaling bound", ("aws_appautoscaling_target", "aws_appautoscaling_policy", "aws_autoscaling_policy", "aws_emr_managed_scaling_policy"), gone),
    Operator("machines without ceiling", "scaling bound", ("aws_autoscaling_group",), setting("max_size", 100_000)),
    Operator("queries unbounded", "scaling bound", ("aws_athena_workgroup",), setting("configuration.bytes_scanned_cutoff_per_query", None)),
    Operator("jobs for two days", "scaling bound", ("aws_glue_job",), several(setting("timeout", 2880), setting("number_of_workers", 1000))),
    Operator("application without ceiling", "scaling bound", ("aws_emrserverless_application",), several(setting("maximum_capacity", None), setting("auto_stop_configuration.enabled", value=False))),
    Operator("warehouse without limit", "scaling bound", ("aws_redshift_usage_limit", "aws_redshiftserverless_usage_limit"), gone),
    Operator("idle for ever", "scaling bound", ("aws_emr_cluster",), setting("auto_termination_policy", None)),
    Operator("shards not measured", "scaling bound", (STREAM,), setting("shard_level_metrics", None)),
    # Failures
    Operator("failures go nowhere", "DLQ and retry", (MAPPING,), setting("destination_config", None)),
    Operator("failures go elsewhere", "DLQ and retry", (MAPPING,), setting("destination_config.on_failure.destination_arn", FOREIGN_QUEUE)),
    Operator("retries unbounded", "DLQ and retry", (MAPPING,), several(setting("maximum_retry_attempts", -1), setting("maximum_record_age_in_seconds", -1))),
    Operator("batches not halved", "DLQ and retry", (MAPPING,), setting("bisect_batch_on_function_error", value=False)),
    Operator("source off", "DLQ and retry", (MAPPING,), setting("enabled", value=False)),
    Operator("source gone", "DLQ and retry", (MAPPING,), gone),
    Operator("batches fail whole", "DLQ and retry", (MAPPING,), setting("function_response_types", None)),
    Operator("no dead letters", "DLQ and retry", (QUEUE,), setting("redrive_policy", None)),
    Operator("dead letters elsewhere", "DLQ and retry", (QUEUE,), several(setting("redrive_policy", _redriven_elsewhere, bool), only(lambda v: not v.get("redrive_policy"), setting("redrive_policy", json.dumps({"deadLetterTargetArn": FOREIGN_QUEUE, "maxReceiveCount": 3}))))),
    Operator("messages seen twice", "DLQ and retry", (QUEUE,), setting("visibility_timeout_seconds", 1)),
    Operator("no second try", "DLQ and retry", (MACHINE,), setting("definition", _without("Retry"))),
    Operator("errors nobody catches", "DLQ and retry", (MACHINE,), setting("definition", _without("Catch"))),
    Operator("errors among records", "DLQ and retry", (FIREHOSE,), setting("extended_s3_configuration.error_output_prefix", None)),
    Operator("word of objects lost", "DLQ and retry", ("aws_s3_bucket_notification",), gone),
    # Monitoring
    Operator("alarm gone", "monitoring", (ALARM,), gone),
    Operator("alarm tells nobody", "monitoring", (ALARM, "aws_cloudwatch_composite_alarm"), setting("alarm_actions", None)),
    Operator("alarm muted", "monitoring", (ALARM, "aws_cloudwatch_composite_alarm"), setting("actions_enabled", value=False)),
    Operator("alarm above everything", "monitoring", (ALARM,), setting("threshold", _thousandfold)),
    Operator("alarm of something else", "monitoring", (ALARM,), setting("metric_name", "Elsewhere", bool)),
    Operator("event not looked for", "monitoring", ("aws_cloudwatch_log_metric_filter",), several(gone, setting("pattern", "never"))),
    Operator("receiver gone", "monitoring", ("aws_sns_topic_subscription",), gone),
    Operator("receiver elsewhere", "monitoring", ("aws_sns_topic_subscription",), setting("endpoint", "stranger@example.org")),
    Operator("rule off", "monitoring", ("aws_cloudwatch_event_rule",), setting("state", "DISABLED")),
    Operator("rule tells nobody", "monitoring", ("aws_cloudwatch_event_target",), gone),
    Operator("threats not looked for", "monitoring", ("aws_guardduty_detector", "aws_guardduty_detector_feature"), several(gone, setting("enable", value=False, when=bool), setting("status", "DISABLED", bool))),
    Operator("settings not recorded", "monitoring", ("aws_config_configuration_recorder", "aws_config_configuration_recorder_status"), several(gone, setting("is_enabled", value=False, when=bool), setting("recording_group.all_supported", value=False))),
    Operator("a watcher gone", "monitoring", ("aws_accessanalyzer_analyzer", "aws_macie2_account", "aws_securityhub_account", "aws_macie2_classification_job", "aws_securityhub_standards_subscription"), gone),
    Operator("images not scanned", "monitoring", ("aws_ecr_repository",), setting("image_scanning_configuration.scan_on_push", value=False)),
    Operator("budget tells nobody", "monitoring", ("aws_budgets_budget",), setting("notification", None)),
    Operator("containers not measured", "monitoring", ("aws_ecs_cluster",), setting("setting.value", "disabled")),
]  # fmt: skip
"""Operators on what runs."""
