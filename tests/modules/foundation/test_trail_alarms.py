from __future__ import annotations

import re

import pytest

from modules.foundation.trail_events import CIS_EVENTS
from tests.modules.sample import ACCOUNT, REGION

FILTER, ALARM = "aws_cloudwatch_log_metric_filter", "aws_cloudwatch_metric_alarm"
OURS = {
    *("archive-touched", "detection-changes", "emergency-use", "key-policy-changes", "trail-narrowed", "trust-changes"),
    "users-made",
}
LONGEST = 1_024  # characters of a pattern, by the quotas of CloudWatch Logs


def pattern(account, name):
    """
    What the filter of an event looks for.
    """
    return account[f"trail_alarms/{name.replace('-', '_')}"]["pattern"]


def test_every_number_of_the_benchmark_is_there():
    """
    The table has each event of the benchmark's section 4 that a metric filter can find, once.
    """
    assert [f"4.{number}" for number in range(1, 16)] == [event.cis for event in CIS_EVENTS]


def test_every_event_has_a_filter_and_an_alarm(account):
    """
    What is looked for is counted, and one such event raises an alarm that tells the topic.
    """
    names = {event.name for event in CIS_EVENTS} | OURS
    alarms = {alarm["metric_name"]: alarm for alarm in account.of_type(ALARM).values()}

    assert names == {each["metric_transformation"]["name"] for each in account.of_type(FILTER).values()} == set(alarms)
    for alarm in alarms.values():
        assert ("account-dev/trail", "Sum", "GreaterThanThreshold", 0) == (
            *(alarm["namespace"], alarm["statistic"], alarm["comparison_operator"]),
            alarm["threshold"],
        )
        assert ["<alarms/topic/topic.arn>"] == alarm["alarm_actions"]


def test_filters_look_at_the_trails_log_group(account):
    """
    Every filter is on the log group to which the trail delivers.
    """
    groups = {each["log_group_name"] for each in account.of_type(FILTER).values()}

    assert {"/aws/cloudtrail/account-dev-audit"} == groups


def test_patterns_are_well_formed(account):
    """
    A pattern fits, stands in braces, and closes what it opens.
    """
    for each in account.of_type(FILTER).values():
        text = each["pattern"]
        assert len(text) <= LONGEST
        assert text.startswith("{ ")
        assert text.endswith(" }")
        assert (text.count("("), 0) == (text.count(")"), text.count('"') % 2)


def test_no_event_is_named_twice_in_a_pattern():
    """
    Each pattern lists its events once.
    """
    for event in CIS_EVENTS:
        names = re.findall(r"eventName = (\w+)", event.pattern)
        assert len(names) == len(set(names)), event.name


@pytest.mark.parametrize("bucket", [f"con-account-dev-audit-{ACCOUNT}-{REGION}", f"*-config-{ACCOUNT}-*"])
def test_attempts_on_the_archive_are_noticed(account, bucket):
    """
    Deletes, settings and retentions of both archives are looked for, by the name of the bucket; each region has its own of
    Config.
    """
    text = pattern(account, "archive-touched")

    assert f'($.requestParameters.bucketName = "{bucket}")' in text
    assert all(f"($.eventName = {name})" in text for name in ("Delete*", "PutBucket*", "PutObjectRetention"))


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ("key-policy-changes", "PutKeyPolicy"),
        ("trust-changes", "UpdateAssumeRolePolicy"),
        ("trust-changes", "DeleteRolePermissionsBoundary"),
        ("users-made", "CreateAccessKey"),
        ("detection-changes", "DisableAlarmActions"),
        ("detection-changes", "DeleteDetector"),
    ],
)
def test_what_the_benchmark_leaves_out_is_looked_for(account, event, name):
    """
    Changes of trust, of key policies, of boundaries and of what watches raise alarms too, and so does a new access key.
    """
    assert f"($.eventName = {name})" in pattern(account, event)


def test_emergency_roles_are_known_by_their_name(account):
    """
    Taking on a role for emergencies is looked for, and so is every call in it.
    """
    text = pattern(account, "emergency-use")

    assert '($.eventName = AssumeRole*) && ($.requestParameters.roleArn = "*break-glass*")' in text
    assert '($.userIdentity.sessionContext.sessionIssuer.userName = "*break-glass*")' in text
