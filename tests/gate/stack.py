"""
A streaming stack in Terraform's JSON syntax, written by hand so that the gate is tested without the modules it judges.
"""

from __future__ import annotations

import json
from typing import Any

from tests.gate.stack_lake import lake
from tests.gate.stack_network import network
from tests.gate.stack_parts import ACCOUNT, KEY, REGION, Resources, allow, merge, role, role_arn, tags


def configuration() -> dict[str, Any]:
    """
    The whole stack as `cdk.tf.json` holds it.
    """
    default = {
        "deployment": "orders-dev",
        "environment": "dev",
        "owner": "orders",
        "blueprint": "stream_analytics",
        "classification": "confidential",
        "managed-by": "millrace",
    }
    provider = {"region": REGION, "allowed_account_ids": [ACCOUNT], "default_tags": [{"tags": default}]}
    resource = merge(_keys(), network(), lake(), _stream(), _function(), _delivery(), _analytics(), _alarms())
    return {
        "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}},
        "provider": {"aws": [provider]},
        "resource": resource,
    }


def _keys() -> Resources:
    administrators = {"AWS": f"arn:aws:iam::{ACCOUNT}:role/deploy"}
    manage = [
        "kms:CreateAlias",
        "kms:Describe*",
        "kms:Enable*",
        "kms:Put*",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
    ]
    use = ["kms:Decrypt", "kms:GenerateDataKey"]
    service = {
        "Effect": "Allow",
        "Principal": {"Service": f"logs.{REGION}.amazonaws.com"},
        "Action": ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
        "Resource": "*",
        "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
    }
    statements = [
        {"Effect": "Allow", "Principal": administrators, "Action": manage, "Resource": "*"},
        {"Effect": "Allow", "Principal": {"AWS": role_arn("transform")}, "Action": use, "Resource": "*"},
        service,
    ]
    policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
    key = {"description": "Encrypts the stores", "enable_key_rotation": True, "rotation_period_in_days": 180}
    mac = {"description": "Makes tokens", "customer_master_key_spec": "HMAC_256", "key_usage": "GENERATE_VERIFY_MAC"}
    return {
        "aws_kms_key": {"key": {**key, "policy": policy}, "tokens": {**mac, "policy": policy}},
        "aws_kms_alias": {"key": {"name": "alias/orders-dev", "target_key_id": "${aws_kms_key.key.key_id}"}},
    }


def _stream() -> Resources:
    events = {
        "name": "orders-dev-events",
        "encryption_type": "KMS",
        "kms_key_id": KEY,
        "retention_period": 72,
        "shard_count": 2,
        "stream_mode_details": {"stream_mode": "PROVISIONED"},
        **tags(classification="confidential"),
    }
    events["shard_level_metrics"] = [
        "IteratorAgeMilliseconds",
        "ReadProvisionedThroughputExceeded",
        "WriteProvisionedThroughputExceeded",
    ]
    return {"aws_kinesis_stream": {"events": events}}


STREAM = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/${{aws_kinesis_stream.events.name}}"
DELIVERY = f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/${{aws_kinesis_firehose_delivery_stream.delivery.name}}"
FUNCTION = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:orders-dev-transform"
QUARANTINE = "arn:aws:s3:::${aws_s3_bucket.quarantine.bucket}/*"


