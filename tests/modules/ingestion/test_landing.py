from __future__ import annotations

import pytest

from tests.modules.lakehouse_sample import build, parameters

QUEUE = "landing/queue/queue_policy"


def test_only_manifests_start_anything():
    """
    S3 tells of `batches/<name>/manifest.json` and of nothing else.
    """
    [told] = build()["landing/notification"]["queue"]

    assert ("batches/", "/manifest.json") == (told["filter_prefix"], told["filter_suffix"])


def test_only_the_landing_bucket_sends():
    """
    The queue takes messages of S3 for this bucket of this account.
    """
    condition = build().statement(QUEUE, "Notifications")["Condition"]

    assert {"aws:SourceAccount": "111122223333"} == condition["StringEquals"]
    assert {"aws:SourceArn": "arn:aws:s3:::con-sales-dev-raw-111122223333-eu-central-1"} == condition["ArnEquals"]


def test_producers_put_and_nothing_more():
    """
    The producer's role writes to the landing bucket, and reads nothing from it.
    """
    allowed = build().allowed("producer/role/policy")

    assert {"kms:Decrypt", "kms:GenerateDataKey", "s3:AbortMultipartUpload", "s3:PutObject"} == set(allowed)


def test_the_starter_starts_this_machine():
    """
    The function may start executions of the deployment's state machine and reads no batch.
    """
    allowed = build().allowed("landing/starter/function/role/policy")

    assert ["arn:aws:states:eu-central-1:111122223333:stateMachine:sales-dev-batches"] == allowed[
        "states:StartExecution"
    ]
    assert "s3:GetObject" not in allowed


@pytest.mark.parametrize(("batches", "concurrency"), [(12, 2), (3_600, 2)])
def test_the_starter_keeps_up_with_batches_not_records(batches, concurrency):
    """
    What the queue carries is word of batches, so the function is sized by them.
    """
    function = parameters(landing={"batches_per_hour": batches})["landing/starter/function/function"]

    assert concurrency == function["reserved_concurrent_executions"]
