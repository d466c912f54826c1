"""
A Firehose stream that keeps every event of a Kinesis stream in the lake exactly as it came.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import KinesisFirehoseDeliveryStream
from modules.dataflow import Statement, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.role import Role, service_trust
from modules.ingestion.delivery_log import DeliveryLog
from modules.ingestion.event_stream import EventStream
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket

BUFFER_MIB = 64
BUFFER_SECONDS = 300
LATE_INTERVALS = 3  # buffer intervals that data may wait before somebody is told


class StreamArchive(Construct):
    """Reads *source* and writes gzip files to *bucket*, by the day they arrived."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        key: Key,
        source: EventStream,
        bucket: Bucket,
        target: Store,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        log = DeliveryLog(self, "log", name="archive", pipeline=pipeline, key=key, classification=target.classification)
        self.process = pipeline.process("archive", "delivery_stream")
        self.process.reads(source.store)
        self.process.writes(target)
        self.process.requires(
            Statement(("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"), (bucket.arn(),)),
            log.write_statement(),
        )
        role = Role(
            self,
            "role",
            pipeline=pipeline,
            process=self.process,
            trust=[service_trust("firehose.amazonaws.com", pipeline)],
        )
        self.stream = KinesisFirehoseDeliveryStream(
            self,
            "stream",
            name=pipeline.resource_name("archive"),
            destination="extended_s3",
            kinesis_source_configuration={"kinesis_stream_arn": source.stream.arn, "role_arn": role.arn},
            extended_s3_configuration={
                "role_arn": role.arn,
                "bucket_arn": bucket.arn(),
                "prefix": "events/ingest_date=!{timestamp:yyyy-MM-dd}/",
                "error_output_prefix": "errors/!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/",
                "buffering_size": BUFFER_MIB,
                "buffering_interval": BUFFER_SECONDS,
                "compression_format": "GZIP",
                "kms_key_arn": bucket.key.arn,
                "cloudwatch_logging_options": log.options(),
            },
            tags={"classification": target.classification},
            depends_on=[role.policy],
        )
        alarms.add(
            "archive-late",
            "Events wait too long before they are kept in the raw zone",
            namespace="AWS/Firehose",
            metric_name="DeliveryToS3.DataFreshness",
            dimensions={"DeliveryStreamName": str(self.stream.name)},
            threshold=LATE_INTERVALS * BUFFER_SECONDS,
            statistic="Maximum",
        )