def _function() -> Resources:
    network_actions = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"]
    vpc = {"ArnEquals": {"ec2:Vpc": f"arn:aws:ec2:{REGION}:{ACCOUNT}:vpc/${{aws_vpc.vpc.id}}"}}
    statements = [
        allow(["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStreamSummary"], STREAM),
        allow("firehose:PutRecordBatch", DELIVERY),
        allow("s3:PutObject", QUARANTINE),
        allow(["kms:Decrypt", "kms:GenerateDataKey"], KEY),
        allow("kms:GenerateMac", "${aws_kms_key.tokens.arn}"),
        allow("sqs:SendMessage", "${aws_sqs_queue.failures.arn}"),
        allow(["logs:CreateLogStream", "logs:PutLogEvents"], "${aws_cloudwatch_log_group.transform.arn}:log-stream:*"),
        {
            **allow(["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"),
            "Condition": {"StringEquals": {"aws:RequestedRegion": REGION}},
        },
        {**allow(network_actions, "*"), "Condition": vpc},
        {
            "Effect": "Deny",
            "Action": "ec2:CreateNetworkInterface",
            "Resource": "*",
            "Condition": {"ArnEquals": {"lambda:SourceFunctionArn": FUNCTION}},
        },
    ]
    function = {
        "function_name": "orders-dev-transform",
        "role": "${aws_iam_role.transform.arn}",
        "runtime": "python3.13",
        "architectures": ["arm64"],
        "handler": "stream_transform.handler.handler",
        "filename": "assets/stream_transform.zip",
        "source_code_hash": "oBi7nDrMeKhPAFWgAAFgkmKgsuq+FPCmzVBFrLnN3e8=",
        "reserved_concurrent_executions": 4,
        "kms_key_arn": KEY,
        "tracing_config": {"mode": "Active"},
        "environment": {
            "variables": {
                "DELIVERY_STREAM": "${aws_kinesis_firehose_delivery_stream.delivery.name}",
                "SENSITIVE_FIELDS": '["mail"]',
                "TOKEN_KEY_ID": "${aws_kms_key.tokens.arn}",
            }
        },
        "logging_config": {"log_format": "JSON", "log_group": "${aws_cloudwatch_log_group.transform.name}"},
        "vpc_config": {
            "subnet_ids": [f"${{aws_subnet.private_{zone}.id}}" for zone in "abc"],
            "security_group_ids": ["${aws_security_group.transform.id}"],
        },
    }
    mapping = {
        "event_source_arn": "${aws_kinesis_stream.events.arn}",
        "function_name": "${aws_lambda_function.transform.function_name}",
        "starting_position": "TRIM_HORIZON",
        "bisect_batch_on_function_error": True,
        "maximum_retry_attempts": 5,
        "maximum_record_age_in_seconds": 86400,
        "function_response_types": ["ReportBatchItemFailures"],
        "destination_config": {"on_failure": {"destination_arn": "${aws_sqs_queue.failures.arn}"}},
    }
    queue = {
        "name": "orders-dev-failures",
        "kms_master_key_id": "${aws_kms_key.key.key_id}",
        "message_retention_seconds": 1209600,
        **tags(classification="confidential"),
    }
    deny = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "sqs:*",
        "Resource": "${aws_sqs_queue.failures.arn}",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    tls_only = json.dumps({"Version": "2012-10-17", "Statement": [deny]})
    logs = {"name": "/aws/lambda/orders-dev-transform", "kms_key_id": KEY, "retention_in_days": 365}
    return merge(
        role("transform", "lambda.amazonaws.com", statements, deidentification="tokenize"),
        {
            "aws_lambda_function": {"transform": function},
            "aws_lambda_event_source_mapping": {"transform": mapping},
            "aws_sqs_queue": {"failures": queue},
            "aws_sqs_queue_policy": {"failures": {"queue_url": "${aws_sqs_queue.failures.url}", "policy": tls_only}},
            "aws_cloudwatch_log_group": {"transform": logs},
        },
    )


def _delivery() -> Resources:
    archive = {
        "name": "orders-dev-archive",
        "destination": "extended_s3",
        "kinesis_source_configuration": {
            "kinesis_stream_arn": "${aws_kinesis_stream.events.arn}",
            "role_arn": "${aws_iam_role.archive.arn}",
        },
        "extended_s3_configuration": _destination("archive", "raw", 16),
    }
    table = {"database_name": "${aws_glue_catalog_table.orders.database_name}", "table_name": "orders"}
    role_of_delivery = "${aws_iam_role.delivery.arn}"
    delivery = {
        "name": "orders-dev-delivery",
        "destination": "extended_s3",
        "server_side_encryption": {"enabled": True, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": KEY},
        "extended_s3_configuration": {
            **_destination("delivery", "curated", 64),
            "dynamic_partitioning_configuration": {"enabled": True},
            "data_format_conversion_configuration": {"schema_configuration": {**table, "role_arn": role_of_delivery}},
        },
        **tags(classification="internal"),
    }
    read = allow(["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"], STREAM)
    return merge(
        role("archive", "firehose.amazonaws.com", [read, _put("raw"), allow("kms:GenerateDataKey", KEY)]),
        role("delivery", "firehose.amazonaws.com", [_put("curated"), allow("kms:GenerateDataKey", KEY)]),
        {"aws_kinesis_firehose_delivery_stream": {"archive": archive, "delivery": delivery}},
    )


def _put(zone: str) -> dict[str, Any]:
    return allow(["s3:PutObject", "s3:AbortMultipartUpload"], f"arn:aws:s3:::${{aws_s3_bucket.{zone}.bucket}}/*")


def _destination(process: str, zone: str, buffering: int) -> dict[str, Any]:
    return {
        "bucket_arn": f"${{aws_s3_bucket.{zone}.arn}}",
        "role_arn": f"${{aws_iam_role.{process}.arn}}",
        "prefix": "orders/",
        "error_output_prefix": "errors/",
        "buffering_size": buffering,
        "kms_key_arn": KEY,
        "cloudwatch_logging_options": {
            "enabled": True,
            "log_group_name": "${aws_cloudwatch_log_group.transform.name}",
            "log_stream_name": process,
        },
    }


def _analytics() -> Resources:
    results = {
        "output_location": "s3://${aws_s3_bucket.results.bucket}/analyst/",
        "encryption_configuration": {"encryption_option": "SSE_KMS", "kms_key_arn": KEY},
    }
    settings = {
        "enforce_workgroup_configuration": True,
        "publish_cloudwatch_metrics_enabled": True,
        "bytes_scanned_cutoff_per_query": 1073741824,
        "result_configuration": results,
    }
    statements = [
        allow("s3:GetObject", "arn:aws:s3:::${aws_s3_bucket.curated.bucket}/*"),
        allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::${aws_s3_bucket.results.bucket}/analyst/*"),
        allow("kms:Decrypt", KEY),
    ]
    trust = {"AWS": f"arn:aws:iam::{ACCOUNT}:role/sso/analyst"}
    table = {"name": "orders", "database_name": "${aws_glue_catalog_database.lake.name}"}
    location = "s3://${aws_s3_bucket.curated.bucket}/orders/"
    return merge(
        role("analyst", trust, statements, process="persona-analyst-query"),
        {
            "aws_athena_workgroup": {"analyst": {"name": "orders-dev-analyst", "configuration": settings}},
            "aws_glue_catalog_database": {"lake": {"name": "orders_dev"}},
            "aws_glue_catalog_table": {"orders": {**table, "storage_descriptor": {"location": location}}},
        },
    )


def _alarms() -> Resources:
    function = {"FunctionName": "${aws_lambda_function.transform.function_name}"}
    queue = {"QueueName": "${aws_sqs_queue.failures.name}"}
    delivery = {"DeliveryStreamName": "${aws_kinesis_firehose_delivery_stream.delivery.name}"}
    archive = {"DeliveryStreamName": "${aws_kinesis_firehose_delivery_stream.archive.name}"}
    stream = {"StreamName": "${aws_kinesis_stream.events.name}"}
    alarms = {
        "iterator_age": ("AWS/Lambda", "IteratorAge", function),
        "errors": ("AWS/Lambda", "Errors", function),
        "throttles": ("AWS/Lambda", "Throttles", function),
        "failures": ("AWS/SQS", "ApproximateNumberOfMessagesVisible", queue),
        "delivery": ("AWS/Firehose", "DeliveryToS3.DataFreshness", delivery),
        "archive": ("AWS/Firehose", "DeliveryToS3.DataFreshness", archive),
        "writes": ("AWS/Kinesis", "WriteProvisionedThroughputExceeded", stream),
    }
    publish = {
        "Effect": "Allow",
        "Principal": {"Service": "cloudwatch.amazonaws.com"},
        "Action": "sns:Publish",
        "Resource": "${aws_sns_topic.alarms.arn}",
        "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
    }
    condition = {"Bool": {"aws:SecureTransport": "false"}}
    tls_only = {**publish, "Effect": "Deny", "Principal": "*", "Condition": condition}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [publish, tls_only]})
    receiver = {"topic_arn": "${aws_sns_topic.alarms.arn}", "protocol": "email", "endpoint": "orders@example.com"}
    return {
        "aws_cloudwatch_metric_alarm": {name: _alarm(name, *what) for name, what in alarms.items()},
        "aws_sns_topic": {"alarms": {"name": "orders-dev-alarms", "kms_master_key_id": "${aws_kms_key.key.key_id}"}},
        "aws_sns_topic_policy": {"alarms": {"arn": "${aws_sns_topic.alarms.arn}", "policy": policy}},
        "aws_sns_topic_subscription": {"orders": receiver},
    }


def _alarm(name: str, namespace: str, metric: str, dimensions: dict[str, str]) -> dict[str, Any]:
    return {
        "alarm_name": f"orders-dev-{name}",
        "namespace": namespace,
        "metric_name": metric,
        "dimensions": dimensions,
        "statistic": "Maximum",
        "comparison_operator": "GreaterThanThreshold",
        "threshold": 0,
        "period": 60,
        "evaluation_periods": 1,
        "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
    }
