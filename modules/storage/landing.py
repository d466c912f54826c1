"""
The zone of a lake in which producers outside put files, kept as they came.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from modules.dataflow import Process, Store
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.params import Params
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.bucket import Bucket, BucketParams
from modules.storage.log_bucket import LogBucket


class LandingParams(Params):
    raw_retention_days: Annotated[int, Field(ge=30, le=36_500)] = 30
    """Days that files are kept as they came, 30 to 36500; every load looks through them, so not longer than repair takes."""


class Landing(Construct):
    """The bucket under *key* that *producer* fills below `<dataset>/`, and the one for its access logs."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: LandingParams,
        *,
        dataset: str,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        producer: Process,
    ) -> None:
        super().__init__(scope, id)
        self.logs = LogBucket(self, "logs", pipeline=pipeline)
        self.bucket = Bucket(
            self,
            "raw",
            BucketParams(zone="raw", retention_days=params.raw_retention_days),
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
            network=network,
            logs=self.logs,
        )
        self.name = self.bucket.name
        self.prefix = f"{dataset}/"
        self.store = pipeline.graph.add_store(
            Store(
                name="raw",
                kind="bucket",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=params.raw_retention_days,
                read_statements=self.bucket.read_statements(self.prefix),
                write_statements=self.bucket.write_statements(self.prefix),
                persona_readers=PROFILES[pipeline.classification].persona_readers,
            )
        )
        producer.writes(self.store)
