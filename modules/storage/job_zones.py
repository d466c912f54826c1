"""
What jobs need beside the lake: a place for their code, and one for what they say while they run.
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
from modules.storage.bucket import Bucket, BucketParams, ZoneName
from modules.storage.log_bucket import LogBucket
from modules.storage.zones import zone_store


class JobZonesParams(Params):
    code_retention_days: Annotated[int, Field(ge=30, le=36_500)] = 3_650
    """Days that code is kept, 30 to 36500; longer than anybody asks what a row was made with."""


class JobZones(Construct):
    """
    Two buckets of the pipeline's class: logs quote the data that jobs stumble over, and code knows its secrets.

    Logs are kept as long as the class demands.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: JobZonesParams,
        *,
        pipeline: Pipeline,
        keys: Keys,
        network: Network,
        access_logs: LogBucket,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._keys = keys
        self._network = network
        self._access_logs = access_logs
        self.code, self.code_store = self._zone("code", params.code_retention_days)
        self.logs, self.log_store = self._zone("job-logs", pipeline.log_retention_days(pipeline.classification))

    def _zone(self, zone: ZoneName, days: int) -> tuple[Bucket, Store]:
        classification = self._pipeline.classification
        bucket = Bucket(
            self,
            zone.replace("-", "_"),
            BucketParams(zone=zone, retention_days=days),
            pipeline=self._pipeline,
            classification=classification,
            key=self._keys.of(zone, classification),
            network=self._network,
            logs=self._access_logs,
        )
        return bucket, zone_store(self._pipeline, zone, bucket, classification, days, zone=zone)
