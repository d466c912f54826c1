from __future__ import annotations

import pytest

from tests.modules.sample import build

FUNCTION = "transform/function/logs/log_group"


@pytest.mark.parametrize(
    ("classification", "days"), [("public", 90), ("internal", 180), ("confidential", 365), ("restricted", 2557)]
)
def test_retention_follows_the_class(classification, days):
    """
    Logs of the function are kept as long as the class of the events demands.
    """
    assert days == build(classification=classification)[FUNCTION]["retention_in_days"]


def test_retention_reaches_the_floor():
    """
    An environment's floor above the class's time wins.
    """
    assert 731 == build({"floor": {"log_retention_days": 731}})[FUNCTION]["retention_in_days"]


def test_a_floor_below_the_class_changes_nothing():
    """
    A floor never shortens what the class demands.
    """
    assert 365 == build({"floor": {"log_retention_days": 30}})[FUNCTION]["retention_in_days"]


def test_logs_about_curated_rows_follow_the_curated_class(restricted):
    """
    The delivery of tokenized rows is logged one class below the source.
    """
    group = restricted["delivery/log/group/log_group"]

    assert (365, "confidential") == (group["retention_in_days"], group["tags"]["classification"])


def test_every_group_is_encrypted_with_the_pipelines_key(built):
    """
    No log group is left to the key of AWS.
    """
    groups = built.of_type("aws_cloudwatch_log_group").values()

    assert {"<keys/pipeline/key.arn>"} == {group["kms_key_id"] for group in groups}


def test_every_group_may_use_the_key(built):
    """
    The key serves CloudWatch Logs for each log group by its ARN, for no other group.
    """
    context = "kms:EncryptionContext:aws:logs:arn"
    arns = {
        statement["Condition"]["ArnEquals"][context].partition(":log-group:")[2]
        for statement in built.statements("keys/pipeline/key")
        if context in statement.get("Condition", {}).get("ArnEquals", {})
    }

    assert {group["name"] for group in built.of_type("aws_cloudwatch_log_group").values()} == arns
