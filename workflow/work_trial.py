"""
Real messages through applied workers on the embedded AWS, each step in the role of the one who does it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from blueprints.params.container_workers import ContainerWorkersParams
from modules.environment import Environment
from workflow import lake_reader
from workflow.deployed import Deployed
from workflow.emulator.server import Emulator
from workflow.trial import buckets, denial

DRAIN_SECONDS = 300.0
RESULTS_PREFIX = "done/"
MOST_MESSAGES = 10  # of one ReceiveMessage
MALFORMED = ("{not json", "[]", '{"document_id": "document-0"}')
WORDS = ("order", "invoice", "letter", "form", "photo")


class WorkTrial(Deployed):
    """One deployment of `container_workers` that is applied on *emulator*; *configuration* is its `cdk.tf.json`."""

    def __init__(
        self,
        deployment: str,
        parameters: ContainerWorkersParams,
        environment: Environment,
        emulator: Emulator,
        configuration: Mapping[str, Any],
    ) -> None:
        super().__init__(deployment, environment, emulator, buckets(configuration), parameters.consumers)
        self._parameters = parameters
        self._configuration = configuration
        self.documents: dict[str, dict[str, str]] = {}
        """What was sent and makes sense, by the id of its message."""

    def start(self) -> None:
        """Apply the output `manifest` to the cluster, as `kubectl` would; the other forms start by themselves."""
        manifest = self._configuration.get("output", {}).get("manifest")
        for cluster in self._configuration["resource"].get("aws_eks_cluster", {}).values() if manifest else ():
            self._emulator.apply_manifest(cluster["name"], manifest["value"])

    def send(self, count: int) -> None:
        """Send so many documents as the producer, and what makes no sense, and wait until the workers have done with them."""
        for number in range(count):
            self.send_document(document(number))
        for body in MALFORMED:
            self._send(body)
        self.drain()

    def send_document(self, sent: dict[str, str], delay_seconds: int = 0) -> str:
        """Send *sent* as the producer; the id of its message."""
        message = self._send(json.dumps(sent), DelaySeconds=delay_seconds)
        self.documents[message] = sent
        return message

    def drain(self) -> None:
        """Wait until the queue is empty."""
        self._emulator.drain(DRAIN_SECONDS)

    def results(self, persona: str) -> dict[str, dict[str, Any]]:
        """What *persona* finds in the lake, by key."""
        found = lake_reader.objects(self.persona(persona, "query"), self.bucket("raw"), RESULTS_PREFIX)
        return {key: json.loads(content) for key, content in found.items()}

    def given_up(self) -> list[str]:
        """What the owner finds in the dead-letter queue."""
        sqs = self.persona("owner", "repair").client("sqs")
        found: list[str] = []
        while answer := sqs.receive_message(
            QueueUrl=self.url("dead-letters"), MaxNumberOfMessages=MOST_MESSAGES, WaitTimeSeconds=0
        ).get("Messages"):
            found += [message["Body"] for message in answer]
        return found

    def denials(self, persona: str, duty: str) -> dict[str, str]:
        """By zone, the error code that *persona* gets; `none` where it can list."""
        s3 = self.persona(persona, duty).client("s3")
        return {zone: denial(s3, self.bucket(zone)) for zone in ("raw", "logs")}

    def url(self, queue: str) -> str:
        return f"{self._emulator.endpoint}/{self._environment.account_id}/{self._deployment}-{queue}"

    def producer(self) -> Any:
        """The producer's client of SQS."""
        return self._session("producer", self._parameters.producers[0]).client("sqs")

    def _send(self, body: str, **settings: int) -> str:
        sent = self.producer().send_message(QueueUrl=self.url("messages"), MessageBody=body, **settings)
        return str(sent["MessageId"])


def document(number: int) -> dict[str, str]:
    """A document that tells nothing about anybody."""
    text = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(1 + number % 7))
    return {"document_id": f"document-{number}", "text": text}
