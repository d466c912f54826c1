from __future__ import annotations

import pytest

from tests.drill.conftest import GLOBAL, HOME
from workflow.drill.detection import Detection
from workflow.drill.record import record_calls

STOPS = {"source": ["aws.cloudtrail"], "detail": {"eventName": ["StopLogging"]}}


def stopped(account, region=HOME):
    """What CloudTrail would record of a trail being stopped."""
    return {
        "eventSource": "cloudtrail.amazonaws.com",
        "eventName": "StopLogging",
        "awsRegion": region,
        "userIdentity": {"type": "AssumedRole", "accountId": account.number},
    }


def noticed(account, record=None):
    detection = Detection(account.session, [HOME, GLOBAL])
    return [(each.kind, each.receivers) for each in detection.notices(record or stopped(account))]


def test_nothing_watches(account):
    """
    In an account without a baseline nobody learns of anything.
    """
    assert [] == noticed(account)


def test_filter_and_alarm(account):
    """
    A metric filter of a recording trail whose alarm has a topic with a receiver tells that receiver.
    """
    account.trail()
    account.metric_filter()
    account.alarm(account.topic())

    assert [("trail alarm", ("email: on-call@example.com",))] == noticed(account)


def test_event_rule(account):
    """
    An enabled event rule whose pattern fits tells the receivers of its topic.
    """
    account.rule(STOPS, account.topic())

    assert [("event rule", ("email: on-call@example.com",))] == noticed(account)


def test_event_rule_of_another_region(account):
    """
    A rule sees the events of its own region only.
    """
    account.rule(STOPS, account.topic(region=GLOBAL), region=GLOBAL)

    assert [] == noticed(account)
    assert 1 == len(noticed(account, stopped(account, GLOBAL)))


def without_filter(account):
    account.alarm(account.topic())


def without_alarm(account):
    account.metric_filter()


def without_receiver(account):
    account.metric_filter()
    account.alarm(account.topic(receiver=None))


def with_actions_off(account):
    account.metric_filter()
    account.alarm(account.topic(), enabled=False)


def with_another_pattern(account):
    account.metric_filter('{ $.eventName = "StartLogging" }')
    account.alarm(account.topic())


def with_a_stopped_trail(account):
    account.metric_filter()
    account.alarm(account.topic())
    account.session.client("cloudtrail").stop_logging(Name="all")


def with_another_metric(account):
    account.metric_filter(name="other")
    account.alarm(account.topic())


@pytest.mark.parametrize(
    "hole",
    [
        without_filter,
        without_alarm,
        without_receiver,
        with_actions_off,
        with_another_pattern,
        with_a_stopped_trail,
        with_another_metric,
    ],
)
def test_holes(account, hole):
    """
    With one link of the chain missing, nobody learns of it.
    """
    account.trail()
    hole(account)

    assert [] == noticed(account)


def test_disabled_rule(account):
    """
    A disabled rule tells nobody.
    """
    account.rule(STOPS, account.topic(), state="DISABLED")

    assert [] == noticed(account)


def test_records_what_was_called(account):
    """
    A call is recorded as CloudTrail has it: source, name, region, parameters, and why it was refused.
    """
    records = []
    record_calls(account.session, "aws", records)
    trails = account.session.client("cloudtrail")
    with pytest.raises(trails.exceptions.ClientError):
        trails.stop_logging(Name="nowhere")
    account.session.client("iam").list_users()
    [stop, users] = records

    assert ("cloudtrail.amazonaws.com", "StopLogging", HOME) == (
        stop["eventSource"],
        stop["eventName"],
        stop["awsRegion"],
    )
    assert {"name": "nowhere"} == stop["requestParameters"]
    assert "errorCode" in stop
    assert (GLOBAL, "AwsApiCall", False) == (users["awsRegion"], users["eventType"], "errorCode" in users)


def test_names_of_s3(account):
    """
    S3's calls bear the names they have in CloudTrail, and the bucket is `bucketName`.
    """
    records = []
    record_calls(account.session, "aws", records)
    s3 = account.session.client("s3")
    s3.create_bucket(Bucket="some", CreateBucketConfiguration={"LocationConstraint": HOME})
    s3.delete_public_access_block(Bucket="some")

    assert ["CreateBucket", "DeleteBucketPublicAccessBlock"] == [each["eventName"] for each in records]
    assert "some" == records[1]["requestParameters"]["bucketName"]
