"""
What somebody might change behind Terraform's back in what watches a region and holds in it.
"""

from __future__ import annotations

import json

RECORDER = "recorder"


def switch_features_off(guardduty, detector):
    feature = {"Name": "RUNTIME_MONITORING", "Status": "DISABLED"}
    guardduty.update_detector(DetectorId=detector, Features=[feature])


def record_some(config, recorder):
    [found] = config.describe_configuration_recorders(ConfigurationRecorderNames=[recorder])["ConfigurationRecorders"]
    group = {"allSupported": False, "includeGlobalResourceTypes": False, "resourceTypes": ["AWS::S3::Bucket"]}
    config.put_configuration_recorder(
        ConfigurationRecorder={"name": recorder, "roleARN": found["roleARN"], "recordingGroup": group}
    )


CHANGES_OF_REGIONS = {
    "detector off": (
        *("detector", "guardduty", "aws_guardduty_detector.d", "id"),
        lambda guardduty, it: guardduty.update_detector(DetectorId=it, Enable=False),
        "aws_guardduty_detector: enable",
    ),
    "detector gone": (
        *("detector", "guardduty", "aws_guardduty_detector.d", "id"),
        lambda guardduty, it: guardduty.delete_detector(DetectorId=it),
        "aws_guardduty_detector: exists",
    ),
    "protection off": (
        *("detector", "guardduty", "aws_guardduty_detector.d", "id"),
        switch_features_off,
        "aws_guardduty_detector_feature: status",
    ),
    "new controls off": (
        *("hub", "securityhub", "aws_securityhub_account.h", "control_finding_generator"),
        lambda hub, _: hub.update_security_hub_configuration(AutoEnableControls=False),
        "aws_securityhub_account: auto_enable_controls",
    ),
    "recorder stopped": (
        *("recorder", "config", "aws_config_configuration_recorder.r", "name"),
        lambda config, it: config.stop_configuration_recorder(ConfigurationRecorderName=it),
        "aws_config_configuration_recorder_status: is_enabled",
    ),
    "recorder narrowed": (
        *("recorder", "config", "aws_config_configuration_recorder.r", "name"),
        record_some,
        "aws_config_configuration_recorder: recording_group.all_supported",
    ),
    "history elsewhere": (
        *("recorder", "config", "aws_config_delivery_channel.c", "name"),
        lambda config, it: config.put_delivery_channel(DeliveryChannel={"name": it, "s3BucketName": "foreign"}),
        "aws_config_delivery_channel: s3_bucket_name",
    ),
    "rule removed": (
        *("recorder", "config", "aws_config_config_rule.r", "name"),
        lambda config, it: config.delete_config_rule(ConfigRuleName=it),
        "aws_config_config_rule: exists",
    ),
    "search paused": (
        *("macie", "macie2", "aws_macie2_account.m", "status"),
        lambda macie, _: macie.disable_macie(),
        "aws_macie2_account: exists",
    ),
    "volumes in the clear": (
        *("defaults", "ec2", "aws_default_vpc.v", "id"),
        lambda ec2, _: ec2.disable_ebs_encryption_by_default(),
        "aws_ebs_encryption_by_default: enabled",
    ),
    "volumes with a key of AWS": (
        *("defaults", "ec2", "aws_default_vpc.v", "id"),
        lambda ec2, _: ec2.reset_ebs_default_kms_key_id(),
        "aws_ebs_default_kms_key: key_arn",
    ),
    "vault unlocked": (
        *("vault", "backup", "aws_backup_vault.v", "name"),
        lambda backup, it: backup.delete_backup_vault_lock_configuration(BackupVaultName=it),
        "aws_backup_vault_lock_configuration: locked",
    ),
    "vault removed": (
        *("vault", "backup", "aws_backup_vault.v", "name"),
        lambda backup, it: backup.delete_backup_vault(BackupVaultName=it),
        "aws_backup_vault: exists",
    ),
    "backups stopped": (
        *("vault", "backup", "aws_backup_plan.p", "id"),
        lambda backup, it: backup.delete_backup_plan(BackupPlanId=it),
        "aws_backup_plan: exists",
    ),
    "findings off": (
        *("event_rule", "events", "aws_cloudwatch_event_rule.r", "name"),
        lambda events, it: events.disable_rule(Name=it),
        "aws_cloudwatch_event_rule: state",
    ),
    "findings narrowed": (
        *("event_rule", "events", "aws_cloudwatch_event_rule.r", "name"),
        lambda events, it: events.put_rule(Name=it, EventPattern=json.dumps({"source": ["nobody"]})),
        "aws_cloudwatch_event_rule: event_pattern",
    ),
    "nobody is told": (
        *("event_rule", "events", "aws_cloudwatch_event_rule.r", "name"),
        lambda events, it: events.remove_targets(Rule=it, Ids=["receivers"]),
        "aws_cloudwatch_event_target: exists",
    ),
}
