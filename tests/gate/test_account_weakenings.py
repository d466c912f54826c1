from __future__ import annotations

import json

import pytest

from tests.gate.real_weakenings import pick, without
from tests.gate.weakened import weakened
from tests.gate.weakenings import FOREIGN_KEY, changed
from tests.planning import ROOT
from workflow.checkov_process import CheckovProcess

DEPLOYMENT = "account-dev"
TRAIL, FILTER, ALARM = "aws_cloudtrail", "aws_cloudwatch_log_metric_filter", "aws_cloudwatch_metric_alarm"
BUCKET, LOCK = "aws_s3_bucket", "aws_s3_bucket_object_lock_configuration"


def on(kind, part, change):
    """
    A change of the first resource of a type whose id holds a part.
    """
    return lambda stack: change(pick(stack, kind, part)[1])


def gone(kind, part):
    return lambda stack: stack[kind].pop(pick(stack, kind, part)[0])


def policy(part, change):
    """
    Other statements in the policy of a bucket.
    """

    def rewrite(block):
        document = json.loads(block["policy"])
        change(document["Statement"])
        block["policy"] = json.dumps(document)

    return on(f"{BUCKET}_policy", part, rewrite)


def spare(sid, arn):
    """
    One more caller whom a refusal spares.
    """

    def change(statements):
        [found] = [each for each in statements if each.get("Sid") == sid]
        found["Condition"]["ArnNotEquals"]["aws:PrincipalArn"].append(arn)

    return change


def selected(name, change):
    """
    A change of the fields of one selector.
    """

    def edit(trail):
        [found] = [each for each in trail["advanced_event_selector"] if each["name"] == name]
        change(found["field_selector"])

    return on(TRAIL, "", edit)


def starts(fields):
    [found] = [each for each in fields if each["field"] == "resources.ARN"]

    return found


STRICT = "Objects of strict classes"
ENGINEER = "arn:aws:iam::111122223333:role/data-engineer"
# what is weakened -> the weakening, and the policy that finds it
WEAKENINGS = {
    "trail stopped": (on(TRAIL, "", changed(enable_logging=False)), "MR_TRAIL_1"),
    "trail of one region": (on(TRAIL, "", changed(is_multi_region_trail=False)), "MR_TRAIL_1"),
    "trail without digests": (on(TRAIL, "", changed(enable_log_file_validation=False)), "MR_TRAIL_1"),
    "trail without global services": (on(TRAIL, "", changed(include_global_service_events=False)), "MR_TRAIL_1"),
    "trail under a foreign key": (on(TRAIL, "", changed(kms_key_id=FOREIGN_KEY)), "MR_TRAIL_2"),
    "management writes only": (
        selected("Management events", lambda fields: fields.append({"field": "readOnly", "equals": ["false"]})),
        "MR_TRAIL_3",
    ),
    "strict writes only": (
        selected(STRICT, lambda fields: fields.append({"field": "readOnly", "equals": ["false"]})),
        "MR_TRAIL_3",
    ),
    "restricted not recorded": (selected(STRICT, lambda fields: starts(fields)["starts_with"].pop()), "MR_TRAIL_3"),
    "a store not recorded": (
        selected(STRICT, lambda fields: starts(fields)["not_starts_with"].append("arn:aws:s3:::con-orders-dev-raw")),
        "MR_TRAIL_3",
    ),
    "no insights": (on(TRAIL, "", lambda trail: trail.pop("insight_selector")), "MR_TRAIL_4"),
    "trail to another bucket": (on(TRAIL, "", changed(s3_bucket_name="con-elsewhere")), "MR_TRAIL_5"),
    "root not looked for": (gone(FILTER, "root_use"), "MR_TRAIL_6"),
    "stopping not looked for": (
        on(FILTER, "trail_changes", changed(pattern="{ ($.eventName = CreateTrail) }")),
        "MR_TRAIL_6",
    ),
    "alarm without an action": (on(ALARM, "alarms_key_disabled", changed(alarm_actions=None)), "MR_TRAIL_7"),
    "alarm at the tenth event": (on(ALARM, "alarms_root_use", changed(threshold=9)), "MR_TRAIL_7"),
    "alarm on another metric": (on(ALARM, "alarms_vpc_changes", changed(metric_name="other")), "MR_TRAIL_7"),
    "a class that the name does not say": (
        on(BUCKET, "archive_audit", lambda bucket: bucket["tags"].update(classification="internal")),
        "MR_TRAIL_8",
    ),
    "records not locked": (gone(LOCK, "archive_audit"), "MR_ARCHIVE_1"),
    "records can be deleted": (policy("archive_audit", without("NobodyDeletes")), "MR_ARCHIVE_2"),
    "settings can be changed": (policy("archive_audit", without("OnlyTerraformManages")), "MR_ARCHIVE_2"),
    "settings for every role": (
        policy("archive_audit", spare("OnlyTerraformManages", "arn:aws:iam::111122223333:role/*")),
        "MR_ARCHIVE_2",
    ),
    "anybody writes records": (policy("archive_audit", without("OnlyServicesWrite")), "MR_ARCHIVE_3"),
    "anybody reads records": (policy("archive_audit", without("OnlyAuditorsRead")), "MR_ARCHIVE_3"),
    "the engineer reads records": (policy("archive_audit", spare("OnlyAuditorsRead", ENGINEER)), "MR_ARCHIVE_3"),
}


@pytest.fixture(scope="module")
def checkov():
    process = CheckovProcess(ROOT, ROOT / "policies")
    yield process
    process.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", WEAKENINGS)
def test_each_weakening_of_an_account_is_found(name, checkov):
    """
    The policy that is meant finds the weakening in the plan of an account, which is sound otherwise.
    """
    weakening, policy_id = WEAKENINGS[name]
    plan = weakened(DEPLOYMENT, weakening)
    [answer] = checkov.scan([plan.plan])

    assert [] == plan.unresolved + plan.contradictions + answer["errors"]
    assert policy_id in {entry["check"] for entry in answer["failed"]}


def test_an_account_as_it_is_passes_them(checkov):
    """
    None of these policies finds anything in the plan as it is.
    """
    [answer] = checkov.scan([weakened(DEPLOYMENT, lambda _: None).plan])
    ours = {policy_id for _, policy_id in WEAKENINGS.values()}

    assert set() == {entry["check"] for entry in answer["failed"]} & ours
