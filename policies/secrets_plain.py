from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks

SECRET = re.compile(
    r"pass(word|wd|phrase)|secret|api_?key|access_?key|private_?key|credential|bearer|auth_?token", re.IGNORECASE
)
NAMES_ONE = re.compile(r"_?(arn|arns|id|ids|label|name|path|url)$", re.IGNORECASE)
ELSEWHERE = re.compile(r"arn:[a-z-]+:|(alias|mrk)[/-]|[0-9a-f]{64}$|aws_[a-z_]+\.|$")
"""What names a secret, or a digest, and is none itself."""


def _pairs(resource: Resource) -> Iterator[tuple[str, Any]]:
    """
    Names and values that a program gets from its configuration.
    """
    yield from block(block(resource.get("environment")).get("variables")).items()
    for name in ("default_arguments", "non_overridable_arguments"):
        yield from block(resource.get(name)).items()
    for container in (*blocks(resource.get("primary_container")), *blocks(resource.get("container"))):
        yield from block(container.get("environment")).items()
    text = resource.get("container_definitions")
    for container in json.loads(text) if isinstance(text, str) else text or []:
        for item in container.get("environment") or []:
            yield str(item.get("name")), item.get("value")


class SecretsPlain(Policy):
    """
    No function, container, job or model is given a secret as it is; what it gets says where the secret lies.

    Why: the configuration of a program is read by everybody who may look at it, and stands in the state and in every plan.
    Fix: keep the secret in Secrets Manager, give its ARN, and let the role read it.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure programs are not given secrets in their configuration",
            id="MR_SECRETS_3",
            categories=[CheckCategories.SECRETS],
            supported_resources=[
                "aws_ecs_task_definition",
                "aws_glue_job",
                "aws_lambda_function",
                "aws_sagemaker_model",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Whatever is called like a secret names one.
        """
        return [
            f"{name} is a secret in the clear"
            for name, value in _pairs(resource)
            if SECRET.search(name) and not NAMES_ONE.search(name) and not ELSEWHERE.match(str(value or ""))
        ]


check = SecretsPlain()
