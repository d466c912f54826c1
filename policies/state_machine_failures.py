from __future__ import annotations

import json
from typing import Any

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

MOST_TRIES = 10
NESTED = ("Map", "Parallel")


def _patient(retry: dict[str, Any]) -> bool:
    return (
        retry.get("BackoffRate", 2) > 1
        and retry.get("JitterStrategy") == "FULL"
        and 0 < retry.get("MaxAttempts", 3) <= MOST_TRIES
    )


def _catching_all(state: dict[str, Any]) -> list[dict[str, Any]]:
    return [caught for caught in state.get("Catch", []) if "States.ALL" in caught["ErrorEquals"]]


def _succeeds(state: dict[str, Any]) -> bool:
    return bool(state["Type"] == "Succeed" or (state.get("End") and state["Type"] != "Task"))


class StateMachineFailures(Policy):
    """
    Every task of a state machine is tried again with backoff and full jitter, and catches all errors, or is itself what a
    catch leads to, and that is no success; an execution has an end.

    Why: a task without retry fails on the first throttle; tries without jitter fail together again; an error that nobody catches is
    told to nobody.
    Fix: give each task Retry with BackoffRate above 1 and JitterStrategy FULL, and a Catch of States.ALL; set TimeoutSeconds.
    """

    looks_at = ("definition",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a state machine tries again with backoff and jitter, and tells of what fails",
            id="MR_SFN_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        All tasks are patient and caught.
        """
        definition = json.loads(str(resource.get("definition")))
        states = definition["States"]
        handlers = {caught["Next"] for state in states.values() for caught in _catching_all(state)}
        problems = [] if definition.get("TimeoutSeconds") else ["its executions have no end"]
        for name, state in states.items():
            if state["Type"] in NESTED:
                problems.append(f"{name} holds states that are not looked at")
            if state["Type"] != "Task":
                continue
            if not any(_patient(each) for each in state.get("Retry", [])):
                problems.append(f"{name} is not tried again with backoff and full jitter")
            ends = [caught["Next"] for caught in _catching_all(state) if _succeeds(states[caught["Next"]])]
            problems += [f"{name} goes on to {end} when it fails, as if it had not" for end in ends]
            if name not in handlers and not _catching_all(state):
                problems.append(f"{name} does not catch every error")
        return problems


check = StateMachineFailures()
