"""
A Firehose stream that writes rows to the lake: partitioned by event date, as Parquet with the table's columns.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import KinesisFirehoseDeliveryStream
from modules.dataflow import Load, Statement, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.role import Role, service_trust
from modules.ingestion.delivery_log import DeliveryLog
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket
from modules.storage.data_catalog import DataCatalog

# "Amazon Data Firehose quota": direct put in a region with the smallest one, records and MiB a second.
DIRECT_PUT_RECORDS = 100_000
DIRECT_PUT_KIB = 1_024
LATE_INTERVALS = 3  # buffer intervals that data may wait before somebody is told


class DeliveryStreamParams(Params):
    buffer_mib: Annotated[int, Field(ge=64, le=128)] = 64
    """MiB collected for one file, 64 to 128 (64 is Firehose's least with dynamic partitioning)."""

    buffer_seconds: Annotated[int, Field(ge=60, le=900)] = 300
    """Seconds after which a file is written however small, 60 to 900."""


class DeliveryStream(Construct):
    """Takes rows by direct put, and writes them to the table of *catalog* in *bucket*."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: DeliveryStreamParams,
        *,
        pipeline: Pipeline,
        key: Key,
        catalog: DataCatalog,
        bucket: Bucket,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        name = pipeline.resource_name("delivery")
        log = DeliveryLog(
            self, "log", name="delivery", pipeline=pipeline, key=key, classification=catalog.store.classification
        )
        self.process = pipeline.process("delivery", "delivery_stream")
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
            name=name,
            destination="extended_s3",
            server_side_encryption={"enabled": True, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": key.arn},
            extended_s3_configuration={
                "role_arn": role.arn,
                "bucket_arn": bucket.arn(),
                "prefix": f"{catalog.prefix}event_date=!{{partitionKeyFromQuery:event_date}}/",
                "error_output_prefix": f"errors/{catalog.prefix}!{{firehose:error-output-type}}/!{{timestamp:yyyy-MM-dd}}/",
                "buffering_size": params.buffer_mib,
                "buffering_interval": params.buffer_seconds,
                "kms_key_arn": bucket.key.arn,
                "cloudwatch_logging_options": log.options(),
                "dynamic_partitioning_configuration": {"enabled": True, "retry_duration": 300},
                "processing_configuration": {
                    "enabled": True,
                    "processors": [
                        {
                            "type": "MetadataExtraction",
                            "parameters": [
                                {"parameter_name": "JsonParsingEngine", "parameter_value": "JQ-1.6"},
                                {
                                    "parameter_name": "MetadataExtractionQuery",
                                    "parameter_value": "{event_date:.event_date}",
                                },
                            ],
                        }
                    ],
                },
                "data_format_conversion_configuration": {
                    "enabled": True,
                    "input_format_configuration": {"deserializer": {"open_x_json_ser_de": {"case_insensitive": True}}},
                    "output_format_configuration": {"serializer": {"parquet_ser_de": {"compression": "SNAPPY"}}},
                    "schema_configuration": {
                        "role_arn": role.arn,
                        "database_name": catalog.database.name,
                        "table_name": catalog.table.name,
                        "region": pipeline.environment.region,
                    },
                },
            },
            tags={"classification": catalog.store.classification},
            depends_on=[role.policy],
        )
        self.name = self.stream.name
        arn = pipeline.arn("firehose", f"deliverystream/{self.stream.name}")
        self.store = pipeline.graph.add_store(
            Store(
                name="delivery-buffer",
                kind="delivery_stream",
                classification=catalog.store.classification,
                owner=pipeline.owner,
                retention_days=1,
                read_statements=(),
                write_statements=(Statement(("firehose:PutRecord", "firehose:PutRecordBatch"), (arn,)),),
                capacity=capacity,
            )
        )
        undelivered = pipeline.graph.add_store(
            Store(
                name="undelivered",
                kind="bucket",
                classification=catalog.store.classification,
                owner=pipeline.owner,
                retention_days=catalog.store.retention_days,
                read_statements=(),
                write_statements=bucket.write_statements(f"errors/{catalog.prefix}"),
                persona_readers=frozenset(),
            )
        )
        self.process.reads(self.store)
        self.process.writes(catalog.store, undelivered)
        self.process.requires(
            Statement(("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"), (bucket.arn(),)),
            catalog.schema_statement(),
            log.write_statement(),
        )
        alarms.add(
            "delivery-late",
            "Rows wait too long before they reach the lake",
            namespace="AWS/Firehose",
            metric_name="DeliveryToS3.DataFreshness",
            dimensions={"DeliveryStreamName": str(self.name)},
            threshold=LATE_INTERVALS * params.buffer_seconds,
            statistic="Maximum",
        )


def capacity(load: Load) -> float:
    """Records a second of *load*'s size that direct put takes in the smallest region."""
    return min(DIRECT_PUT_RECORDS, DIRECT_PUT_KIB * 1024 / load.record_bytes)
