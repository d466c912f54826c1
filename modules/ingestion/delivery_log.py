"""
Where a Firehose stream says what it could not deliver.
"""

from __future__ import annotations

from typing import Any

from bindings import Construct
from bindings.aws import CloudwatchLogStream
from modules.dataflow import Classification, Statement
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.pipeline import Pipeline


class DeliveryLog(Construct):
    """A log group and the one stream in it."""

    def __init__(
        self, scope: Construct, id: str, *, name: str, pipeline: Pipeline, key: Key, classification: Classification
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._group = LogGroup(
            self,
            "group",
            name=f"/aws/kinesisfirehose/{pipeline.name}-{name}",
            pipeline=pipeline,
            classification=classification,
            key=key,
        )
        self._stream = CloudwatchLogStream(self, "stream", name="errors", log_group_name=self._group.name)

    def options(self) -> Any:
        return {"enabled": True, "log_group_name": self._group.name, "log_stream_name": self._stream.name}

    def write_statement(self) -> Statement:
        return Statement(("logs:PutLogEvents",), (f"{self._group.arn}:log-stream:{self._stream.name}",))
