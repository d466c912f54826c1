"""
Where the data of serving lies: what was asked and answered, what turned out to be true, and what the monitors found.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from bindings import Construct
from modules.dataflow import Store
from modules.params import Params
from modules.storage.bucket import Bucket, BucketParams, ZoneName
from modules.storage.log_bucket import LogBucket
from modules.storage.zones import NOBODY, zone_store
from modules.training.workplace import Workplace

Days = Annotated[int, Field(ge=30, le=36_500)]


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
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._place, self._params = place, params
        self.logs = LogBucket(self, "logs", pipeline=place.pipeline)
        self.captures = self._bucket("captured", params.captured_retention_days)
        self.captured = self._store("captured", self.captures, "captured/", params.captured_retention_days)
        self.truths = self._bucket("truth", params.truth_retention_days)
        self.truth = self._store("truth", self.truths, "truth/", params.truth_retention_days)
        self.baseline = self._store("baseline", self.truths, "baseline/", params.truth_retention_days)
        self.reports = self._bucket("monitored", params.report_retention_days)
        self.monitored = self._store("monitored", self.reports, "monitored/", params.report_retention_days)

    def asked(self) -> tuple[Bucket, Store]:
        """Requests of an asynchronous endpoint, which nobody but the endpoint reads."""
        days = self._params.captured_retention_days
        bucket = self._bucket("requests", days)
        return bucket, self._store("requests", bucket, "requests/", days, readers=NOBODY)

    def answered(self) -> tuple[Bucket, Store]:
        """Answers of an asynchronous endpoint."""
        days = self._params.captured_retention_days
        bucket = self._bucket("predictions", days)
        return bucket, self._store("predictions", bucket, "predictions/", days, zone="predictions")

    def _bucket(self, zone: ZoneName, days: int) -> Bucket:
        place, classification = self._place, self._place.pipeline.classification
        return Bucket(
            self,
            zone,
            BucketParams(zone=zone, retention_days=days),
            pipeline=place.pipeline,
            classification=classification,
            key=place.keys.of(zone, classification),
            network=place.network,
            logs=self.logs,
        )

    def _store(self, name: str, bucket: Bucket, prefix: str, days: int, **further: Any) -> Store:
        pipeline = self._place.pipeline
        return zone_store(pipeline, name, bucket, pipeline.classification, days, prefix=prefix, **further)
