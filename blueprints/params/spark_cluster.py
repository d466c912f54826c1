"""
What a deployment of `spark_cluster` says.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.foundation.persona import Consumer
from modules.params import FieldName, Params, RoleArn, Some
from modules.processing.event_schema import EventSchema
from modules.processing.spark_cluster import SparkClusterParams
from modules.storage.data_lake import DataLakeParams
from modules.storage.job_zones import JobZonesParams


def _as_it_is(schema: EventSchema) -> EventSchema:
    if schema.sensitive_fields:
        raise ValueError("has sensitive_fields, which nothing here replaces; leave them out, and write no such columns")
    return schema


class SparkClusterBlueprintParams(Params):
    dataset: FieldName
    """Name of the table that people query; jobs write Parquet to `<dataset>/event_date=YYYY-MM-DD/` of the curated zone."""

    row_schema: Annotated[EventSchema, AfterValidator(_as_it_is)]
    """The columns that jobs write, `event_id` and `ingested_at` beside them; equal ids are the same row."""

    producers: Some[RoleArn]
    """Roles of the environment's account that may put files into the landing zone (raw); at least one."""

    submitters: Some[RoleArn]
    """Roles of the environment's account, such as a scheduler's, that may place code and start jobs; at least one."""

    consumers: Some[Consumer]
    """Personas who query the table: owner, engineer, analyst; the table's class must be open to each."""

    cluster: SparkClusterParams = SparkClusterParams()
    """The cluster."""

    lake: DataLakeParams = DataLakeParams()
    """How long data is kept."""

    jobs: JobZonesParams = JobZonesParams()
    """How long code and logs of jobs are kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of queries."""
