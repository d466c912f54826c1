from __future__ import annotations

import json
from fnmatch import fnmatchcase

from tests.plans.values import at, rights, statements, texts


def only(baseline, kind):
    """
    The one resource of a type.
    """
    [found] = baseline.of(kind).values()

    return found


def archives(baseline):
    """
    Names of the buckets for records, by zone.
    """
    buckets = baseline.of("aws_s3_bucket").values()

    return {item["tags"]["zone"]: item["bucket"] for item in buckets if item["tags"]["zone"] in ("audit", "config")}


def policy(baseline, bucket):
    """
    The statements of a bucket's policy.
    """
    [found] = [item for item in baseline.of("aws_s3_bucket_policy").values() if item["bucket"] == bucket]

    return statements(found["policy"])


def test_the_trail_records_everywhere(baseline):
    """
    One trail, on, for all regions and the global services, with digests.
    """
    trail = only(baseline, "aws_cloudtrail")
    switches = ("enable_logging", "is_multi_region_trail", "include_global_service_events")

    assert [True] * 4 == [trail[name] for name in (*switches, "enable_log_file_validation")]


def test_the_trail_delivers_to_the_archive_and_the_log_group(baseline):
    """
    Files go to the locked bucket, events to a log group of the same plan.
    """
    trail = only(baseline, "aws_cloudtrail")
    [group] = baseline.of("aws_cloudwatch_log_group").values()

    assert archives(baseline)["audit"] == trail["s3_bucket_name"]
    assert f"{group['arn']}:*" == trail["cloud_watch_logs_group_arn"]


def test_the_trail_selects_objects_by_class(baseline):
    """
    All use of confidential and restricted objects is recorded, and writes of internal ones.
    """
    selectors = only(baseline, "aws_cloudtrail")["advanced_event_selector"]
    starts = {
        arn: [field["field"] for field in selector["field_selector"]]
        for selector in selectors
        for field in selector["field_selector"]
        for arn in field.get("starts_with") or []
    }
    objects = ["eventCategory", "resources.type"]

    assert [*objects, "resources.ARN"] == starts["arn:aws:s3:::con-"] == starts["arn:aws:s3:::res-"]
    assert [*objects, "readOnly", "resources.ARN"] == starts["arn:aws:s3:::int-"]


def test_audit_records_are_locked_as_the_environment_says(baseline):
    """
    What CloudTrail delivers is locked in the mode and for the days of the environment; Config takes no such bucket.
    """
    immutability = baseline.loaded.environment.immutability
    lock = only(baseline, "aws_s3_bucket_object_lock_configuration")

    assert archives(baseline)["audit"] == lock["bucket"]
    assert [{"mode": immutability.mode.upper(), "days": immutability.days}] == at(lock["rule"], "default_retention")


def test_nobody_deletes_records(baseline):
    """
    Both archives deny everybody to delete, without a condition.
    """
    for bucket in archives(baseline).values():
        [denied] = [each for each in policy(baseline, bucket) if each.get("Sid") == "NobodyDeletes"]

        assert ("Deny", "*", None) == (denied["Effect"], denied["Principal"], denied.get("Condition"))
        assert {"s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"} <= {*denied["Action"]}


def test_the_auditor_alone_reads_records(baseline):
    """
    No role but the auditor's may get objects of the account's buckets, and the archives deny it to everybody else.
    """
    buckets = [item["arn"] for item in baseline.of("aws_s3_bucket").values()]
    readers = {
        name
        for name, allowing in rights(baseline).items()
        for each in allowing
        if "s3:GetObject" in texts(each["Action"])
        if any(
            fnmatchcase(f"{bucket}/x", f"{arn.partition('/')[0]}/*")
            for bucket in buckets
            for arn in texts(each["Resource"])
        )
    }

    assert {"persona-auditor-audit"} == readers
    for bucket in archives(baseline).values():
        [denied] = [each for each in policy(baseline, bucket) if each.get("Sid") == "OnlyAuditorsRead"]
        assert [True] == [
            arn.endswith("-persona-auditor-audit") for arn in denied["Condition"]["ArnNotEquals"]["aws:PrincipalArn"]
        ]


def test_every_filter_has_an_alarm(baseline):
    """
    Each metric filter counts for one alarm with an action, and each alarm has its filter.
    """
    counted = [
        (item["namespace"], item["name"])
        for filters in baseline.of("aws_cloudwatch_log_metric_filter").values()
        for item in filters["metric_transformation"]
    ]
    alarms = baseline.of("aws_cloudwatch_metric_alarm").values()

    assert len(counted) >= 15
    assert sorted(counted) == sorted((alarm["namespace"], alarm["metric_name"]) for alarm in alarms)
    assert all(alarm["alarm_actions"] for alarm in alarms)


def test_patterns_fit(baseline):
    """
    CloudWatch Logs takes patterns of 1024 characters.
    """
    patterns = [item["pattern"] for item in baseline.of("aws_cloudwatch_log_metric_filter").values()]

    assert max(map(len, patterns)) <= 1024


def test_the_table_is_over_the_archive(baseline):
    """
    Athena finds the files of each account, region and day below the place where CloudTrail puts them.
    """
    table = only(baseline, "aws_glue_catalog_table")
    place = f"s3://{archives(baseline)['audit']}/AWSLogs/"

    assert f"{place}${{account}}/CloudTrail/${{region}}/${{day}}" == table["parameters"]["storage.location.template"]
    assert {"account", "region", "day"} == {key["name"] for key in table["partition_keys"]}


def test_the_key_serves_the_trail_alone(baseline):
    """
    CloudTrail makes data keys for this trail, by its ARN and by what it encrypts.
    """
    keys = baseline.of("aws_kms_key").values()
    trail = only(baseline, "aws_cloudtrail")
    found = [
        each
        for key in keys
        for each in json.loads(key["policy"])["Statement"]
        if each["Principal"].get("Service") == "cloudtrail.amazonaws.com"
    ]

    assert 2 == len(found)
    assert {trail["arn"]} == {each["Condition"]["StringEquals"]["aws:SourceArn"] for each in found}
