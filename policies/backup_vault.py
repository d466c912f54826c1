from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, number, tag

LEAST_DAYS = 30


class BackupVault(Policy):
    """
    A vault is under a rotating key of its stack, and one for restricted data is locked.

    Why: backups are what is left after an intruder has deleted the rest; without a lock they go first.
    Fix: set kms_key_arn to a key of the stack, leave force_destroy off, and give a restricted vault an
    aws_backup_vault_lock_configuration with min_retention_days of 30 or more.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure backups are under a key of the stack, and locked when restricted",
            id="MR_BACKUP_1",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_backup_vault"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Key, no forced destruction, and the lock.
        """
        problem = self.key_problem(resource.get("kms_key_arn"))
        problems = [problem] if problem else []
        if resource.get("force_destroy"):
            problems.append("may be deleted with the backups it holds")
        if tag(resource, "classification") in CLASSES[:-1]:
            return problems
        locks = [
            item
            for item in self.planned("aws_backup_vault_lock_configuration")
            if item.get("backup_vault_name") in (resource["id"], resource.get("name"))
        ]
        if not any(number(item.get("min_retention_days")) >= LEAST_DAYS for item in locks):
            problems.append(f"is not locked for {LEAST_DAYS} days or more")
        return problems


check = BackupVault()
