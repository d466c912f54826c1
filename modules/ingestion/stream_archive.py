"""
A Firehose stream that keeps every event of a Kinesis stream in the lake exactly as it came.
"""

from __future__ import annotations

from bindings import Construct
from modules.dataflow import Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.ingestion import every_archive
from modules.ingestion.event_stream import EventStream
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket


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
        self.process = pipeline.process("archive", "delivery_stream")
        self.process.reads(source.store)
        arguments, role = every_archive.archive(
            self,
            process=self.process,
            pipeline=pipeline,
            key=key,
            bucket=bucket,
            target=target,
            prefix="events",
            alarms=alarms,
        )
        arguments["kinesis_source_configuration"] = {"kinesis_stream_arn": source.stream_arn, "role_arn": role.arn}
        self.stream = every_archive.stream(self, role, arguments)
