"""
Where every change of a store is kept as it happened: the raw zone of a lake, and its access logs.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from modules.foundation.key import Keys
from modules.foundation.network import Network
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket, BucketParams
from modules.storage.log_bucket import LogBucket
from modules.storage.zones import zone_store


class HistoryParams(Params):
    raw_retention_days: Annotated[int, Field(ge=1, le=36_500)] = 365
    """Days that changes are kept, 1 to 36500; not less than the environment's object lock."""


class History(Construct):
    """A bucket for changes and one for logs."""

    def __init__(
        self, scope: Construct, id: str, params: HistoryParams, *, pipeline: Pipeline, keys: Keys, network: Network
    ) -> None:
        super().__init__(scope, id)
        logs = LogBucket(self, "logs", pipeline=pipeline)
        self.raw = Bucket(
            self,
            "raw",
            BucketParams(zone="raw", retention_days=params.raw_retention_days),
            classification=pipeline.classification,
            key=keys.of("raw", pipeline.classification),
            pipeline=pipeline,
            network=network,
            logs=logs,
        )
        self.raw_store = zone_store(
            pipeline, "raw", self.raw, pipeline.classification, params.raw_retention_days, zone="raw"
        )
        self.log_store = logs.store
