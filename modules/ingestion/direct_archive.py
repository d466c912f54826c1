"""
A Firehose stream that a function puts lines on, kept in the lake exactly as they came.
"""

from __future__ import annotations

from bindings import Construct
from modules.dataflow import Statement, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.ingestion import every_archive
from modules.ingestion.delivery_stream import capacity
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket


class DirectArchive(Construct):
    """Takes lines by direct put and writes gzip files to *bucket* below *prefix*, by the day they arrived."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        key: Key,
        bucket: Bucket,
        target: Store,
        prefix: str,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self.process = pipeline.process("archive", "delivery_stream")
        arguments, role = every_archive.archive(
            self,
            process=self.process,
            pipeline=pipeline,
            key=key,
            bucket=bucket,
            target=target,
            prefix=prefix,
            alarms=alarms,
        )
        arguments["server_side_encryption"] = {
            "enabled": True,
            "key_type": "CUSTOMER_MANAGED_CMK",
            "key_arn": key.arn,
        }
        self.stream = every_archive.stream(self, role, arguments)
        self.name = self.stream.name
        arn = pipeline.arn("firehose", f"deliverystream/{self.stream.name}")
        self.store = pipeline.graph.add_store(
            Store(
                name="archive-buffer",
                kind="delivery_stream",
                classification=target.classification,
                owner=pipeline.owner,
                retention_days=1,
                read_statements=(),
                write_statements=(Statement(("firehose:PutRecord", "firehose:PutRecordBatch"), (arn,)),),
                capacity=capacity,
            )
        )
        self.process.reads(self.store)
