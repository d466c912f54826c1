from __future__ import annotations

import json

import pytest

from workflow.emulator.caller import UnknownCallerError
from workflow.emulator.events import DrainError, EventSources

FAILS_ON_BAD = "if 'bad' in payloads: raise ValueError('no')"
REPORTS_BAD = (
    "return {'batchItemFailures': [{'itemIdentifier': n} for n, p in zip(numbers, payloads) if p.startswith('bad')]}"
)
PARTIAL = {"FunctionResponseTypes": ["ReportBatchItemFailures"]}


def on_failure(queue):
    return {"DestinationConfig": {"OnFailure": {"Destination": queue.arn}}}


def test_every_record_reaches_the_function_in_order(sources, noting, feed, put, invocations):
    """
    A function gets each record of every shard once, in batches up to the batch size, in the order of its shard.
    """
    feed(noting(""), BatchSize=3)
    put("a1", "a2", "a3", "a4", key="a")
    put("b1", "b2", key="b")
    sources.drain(60)
    seen = [payload for batch in invocations() for payload in batch]

    assert ["a1", "a2", "a3", "a4"] == [payload for payload in seen if payload[0] == "a"]
    assert ["b1", "b2"] == [payload for payload in seen if payload[0] == "b"]
    assert 3 == max(len(batch) for batch in invocations())


def test_a_failed_batch_is_bisected(sources, noting, feed, put, invocations, queue):
    """
    A mapping that bisects isolates the bad record, delivers the others, and gives up the bad one after its retries.
    """
    feed(noting(FAILS_ON_BAD), BisectBatchOnFunctionError=True, MaximumRetryAttempts=1, **on_failure(queue))
    put("1", "bad", "3", "4")
    sources.drain(60)
    [failure] = queue.take()

    assert [["1", "bad", "3", "4"], ["1", "bad"], ["1"], ["bad"], ["bad"], ["3", "4"]] == invocations()
    assert 1 == failure["KinesisBatchInfo"]["batchSize"]


def test_a_failed_batch_is_retried_as_a_whole_without_bisection(sources, noting, feed, put, invocations, queue):
    """
    A mapping that does not bisect gives the whole batch up after its retries, and goes on.
    """
    feed(noting(FAILS_ON_BAD), BatchSize=2, MaximumRetryAttempts=2, **on_failure(queue))
    put("1", "bad", "3")
    sources.drain(60)

    assert [["1", "bad"]] * 3 + [["3"]] == invocations()


