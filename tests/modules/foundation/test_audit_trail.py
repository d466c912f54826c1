from __future__ import annotations

import pytest

from tests.modules import account as accounts
from tests.modules.sample import ACCOUNT, REGION

TRAIL = f"arn:aws:cloudtrail:{REGION}:{ACCOUNT}:trail/account-dev-audit"
ARCHIVE = f"arn:aws:s3:::con-account-dev-audit-{ACCOUNT}-{REGION}/"
DATA = [
    {"field": "eventCategory", "equals": ["Data"]},
    {"field": "resources.type", "equals": ["AWS::S3::Object"]},
]


def fields(account, name):
    """
    The fields by which one of the trail's selectors selects.
    """
    [found] = [each for each in account["trail/trail"]["advanced_event_selector"] if each["name"] == name]

    return found["field_selector"]


def served(account, service):
    """
    What the audit key's policy lets a service do.
    """
    return [each for each in account.statements("archive/key/key") if each["Principal"].get("Service") == service]


@pytest.mark.parametrize(
    "setting",
    ["enable_logging", "enable_log_file_validation", "include_global_service_events", "is_multi_region_trail"],
)
def test_the_trail_is_whole(account, setting):
    """
    The trail is on, in all regions, with the global services, and with digests.
    """
    assert account["trail/trail"][setting] is True


def test_every_management_event_is_recorded(account):
    """
    Management events are selected by nothing else, so reads and writes of every service are recorded.
    """
    assert [{"field": "eventCategory", "equals": ["Management"]}] == fields(account, "Management events")


def test_all_use_of_strict_objects_is_recorded(account):
    """
    Confidential and restricted objects are selected by the start of the bucket's name; the archive has its own selector.
    """
    *data, arn = fields(account, "Objects of strict classes")

    assert data == DATA
    assert arn == {
        "field": "resources.ARN",
        "starts_with": ["arn:aws:s3:::con-", "arn:aws:s3:::res-"],
        "not_starts_with": [ARCHIVE],
    }


def test_writes_of_internal_objects_are_recorded(account):
    """
    Of internal objects the writes are recorded, and of public ones nothing.
    """
    *data, write, arn = fields(account, "Writes of internal objects")

    assert data == DATA
    assert {"field": "readOnly", "equals": ["false"]} == write
    assert {"field": "resources.ARN", "starts_with": ["arn:aws:s3:::int-"]} == arn
    assert "pub-" not in str(account["trail/trail"])


def test_deliveries_do_not_record_themselves(account):
    """
    All that happens to the archive is recorded but for what CloudTrail puts, which would go round in a circle.
    """
    *data, arn, event = fields(account, "The archive, but for deliveries")

    assert data == DATA
    assert {"field": "resources.ARN", "starts_with": [ARCHIVE]} == arn
    assert {"field": "eventName", "not_equals": ["PutObject"]} == event


def test_selectors_are_of_the_partition():
    """
    In China, ARNs start otherwise.
    """
    place = {"partition": "aws-cn", "region": "cn-north-1", "zones": [f"cn-north-1{zone}" for zone in "abc"]}
    text = str(accounts.account(place | _roles("aws-cn"))["trail/trail"]["advanced_event_selector"])

    assert "arn:aws-cn:s3:::res-" in text
    assert "arn:aws:" not in text


def test_unusual_activity_is_looked_for(account):
    """
    Rates of calls and rates of errors are both watched.
    """
    assert ["ApiCallRateInsight", "ApiErrorRateInsight"] == [
        each["insight_type"] for each in account["trail/trail"]["insight_selector"]
    ]


def test_the_key_serves_the_trail_alone(account):
    """
    CloudTrail makes data keys for its own trail's records, and looks at the key on behalf of that trail.
    """
    make, look = served(account, "cloudtrail.amazonaws.com")

    assert ["kms:GenerateDataKey"] == make["Action"]
    assert {"aws:SourceArn": TRAIL, "kms:EncryptionContext:aws:cloudtrail:arn": TRAIL} == make["Condition"][
        "StringEquals"
    ]
    assert {"aws:SourceArn": TRAIL} == look["Condition"]["StringEquals"]


def test_the_role_writes_streams_of_this_trail_only(account):
    """
    CloudTrail's role may make and write the streams that it names after account and region, and nothing else.
    """
    group = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/aws/cloudtrail/account-dev-audit"
    streams = [f"{group}:log-stream:{ACCOUNT}_CloudTrail_{REGION}*"]

    assert {"logs:CreateLogStream": streams, "logs:PutLogEvents": streams} == account.allowed("trail/role/policy")


def test_the_trail_is_made_after_what_lets_it_write(account):
    """
    CloudTrail tries bucket and role when a trail is made, so both policies come first.
    """
    assert ["archive_audit_policy", "trail_role_policy"] == [
        next(part for part in ("archive_audit_policy", "trail_role_policy") if part in address)
        for address in account["trail/trail"]["depends_on"]
    ]


def _roles(partition):
    """
    The people of the sample's environment in another partition.
    """
    role = f"arn:{partition}:iam::{ACCOUNT}:role/"
    people = {name: [f"{role}{name}"] for name in ("owner", "engineer", "analyst", "auditor")}
    return {"key_administrators": [f"{role}keys"], "deploy_roles": [f"{role}deploy"], "personas": people}
