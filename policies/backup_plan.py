from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number

LEAST_DAYS = 35


class BackupPlan(Policy):
    """
    A plan makes backups on a schedule, keeps them for 35 days or more in a vault of its stack, and stores are selected for it.

    Why: a mistake is often noticed after a month; a plan without a selection backs up nothing.
    Fix: give each rule a schedule, a vault of the stack and lifecycle.delete_after, and add an aws_backup_selection.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure backups are made, and kept long enough",
            id="MR_BACKUP_2",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_backup_plan"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every rule, and a selection with a criterion.
        """
        vaults = {name for item in self.planned("aws_backup_vault") for name in (item["id"], item.get("name"))}
        problems = []
        for rule in blocks(resource.get("rule")):
            ends = [
                block(rule.get("lifecycle")),
                *(block(item.get("lifecycle")) for item in blocks(rule.get("copy_action"))),
            ]
            if not rule.get("schedule"):
                problems.append("a rule has no schedule")
            if rule.get("target_vault_name") not in vaults:
                problems.append(f"keeps backups in {rule.get('target_vault_name')}, which is no vault of the stack")
            if any(0 < number(end.get("delete_after")) < LEAST_DAYS for end in ends):
                problems.append(f"deletes backups before {LEAST_DAYS} days")
        selected = [item for item in self.planned("aws_backup_selection") if item.get("plan_id") == resource["id"]]
        return problems if any(_selects(item) for item in selected) else [*problems, "selects no stores"]


def _selects(selection: Resource) -> bool:
    return bool(
        blocks(selection.get("condition")) or blocks(selection.get("selection_tag")) or selection.get("resources")
    )


check = BackupPlan()
