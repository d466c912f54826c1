"""
What every Firehose stream has that keeps records exactly as they came: gzip files by the day they arrived, and an alarm.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import KinesisFirehoseDeliveryStream
from bindings.aws.kinesis_firehose_delivery_stream import KinesisFirehoseDeliveryStreamArguments
from modules.dataflow import Process, Statement, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.role import Role, service_trust
from modules.ingestion.delivery_log import DeliveryLog
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket

BUFFER_MIB = 64
BUFFER_SECONDS = 300
LATE_INTERVALS = 3  # buffer intervals that data may wait before somebody is told


def archive(
    scope: Construct,
    *,
    process: Process,
    pipeline: Pipeline,
    key: Key,
    bucket: Bucket,
    target: Store,
    prefix: str,
    alarms: Alarms,
) -> tuple[KinesisFirehoseDeliveryStreamArguments, Role]:
    """The arguments of a delivery stream into *bucket* below *prefix*, and the role it acts as; its source is missing."""
    log = DeliveryLog(scope, "log", name="archive", pipeline=pipeline, key=key, classification=target.classification)
    process.writes(target)
    process.requires(
        Statement(("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"), (bucket.arn(),)),
        log.write_statement(),
    )
    role = Role(
        scope, "role", pipeline=pipeline, process=process, trust=[service_trust("firehose.amazonaws.com", pipeline)]
    )
    name = pipeline.resource_name(process.name)
    alarms.add(
        "archive-late",
        "Events wait too long before they are kept in the raw zone",
        namespace="AWS/Firehose",
        metric_name="DeliveryToS3.DataFreshness",
        dimensions={"DeliveryStreamName": name},
        threshold=LATE_INTERVALS * BUFFER_SECONDS,
        statistic="Maximum",
    )
    return {
        "name": name,
        "destination": "extended_s3",
        "extended_s3_configuration": {
            "role_arn": role.arn,
            "bucket_arn": bucket.arn(),
            "prefix": f"{prefix}/ingest_date=!{{timestamp:yyyy-MM-dd}}/",
            "error_output_prefix": "errors/!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/",
            "buffering_size": BUFFER_MIB,
            "buffering_interval": BUFFER_SECONDS,
            "compression_format": "GZIP",
            "kms_key_arn": bucket.key.arn,
            "cloudwatch_logging_options": log.options(),
        },
        "tags": {"classification": target.classification},
    }, role


def stream(
    scope: Construct, role: Role, arguments: KinesisFirehoseDeliveryStreamArguments
) -> KinesisFirehoseDeliveryStream:
    """The delivery stream itself, once its role may do what it has to."""
    return KinesisFirehoseDeliveryStream(scope, "stream", **arguments, depends_on=[role.policy])