def test_failure_record_tells_where_the_batch_stands(sources, noting, feed, put, queue, stream):
    """
    The failure destination gets Lambda's record: where the batch stands in the stream, not what is in it.
    """
    feed(noting(FAILS_ON_BAD), MaximumRetryAttempts=0, **on_failure(queue))
    put("1", "bad")
    sources.drain(60)
    [failure] = queue.take()
    place = failure["KinesisBatchInfo"]

    assert ("RetryAttemptsExhausted", 1) == (
        failure["requestContext"]["condition"],
        failure["requestContext"]["approximateInvokeCount"],
    )
    assert ("1", "2", 2, stream) == (
        place["startSequenceNumber"],
        place["endSequenceNumber"],
        place["batchSize"],
        place["streamArn"],
    )
    assert {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"} == failure["responseContext"]


def test_a_partial_response_repeats_from_the_first_failure(sources, noting, feed, put, invocations, queue):
    """
    What precedes the first record reported is done; the rest of the batch comes again.
    """
    feed(noting(REPORTS_BAD), MaximumRetryAttempts=1, **PARTIAL, **on_failure(queue))
    put("1", "bad", "3")
    sources.drain(60)
    [failure] = queue.take()

    assert [["1", "bad", "3"], ["bad", "3"]] == invocations()
    assert 2 == failure["KinesisBatchInfo"]["batchSize"]
    assert "functionError" not in failure["responseContext"]


def test_a_partial_response_needs_its_declaration(sources, noting, feed, put, invocations):
    """
    Without ReportBatchItemFailures on the mapping an answer means success, whatever it says.
    """
    feed(noting(REPORTS_BAD))
    put("1", "bad", "3")
    sources.drain(60)

    assert [["1", "bad", "3"]] == invocations()


@pytest.mark.parametrize(
    "answer",
    [
        "5",
        "[1]",
        "{'batchItemFailures': 5}",
        "{'batchItemFailures': [{'itemIdentifier': 'none'}]}",
        "{'batchItemFailures': [{}]}",
    ],
)
def test_a_malformed_partial_response_fails_the_batch(sources, noting, feed, put, invocations, queue, answer):
    """
    An answer that names no record of the batch is a failure of all of them.
    """
    feed(noting(f"return {answer}"), MaximumRetryAttempts=1, **PARTIAL, **on_failure(queue))
    put("1", "2")
    sources.drain(60)

    assert [["1", "2"]] * 2 == invocations()


@pytest.mark.parametrize("answer", ["None", "{}", "{'batchItemFailures': None}", "{'batchItemFailures': []}"])
def test_an_empty_partial_response_is_success(sources, noting, feed, put, invocations, answer):
    """
    An answer without failures settles the batch.
    """
    feed(noting(f"return {answer}"), MaximumRetryAttempts=1, **PARTIAL)
    put("1", "2")
    sources.drain(60)

    assert [["1", "2"]] == invocations()


def test_a_function_that_takes_too_long_is_stopped(sources, noting, feed, put, invocations, queue):
    """
    After its timeout a function is ended and its batch has failed; the next batch gets a new process.
    """
    slow = noting("if 'bad' in payloads: time.sleep(3600)", timeout=3)
    feed(slow, BatchSize=1, MaximumRetryAttempts=0, **on_failure(queue))
    put("bad", "2")
    sources.drain(60)

    assert [["bad"], ["2"]] == invocations()
    assert 1 == len(queue.take())


def test_a_process_that_dies_fails_its_batch_only(sources, noting, feed, put, invocations, queue):
    """
    A function whose process ends fails the batch it had; the next batch gets a new process.
    """
    feed(noting("if 'bad' in payloads: os._exit(3)"), BatchSize=1, MaximumRetryAttempts=0, **on_failure(queue))
    put("bad", "2")
    sources.drain(60)

    assert [["bad"], ["2"]] == invocations()
    assert 1 == len(queue.take())


def test_code_that_cannot_be_imported_fails_every_batch(sources, function, feed, put, queue):
    """
    A function whose import fails settles nothing, and its batches go to the failure destination.
    """
    feed(function("import nothing_of_this_name"), BatchSize=1, MaximumRetryAttempts=0, **on_failure(queue))
    put("1", "2")
    sources.drain(60)

    assert 2 == len(queue.take())


def test_giving_up_without_a_destination_is_told(sources, noting, feed, put):
    """
    Records given up with nobody to tell are a problem of the drain, told once.
    """
    feed(noting(FAILS_ON_BAD), MaximumRetryAttempts=0)
    put("bad")

    with pytest.raises(DrainError, match=r"gave up 1 records .* has no failure destination"):
        sources.drain(60)
    sources.drain(60)


def test_a_topic_can_be_the_failure_destination(sources, noting, feed, put, queue, client):
    """
    A failure record can go to a topic.
    """
    topic = client("sns").create_topic(Name="failures")["TopicArn"]
    client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue.arn)
    destination = {"DestinationConfig": {"OnFailure": {"Destination": topic}}}
    feed(noting(FAILS_ON_BAD), MaximumRetryAttempts=0, **destination)
    put("bad")
    sources.drain(60)
    [message] = queue.take()

    assert 1 == json.loads(message["Message"])["KinesisBatchInfo"]["batchSize"]


def test_an_endless_retry_ends_the_drain(sources, noting, feed, put):
    """
    A drain gives up after its time where a batch would be retried for ever, and says so.
    """
    feed(noting(FAILS_ON_BAD))
    put("bad")

    with pytest.raises(DrainError, match=r"not drained after 0\.5 seconds"):
        sources.drain(0.5)


def test_what_is_not_emulated_is_told(sources, noting, feed, put, client):
    """
    A mapping with a setting that is not emulated does not move, and the drain says why.
    """
    feed(noting(""), FilterCriteria={"Filters": [{"Pattern": "{}"}]})
    put("1")

    with pytest.raises(DrainError, match="filter_criteria is not emulated"):
        sources.drain(60)


