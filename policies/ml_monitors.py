"""
Monitors of models as policies see them: the provider's one definition, and those in templates of CloudFormation.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from planned import Policy, Resource, block, listed

TEMPLATED = {
    "AWS::SageMaker::DataQualityJobDefinition": "data_quality",
    "AWS::SageMaker::ModelBiasJobDefinition": "model_bias",
    "AWS::SageMaker::ModelExplainabilityJobDefinition": "model_explainability",
    "AWS::SageMaker::ModelQualityJobDefinition": "model_quality",
}
"""What a template may make: the definitions of monitors, and by which word their parts begin."""

PROVIDED = "aws_sagemaker_data_quality_job_definition"
STACK = "aws_cloudformation_stack"


@dataclass(frozen=True)
class Monitor:
    """One definition; *said* is what it says, by names as Terraform writes them."""

    name: str
    kind: str
    said: Resource

    def part(self, name: str) -> Resource:
        """
        The part of the definition that is named after its kind, such as `app_specification`.
        """
        return block(self.said.get(f"{self.kind}_{name}"))

    def inner(self, *path: str) -> Resource:
        """
        A block in a block of the definition.
        """
        found = self.said
        for step in path:
            found = block(found.get(step))
        return found


def template(stack: Resource) -> Resource:
    """
    The template of a stack; empty when it is none that can be read here.
    """
    text = stack.get("template_body")
    try:
        found = json.loads(text) if isinstance(text, str) else text
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def monitors(resource: Resource) -> list[Monitor]:
    """
    The definitions of monitors that a resource makes.
    """
    kind = resource["address"].split(".")[0]
    if kind == PROVIDED:
        return [Monitor("the monitor", "data_quality", resource)]
    made = template(resource).get("Resources") if kind == STACK else None
    return [
        Monitor(name, TEMPLATED[str(item.get("Type"))], _snake(item.get("Properties") or {}))
        for name, item in (made or {}).items()
        if str(item.get("Type")) in TEMPLATED
    ]


def planned_monitors(policy: Policy) -> list[Monitor]:
    """
    The definitions of all monitors of the plan.
    """
    return [item for resource in policy.planned(PROVIDED, STACK) for item in monitors(resource)]


def defined_name(monitor: Monitor) -> str:
    """
    What a schedule calls the definition.
    """
    return str(monitor.said.get("job_definition_name") or monitor.said.get("name"))


def groups_of_monitors(policy: Policy) -> set[str]:
    """
    The security groups that monitors of the plan are in.
    """
    return {
        group
        for item in planned_monitors(policy)
        for group in listed(item.inner("network_config", "vpc_config").get("security_group_ids"))
    }


def _snake(value: Any) -> Any:
    if isinstance(value, dict):
        return {re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower(): _snake(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_snake(item) for item in value]
    return value
