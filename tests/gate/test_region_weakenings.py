from __future__ import annotations

import json

import pytest

from tests.gate.real_weakenings import pick
from tests.gate.test_real_weakenings import TODAY, weakened

REGION = "region-prod"
"""The baseline with everything in it: restricted data, and a second region."""


def change(kind, part, **arguments):
    return lambda stack: pick(stack, kind, part)[1].update(arguments)


def remove(kind, part=""):
    return lambda stack: stack[kind].pop(pick(stack, kind, part)[0])


def grant(action, resource, condition=None):
    """One more statement in the policy of the backup role."""

    def extend(stack):
        _, block = pick(stack, "aws_iam_role_policy", "backup_role")
        document = json.loads(block["policy"])
        here = condition or {"StringEquals": {"aws:ResourceAccount": "444455556666"}}
        document["Statement"].append({"Effect": "Allow", "Action": [action], "Resource": [resource], "Condition": here})
        block["policy"] = json.dumps(document)

    return extend


WEAKENINGS = {
    "detector off": (change("aws_guardduty_detector", "", enable=False), "MR_DETECT_1"),
    "findings late": (change("aws_guardduty_detector", "", finding_publishing_frequency="SIX_HOURS"), "MR_DETECT_1"),
    "protection off": (change("aws_guardduty_detector_feature", "s3_data", status="DISABLED"), "MR_DETECT_1"),
    "protection gone": (remove("aws_guardduty_detector_feature", "runtime"), "MR_DETECT_1"),
    "some types recorded": (
        change("aws_config_configuration_recorder", "", recording_group={"all_supported": False}),
        "MR_DETECT_2",
    ),
    "recorder off": (change("aws_config_configuration_recorder_status", "", is_enabled=False), "MR_DETECT_2"),
    "history elsewhere": (change("aws_config_delivery_channel", "", s3_bucket_name="foreign"), "MR_DETECT_2"),
    "history without our key": (
        lambda stack: pick(stack, "aws_config_delivery_channel", "")[1].pop("s3_kms_key_arn"),
        "MR_DETECT_2",
    ),
    "confidential not searched": (remove("aws_macie2_classification_job", "confidential"), "MR_DETECT_3"),
    "restricted not searched": (remove("aws_macie2_classification_job", "restricted"), "MR_DETECT_3"),
    "restricted searched weekly": (
        change("aws_macie2_classification_job", "restricted", schedule_frequency={"weekly_schedule": "MONDAY"}),
        "MR_DETECT_3",
    ),
    "outside not analyzed": (remove("aws_accessanalyzer_analyzer", "external"), "MR_DETECT_4"),
    "standard not checked": (remove("aws_securityhub_standards_subscription"), "MR_DETECT_4"),
    "findings to nobody": (remove("aws_cloudwatch_event_target", "threat_high"), "MR_DETECT_5"),
    "findings off": (change("aws_cloudwatch_event_rule", "threat_high", state="DISABLED"), "MR_DETECT_5"),
    "volumes in the clear": (change("aws_ebs_encryption_by_default", "", enabled=False), "MR_EC2_1"),
    "volumes with a key of AWS": (remove("aws_ebs_default_kms_key"), "MR_EC2_1"),
    "metadata without tokens": (change("aws_ec2_instance_metadata_defaults", "", http_tokens="optional"), "MR_EC2_2"),
    "public snapshots": (change("aws_ebs_snapshot_block_public_access", "", state="unblocked"), "MR_EC2_2"),
    "serial console": (change("aws_ec2_serial_console_access", "", enabled=True), "MR_EC2_2"),
    "vault unlocked": (remove("aws_backup_vault_lock_configuration", "restricted_lock_copy"), "MR_BACKUP_1"),
    "vault with a key of AWS": (
        lambda stack: pick(stack, "aws_backup_vault", "restricted")[1].pop("kms_key_arn"),
        "MR_BACKUP_1",
    ),
    "nothing selected": (remove("aws_backup_selection", "restricted"), "MR_BACKUP_2"),
    "default network open": (remove("aws_default_security_group"), "MR_VPC_6"),
    "default network dark": (remove("aws_flow_log"), "MR_VPC_5"),
    "backups may write": (grant("s3:PutObject", "arn:aws:s3:::con-*/*"), "MR_IAM_2"),
    "backups read everything": (grant("s3:GetObject", "arn:aws:s3:::*"), "MR_IAM_2"),
    "backups read other accounts": (
        grant("s3:GetObject", "arn:aws:s3:::con-*/*", {"Bool": {"aws:SecureTransport": "true"}}),
        "MR_IAM_8",
    ),
    "backups use every key": (grant("kms:Decrypt", "arn:aws:kms:eu-central-1:444455556666:key/*"), "MR_IAM_2"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", WEAKENINGS)
def test_each_weakening_is_found(name, gate):
    """
    A weakened baseline fails the gate, by the policy that is there for it, and by no error.
    """
    weakening, check = WEAKENINGS[name]
    made = weakened(REGION, weakening)
    verdict = gate.judge(made, [], TODAY)

    assert [] == made.unresolved + made.contradictions + verdict.errors
    assert check in {finding.check for finding in verdict.findings}
