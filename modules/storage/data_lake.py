"""
The lake: raw data as it came, curated data people read, quarantine for what was refused, results of queries, access logs.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from modules.dataflow import Classification
from modules.foundation.key import Keys
from modules.foundation.network import Network
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket, BucketParams, ZoneName
from modules.storage.log_bucket import LogBucket
from modules.storage.zones import zone_store

Days = Annotated[int, Field(ge=1, le=36_500)]
RESULT_DAYS = 30  # a result can be made again by running the query again


class DataLakeParams(Params):
    raw_retention_days: Days = 365
    """Days that records are kept as they came, 1 to 36500; not less than the environment's object lock."""

    curated_retention_days: Days = 365
    """Days that curated rows are kept, 1 to 36500."""

    quarantine_retention_days: Days = 90
    """Days that refused records are kept for repair, 1 to 36500."""


class DataLake(Construct):
    """
    Four buckets for data and one for logs.

    Raw and quarantine hold data of the source's class; curated and results hold *curated* class.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: DataLakeParams,
        *,
        pipeline: Pipeline,
        curated: Classification,
        keys: Keys,
        network: Network,
    ) -> None:
        super().__init__(scope, id)
        self.logs = LogBucket(self, "logs", pipeline=pipeline)
        zones: dict[ZoneName, tuple[int, Classification]] = {
            "raw": (params.raw_retention_days, pipeline.classification),
            "curated": (params.curated_retention_days, curated),
            "quarantine": (params.quarantine_retention_days, pipeline.classification),
            "results": (RESULT_DAYS, curated),
        }
        buckets = {
            zone: Bucket(
                self,
                zone,
                BucketParams(zone=zone, retention_days=days),
                classification=classification,
                key=keys.of(zone, classification),
                pipeline=pipeline,
                network=network,
                logs=self.logs,
            )
            for zone, (days, classification) in zones.items()
        }
        self.raw, self.curated = buckets["raw"], buckets["curated"]
        self.quarantine, self.results = buckets["quarantine"], buckets["results"]
        self.raw_store = zone_store(
            pipeline, "raw", self.raw, pipeline.classification, params.raw_retention_days, zone="raw"
        )
        self.quarantine_store = zone_store(
            pipeline,
            "quarantine",
            self.quarantine,
            pipeline.classification,
            params.quarantine_retention_days,
            zone="quarantine",
        )
        self.log_store = self.logs.store
