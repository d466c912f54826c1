"""
The weakenings of a deployment's own stack that loosen one word of it: streams, functions, queues, alarms.
"""

from __future__ import annotations

import json

from tests.gate.real_weakenings import TABLE, also, arn, edit, pick, statement_with, write
from tests.gate.weakenings import at, changed, inner

BUCKET, KEY, ROLE, POLICY = "aws_s3_bucket", "aws_kms_key", "aws_iam_role", "aws_iam_role_policy"
FIREHOSE, FUNCTION, TABLES = "aws_kinesis_firehose_delivery_stream", "aws_lambda_function", "aws_glue_catalog_table"
MAPPING, ALARM, ENDPOINT = "aws_lambda_event_source_mapping", "aws_cloudwatch_metric_alarm", "aws_vpc_endpoint"
LOGS, TOPIC, TRUST = "aws_cloudwatch_log_group", "aws_sns_topic", "assume_role_policy"
DESTINATION = "extended_s3_configuration"
ENCRYPTION = f"{BUCKET}_server_side_encryption_configuration"
FOREIGN_ROLE = "arn:aws:iam::999999999999:role/x"


def variable(name: str, **values: str) -> None:
    edit(name, FUNCTION, "", lambda block: inner(block, "environment", "variables").update(values))


# Kinesis and Firehose
edit("delivery: encryption off", FIREHOSE, "_delivery_", at("server_side_encryption", enabled=False))
edit(
    "delivery: to a web address",
    FIREHOSE,
    "_delivery_",
    changed(
        destination="http_endpoint",
        http_endpoint_configuration=[
            {
                "url": "https://example.org",
                "s3_configuration": [{"bucket_arn": "arn:aws:s3:::elsewhere", "role_arn": FOREIGN_ROLE}],
            }
        ],
    ),
)
edit(
    "archive: to a web address too",
    FIREHOSE,
    "_archive_",
    changed(
        http_endpoint_configuration=[
            {
                "url": "https://example.org",
                "s3_configuration": [{"bucket_arn": "arn:aws:s3:::elsewhere", "role_arn": FOREIGN_ROLE}],
            }
        ]
    ),
)
edit(
    "archive: a foreign function changes events",
    FIREHOSE,
    "_archive_",
    at(
        DESTINATION,
        processing_configuration={
            "enabled": True,
            "processors": [
                {
                    "type": "Lambda",
                    "parameters": [
                        {
                            "parameter_name": "LambdaArn",
                            "parameter_value": "arn:aws:lambda:eu-central-1:999999999999:function:x:1",
                        }
                    ],
                }
            ],
        },
    ),
)
edit(
    "archive: a copy to a foreign bucket",
    FIREHOSE,
    "_archive_",
    at(
        DESTINATION,
        s3_backup_mode="Enabled",
        s3_backup_configuration={"bucket_arn": "arn:aws:s3:::elsewhere", "role_arn": FOREIGN_ROLE},
    ),
)
edit(
    "archive: errors logged nowhere",
    FIREHOSE,
    "_archive_",
    at(DESTINATION, "cloudwatch_logging_options", enabled=False),
)
edit(
    "archive: errors logged elsewhere",
    FIREHOSE,
    "_archive_",
    at(DESTINATION, "cloudwatch_logging_options", log_group_name="elsewhere"),
)
edit(
    "archive: reads under a foreign role",
    FIREHOSE,
    "_archive_",
    at("kinesis_source_configuration", role_arn=FOREIGN_ROLE),
)
edit(
    "archive: errors where the events are",
    FIREHOSE,
    "_archive_",
    lambda b: inner(b, DESTINATION).update(error_output_prefix=inner(b, DESTINATION)["prefix"]),
)
edit(
    "delivery: schema under a foreign role",
    FIREHOSE,
    "_delivery_",
    at(DESTINATION, "data_format_conversion_configuration", "schema_configuration", role_arn=FOREIGN_ROLE),
)
TABLE["delivery: into the raw bucket"] = lambda s: inner(pick(s, FIREHOSE, "_delivery_")[1], DESTINATION).update(
    bucket_arn=arn(s, f"{BUCKET} lake_raw")
)
TABLE["archive: events into curated"] = lambda s: inner(pick(s, FIREHOSE, "_archive_")[1], DESTINATION).update(
    bucket_arn=arn(s, f"{BUCKET} lake_curated")
)
TABLE["delivery: as the archive"] = lambda s: inner(pick(s, FIREHOSE, "_delivery_")[1], DESTINATION).update(
    role_arn=arn(s, f"{ROLE} archive_role")
)

