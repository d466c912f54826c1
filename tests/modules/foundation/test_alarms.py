from __future__ import annotations

import re


def test_the_topic_is_encrypted_with_the_pipelines_key(built):
    """
    Alarms name resources and owners, so the topic is under the pipeline's key.
    """
    assert "<keys/pipeline/key.arn>" == built["alarms/topic/topic"]["kms_master_key_id"]


def test_receivers_are_the_environments(built):
    """
    Each receiver of the environment gets alarms by mail.
    """
    assert {("email", "team@example.com"), ("email", "on-call@example.com")} == {
        (each["protocol"], each["endpoint"]) for each in built.of_type("aws_sns_topic_subscription").values()
    }


def test_only_alarms_of_the_deployment_are_published(built):
    """
    CloudWatch may publish for alarms of this deployment in this account, and no other service may.
    """
    publish = built.statement("alarms/topic/policy", "Publish")

    assert {"Service": "cloudwatch.amazonaws.com"} == publish["Principal"]
    assert {"aws:SourceAccount": "111122223333"} == publish["Condition"]["StringEquals"]
    assert publish["Condition"]["ArnLike"] == {
        "aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:orders-dev-*"
    }


def test_nothing_is_published_without_tls(built):
    """
    The topic refuses what comes without TLS.
    """
    refusal = built.statement("alarms/topic/policy", "TlsOnly")

    assert ("Deny", {"Bool": {"aws:SecureTransport": "false"}}) == (refusal["Effect"], refusal["Condition"])


def test_cloudwatch_may_use_the_topics_key(built):
    """
    Without the key CloudWatch could not publish, and nobody would hear of it.
    """
    [served] = [
        found
        for found in built.statements("keys/pipeline/key")
        if found["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    ]

    assert ["kms:Decrypt", "kms:GenerateDataKey"] == served["Action"]


def test_every_alarm_tells_of_its_start_and_end(built):
    """
    An alarm notifies the topic when it is raised and when it is over.
    """
    alarms = built.of_type("aws_cloudwatch_metric_alarm").values()

    assert {("<alarms/topic/topic.arn>",)} == {tuple(alarm["alarm_actions"]) for alarm in alarms}
    assert {("<alarms/topic/topic.arn>",)} == {tuple(alarm["ok_actions"]) for alarm in alarms}


def test_one_alarm_says_whether_the_pipeline_is_well(built):
    """
    The composite alarm is raised by any alarm that a module has added, also after it was made itself.
    """
    names = re.findall(r'ALARM\("([^"]+)"\)', built["alarms/health"]["alarm_rule"])

    assert {alarm["alarm_name"] for alarm in built.of_type("aws_cloudwatch_metric_alarm").values()} == set(names)


def test_lag_is_told_long_before_records_are_lost(built):
    """
    The iterator's age raises an alarm at a 24th of the stream's retention, in milliseconds.
    """
    hours = built["stream/stream"]["retention_period"]

    assert hours * 3_600_000 / 24 == built["alarms/iterator_age"]["threshold"]


def test_late_files_are_told_after_three_buffers(built):
    """
    Rows that wait three buffer intervals, 900 seconds, raise an alarm.
    """
    assert 900 == built["alarms/delivery_late"]["threshold"]
