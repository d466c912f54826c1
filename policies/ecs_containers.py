from __future__ import annotations

import json
import re
from typing import Any

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, listed, plain

BY_DIGEST = re.compile(r"(?P<repository>[^@]+)@sha256:[0-9a-f]{64}")
ROOT = ("", "0", "root", "0:0", "root:root")
SECRET = re.compile(r"(?i)(password|passwd|secret|token|private_?key|access_?key)")


class EcsContainers(Policy):
    """
    A container is an image of the stack's own repository, by digest; not root, without privilege or any capability, on a
    root file system that nobody writes to, with no secret among its variables, and logs to a group of the stack.

    Why: a tag can mean another image tomorrow; what a container may do beyond its work, an intruder in it may do too.
    Fix: write image as <repository>@sha256:<digest>, and set user, readonlyRootFilesystem,
    linuxParameters.capabilities.drop and logConfiguration; network_mode is awsvpc, and the task shares no namespace.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure containers run a reviewed image and can do nothing but their work",
            id="MR_ECS_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_ecs_task_definition"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The task's namespaces, and each of its containers.
        """
        problems = [] if resource.get("network_mode") == "awsvpc" else ["is not in the network by itself (awsvpc)"]
        problems += [f"shares the {name}" for name in ("pid_mode", "ipc_mode") if resource.get(name) == "host"]
        written = resource.get("container_definitions")
        containers = blocks(plain(json.loads(written)) if isinstance(written, str) else written)
        if not containers:
            return [*problems, "names no container"]
        return problems + [problem for container in containers for problem in self._container(container)]

    def _container(self, container: Resource) -> list[str]:
        name = container.get("name", "a container")
        capabilities = block(block(container.get("linuxParameters")).get("capabilities"))
        logs = block(container.get("logConfiguration"))
        group = block(logs.get("options")).get("awslogs-group")
        rules = {
            "its image is not named by digest in a repository of the stack": self._own_image(
                container.get("image", "")
            ),
            "runs as root": str(container.get("user", "")) not in ROOT,
            "is privileged": not container.get("privileged"),
            "can write to its root": container.get("readonlyRootFilesystem") is True,
            "keeps capabilities": listed(capabilities.get("drop")) == ["ALL"] and not capabilities.get("add"),
            "has a secret among its variables": not _secrets(container),
            "does not log to a group of the stack": logs.get("logDriver") == "awslogs" and self._own_group(group),
        }
        return [f"{name}: {problem}" for problem, held in rules.items() if not held]

    def _own_image(self, image: str) -> bool:
        found = BY_DIGEST.fullmatch(image)
        named = found["repository"].partition("/")[2] if found else ""
        return any(item.get("name") == named for item in self.planned("aws_ecr_repository"))

    def _own_group(self, group: Any) -> bool:
        return any(group and item.get("name") == group for item in self.planned("aws_cloudwatch_log_group"))


def _secrets(container: Resource) -> list[str]:
    return [item["name"] for item in blocks(container.get("environment")) if SECRET.search(item["name"])]


check = EcsContainers()