# Function and event source
variable("function: events in the log", POWERTOOLS_LOGGER_LOG_EVENT="true")
variable("function: talks too much", POWERTOOLS_LOG_LEVEL="DEBUG")
variable("function: bad records elsewhere", QUARANTINE_BUCKET="elsewhere")
edit("function: concurrency of a whole account", FUNCTION, "", changed(reserved_concurrent_executions=1000))
edit("function: an old runtime", FUNCTION, "", changed(runtime="python3.8"))
edit(
    "function: foreign files",
    FUNCTION,
    "",
    changed(
        file_system_config=[
            {
                "arn": "arn:aws:elasticfilesystem:eu-central-1:999999999999:access-point/fsap-1",
                "local_mount_path": "/mnt/x",
            }
        ]
    ),
)
edit(
    "function: failures to a foreign queue",
    FUNCTION,
    "",
    changed(dead_letter_config=[{"target_arn": "arn:aws:sqs:eu-central-1:999999999999:x"}]),
)
edit(
    "function: a foreign image",
    FUNCTION,
    "",
    changed(
        image_uri="999999999999.dkr.ecr.eu-central-1.amazonaws.com/x:latest",
        package_type="Image",
        filename=None,
        handler=None,
        runtime=None,
    ),
)
edit(
    "function: logs to another group",
    FUNCTION,
    "",
    changed(logging_config=[{"log_format": "JSON", "log_group": "/elsewhere"}]),
)
edit(
    "function: two zones less",
    FUNCTION,
    "",
    lambda b: inner(b, "vpc_config").update(subnet_ids=inner(b, "vpc_config")["subnet_ids"][:1]),
)
edit("source: batches not halved", MAPPING, "", changed(bisect_batch_on_function_error=False))
edit("source: begins with what comes next", MAPPING, "", changed(starting_position="LATEST"))
edit(
    "source: leaves records out",
    MAPPING,
    "",
    changed(filter_criteria=[{"filter": [{"pattern": '{"partitionKey":["1"]}'}]}]),
)
edit(
    "source: a foreign stream",
    MAPPING,
    "",
    changed(event_source_arn="arn:aws:kinesis:eu-central-1:999999999999:stream/x"),
)
edit("source: gives up at once", MAPPING, "", changed(maximum_record_age_in_seconds=60))
edit("source: never retries", MAPPING, "", changed(maximum_retry_attempts=0))

# Queue, topic, alarms
edit(
    "failures: a policy in the queue",
    "aws_sqs_queue",
    "",
    changed(
        policy=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"}],
            }
        )
    ),
)
write("failures: TLS for one action", "aws_sqs_queue_policy", "", statement_with("TlsOnly", Action="sqs:SendMessage"))
write(
    "failures: TLS inverted",
    "aws_sqs_queue_policy",
    "",
    statement_with("TlsOnly", Condition={"Bool": {"aws:SecureTransport": "true"}}),
)
edit(
    "failures: policy of another queue",
    "aws_sqs_queue_policy",
    "",
    changed(queue_url="https://sqs.eu-central-1.amazonaws.com/111122223333/elsewhere"),
)
write("topic: alarms of any account", f"{TOPIC}_policy", "", statement_with("Publish", Condition=None))
write(
    "topic: alarms perhaps of the account",
    f"{TOPIC}_policy",
    "",
    statement_with("Publish", Condition={"StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}}),
)
edit(
    "topic: a policy in the topic",
    TOPIC,
    "",
    changed(
        policy=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sns:Subscribe", "Resource": "*"}],
            }
        )
    ),
)
write("topic: everybody subscribes", f"{TOPIC}_policy", "", also(Principal="*", Action="sns:Subscribe", Resource="*"))
edit("receiver hears nothing", "aws_sns_topic_subscription", "", changed(filter_policy=json.dumps({"x": ["never"]})))
edit(
    "receiver by plain HTTP", "aws_sns_topic_subscription", "", changed(protocol="http", endpoint="http://example.org")
)
edit(
    "receiver: another topic",
    "aws_sns_topic_subscription",
    "",
    changed(topic_arn="arn:aws:sns:eu-central-1:999999999999:x"),
)
edit("alarm of another function", ALARM, "function_errors", changed(dimensions={"FunctionName": "elsewhere"}))
edit("alarm of another metric", ALARM, "function_errors", changed(metric_name="Invocations"))
edit("alarm of another namespace", ALARM, "function_errors", changed(namespace="Custom"))
edit("alarm of the least", ALARM, "iterator_age", changed(statistic="Minimum"))
edit("alarm of the average", ALARM, "failures", changed(statistic="SampleCount"))
edit("alarm above a million", ALARM, "function_errors", changed(threshold=1000000))
edit("alarm of a percentile of few", ALARM, "iterator_age", changed(statistic=None, extended_statistic="p1"))
edit("alarm of no dimension", ALARM, "iterator_age", changed(dimensions=None))
edit(
    "alarm by expression",
    ALARM,
    "function_errors",
    changed(
        metric_name=None,
        namespace=None,
        period=None,
        statistic=None,
        dimensions=None,
        metric_query=[{"id": "e", "expression": "0", "return_data": True}],
    ),
)
