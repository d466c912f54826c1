"""
Real records through an applied deployment on the embedded AWS, each step in the role of the one who does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from blueprints.params.stream_analytics import StreamAnalyticsParams
from modules.environment import Environment
from modules.errors import InputError
from modules.foundation.trust import acting_role, is_federated
from workflow import lake_reader
from workflow.emulator.server import Emulator
from workflow.sample_events import Sample, sample, send

if TYPE_CHECKING:
    import boto3
    import duckdb

DRAIN_SECONDS = 120.0
REFUSED_PREFIX = "refused/"


class Trial:
    """One deployment of `stream_analytics` that is applied on *emulator*."""

    def __init__(
        self,
        deployment: str,
        parameters: StreamAnalyticsParams,
        environment: Environment,
        emulator: Emulator,
        buckets: Mapping[str, str],
    ) -> None:
        self._deployment = deployment
        self._parameters = parameters
        self._environment = environment
        self._emulator = emulator
        self._buckets = buckets
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

    def reader(self) -> str:
        """The consumer with the fewest rights: the analyst where there is one."""
        consumers = self._parameters.consumers
        return next(persona for persona in ("analyst", "ml_engineer", "engineer", "owner") if persona in consumers)

    def persona(self, persona: str, duty: str) -> boto3.Session:
        """A session of somebody whom the environment lets act as *persona*."""
        named = [each for each in getattr(self._environment.personas, persona) if not is_federated(each)]
        if not named:
            raise InputError(
                f"personas.{persona} of environment {self._environment.name} names providers of identities only, and the "
                "embedded AWS signs nobody in; name a role or a permission set beside them to try a deployment here"
            )
        return self._session(f"persona-{persona}-{duty}", acting_role(named[0], self._environment))

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

    def bucket(self, zone: str) -> str:
        return self._buckets[zone]

    def _session(self, role: str, via: str) -> boto3.Session:
        place = self._environment
        arn = f"arn:{place.partition}:iam::{place.account_id}:role/{self._deployment}-{role}"
        return self._emulator.session(arn, via=via)


def buckets(configuration: Mapping[str, Any]) -> dict[str, str]:
    """The name of the bucket of each zone in *configuration*, a `cdk.tf.json`."""
    return {bucket["tags"]["zone"]: bucket["bucket"] for bucket in configuration["resource"]["aws_s3_bucket"].values()}


def denial(s3: Any, bucket: str) -> str:
    from botocore.exceptions import ClientError

    try:
        s3.list_objects_v2(Bucket=bucket)
    except ClientError as error:
        return str(error.response["Error"]["Code"])
    return "none"
