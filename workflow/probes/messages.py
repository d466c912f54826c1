"""
Queues and topics.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned
from workflow.probes.policies import same_policy, same_tls


def queue(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _queue(live, planned["url"])
    yield from same(planned, found, {"kms_master_key_id": "KmsMasterKeyId", "redrive_policy": "RedrivePolicy"})
    yield from same(planned, found, {"redrive_allow_policy": "RedriveAllowPolicy"})
    yield Fact("message_retention_seconds", planned["message_retention_seconds"], int(found["MessageRetentionPeriod"]))
    if planned.get("visibility_timeout_seconds") is not None:
        yield Fact("visibility_timeout_seconds", planned["visibility_timeout_seconds"], int(found["VisibilityTimeout"]))


def queue_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _queue(live, planned["queue_url"]).get("Policy")
    yield from same_tls(planned["policy"], found)
    yield from same_policy("policy", planned["policy"], found)


def _queue(live: Live, url: str) -> dict[str, str]:
    found: dict[str, str] = live.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return found


def topic(live: Live, planned: Planned) -> Iterator[Fact]:
    yield from same(planned, _topic(live, planned["arn"]), {"kms_master_key_id": "KmsMasterKeyId"})


def topic_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _topic(live, planned["arn"]).get("Policy")
    yield from same_tls(planned["policy"], found)
    yield from same_policy("policy", planned["policy"], found)


def _topic(live: Live, arn: str) -> dict[str, str]:
    found: dict[str, str] = live.client("sns").get_topic_attributes(TopicArn=arn)["Attributes"]
    return found


def subscription(live: Live, planned: Planned) -> Iterator[Fact]:
    """A receiver who has not confirmed yet has no ARN, so it is looked for by address."""
    there = live.pages("sns", "list_subscriptions_by_topic", "Subscriptions", TopicArn=planned["topic_arn"])
    found = live.only(there, Protocol=planned["protocol"], Endpoint=planned["endpoint"])
    yield from same(planned, found, {"topic_arn": "TopicArn"})


PROBES = {
    "aws_sns_topic": topic,
    "aws_sns_topic_policy": topic_policy,
    "aws_sns_topic_subscription": subscription,
    "aws_sqs_queue": queue,
    "aws_sqs_queue_policy": queue_policy,
}
