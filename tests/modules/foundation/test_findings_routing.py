from __future__ import annotations

import json

from modules.foundation.findings_routing import ROUTES

EVENTS = {"Service": "events.amazonaws.com"}


def patterns(region):
    rules = region.of_type("aws_cloudwatch_event_rule")
    return {path.removeprefix("findings/"): json.loads(rule["event_pattern"]) for path, rule in rules.items()}


def test_what_is_bad_is_urgent(region):
    """
    Severe threats and postures, sensitive data and access from outside go to the urgent topic, the rest to the other.
    """
    targets = {
        path.removeprefix("findings/").removesuffix("_target"): target["arn"]
        for path, target in region.of_type("aws_cloudwatch_event_target").items()
    }
    urgent = {name for name, arn in targets.items() if arn == "<findings/urgent_topic/topic.arn>"}
    routine = {name for name, arn in targets.items() if arn == "<findings/routine_topic/topic.arn>"}

    assert {"external_access", "posture_high", "sensitive_high", "threat_high"} == urgent
    assert {"posture_medium", "rule_broken", "sensitive_medium", "threat_medium", "unused_access"} == routine


def test_every_detecting_service_is_routed(region):
    """
    Findings of each service that the baseline turns on reach somebody.
    """
    sources = {source for pattern in patterns(region).values() for source in pattern["source"]}

    assert {"aws.access-analyzer", "aws.config", "aws.guardduty", "aws.macie", "aws.securityhub"} == sources


def test_severities_of_threats_meet_without_a_gap(region):
    """
    From 4 on every severity has one route: up to 7 the one, from 7 the other.
    """
    found = patterns(region)

    assert [{"numeric": [">=", 7]}] == found["threat_high"]["detail"]["severity"]
    assert [{"numeric": [">=", 4, "<", 7]}] == found["threat_medium"]["detail"]["severity"]


def test_nobody_is_told_twice(region):
    """
    What other services find comes from them, not once more from Security Hub.
    """
    findings = patterns(region)["posture_high"]["detail"]["findings"]

    assert [{"anything-but": ["GuardDuty", "IAM Access Analyzer", "Macie"]}] == findings["ProductName"]
    assert (["NEW"], ["ACTIVE"]) == (findings["Workflow"]["Status"], findings["RecordState"])


def test_receivers_get_both_topics(region):
    """
    Each receiver of the environment is subscribed to the urgent and to the routine topic.
    """
    found = {
        (each["topic_arn"], each["endpoint"])
        for path, each in region.of_type("aws_sns_topic_subscription").items()
        if path.startswith("findings/")
    }

    assert found == {
        (f"<findings/{urgency}_topic/topic.arn>", receiver)
        for urgency in ("urgent", "routine")
        for receiver in ("team@example.com", "on-call@example.com")
    }


def test_only_rules_of_the_deployment_publish(region):
    """
    EventBridge may publish for rules of this deployment in this account, with TLS, under the topic's key.
    """
    publish = region.statement("findings/urgent_topic/policy", "Publish")
    refusal = region.statement("findings/urgent_topic/policy", "TlsOnly")
    served = [found for found in region.statements("keys/pipeline/key") if found["Principal"] == EVENTS]

    assert EVENTS == publish["Principal"]
    assert {"aws:SourceArn": "arn:aws:events:eu-central-1:111122223333:rule/region-dev-*"} == publish["Condition"][
        "ArnLike"
    ]
    assert ("Deny", {"Bool": {"aws:SecureTransport": "false"}}) == (refusal["Effect"], refusal["Condition"])
    assert [publish["Condition"]] * 2 == [found["Condition"] for found in served]  # one for each topic


def test_a_rule_that_cannot_deliver_raises_an_alarm(region):
    """
    For each route the first failed invocation raises an alarm.
    """
    alarms = region.of_type("aws_cloudwatch_metric_alarm").values()
    watched = {alarm["dimensions"]["RuleName"] for alarm in alarms if alarm["metric_name"] == "FailedInvocations"}

    assert {f"region-dev-{name}" for name in ROUTES} == watched
    assert {0} == {alarm["threshold"] for alarm in alarms}
