from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class EcsClusters(Policy):
    """
    A cluster of ECS encrypts the storage of tasks, and the record of sessions in them, with a key of its own stack, and
    reports how many tasks run.

    Why: what a task writes to its own disk is data too; without the number of running tasks nothing scales by the backlog.
    Fix: set managed_storage_configuration and execute_command_configuration with a key of the stack, and containerInsights.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure clusters of containers encrypt with a key of their stack and are measured",
            id="MR_ECS_3",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_ecs_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The key of each kind of storage, the record of sessions, and the insights.
        """
        configuration = block(resource.get("configuration"))
        storage = block(configuration.get("managed_storage_configuration"))
        sessions = block(configuration.get("execute_command_configuration"))
        record = block(sessions.get("log_configuration"))
        keys = {
            "storage": storage.get("kms_key_id"),
            "storage of Fargate": storage.get("fargate_ephemeral_storage_kms_key_id"),
            "sessions": sessions.get("kms_key_id"),
        }
        problems = [f"{name}: {problem}" for name, key in keys.items() if (problem := self.key_problem(key))]
        groups = {item.get("name") for item in self.planned("aws_cloudwatch_log_group")}
        if sessions.get("logging") != "OVERRIDE" or record.get("cloud_watch_log_group_name") not in groups:
            problems.append("sessions are not recorded in a group of the stack")
        settings = {item.get("name"): item.get("value") for item in blocks(resource.get("setting"))}
        measured = settings.get("containerInsights") in ("enabled", "enhanced")
        return problems if measured else [*problems, "does not report how many tasks run"]


check = EcsClusters()
