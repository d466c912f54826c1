from __future__ import annotations

import json

import pytest

from workflow.emulator.events import DrainError

REGION = "eu-central-1"
ACCOUNT = "123456789012"
PARTIAL = {"FunctionResponseTypes": ["ReportBatchItemFailures"]}
HEAD = (
    "import json, os\n"
    "def handler(event, context):\n"
    "    with open(os.environ['NOTES'], 'a') as file:\n"
    "        print(json.dumps(event['Records']), file=file)\n"
    "    records = event['Records']\n"
)
REPORTS_BAD = (
    "    return {'batchItemFailures': [{'itemIdentifier': r['messageId']} for r in records if r['body'] == 'bad']}\n"
)
FAILS = "    raise ValueError('no')\n"


@pytest.fixture(name="dead")
def _dead(client):
    """
    Bodies in the dead-letter queue.
    """
    url = client("sqs").create_queue(QueueName="dead")["QueueUrl"]

    def take():
        answer = client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10)
        return [message["Body"] for message in answer.get("Messages", [])]

    return take


@pytest.fixture(name="messages")
def _messages(client, dead):
    """
    The URL of a queue that gives a message up after three receives, and hides it for an hour while it is worked on.
    """
    redrive = {"deadLetterTargetArn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:dead", "maxReceiveCount": 3}
    attributes = {"RedrivePolicy": json.dumps(redrive), "VisibilityTimeout": "3600"}
    return client("sqs").create_queue(QueueName="messages", Attributes=attributes)["QueueUrl"]


@pytest.fixture(name="fed")
def _fed(client, function, invocations):
    """
    Maps *source* to a function that notes its records and then does what *body* says.
    """

    def feed(body, source, **settings):
        name = function(HEAD + body, variables={"NOTES": str(invocations.path)})
        client("lambda").create_event_source_mapping(EventSourceArn=source, FunctionName=name, **settings)

    return feed


@pytest.fixture(name="of_queue")
def _of_queue(fed, messages):
    return lambda body, **settings: fed(body, f"arn:aws:sqs:{REGION}:{ACCOUNT}:messages", **settings)


def left(client, url):
    """Messages that the queue still holds, those in work among them."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    answer = client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    return sum(int(value) for value in answer.values())


def test_messages_are_worked_on_and_deleted(sources, client, messages, of_queue, invocations):
    """
    A function gets each message once, in batches up to the batch size, and the queue is empty then.
    """
    for number in range(25):
        client("sqs").send_message(QueueUrl=messages, MessageBody=str(number))
    of_queue("", BatchSize=12)
    sources.drain(60)

    assert sorted(map(str, range(25))) == sorted(record["body"] for batch in invocations() for record in batch)
    assert 12 >= max(len(batch) for batch in invocations())
    assert 0 == left(client, messages)


def test_a_message_that_is_reported_comes_again_alone(sources, client, messages, of_queue, invocations, dead):
    """
    Of a batch only what the function reports is seen again, until the queue gives it up.
    """
    for body in ("1", "bad", "3"):
        client("sqs").send_message(QueueUrl=messages, MessageBody=body)
    of_queue(REPORTS_BAD, **PARTIAL)
    sources.drain(60)
    seen = [record["body"] for batch in invocations() for record in batch]

    assert (1, 1, 3) == (seen.count("1"), seen.count("3"), seen.count("bad"))
    assert ["bad"] == dead()


def test_a_batch_that_fails_comes_again_as_a_whole(sources, client, messages, of_queue, dead):
    """
    A function that raises has done with nothing.
    """
    for body in ("1", "2"):
        client("sqs").send_message(QueueUrl=messages, MessageBody=body)
    of_queue(FAILS, **PARTIAL)
    sources.drain(60)

    assert ["1", "2"] == sorted(dead())


def test_an_unknown_identifier_fails_the_batch(sources, client, messages, of_queue, dead):
    """
    A report that names no message of the batch fails all of it.
    """
    client("sqs").send_message(QueueUrl=messages, MessageBody="1")
    of_queue("    return {'batchItemFailures': [{'itemIdentifier': 'x'}]}\n", **PARTIAL)
    sources.drain(60)

    assert ["1"] == dead()


def test_filters_of_queues_are_refused(sources, of_queue):
    """
    What is not emulated is said, and not ignored.
    """
    of_queue("", FilterCriteria={"Filters": [{"Pattern": "{}"}]})

    with pytest.raises(DrainError, match="filter_criteria is not emulated"):
        sources.drain(10)


@pytest.fixture(name="table")
def _table(client):
    """
    The ARN of the stream of a table.
    """
    return client("dynamodb").create_table(
        TableName="entities",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    )["TableDescription"]["LatestStreamArn"]


def put(client, *versions):
    for version in versions:
        client("dynamodb").put_item(TableName="entities", Item={"id": {"S": "1"}, "version": {"N": str(version)}})


def test_changes_reach_the_function_in_order(sources, client, table, fed, invocations):
    """
    A function gets each change of a table with the item before and after it.
    """
    fed("", table, StartingPosition="TRIM_HORIZON", BatchSize=2)
    put(client, 1, 2, 3)
    sources.drain(60)
    seen = [record for batch in invocations() for record in batch]

    assert ["INSERT", "MODIFY", "MODIFY"] == [record["eventName"] for record in seen]
    assert ["1", "2", "3"] == [record["dynamodb"]["NewImage"]["version"]["N"] for record in seen]
    assert ["1", "2"] == [record["dynamodb"]["OldImage"]["version"]["N"] for record in seen[1:]]
    assert 2 == max(len(batch) for batch in invocations())


def test_changes_given_up_are_told_by_their_place(sources, client, table, fed, queue):
    """
    The failure record says where in the table's stream the batch stands.
    """
    target = {"DestinationConfig": {"OnFailure": {"Destination": queue.arn}}}
    fed(FAILS, table, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=0, **target)
    put(client, 1)
    sources.drain(60)
    [failure] = queue.take()

    assert (table, 1) == (failure["DDBStreamBatchInfo"]["streamArn"], failure["DDBStreamBatchInfo"]["batchSize"])
