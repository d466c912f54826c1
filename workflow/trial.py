"""
Real records through an applied deployment on the embedded AWS, each step in the role of the one who does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from blueprints.params.stream_analytics import StreamAnalyticsParams
from modules.environment import Environment
from workflow import lake_reader
from workflow.deployed import Deployed
from workflow.emulator.server import Emulator
from workflow.sample_events import Sample, sample, send

if TYPE_CHECKING:
    import duckdb

DRAIN_SECONDS = 120.0
REFUSED_PREFIX = "refused/"


class Trial(Deployed):
    """One deployment of `stream_analytics` that is applied on *emulator*."""

    def __init__(
        self,
        deployment: str,
        parameters: StreamAnalyticsParams,
        environment: Environment,
        emulator: Emulator,
        buckets: Mapping[str, str],
    ) -> None:
        super().__init__(deployment, environment, emulator, buckets, parameters.consumers)
        self._parameters = parameters
        self.database = deployment.replace("-", "_")
        self.table = parameters.dataset
        self.sample = Sample({}, [], [])

    def send(self, count: int) -> None:
        """Put *count* sample events on the stream as the producer, and wait until they are where they belong."""
        parameters = self._parameters
        self.sample = sample(parameters.event_schema, count)
        producer = self._session("producer", parameters.producers[0])
        send(producer.client("kinesis"), f"{self._deployment}-events", self.sample.sent)
        self._emulator.drain(DRAIN_SECONDS)

    def current(self, persona: str) -> duckdb.DuckDBPyRelation:
        """Each event once, as *persona* sees it."""
        return lake_reader.query_view(self.persona(persona, "query"), self.database, self.table)

    def delivered(self, persona: str) -> int:
        """Rows in the table, duplicates included."""
        return len(lake_reader.rows(self.persona(persona, "query"), self.database, self.table))

    def refused(self) -> list[dict[str, Any]]:
        """What the owner finds in quarantine."""
        return lake_reader.refused(self.persona("owner", "repair"), self.bucket("quarantine"), REFUSED_PREFIX)

    def denials(self, persona: str) -> dict[str, str]:
        """By zone that is not for *persona*, the error code it gets; a zone that it can list has `none`."""
        s3 = self.persona(persona, "query").client("s3")
        return {zone: denial(s3, self.bucket(zone)) for zone in ("raw", "quarantine", "logs")}


def buckets(configuration: Mapping[str, Any]) -> dict[str, str]:
    """The name of the bucket of each zone in *configuration*, a `cdk.tf.json`."""
    return {bucket["tags"]["zone"]: bucket["bucket"] for bucket in configuration["resource"]["aws_s3_bucket"].values()}


def denial(s3: Any, bucket: str) -> str:
    """The error code with which listing *bucket* is refused, or `none`."""
    from botocore.exceptions import ClientError

    try:
        s3.list_objects_v2(Bucket=bucket)
    except ClientError as error:
        return str(error.response["Error"]["Code"])
    return "none"
