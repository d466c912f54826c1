from __future__ import annotations

import json
from typing import Any

from checkov.common.models.enums import CheckCategories
from ml_jobs import document, steps
from planned import Policy, Resource


def _says(value: Any, text: str) -> bool:
    return text in json.dumps(value)


class MlPipelineOrder(Policy):
    """
    A pipeline checks its data before it trains, evaluates what it trained, and registers only behind a condition on that.

    Why: a model that learned from data nobody checked, or that nobody evaluated, looks like any other in the registry.
    Fix: let every Training step depend on a Processing step; let a Processing step read the model; put what registers into
    the IfSteps of a Condition that reads a property file of that step.
    """

    looks_at = ("pipeline_definition",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a model is checked before, evaluated after, and registered only when good enough",
            id="MR_SM_6",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_pipeline"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What comes before training, what after, and what stands between the model and the registry.
        """
        definition = document(resource.get("pipeline_definition"))
        every = list(steps(definition))
        processing = [step for step in every if step["Type"] == "Processing"]
        names = {step["Name"] for step in processing}
        problems = [] if every else ["has no steps"]
        for step in every:
            if step["Type"] != "Training":
                continue
            if not names & set(step.get("DependsOn", [])):
                problems.append(f"{step['Name']} starts before anything has checked the data")
            judges = [
                each["Name"] for each in processing if _says(each["Arguments"], f"Steps.{step['Name']}.ModelArtifacts")
            ]
            if not judges:
                problems.append(f"nothing evaluates what {step['Name']} has made")
            problems += self._unguarded(definition, step["Name"], judges)
        return problems

    def _unguarded(self, definition: Resource, training: str, judges: list[str]) -> list[str]:
        """
        Steps that get the model without a condition that asks one of its judges.
        """
        model = f"Steps.{training}.ModelArtifacts"
        found = []
        for step in definition.get("Steps", []):
            inner = step.get("Arguments", {})
            asked = any(_says(inner.get("Conditions", []), f"Steps.{judge}.PropertyFiles") for judge in judges)
            if step["Type"] == "Condition":
                loose = [*inner.get("ElseSteps", []), *([] if asked else inner.get("IfSteps", []))]
            else:
                loose = [] if step["Name"] in judges else [step]
            found += [
                f"{each['Name']} takes the model without a condition on its evaluation"
                for each in loose
                if _says(each, model)
            ]
        return found


check = MlPipelineOrder()
