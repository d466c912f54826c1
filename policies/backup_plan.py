from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, block, blocks, listed, number, tag

LEAST_DAYS = 35
DAILY = re.compile(
    r"cron\(\S+ \S+ (\*|\?|1/1) (\*|1/1) (\?|\*) \*\)|rate\(([1-9]|1[0-9]|2[0-4]) hours?\)|rate\(1 days?\)"
)


class BackupPlan(Policy):
    """
    A plan makes backups every day, keeps them warm for 35 days or more in a vault of its stack, copies them where the stack has a
    vault of the class in another region, and stores are selected for it, none left out by name.

    Why: a mistake is often noticed after a month; a plan without a selection backs up nothing.
    Fix: give each rule a daily schedule, a vault of the stack, lifecycle.delete_after and its copy_action, and add an
    aws_backup_selection by class.
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
        rules = blocks(resource.get("rule"))
        for rule in rules:
            ends = [
                block(rule.get("lifecycle")),
                *(block(item.get("lifecycle")) for item in blocks(rule.get("copy_action"))),
            ]
            if not DAILY.fullmatch(str(rule.get("schedule"))):
                problems.append(f"a rule runs at {rule.get('schedule')}, not every day")
            if any(end.get("cold_storage_after") not in (None, 0, "") for end in ends):
                problems.append("moves backups where they take hours to come back from")
            if rule.get("target_vault_name") not in vaults:
                problems.append(f"keeps backups in {rule.get('target_vault_name')}, which is no vault of the stack")
            if any(0 < number(end.get("delete_after")) < LEAST_DAYS for end in ends):
                problems.append(f"deletes backups before {LEAST_DAYS} days")
        copied = {str(item.get("destination_vault_arn")) for rule in rules for item in blocks(rule.get("copy_action"))}
        home = str(resource["arn"]).split(":")[3]
        away = [item for item in self.planned("aws_backup_vault") if str(item["arn"]).split(":")[3] != home]
        same = [item["arn"] for item in away if tag(item, "classification") == tag(resource, "classification")]
        problems += [] if not same or copied & {*same} else ["copies nothing to the vault in the other region"]
        selected = [item for item in self.planned("aws_backup_selection") if item.get("plan_id") == resource["id"]]
        problems += ["leaves resources out by name" for item in selected if item.get("not_resources")]
        return problems if any(self._selects(item) for item in selected) else [*problems, "selects no stores"]

    def _selects(self, selection: Resource) -> bool:
        """
        Whether a selection finds something: by a tag whose value is a class, or by name what is no name of nothing.
        """
        asked = [
            item.get("value")
            for condition in blocks(selection.get("condition"))
            for item in blocks(condition.get("string_equals"))
            if str(item.get("key")).endswith("/classification")
        ]
        named = listed(selection.get("resources"))
        known = all(value in CLASSES for value in asked)
        wide = not asked or "*" in named
        return known and wide and bool(asked or named or blocks(selection.get("selection_tag")))


check = BackupPlan()
