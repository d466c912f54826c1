from __future__ import annotations

QUEUE = "arn:aws:sqs:eu-central-1:111122223333:orders-dev-failures"


def test_the_queue_is_encrypted_with_the_pipelines_key(built):
    """
    Failures name records of confidential data, so they are under the pipeline's key.
    """
    assert "<keys/pipeline/key.arn>" == built["failures/queue"]["kms_master_key_id"]


def test_failures_are_kept_for_fourteen_days(built):
    """
    That is the longest SQS keeps a message.
    """
    assert 14 * 86_400 == built["failures/queue"]["message_retention_seconds"]


def test_calls_without_tls_are_refused(built):
    """
    Every action on the queue needs TLS.
    """
    refusal = built.statement("failures/queue_policy", "TlsOnly")

    assert ("Deny", "*", "sqs:*", QUEUE) == tuple(refusal[key] for key in ("Effect", "Principal", "Action", "Resource"))
    assert {"Bool": {"aws:SecureTransport": "false"}} == refusal["Condition"]


def test_the_policy_lets_nobody_in(built):
    """
    Who may send and receive is said by roles.
    """
    assert ["Deny"] == [statement["Effect"] for statement in built.statements("failures/queue_policy")]


def test_a_single_failure_raises_an_alarm(built):
    """
    A message in the queue is told.
    """
    alarm = built["alarms/failures"]

    assert ("ApproximateNumberOfMessagesVisible", 0) == (alarm["metric_name"], alarm["threshold"])
    assert {"QueueName": "orders-dev-failures"} == alarm["dimensions"]
