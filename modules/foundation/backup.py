"""
Backups of stores by their class: vaults under keys of their own, locked for restricted data, maybe copied to a second region.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from bindings import Construct
from bindings.aws import BackupPlan, BackupSelection, BackupVault, BackupVaultLockConfiguration
from bindings.aws.backup_plan import RuleCopyAction
from bindings.aws.backup_vault_lock_configuration import BackupVaultLockConfigurationArguments
from modules.dataflow import Classification
from modules.errors import InputError
from modules.foundation.backup_role import BackupRole
from modules.foundation.key import Key, KeyParams
from modules.params import Params, Region
from modules.pipeline import Pipeline
from modules.protection import PROFILES

COPY = "copy"
"""The alias of the provider of the second region."""

KEPT_OTHERWISE = ("audit", "config", "logs")
"""Zones of logs, and of archives that nobody deletes from and that no role but the auditor's reads."""

GRACE_DAYS = 3  # the least AWS gives, in which a lock in compliance mode can still be taken back


class BackupParams(Params):
    confidential_retention_days: Annotated[int, Field(ge=35, le=36_500)] = 90
    """Days that backups of confidential stores are kept, 35 to 36500; 90 when left out."""

    restricted_retention_days: Annotated[int, Field(ge=35, le=36_500)] = 365
    """Days that backups of restricted stores are kept, 35 to 36500; not fewer than the environment locks data for."""

    copy_region: Region | None = None
    """A second region of the same account that gets a copy of every backup; none when left out."""


class Backup(Construct):
    """For each class that is backed up: a vault, a daily plan, and the selection of stores by their tag."""

    def __init__(self, scope: Construct, id: str, params: BackupParams, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self._params = params
        self._pipeline = pipeline
        self.role = BackupRole(self, "role", pipeline=pipeline)
        for classification in pipeline.environment.allowed_classifications:
            if PROFILES[classification].backed_up:
                self._class(classification)

    def _class(self, classification: Classification) -> None:
        days = getattr(self._params, f"{classification}_retention_days")
        vault = self._vault(classification, days, self._pipeline)
        copies: list[RuleCopyAction] = []
        if self._params.copy_region:
            copy = self._vault(classification, days, self._pipeline.elsewhere(self._params.copy_region, COPY))
            copies = [{"destination_vault_arn": copy.arn, "lifecycle": {"delete_after": days}}]
        plan = BackupPlan(
            self,
            f"{classification}_plan",
            name=self._pipeline.resource_name(f"{classification}-daily"),
            rule=[
                {
                    "rule_name": "daily",
                    "target_vault_name": vault.name,
                    "schedule": "cron(0 3 * * ? *)",
                    "start_window": 60,
                    "completion_window": 720,
                    "lifecycle": {"delete_after": days},
                    "recovery_point_tags": {"classification": classification},
                    "copy_action": copies,
                }
            ],
            tags={"classification": classification},
        )
        BackupSelection(
            self,
            f"{classification}_selection",
            name=self._pipeline.resource_name(classification),
            plan_id=plan.id,
            iam_role_arn=self.role.arn,
            resources=["*"],
            condition=[
                {
                    "string_equals": [{"key": "aws:ResourceTag/classification", "value": classification}],
                    "string_not_equals": [{"key": "aws:ResourceTag/zone", "value": zone} for zone in KEPT_OTHERWISE],
                }
            ],
        )

    def _vault(self, classification: Classification, days: int, pipeline: Pipeline) -> BackupVault:
        suffix = f"_{COPY}" if pipeline.provider else ""
        key = Key(
            self,
            f"{classification}_key{suffix}",
            KeyParams(purpose=f"backup-{classification}"),
            pipeline=pipeline,
            classification=classification,
        )
        vault = BackupVault(
            self,
            f"{classification}_vault{suffix}",
            name=pipeline.resource_name(f"{classification}-{COPY}" if pipeline.provider else classification),
            kms_key_arn=key.arn,
            force_destroy=False,
            tags={"classification": classification},
            provider=pipeline.provider,
        )
        self.role.fill(pipeline.arn("backup", f"backup-vault:{vault.name}"), key)
        if classification == Classification.RESTRICTED:
            self._lock(vault, days, pipeline.provider, suffix)
        return vault

    def _lock(self, vault: BackupVault, days: int, provider: str | None, suffix: str) -> None:
        """Backups cannot be deleted before the environment's lock would let them; in compliance mode by nobody."""
        immutability = self._pipeline.environment.immutability
        if days < immutability.days:
            raise InputError(
                f"parameters.backup.restricted_retention_days: the environment locks data for {immutability.days} days, so "
                f"backups cannot expire after {days}; allowed are {immutability.days} or more"
            )
        arguments: BackupVaultLockConfigurationArguments = {
            "backup_vault_name": vault.name,
            "min_retention_days": immutability.days,
        }
        if immutability.mode == "compliance":
            arguments["changeable_for_days"] = GRACE_DAYS
        further: dict[str, Any] = {"provider": provider}
        BackupVaultLockConfiguration(self, f"restricted_lock{suffix}", **arguments, **further)
