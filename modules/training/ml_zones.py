"""
Where the data of training lies, from quarantine to the models that may be deployed.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from bindings import Construct
from modules.dataflow import Classification, Store
from modules.params import Params
from modules.storage.bucket import Bucket, BucketParams, ZoneName
from modules.storage.log_bucket import LogBucket
from modules.storage.zones import NOBODY, zone_store
from modules.training.workplace import Workplace

Days = Annotated[int, Field(ge=30, le=36_500)]


class MlZonesParams(Params):
    quarantine_retention_days: Days = 90
    """Days that data waits in quarantine, and that refused data is kept for those who look into it, 30 to 36500."""

    approved_retention_days: Days = 730
    """Days that approved data and the records of its approval are kept, 30 to 36500."""

    model_retention_days: Days = 1_825
    """Days that models, their signatures and their reports are kept, 30 to 36500."""


class MlZones(Construct):
    """
    Buckets and the stores in them. Data is of the source's class until it is promoted, and of *approved* from then on; models
    and what is said about them are of *learned*.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: MlZonesParams,
        *,
        dataset: str,
        approved: Classification,
        learned: Classification,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._place, pipeline = place, place.pipeline
        self.logs = LogBucket(self, "logs", pipeline=pipeline)
        self.log_store = self.logs.store
        source, kept = pipeline.classification, params.quarantine_retention_days
        self.quarantine = self._bucket("quarantine", source, kept)
        self.quarantined = self._store("quarantine", self.quarantine, "batches/", source, kept)
        self.baseline = self._store("baseline", self.quarantine, f"baseline/{dataset}/", source, kept)
        self.staged = self._bucket("staged", source, kept)
        self.judged = self._store("judged", self.staged, f"judged/{dataset}/", source, kept, readers=NOBODY)
        days = params.approved_retention_days
        self.approved = self._bucket("approved", approved, days)
        self.data = self._store("approved", self.approved, f"data/{dataset}/", approved, days, readers=NOBODY)
        self.approvals = self._store("approvals", self.approved, f"approvals/{dataset}/", approved, days)
        self.pretrained = self._store(
            "pretrained", self.approved, f"pretrained/{dataset}/", approved, days, readers=NOBODY
        )
        self.history = self._store("history", self.approved, f"features/{dataset}/", approved, days, readers=NOBODY)
        days = params.model_retention_days
        self.models = self._bucket("models", learned, days)
        self.trained = self._store("models", self.models, f"models/{dataset}/", learned, days, readers=NOBODY)
        self.checkpoints = self._store("checkpoints", self.models, "checkpoints/", learned, days, readers=NOBODY)
        self.signatures = self._store("signatures", self.models, f"signatures/{dataset}/", learned, days)
        self.reports = self._bucket("reports", learned, days)
        self.reported = self._store("reports", self.reports, f"reports/{dataset}/", learned, days)
        self.tried = self._store("tried", self.reports, f"tried/{dataset}/", learned, days)
        self.released = self._bucket("released", learned, days)
        self.deployable = self._store(
            "released",
            self.released,
            f"released/{dataset}/",
            learned,
            days,
            readers=NOBODY,
            zone="released",
            offered=True,
        )

    def _bucket(self, zone: ZoneName, classification: Classification, days: int) -> Bucket:
        return Bucket(
            self,
            zone,
            BucketParams(zone=zone, retention_days=days),
            pipeline=self._place.pipeline,
            classification=classification,
            key=self._place.keys.of(zone, classification),
            network=self._place.network,
            logs=self.logs,
        )

    def _store(
        self, name: str, bucket: Bucket, prefix: str, classification: Classification, days: int, **further: Any
    ) -> Store:
        return zone_store(self._place.pipeline, name, bucket, classification, days, prefix=prefix, **further)
