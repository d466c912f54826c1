"""
From messages to results through the workers' own code, in each of the three forms, on the embedded AWS with IAM enforced.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from tests.checkout import Checkout, Ended, checkout, commands
from tests.emulator.acting import refused
from workflow import lake_reader
from workflow.emulator.server import Emulator
from workflow.work_trial import MALFORMED, WorkTrial
from workflow.workspace import read_json

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

DEPLOYMENTS = ("documents-dev", "documents-prod", "labels-dev", "scans-dev")
UNCOLLECTED = ("scans-dev",)  # pods, whose logs stay on their nodes
DOCUMENTS = 40
DELAY_SECONDS = 3  # in which another worker keeps the result of a message
FIRST = b'{"kept":"first"}\n'


@dataclass
class Work:
    """Applied workers with messages sent through them; *twice* is a message whose result was kept before it came."""

    checkout: Checkout
    deployment: str
    trial: WorkTrial
    emulator: Emulator
    environment: object
    planned: set[str]
    said: dict[str, Ended]
    twice: str = ""

    def service(self, role):
        """A session of a role that a service takes on."""
        return self.emulator.session(f"arn:aws:iam::{self.environment.account_id}:role/{self.deployment}-{role}")

    def result(self, message):
        """Where the result of a message that is sent now stands."""
        return f"done/sent_date={datetime.now(UTC):%Y-%m-%d}/{message}.json"

    def send_what_was_done(self):
        """A message that comes again after a worker has kept its result, and before it was deleted."""
        self.twice = self.trial.send_document({"document_id": "twice", "text": "x"}, DELAY_SECONDS)
        worker = self.service("worker").client("s3")
        worker.put_object(Bucket=self.trial.bucket("raw"), Key=self.result(self.twice), Body=FIRST)


@pytest.fixture(name="work", scope="module", params=DEPLOYMENTS)
def _work(request, tmp_path_factory):
    """Destroyed at the end whatever happens, so that no process stays."""
    deployment = request.param
    made = checkout(tmp_path_factory.mktemp("e2e") / "millrace")
    said = {"plan": made.run("plan", deployment)}
    assert said["plan"].code == 0, said
    place = made.place(deployment)
    planned = {change["address"] for change in read_json(place.plan_json)["resource_changes"]}
    try:
        said["apply"] = made.run("apply", deployment)
        emulator = Emulator.find(place.emulator)
        assert emulator, said
        loaded = load_deployment(made.root, deployment, BLUEPRINTS)
        trial = WorkTrial(
            deployment, loaded.deployment.parameters, loaded.environment, emulator, read_json(place.configuration)
        )
        work = Work(made, deployment, trial, emulator, loaded.environment, planned, said)
        trial.start()
        work.send_what_was_done()
        trial.send(DOCUMENTS)
        yield work
    finally:
        made.run("destroy", deployment)


@pytest.fixture(name="results", scope="module")
def _results(work):
    """What the consumer with the fewest rights finds, by key."""
    return work.trial.results(work.trial.reader())


@pytest.fixture(name="verified", scope="module")
def _verified(work):
    return work.checkout.run("verify", work.deployment)


@pytest.fixture(name="gone", scope="module")
def _gone(work):
    """What destroy said."""
    return work.checkout.run("destroy", work.deployment)


def test_what_is_left_out_is_named(work):
    """
    Apply makes what is planned but for what it names as left out.
    """
    applied = work.said["apply"]
    left_out = [line for line in applied.said.splitlines() if line.startswith("left out")]
    named = {address for line in left_out for address in work.planned if address in line}

    assert 0 == applied.code, applied.said
    assert f": {len(work.planned) - len(named)} resources" in applied.said


def test_each_document_has_its_result(work, results):
    """
    The result of a message stands under its id, by the day it was sent, and describes what was sent.
    """
    sent = {message: document for message, document in work.trial.documents.items() if message != work.twice}

    assert {work.result(message) for message in [*sent, work.twice]} == set(results)
    assert {message: hashlib.sha256(document["text"].encode()).hexdigest() for message, document in sent.items()} == {
        message: results[work.result(message)]["sha256"] for message in sent
    }


def test_a_copy_changes_nothing(work, results):
    """
    A message that comes again after its result was kept leaves that as it is.
    """
    assert {"kept": "first"} == results[work.result(work.twice)]


def test_what_makes_no_sense_is_kept_as_it_came(work):
    """
    A message without a document has no result and stands in the dead-letter queue, for the owner to see.
    """
    assert Counter(MALFORMED) == Counter(work.trial.given_up())


def test_the_workers_log_is_collected(work):
    """
    What the workers say stands in their log group, where the form has one, and tells nothing that was sent.
    """
    group = f"/millrace/{work.deployment}/worker"
    logs = work.emulator.session(work.environment.deploy_roles[0]).client("logs")
    there = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
    streams = [
        each["logStreamName"] for _ in there for each in logs.describe_log_streams(logGroupName=group)["logStreams"]
    ]
    pages = [logs.get_log_events(logGroupName=group, logStreamName=each, startFromHead=True) for each in streams]
    lines = [event["message"] for page in pages for event in page["events"]]
    told = any(f"message {work.twice} was done before" in line for line in lines)

    assert (work.deployment not in UNCOLLECTED) == told
    assert [] == [line for line in lines if "document-" in line]


def test_only_consumers_read_results(work):
    """
    A consumer lists results and no logs; the auditor lists logs and no results.
    """
    trial = work.trial

    assert {"raw": "none", "logs": "AccessDenied"} == trial.denials(trial.reader(), "query")
    assert {"raw": "AccessDenied", "logs": "none"} == trial.denials("auditor", "audit")


def test_the_producer_only_sends(work):
    """
    The producer neither takes messages nor sees what was given up.
    """
    take = work.trial.producer().receive_message

    assert all(
        refused(take, QueueUrl=work.trial.url(queue)).startswith("AccessDenied")
        for queue in ("messages", "dead-letters")
    )


def test_workers_only_add(work):
    """
    A worker reads and removes no result, sends no message, and sees nothing of what was given up.
    """
    worker, bucket = work.service("worker"), work.trial.bucket("raw")
    s3, sqs = worker.client("s3"), worker.client("sqs")
    key = work.result(work.twice)

    assert ["AccessDenied"] * 3 == [
        refused(s3.get_object, Bucket=bucket, Key=key),
        refused(s3.delete_object, Bucket=bucket, Key=key),
        refused(s3.list_objects_v2, Bucket=bucket),
    ]
    assert refused(sqs.send_message, QueueUrl=work.trial.url("messages"), MessageBody="x").startswith("AccessDenied")
    assert refused(sqs.receive_message, QueueUrl=work.trial.url("dead-letters")).startswith("AccessDenied")


def test_readers_change_nothing(work):
    """
    Who reads results can neither replace nor remove one.
    """
    s3 = work.trial.persona("owner", "query").client("s3")
    place = {"Bucket": work.trial.bucket("raw"), "Key": work.result(work.twice)}

    assert ["AccessDenied"] * 2 == [refused(s3.put_object, Body=b"", **place), refused(s3.delete_object, **place)]
    assert (
        FIRST == lake_reader.objects(work.trial.persona("owner", "query"), place["Bucket"], place["Key"])[place["Key"]]
    )


def test_it_is_what_was_planned(verified):
    """
    What is read back is what was planned, and a second plan is empty.
    """
    assert (0, True) == (verified.code, "0 differences; second plan: empty" in verified.said), verified.said


def test_destroy_leaves_nothing(work, gone):
    """
    Destroy ends without an error, and neither state nor a process stays.
    """
    assert 0 == gone.code, gone.said
    assert not work.checkout.place(work.deployment).has_state()
    assert [] == [command for _, command in commands() if str(work.checkout.root) in command]
