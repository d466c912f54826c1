"""
Vaults, their locks, and plans that fill them.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def vault(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("backup").describe_backup_vault(BackupVaultName=planned["name"])
    yield from same(planned, found, {"kms_key_arn": "EncryptionKeyArn"})


def lock(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("backup").describe_backup_vault(BackupVaultName=planned["backup_vault_name"])
    yield Fact("locked", planned=True, live=found.get("Locked"))
    settings = {"min_retention_days": "MinRetentionDays", "max_retention_days": "MaxRetentionDays"}
    yield from same(planned, found, settings)


def plan(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("backup").get_backup_plan(BackupPlanId=planned["id"])
    if answer.get("DeletionDate"):  # what was deleted can still be read for a while
        raise MissingError
    found = answer["BackupPlan"]
    yield from same(
        planned,
        found,
        {
            "name": "BackupPlanName",
            "rule[*].target_vault_name": "Rules[*].TargetBackupVaultName",
            "rule[*].schedule": "Rules[*].ScheduleExpression",
            "rule[*].lifecycle[0].delete_after": "Rules[*].Lifecycle.DeleteAfterDays",
            "rule[].copy_action[].destination_vault_arn": "Rules[].CopyActions[].DestinationBackupVaultArn",
        },
    )


def selection(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("backup").get_backup_selection(BackupPlanId=planned["plan_id"], SelectionId=planned["id"])
    settings = {
        "iam_role_arn": "IamRoleArn",
        "resources": "Resources",
        "condition[0].string_equals[*].[key, value]": "Conditions.StringEquals[*].[ConditionKey, ConditionValue]",
    }
    yield from same(planned, answer["BackupSelection"], settings)


PROBES = {
    "aws_backup_plan": plan,
    "aws_backup_selection": selection,
    "aws_backup_vault": vault,
    "aws_backup_vault_lock_configuration": lock,
}
