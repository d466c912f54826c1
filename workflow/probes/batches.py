"""
Step Functions, EMR Serverless, Glue jobs and what they are fed by and judged with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

ENCRYPTION = "encryption_configuration[0]"
LIVE_ENCRYPTION = "EncryptionConfiguration"


def state_machine(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("stepfunctions").describe_state_machine(stateMachineArn=planned["arn"])
    logging, encryption = "logging_configuration[0]", "encryption_configuration[0]"
    yield from same(
        planned,
        found,
        {
            "role_arn": "roleArn",
            "type": "type",
            f"{logging}.level": "loggingConfiguration.level",
            f"{logging}.include_execution_data": "loggingConfiguration.includeExecutionData",
            f"{logging}.log_destination": "loggingConfiguration.destinations[0].cloudWatchLogsLogGroup.logGroupArn",
            f"{encryption}.type": "encryptionConfiguration.type",
            f"{encryption}.kms_key_id": "encryptionConfiguration.kmsKeyId",
            "tracing_configuration[0].enabled": "tracingConfiguration.enabled",
        },
    )
    yield Fact("definition", json.loads(planned["definition"]), json.loads(found["definition"]))


def spark_application(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("emr-serverless").get_application(applicationId=planned["id"])["application"]
    yield from same(
        planned,
        found,
        {
            "release_label": "releaseLabel",
            "maximum_capacity[0].cpu": "maximumCapacity.cpu",
            "maximum_capacity[0].memory": "maximumCapacity.memory",
            "maximum_capacity[0].disk": "maximumCapacity.disk",
            "auto_stop_configuration[0].enabled": "autoStopConfiguration.enabled",
            "auto_stop_configuration[0].idle_timeout_minutes": "autoStopConfiguration.idleTimeoutMinutes",
            "network_configuration[0].subnet_ids": "networkConfiguration.subnetIds",
            "network_configuration[0].security_group_ids": "networkConfiguration.securityGroupIds",
        },
    )


def job(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_job(JobName=planned["name"])["Job"]
    yield from same(
        planned,
        found,
        {
            "role_arn": "Role",
            "glue_version": "GlueVersion",
            "worker_type": "WorkerType",
            "number_of_workers": "NumberOfWorkers",
            "timeout": "Timeout",
            "max_retries": "MaxRetries || `0`",
            "security_configuration": "SecurityConfiguration",
            "default_arguments": "DefaultArguments",
            "command[0].script_location": "Command.ScriptLocation",
            "execution_property[0].max_concurrent_runs": "ExecutionProperty.MaxConcurrentRuns",
        },
    )


def security_configuration(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_security_configuration(Name=planned["name"])["SecurityConfiguration"]
    logs, marks, files = (
        f"{ENCRYPTION}.{part}[0]" for part in ("cloudwatch_encryption", "job_bookmarks_encryption", "s3_encryption")
    )
    yield from same(
        planned,
        found,
        {
            f"{logs}.cloudwatch_encryption_mode": f"{LIVE_ENCRYPTION}.CloudWatchEncryption.CloudWatchEncryptionMode",
            f"{logs}.kms_key_arn": f"{LIVE_ENCRYPTION}.CloudWatchEncryption.KmsKeyArn",
            f"{marks}.job_bookmarks_encryption_mode": f"{LIVE_ENCRYPTION}.JobBookmarksEncryption.JobBookmarksEncryptionMode",
            f"{marks}.kms_key_arn": f"{LIVE_ENCRYPTION}.JobBookmarksEncryption.KmsKeyArn",
            f"{files}.s3_encryption_mode": f"{LIVE_ENCRYPTION}.S3Encryption[0].S3EncryptionMode",
            f"{files}.kms_key_arn": f"{LIVE_ENCRYPTION}.S3Encryption[0].KmsKeyArn",
        },
    )


def ruleset(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_data_quality_ruleset(Name=planned["name"])
    target = "target_table[0]"
    yield from same(
        planned,
        found,
        {
            "ruleset": "Ruleset",
            f"{target}.database_name": "TargetTable.DatabaseName",
            f"{target}.table_name": "TargetTable.TableName",
        },
    )


def optimizer(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_table_optimizer(
        CatalogId=planned["catalog_id"],
        DatabaseName=planned["database_name"],
        TableName=planned["table_name"],
        Type=planned["type"],
    )["TableOptimizer"]
    retention = "retention_configuration[0].iceberg_configuration[0]"
    yield from same(
        planned,
        found,
        {
            "configuration[0].enabled": "configuration.enabled",
            "configuration[0].role_arn": "configuration.roleArn",
            f"configuration[0].{retention}.snapshot_retention_period_in_days": (
                "configuration.retentionConfiguration.icebergConfiguration.snapshotRetentionPeriodInDays"
            ),
        },
    )


def notification(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_notification_configuration(Bucket=planned["bucket"])
    told = [(each["queue_arn"], sorted(each["events"])) for each in planned.get("queue") or []]
    there = [(each["QueueArn"], sorted(each["Events"])) for each in found.get("QueueConfigurations", [])]
    yield Fact("queue", told, there)
    yield Fact("topic", planned.get("topic"), found.get("TopicConfigurations"))
    yield Fact("lambda_function", planned.get("lambda_function"), found.get("LambdaFunctionConfigurations"))


def code(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").head_object(Bucket=planned["bucket"], Key=planned["key"])
    yield from same(planned, found, {"server_side_encryption": "ServerSideEncryption", "kms_key_id": "SSEKMSKeyId"})


PROBES = {
    "aws_emrserverless_application": spark_application,
    "aws_glue_catalog_table_optimizer": optimizer,
    "aws_glue_data_quality_ruleset": ruleset,
    "aws_glue_job": job,
    "aws_glue_security_configuration": security_configuration,
    "aws_s3_bucket_notification": notification,
    "aws_s3_object": code,
    "aws_sfn_state_machine": state_machine,
}
