"""
From messages to a table that holds each once, and to a lake that holds every change, on the embedded AWS with IAM enforced.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from decimal import Decimal

import pytest

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from tests.checkout import Checkout, Ended, checkout
from tests.emulator.acting import refused
from workflow import lake_reader
from workflow.emulator.server import Emulator
from workflow.trial import buckets
from workflow.workspace import read_json

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.xdist_group("e2e")]

ENTITIES = 20
MALFORMED = {"{": "not_json", "[]": "not_an_object", '{"entity_id": "p-1"}': "missing_field"}
DRAIN_SECONDS = 120.0


def message(entity, version, event=None):
    return {
        "entity_id": f"p-{entity}",
        "version": version,
        "event_id": event or f"e-{entity}-{version}",
        "occurred_at": "2026-01-31T23:59:59Z",
        "data": {"state": f"state {version}", "amount": 12.5},
    }


@dataclass
class Store:
    """An applied event store with messages sent through it; *said* is what each verb printed."""

    checkout: Checkout
    deployment: str
    emulator: Emulator
    place: object
    buckets: dict[str, str]
    said: dict[str, Ended]

    def role(self, name):
        return f"arn:aws:iam::{self.place.account_id}:role/{self.deployment}-{name}"

    def client(self, service, role, via):
        return self.emulator.session(self.role(role), via=via).client(service)

    def owner(self, duty):
        return self.emulator.session(self.role(f"persona-owner-{duty}"), via=self.place.personas.owner[0])

    def url(self, queue):
        return f"{self.emulator.endpoint}/{self.place.account_id}/{self.deployment}-{queue}"


@pytest.fixture(name="store", scope="module", params=["payments-dev", "payments-prod"])
def _store(request, tmp_path_factory):
    """Destroyed at the end whatever happens, so that no process stays."""
    deployment = request.param
    work = checkout(tmp_path_factory.mktemp("e2e") / "millrace")
    said = {"plan": work.run("plan", deployment)}
    assert said["plan"].code == 0, said
    try:
        said["apply"] = work.run("apply", deployment)
        emulator = Emulator.find(work.place(deployment).emulator)
        assert emulator, said
        loaded = load_deployment(work.root, deployment, BLUEPRINTS)
        configuration = read_json(work.place(deployment).configuration)
        store = Store(work, deployment, emulator, loaded.environment, buckets(configuration), said)
        producer = store.client("sqs", "producer", loaded.deployment.parameters.producers[0])
        for body in bodies():
            producer.send_message(QueueUrl=store.url("messages"), MessageBody=body)
        emulator.drain(DRAIN_SECONDS)
        yield store
    finally:
        work.run("destroy", deployment)


def bodies():
    """Versions 2, 1 and 3 of each entity in this order, each twice; what makes no sense among them."""
    for entity in range(ENTITIES):
        for version in (2, 1, 3):
            yield from [json.dumps(message(entity, version))] * 2
    yield json.dumps(message(0, 9, event="e-0-3"))
    yield from MALFORMED


@pytest.fixture(name="items", scope="module")
def _items(store):
    """The items of the table by entity, as the owner looks them up."""
    table = store.owner("query").client("dynamodb")
    names = [f"p-{entity}" for entity in range(ENTITIES)]
    found = [
        table.get_item(TableName=f"{store.deployment}-entities", Key={"entity_id": {"S": name}}).get("Item")
        for name in names
    ]
    return dict(zip(names, found, strict=True))


@pytest.fixture(name="changes", scope="module")
def _changes(store):
    """The changes in the lake, as the owner reads them."""
    contents = lake_reader.objects(store.owner("query"), store.buckets["raw"], "changes/")
    return [json.loads(line) for content in contents.values() for line in gzip.decompress(content).splitlines()]


@pytest.fixture(name="verified", scope="module")
def _verified(store):
    return store.checkout.run("verify", store.deployment)


@pytest.fixture(name="gone", scope="module")
def _gone(store):
    """What destroy said."""
    return store.checkout.run("destroy", store.deployment)


def test_plan_and_apply(store):
    """
    The plan passes the gate and is applied.
    """
    assert [0, 0] == [store.said["plan"].code, store.said["apply"].code]


def test_verified(verified):
    """
    What is live is what was planned, and a second plan is empty.
    """
    assert (0, True) == (verified.code, "0 differences; second plan: empty" in verified.said), verified.said


def test_newest_version_once(items):
    """
    Every entity is there with its newest version, whatever came twice or too late.
    """
    assert {f"p-{entity}": "3" for entity in range(ENTITIES)} == {
        name: item["version"]["N"] for name, item in items.items()
    }


def test_values(items):
    """
    What was sent stands in the item, numbers exactly, with a moment of expiry.
    """
    data = items["p-7"]["data"]["M"]

    assert ("state 3", Decimal("12.5")) == (data["state"]["S"], Decimal(data["amount"]["N"]))
    assert int(items["p-7"]["expires_at"]["N"]) > 0


def test_dead_letters(store):
    """
    What makes no sense, and what uses the id of another message, is kept as it came with the reason beside it.
    """
    answer = (
        store.owner("repair")
        .client("sqs")
        .receive_message(QueueUrl=store.url("dead-letters"), MaxNumberOfMessages=10, MessageAttributeNames=["All"])
    )
    kept = {each["Body"]: each["MessageAttributes"]["reason"]["StringValue"] for each in answer["Messages"]}

    assert {**MALFORMED, json.dumps(message(0, 9, event="e-0-3")): "conflicting_copy"} == kept


def test_changes_in_the_lake(changes):
    """
    The lake holds every change of an entity in order, and nothing for copies.
    """
    versions = {}
    for each in sorted(changes, key=lambda change: int(change["sequence_number"])):
        versions.setdefault(each["keys"]["entity_id"], []).append(each["after"]["version"])

    assert {f"p-{entity}" for entity in range(ENTITIES)} == set(versions)
    assert all(found == sorted(set(found)) and found[-1] == 3 for found in versions.values())


def test_before_and_after(changes):
    """
    A change says what was there before it.
    """
    replaced = [each for each in changes if each["change"] == "modify"]

    assert replaced
    assert all(each["before"]["version"] < each["after"]["version"] for each in replaced)


def test_producer_only_sends(store):
    """
    The producer neither takes messages nor sees the table.
    """
    via = load_deployment(store.checkout.root, store.deployment, BLUEPRINTS).deployment.parameters.producers[0]
    take = store.client("sqs", "producer", via).receive_message
    look = store.client("dynamodb", "producer", via).get_item

    assert refused(take, QueueUrl=store.url("messages")).startswith("AccessDenied")
    assert "AccessDeniedException" == refused(
        look, TableName=f"{store.deployment}-entities", Key={"entity_id": {"S": "p-1"}}
    )


def test_readers_change_nothing(store):
    """
    Who looks things up cannot write them.
    """
    put = store.owner("query").client("dynamodb").put_item

    assert "AccessDeniedException" == refused(
        put, TableName=f"{store.deployment}-entities", Item={"entity_id": {"S": "p-1"}}
    )


def test_writer_deletes_nothing(store):
    """
    The function that writes neither deletes from the table nor reads it.
    """
    table = store.emulator.session(store.role("writer")).client("dynamodb")
    item = {"TableName": f"{store.deployment}-entities", "Key": {"entity_id": {"S": "p-1"}}}

    assert ["AccessDeniedException"] * 2 == [refused(table.delete_item, **item), refused(table.get_item, **item)]


def test_destroy_leaves_nothing(store, gone):
    """
    Destroy takes the protection off the tables, ends well and leaves no state.
    """
    assert 0 == gone.code, gone.said
    assert not store.checkout.place(store.deployment).has_state()
