"""
The zones of a lakehouse: a lake, where batches wait to be judged, the code of the jobs; and who Lake Formation lets in.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.dataflow import Classification
from modules.foundation.key import Keys
from modules.foundation.network import Network
from modules.pipeline import Pipeline
from modules.processing.enrichment import Enrichment
from modules.processing.event_schema import EventSchema
from modules.storage.bucket import Bucket, BucketParams
from modules.storage.code_store import CodeStore
from modules.storage.data_lake import RESULT_DAYS, DataLake, DataLakeParams
from modules.storage.every_catalog import Database
from modules.storage.iceberg_table import IcebergTable, IcebergTableParams
from modules.storage.lake_formation import LakeFormation
from modules.storage.staging import Staging


class Lakehouse(Construct):
    """
    Curated rows are an Iceberg table of *curated* class, of which some see all but what is *withheld*. Results of people who get to see less than the table are of
    *open_classification*, in a bucket of their own where that is weaker.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: DataLakeParams,
        table: IcebergTableParams,
        *,
        dataset: str,
        schema: EventSchema,
        enrichment: Enrichment | None,
        withheld: Sequence[str],
        curated: Classification,
        open_classification: Classification,
        pipeline: Pipeline,
        keys: Keys,
        network: Network,
    ) -> None:
        super().__init__(scope, id)
        self.lake = DataLake(self, "lake", params, pipeline=pipeline, curated=curated, keys=keys, network=network)
        self.open_results = self.lake.results
        if open_classification < curated:
            self.open_results = Bucket(
                self,
                "open",
                BucketParams(zone="open", retention_days=RESULT_DAYS),
                pipeline=pipeline,
                classification=open_classification,
                key=keys.of("open", open_classification),
                network=network,
                logs=self.lake.logs,
            )
        self.code = CodeStore(
            self, "code", pipeline=pipeline, key=keys.pipeline_key, network=network, logs=self.lake.logs
        )
        database = Database(self, "database", dataset=dataset, pipeline=pipeline, classification=curated)
        self.staging = Staging(
            self,
            "staging",
            schema=schema,
            pipeline=pipeline,
            classification=curated,
            keys=keys,
            network=network,
            logs=self.lake.logs,
            database=database,
        )
        self.table = IcebergTable(
            self,
            "table",
            table,
            schema=schema,
            added=enrichment.columns() if enrichment else (),
            pipeline=pipeline,
            classification=curated,
            key=keys.pipeline_key,
            bucket=self.lake.curated,
            database=database,
            retention_days=params.curated_retention_days,
        )
        self.formation = LakeFormation(
            self,
            "formation",
            table=self.table,
            bucket=self.lake.curated,
            withheld=withheld,
            open_classification=open_classification,
            pipeline=pipeline,
        )
