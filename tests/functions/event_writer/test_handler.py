from __future__ import annotations

import json
from decimal import Decimal
from types import SimpleNamespace

import boto3
import pytest
from moto import mock_aws

from functions.event_writer import handler as entry

REGION = "eu-central-1"
MESSAGE = {
    "entity_id": "p-1",
    "version": 2,
    "event_id": "e-1",
    "occurred_at": "2026-01-31T23:30:00-01:00",
    "data": {"state": "captured", "amount": 12.50},
}


@pytest.fixture(name="aws")
def _aws(monkeypatch):
    """
    An empty account with both tables and the dead-letter queue, whose names stand in the process.
    """
    for name, value in {
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "TABLE": "payments-dev-entities",
        "IDEMPOTENCY_TABLE": "payments-dev-idempotency",
        "RETENTION_DAYS": "90",
        "REMEMBERED_SECONDS": "1209600",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        for table, key in (("payments-dev-entities", "entity_id"), ("payments-dev-idempotency", "id")):
            boto3.client("dynamodb", REGION).create_table(
                TableName=table,
                KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
                AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"}],
                BillingMode="PAY_PER_REQUEST",
            )
        url = boto3.client("sqs", REGION).create_queue(QueueName="payments-dev-dead-letters")["QueueUrl"]
        monkeypatch.setenv("DEAD_LETTER_URL", url)
        entry.writer.cache_clear()
        yield url
        entry.writer.cache_clear()


@pytest.fixture(name="send")
def _send(aws):
    """
    Sends messages (text, or something for JSON) as one batch; the ids of those to show again.
    """
    context = SimpleNamespace(
        function_name="payments-dev-writer",
        memory_limit_in_mb=512,
        invoked_function_arn="arn:aws:lambda:eu-central-1:111122223333:function:payments-dev-writer",
        aws_request_id="11111111-2222-3333-4444-555555555555",
        get_remaining_time_in_millis=lambda: 60_000,
    )

    def send(*messages):
        records = [
            {
                "messageId": f"m-{number}",
                "receiptHandle": "h",
                "body": message if isinstance(message, str) else json.dumps(message),
                "attributes": {},
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-central-1:111122223333:payments-dev-messages",
                "awsRegion": REGION,
            }
            for number, message in enumerate(messages, start=1)
        ]
        answer = entry.handler({"Records": records}, context)
        return [item["itemIdentifier"] for item in answer["batchItemFailures"]]

    return send


@pytest.fixture(name="held")
def _held(aws):
    """
    The items of the table.
    """
    return lambda: boto3.resource("dynamodb", REGION).Table("payments-dev-entities").scan()["Items"]


@pytest.fixture(name="dead")
def _dead(aws):
    """
    The bodies in the dead-letter queue, each with the reason beside it.
    """

    def read():
        answer = boto3.client("sqs", REGION).receive_message(
            QueueUrl=aws, MaxNumberOfMessages=10, MessageAttributeNames=["All"]
        )
        return [
            (each["Body"], each["MessageAttributes"]["reason"]["StringValue"]) for each in answer.get("Messages", [])
        ]

    return read


def test_a_message_is_written(send, held):
    """
    A good message becomes an item with its exact numbers and a moment of expiry.
    """
    assert [] == send(MESSAGE)
    [item] = held()
    assert {**MESSAGE, "data": {"state": "captured", "amount": Decimal("12.5")}} == {
        name: value for name, value in item.items() if name != "expires_at"
    }
    assert item["expires_at"] > 90 * 86_400


def test_a_copy_changes_nothing(send, held):
    """
    A message that came before is done, and the item stays as it was, its expiry included.
    """
    send(MESSAGE)
    before = held()

    assert [] == send(MESSAGE, MESSAGE)
    assert before == held()


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_version_changes_nothing(send, held, version):
    """
    Another message with an older version, or the same one, is done and does not replace the item.
    """
    send(MESSAGE)

    assert [] == send({**MESSAGE, "event_id": "e-2", "version": version, "data": {"state": "opened"}})
    assert ["captured"] == [item["data"]["state"] for item in held()]


def test_a_newer_version_replaces(send, held):
    """
    A newer version replaces the item.
    """
    send(MESSAGE, {**MESSAGE, "event_id": "e-2", "version": 3, "data": {"state": "refunded"}})

    assert [(3, "refunded")] == [(item["version"], item["data"]["state"]) for item in held()]


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("{", "not_json"),
        ('{"version": NaN}', "not_json"),
        ('{"version": "\\ud800"}', "not_json"),
        ([1], "not_an_object"),
        ({"entity_id": "p-1"}, "missing_field"),
        ({**MESSAGE, "extra": 1}, "unknown_field"),
        ({**MESSAGE, "entity_id": ""}, "wrong_type"),
        ({**MESSAGE, "version": "2"}, "wrong_type"),
        ({**MESSAGE, "version": True}, "wrong_type"),
        ({**MESSAGE, "version": -1}, "wrong_type"),
        ({**MESSAGE, "occurred_at": "2026-01-31T23:30:00"}, "wrong_type"),
        ({**MESSAGE, "data": []}, "wrong_type"),
        (json.dumps(MESSAGE).replace("12.5", "1" * 39), "not_storable"),
    ],
)
def test_what_makes_no_sense_goes_to_the_dead_letters(send, held, dead, message, reason):
    """
    A message that no repetition makes good is kept as it came, with the reason, and is done.
    """
    body = message if isinstance(message, str) else json.dumps(message)

    assert [] == send(message)
    assert [(body, reason)] == dead()
    assert [] == held()


def test_a_copy_with_another_content_is_refused(send, held, dead):
    """
    An `event_id` that names two different messages is a fault of the producer.
    """
    send(MESSAGE)
    send({**MESSAGE, "version": 7})

    assert ["conflicting_copy"] == [reason for _, reason in dead()]
    assert [2] == [item["version"] for item in held()]


def test_a_failure_of_the_surroundings_is_shown_again(send, held):
    """
    Where the table cannot be reached the message is reported, and is written when it comes again.
    """
    client = boto3.client("dynamodb", REGION)
    schema = client.describe_table(TableName="payments-dev-entities")["Table"]
    client.delete_table(TableName="payments-dev-entities")
    reported = send(MESSAGE, "{")
    client.create_table(
        TableName="payments-dev-entities",
        KeySchema=schema["KeySchema"],
        AttributeDefinitions=schema["AttributeDefinitions"],
        BillingMode="PAY_PER_REQUEST",
    )

    assert ["m-1"] == reported
    assert [] == send(MESSAGE)
    assert ["p-1"] == [item["entity_id"] for item in held()]