def test_a_role_that_does_not_exist_is_told(endpoint, tmp_path, noting, feed, put):
    """
    A function whose role is gone is not fed, and the drain names the role.
    """

    def no_role(arn):
        raise UnknownCallerError(f"the role {arn} does not exist")

    sources = EventSources("123456789012", "eu-central-1", endpoint, tmp_path / "f", no_role)
    sources.start()
    try:
        feed(noting(""))
        put("1")
        with pytest.raises(DrainError, match=r"function transform cannot be fed .*:role/transform does not exist"):
            sources.drain(60)
    finally:
        sources.stop()


def test_changed_code_is_used(sources, noting, feed, put, client, invocations):
    """
    After an update of a function its next batch is run by the new code.
    """
    feed(noting(""))
    put("1")
    sources.drain(60)
    client("lambda").update_function_configuration(
        FunctionName="transform", Environment={"Variables": {"NOTES": f"{invocations.path}2"}}
    )
    put("2")
    sources.drain(60)

    assert [["1"]] == invocations()


def test_a_deleted_mapping_feeds_no_more(sources, noting, feed, put, client, invocations):
    """
    After the mapping is gone its function gets nothing.
    """
    mapping = feed(noting(""))
    put("1")
    sources.drain(60)
    client("lambda").delete_event_source_mapping(UUID=mapping)
    put("2")
    sources.drain(60)

    assert [["1"]] == invocations()


def test_a_deleted_function_is_fed_no_more(sources, noting, feed, put, client, invocations):
    """
    A mapping whose function is gone does nothing, and is no problem.
    """
    feed(noting(""))
    put("1")
    sources.drain(60)
    client("lambda").delete_function(FunctionName="transform")
    put("2")
    sources.drain(60)

    assert [["1"]] == invocations()


def test_the_log_reaches_the_log_group(sources, noting, feed, put, client):
    """
    What a function prints stands in its log group.
    """
    feed(noting("print('payloads:', len(payloads))"))
    put("1", "2")
    sources.drain(60)
    events = client("logs").filter_log_events(logGroupName="/aws/lambda/transform")["events"]

    assert ["payloads: 2"] == [event["message"] for event in events]


def test_the_environment_is_the_functions_own(sources, function, feed, put, client, monkeypatch, endpoint):
    """
    A function sees its variables, its role's keys, the emulator's address and Lambda's facts, and nothing of the user's.
    """
    monkeypatch.setenv("AWS_ROLE_SESSION_NAME", "mine")
    monkeypatch.setenv("SECRET_OF_THE_USER", "1")
    feed(
        function(
            "import os, json\ndef handler(event, context):\n    print(json.dumps(dict(os.environ)))",
            variables={"A": "b"},
        )
    )
    put("1")
    sources.drain(60)
    [event] = client("logs").filter_log_events(logGroupName="/aws/lambda/transform")["events"]
    environment = json.loads(event["message"])

    assert ("b", "testing", endpoint, "eu-central-1", "transform", "128") == (
        environment["A"],
        environment["AWS_ACCESS_KEY_ID"],
        environment["AWS_ENDPOINT_URL"],
        environment["AWS_REGION"],
        environment["AWS_LAMBDA_FUNCTION_NAME"],
        environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"],
    )
    assert not {"AWS_ROLE_SESSION_NAME", "SECRET_OF_THE_USER", "PYTHONPATH"} & set(environment)


def test_the_context_is_lambdas(sources, function, feed, put, client):
    """
    A handler gets a context with the facts of its invocation.
    """
    body = (
        "print(context.function_name, context.memory_limit_in_mb, context.invoked_function_arn.split(':')[-1],"
        " len(context.aws_request_id), 0 < context.get_remaining_time_in_millis() <= 30000)"
    )
    feed(function(f"def handler(event, context):\n    {body}"))
    put("1")
    sources.drain(60)
    [event] = client("logs").filter_log_events(logGroupName="/aws/lambda/transform")["events"]

    assert "transform 128 transform 36 True" == event["message"]
