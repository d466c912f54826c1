from __future__ import annotations

import json

import pytest

from tests.modules.event_store_sample import build, parameters

QUEUE, DEAD = "queue/queue", "queue/dead_letters/queue"
ARN = "arn:aws:sqs:eu-central-1:111122223333:payments-dev-messages"


def test_gives_up_into_its_own_dead_letters():
    """
    A message that fails as often as was said goes to the dead-letter queue.
    """
    redrive = json.loads(parameters(queue={"maximum_receives": 7})[QUEUE]["redrive_policy"])

    assert {"deadLetterTargetArn": "<queue/dead_letters/queue.arn>", "maxReceiveCount": 7} == redrive


def test_dead_letters_take_from_this_queue_alone():
    """
    No other queue redrives to it.
    """
    allowed = json.loads(build()[DEAD]["redrive_allow_policy"])

    assert {"redrivePermission": "byQueue", "sourceQueueArns": [ARN]} == allowed


def test_messages_are_hidden_for_six_timeouts():
    """
    A message stays hidden for six times as long as the function may take.
    """
    assert 180 == parameters(writer={"timeout_seconds": 30})[QUEUE]["visibility_timeout_seconds"]


def test_keys_and_retention():
    """
    Both queues use a key of the stack, and dead letters stay for as long as SQS keeps them.
    """
    built = build()

    assert {"<keys/pipeline/key.arn>"} == {built[path]["kms_master_key_id"] for path in (QUEUE, DEAD)}
    assert (345_600, 1_209_600) == tuple(built[path]["message_retention_seconds"] for path in (QUEUE, DEAD))


def test_the_producer_only_sends():
    """
    The producer's role sends messages and uses the key for that.
    """
    allowed = build().allowed("producer/role/policy")

    assert {"kms:Decrypt", "kms:GenerateDataKey", "sqs:SendMessage"} == set(allowed)


@pytest.mark.parametrize(("records", "concurrency"), [(1, 2), (50, 8), (2_000, 100)])
def test_concurrency_follows_the_load(records, concurrency):
    """
    The function gets twice what the peak needs, at least two and at most what was allowed.
    """
    load = {"records_per_second": records, "average_record_bytes": 700, "peak_factor": 4}
    built = build(workload=load)

    assert concurrency == built["writer/function/function"]["reserved_concurrent_executions"]
    assert {"maximum_concurrency": concurrency} == built["writer/function/source"]["scaling_config"]


def test_the_function_knows_its_tables():
    """
    The names of tables and queue are references that Terraform resolves.
    """
    variables = build()["writer/function/function"]["environment"]["variables"]

    assert "payments-dev-entities" == variables["TABLE"]
    assert "payments-dev-idempotency" == variables["IDEMPOTENCY_TABLE"]
    assert "<queue/dead_letters/queue.url>" == variables["DEAD_LETTER_URL"]
