"""
What a region's baseline makes, made with boto3, with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

from tests.verify.resources import ACCOUNT, bucket, key_arn, name

RULE = "S3_BUCKET_VERSIONING_ENABLED"


def detector(session):
    guardduty = session.client("guardduty")
    made = guardduty.create_detector(Enable=True, FindingPublishingFrequency="FIFTEEN_MINUTES")["DetectorId"]
    agents = [{"Name": "EC2_AGENT_MANAGEMENT", "Status": "ENABLED"}]
    feature = {"Name": "RUNTIME_MONITORING", "Status": "ENABLED", "AdditionalConfiguration": agents}
    guardduty.update_detector(DetectorId=made, Features=[feature])
    return {
        "aws_guardduty_detector.d": {
            "id": made,
            "enable": True,
            "finding_publishing_frequency": "FIFTEEN_MINUTES",
        },
        "aws_guardduty_detector_feature.f": {
            "detector_id": made,
            "name": "RUNTIME_MONITORING",
            "status": "ENABLED",
            "additional_configuration": [{"name": "EC2_AGENT_MANAGEMENT", "status": "ENABLED"}],
        },
    }


def hub(session):
    securityhub = session.client("securityhub")
    securityhub.enable_security_hub(EnableDefaultStandards=False)
    securityhub.update_security_hub_configuration(AutoEnableControls=True, ControlFindingGenerator="SECURITY_CONTROL")
    values = {"auto_enable_controls": True, "control_finding_generator": "SECURITY_CONTROL"}
    return {"aws_securityhub_account.h": values}


def recorder(session):
    """There can be one recorder and one channel in a region, so they keep their names."""
    config, planned = session.client("config"), bucket(session)
    place = planned["aws_s3_bucket.b"]["bucket"]
    role = f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
    group = {"allSupported": True, "includeGlobalResourceTypes": True}
    config.put_configuration_recorder(
        ConfigurationRecorder={"name": "recorder", "roleARN": role, "recordingGroup": group}
    )
    config.put_delivery_channel(DeliveryChannel={"name": "channel", "s3BucketName": place})
    config.start_configuration_recorder(ConfigurationRecorderName="recorder")
    rule = name()
    source = {"Owner": "AWS", "SourceIdentifier": RULE}
    config.put_config_rule(ConfigRule={"ConfigRuleName": rule, "Source": source})
    return {
        "aws_config_configuration_recorder.r": {
            "name": "recorder",
            "role_arn": role,
            "recording_group": [{"all_supported": True, "include_global_resource_types": True}],
        },
        "aws_config_configuration_recorder_status.s": {"name": "recorder", "is_enabled": True},
        "aws_config_delivery_channel.c": {"name": "channel", "s3_bucket_name": place},
        "aws_config_config_rule.r": {"name": rule, "source": [{"owner": "AWS", "source_identifier": RULE}]},
    }


def macie(session):
    session.client("macie2").enable_macie(findingPublishingFrequency="FIFTEEN_MINUTES", status="ENABLED")
    return {"aws_macie2_account.m": {"finding_publishing_frequency": "FIFTEEN_MINUTES", "status": "ENABLED"}}


def defaults(session):
    ec2, volumes = session.client("ec2"), key_arn(session)
    ec2.enable_ebs_encryption_by_default()
    ec2.modify_ebs_default_kms_key_id(KmsKeyId=volumes)
    [vpc] = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"]
    return {
        "aws_ebs_encryption_by_default.e": {"enabled": True},
        "aws_ebs_default_kms_key.k": {"key_arn": volumes},
        "aws_default_vpc.v": {"id": vpc["VpcId"]},
    }


def vault(session):
    backup, this, arn = session.client("backup"), name(), key_arn(session)
    backup.create_backup_vault(BackupVaultName=this, EncryptionKeyArn=arn)
    backup.put_backup_vault_lock_configuration(BackupVaultName=this, MinRetentionDays=30)
    daily = {"RuleName": "daily", "TargetBackupVaultName": this, "ScheduleExpression": "cron(0 3 * * ? *)"}
    copy = f"arn:aws:backup:eu-west-1:{ACCOUNT}:backup-vault:{this}"
    rule = {**daily, "Lifecycle": {"DeleteAfterDays": 90}, "CopyActions": [{"DestinationBackupVaultArn": copy}]}
    plan = backup.create_backup_plan(BackupPlan={"BackupPlanName": this, "Rules": [rule]})["BackupPlanId"]
    planned_rule = {
        "target_vault_name": this,
        "schedule": "cron(0 3 * * ? *)",
        "lifecycle": [{"delete_after": 90}],
        "copy_action": [{"destination_vault_arn": copy}],
    }
    return {
        "aws_backup_vault.v": {"name": this, "kms_key_arn": arn},
        "aws_backup_vault_lock_configuration.l": {"backup_vault_name": this, "min_retention_days": 30},
        "aws_backup_plan.p": {"id": plan, "name": this, "rule": [planned_rule]},
    }


MAKERS = (defaults, detector, hub, macie, recorder, vault)
