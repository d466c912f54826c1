"""
The plan that is applied on the embedded AWS: the gated one without what the embedded AWS cannot serve, and nothing else.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from modules.errors import FindingsError
from workflow.canonical import Canonical, canonical
from workflow.emulator.leave_outs import leave_out
from workflow.seal import digest, file_digest
from workflow.synth import write_override
from workflow.terraform import Terraform
from workflow.workspace import Workspace, read_json, write_json

NAME = "local.tfplan"


@dataclass(frozen=True)
class LocalPlan:
    """A saved plan in the workspace, and the addresses that are not in it."""

    name: str
    left_out: list[str]


def local_plan(workspace: Workspace, terraform: Terraform, environment: Mapping[str, str]) -> LocalPlan:
    """
    Plan without what cannot be served, and hold the result against the gated plan.

    Raises `FindingsError` when they differ in anything but that.
    """
    configuration = read_json(workspace.configuration)
    override, left_out = leave_out(configuration)
    write_override(workspace, offline=False, left_out=override)
    terraform.run(workspace.folder, "plan", "-input=false", "-no-color", f"-out={NAME}", environment=environment)
    text = terraform.show(workspace.folder, NAME, environment)
    gated = read_json(workspace.canonical)
    differing = differences(workspace, gated, json.loads(text), configuration, left_out)
    if differing:
        raise FindingsError(
            f"the plan for the embedded AWS differs from the gated one in {', '.join(differing)}; run `make plan` again"
        )
    write_json(
        workspace.folder / "local_seal.json",
        {"gated_plan": file_digest(workspace.plan), "local_plan": digest(text), "left_out": left_out},
    )
    return LocalPlan(NAME, left_out)


def differences(
    workspace: Workspace,
    gated: dict[str, Any],
    plan: dict[str, Any],
    configuration: dict[str, Any],
    left_out: list[str],
) -> list[str]:
    """Addresses at which the two plans, in canonical form, do not say the same."""
    kept = without(configuration, left_out)
    schema = read_json(workspace.root / "bindings" / "schema.json")
    local = canonical(plan, kept, schema).resources
    expected = {
        resource["address"]: resource["values"]
        for resource in gated["planned_values"]["root_module"]["resources"]
        if resource["address"] not in left_out
    }
    return sorted(address for address in {*local, *expected} if local.get(address) != expected.get(address))


def completed(judged: Canonical, gated: Mapping[str, Any], addresses: Collection[str]) -> Canonical:
    """
    *judged* with the resources at *addresses*, which the embedded AWS cannot serve, as the *gated* plan has them.

    What is left out here is there at AWS, and policies that look at several resources have to see it.
    """
    plan = copy.deepcopy(judged.plan)
    pairs = (
        (plan["planned_values"]["root_module"]["resources"], gated["planned_values"]["root_module"]["resources"]),
        (plan["resource_changes"], gated["resource_changes"]),
        (
            plan["configuration"]["root_module"]["resources"],
            gated["configuration"]["root_module"]["resources"],
        ),
    )
    for here, there in pairs:
        here += [item for item in there if item["address"] in addresses]
        here.sort(key=lambda item: str(item["address"]))
    return replace(judged, plan=plan)


def without(configuration: dict[str, Any], addresses: list[str]) -> dict[str, Any]:
    """*configuration* without the resources at *addresses*."""
    resources = {
        resource_type: {name: values for name, values in named.items() if f"{resource_type}.{name}" not in addresses}
        for resource_type, named in configuration["resource"].items()
    }
    return {**configuration, "resource": resources}
