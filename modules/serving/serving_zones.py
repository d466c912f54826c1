"""
Where the data of serving lies: what was asked and answered, what turned out to be true, and what the monitors found.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from modules.dataflow import Store
from modules.foundation.key import Keys
from modules.foundation.network import Network
from modules.params import Params
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.bucket import Bucket, BucketParams, ZoneName
from modules.storage.log_bucket import LogBucket

Days = Annotated[int, Field(ge=30, le=36_500)]
NOBODY: frozenset[str] = frozenset()


class ServingZonesParams(Params):
    captured_retention_days: Days = 90
    """Days that captured requests and answers are kept, and in an asynchronous deployment both of them, 30 to 36500."""

    truth_retention_days: Days = 365
    """Days that what turned out to be true is kept, and the baseline that monitors compare with, 30 to 36500."""

    report_retention_days: Days = 730
    """Days that reports of the monitors are kept, 30 to 36500."""


class ServingZones(Construct):
    """Buckets and the stores in them, all of the deployment's class: who asks a model sends what the model was not taught."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ServingZonesParams,
        *,
        pipeline: Pipeline,
        keys: Keys,
        network: Network,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._keys, self._network, self._params = pipeline, keys, network, params
        self.logs = LogBucket(self, "logs", pipeline=pipeline)
        self.captures = self.bucket("captured", params.captured_retention_days)
        self.captured = self.store("captured", self.captures, "captured/", params.captured_retention_days)
        self.truths = self.bucket("truth", params.truth_retention_days)
        self.truth = self.store("truth", self.truths, "truth/", params.truth_retention_days)
        self.baseline = self.store("baseline", self.truths, "baseline/", params.truth_retention_days)
        self.reports = self.bucket("monitored", params.report_retention_days)
        self.monitored = self.store("monitored", self.reports, "monitored/", params.report_retention_days)

    def asked(self) -> tuple[Bucket, Store]:
        """Requests of an asynchronous endpoint, which nobody but the endpoint reads."""
        days = self._params.captured_retention_days
        bucket = self.bucket("requests", days)
        return bucket, self.store("requests", bucket, "requests/", days, readers=NOBODY)

    def answered(self) -> tuple[Bucket, Store]:
        """Answers of an asynchronous endpoint."""
        days = self._params.captured_retention_days
        bucket = self.bucket("predictions", days)
        return bucket, self.store("predictions", bucket, "predictions/", days, zone="predictions")

    def bucket(self, zone: ZoneName, days: int) -> Bucket:
        pipeline = self._pipeline
        return Bucket(
            self,
            zone,
            BucketParams(zone=zone, retention_days=days),
            pipeline=pipeline,
            classification=pipeline.classification,
            key=self._keys.of(zone, pipeline.classification),
            network=self._network,
            logs=self.logs,
        )

    def store(  # a store has as many parts
        self,
        name: str,
        bucket: Bucket,
        prefix: str,
        days: int,
        *,
        readers: frozenset[str] | None = None,
        zone: str | None = None,
    ) -> Store:
        """What lies under *prefix* of *bucket*; people read it as its class says, when *readers* does not say otherwise."""
        pipeline = self._pipeline
        return pipeline.graph.add_store(
            Store(
                name=name,
                kind="bucket",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=days,
                read_statements=bucket.read_statements(prefix),
                write_statements=bucket.write_statements(prefix),
                persona_readers=PROFILES[pipeline.classification].persona_readers if readers is None else readers,
                zone=zone,
            )
        )
