"""
A worker between a queue and a bucket.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from functions.queue_worker.document import RefusedError, describe
from tests.functions.queue_worker.conftest import BUCKET

ROOT = Path(__file__).parents[3]


def test_writes_one_result_for_each_message(place):
    """
    Each message becomes one object, and is gone from the queue.
    """
    first, second = place.send("Alle Jahre wieder alle", "zwei")

    assert 2 == place.worker().take(0)
    assert {first: 4, second: 1} == {name: result["words"] for name, result in place.results().items()}
    assert (0, 0) == place.counts()


def test_a_copy_changes_nothing(place):
    """
    A message that another worker has done meanwhile counts as done, and its result stays that of the first.
    """
    [sent] = place.send("eins")

    def overtaken(body):
        time.sleep(1.1)
        assert 1 == place.worker().take(0)
        return b'{"words": 99}'

    late = place.worker(overtaken, visibility_seconds=1)
    place.sqs.change_message_visibility_batch = lambda **_: None

    assert 1 == late.take(0)
    assert {sent: 1} == {name: result["words"] for name, result in place.results().items()}


def test_one_failure_leaves_the_others_done(place):
    """
    A message that fails stays, hidden for half a minute; the others of its batch are done.
    """
    place.send("gut", "schlecht", "gut")

    def task(body):
        if "schlecht" in body:
            raise OSError("somewhere")
        return describe(body)

    assert 2 == place.worker(task).take(0)
    assert 2 == len(place.results())
    assert (0, 1) == place.counts()


def test_refuses_what_makes_no_sense(place, caplog):
    """
    A refused message stays for the queue to give up on; the log says why and holds nothing of it.
    """
    sent = place.send_body('{"document_id": "secret"}')

    assert 0 == place.worker().take(0)
    assert (0, 1) == place.counts()
    assert f"message {sent} refused: it has no text text" in caplog.text
    assert "secret" not in caplog.text


def test_holds_on_to_a_slow_message(place):
    """
    A message that takes longer than its hold is not seen by others meanwhile.
    """
    place.send("langsam")
    seen = []

    def task(body):
        time.sleep(1.5)
        seen.append(place.sqs.receive_message(QueueUrl=place.settings.queue_url).get("Messages", []))
        return describe(body)

    assert 1 == place.worker(task, visibility_seconds=1).take(0)
    assert [[]] == seen


def test_stop_finishes_one_and_gives_back_the_rest(place):
    """
    Told to stop, a worker finishes the message it works on and lets others have the rest at once.
    """
    place.send(*"abcd")

    def task(body):
        place.stop.set()
        return describe(body)

    assert 1 == place.worker(task).take(0)
    assert (3, 0) == place.counts()


def test_run_ends_at_the_stop(place):
    """
    The loop takes batch after batch until the stop.
    """
    place.send(*"abcdefghijkl")
    done = []

    def task(body):
        done.append(body)
        if len(done) == 12:
            place.stop.set()
        return describe(body)

    place.worker(task).run()

    assert 12 == len(place.results())


def test_description():
    """
    What is made of a document: how long it is, its digest, and its most common words.
    """
    text = "Wort um Wort"
    expected = {
        "document_id": "d-1",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "characters": 12,
        "words": 3,
        "common_words": {"wort": 2, "um": 1},
    }

    assert expected == json.loads(describe(json.dumps({"document_id": "d-1", "text": text})))


def test_says_what_is_wrong_without_saying_what_it_is():
    """
    Each kind of nonsense has its own reason.
    """
    reasons = {}
    for body in ("{", "[]", '{"text": "a"}', '{"document_id": "a", "text": 5}'):
        try:
            describe(body)
        except RefusedError as error:
            reasons[body] = str(error)

    assert ["is no JSON", "is no JSON object", "has no text document_id", "has no text text"] == [*reasons.values()]


def container(**variables):
    """The worker as a container starts it, with *variables* and no others."""
    return subprocess.Popen(
        [sys.executable, "-m", "queue_worker"],
        cwd=ROOT / "functions",
        env={"PATH": os.environ["PATH"], "BUCKET": BUCKET, "PREFIX": "done/", "VISIBILITY_SECONDS": "60", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_missing_setting_ends_the_container():
    """
    Without its settings the container ends at once, and says which is missing.
    """
    with container() as process:
        said, _ = process.communicate(timeout=30)

    assert 1 == process.returncode
    assert "environment variable QUEUE_URL is missing" in said


def test_sigterm_ends_the_container(served):
    """
    The container works, and SIGTERM ends it with exit code 0.
    """
    [sent] = served.send("eins")
    with container(**served.variables) as process:
        deadline = time.monotonic() + 30
        while not served.results() and time.monotonic() < deadline:
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=30)

    assert (0, [sent]) == (process.returncode, [*served.results()])
    assert "SIGTERM: no new messages" in said
