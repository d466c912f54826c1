"""
A second plan right after an apply, which has to be empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from workflow.synth import write_override
from workflow.terraform import Terraform
from workflow.workspace import Workspace

NAME = "second.tfplan"
EMPTY, CHANGES = 0, 2  # what `terraform plan -detailed-exitcode` ends with
HARMLESS = (["no-op"], ["read"])


def second_plan(
    workspace: Workspace, terraform: Terraform, environment: Mapping[str, str], left_out: dict[str, Any]
) -> list[str]:
    """Addresses (or `output.<name>`) that a plan would change now; *left_out* is the override that was applied with."""
    if workspace.target == "local":
        write_override(workspace, offline=False, left_out=left_out)
    try:
        done = terraform.run(
            workspace.folder,
            *("plan", "-input=false", "-no-color", "-detailed-exitcode", f"-out={NAME}"),
            environment=environment,
            accepted=(EMPTY, CHANGES),
        )
        if done.returncode == EMPTY:
            return []
        return changed(json.loads(terraform.show(workspace.folder, NAME, environment)))
    finally:
        (workspace.folder / NAME).unlink(missing_ok=True)
        if workspace.target == "local":
            write_override(workspace, offline=False)


def changed(plan: Mapping[str, Any]) -> list[str]:
    """What *plan* changes: addresses of resources, then outputs."""
    resources = [
        each["address"] for each in plan.get("resource_changes", []) if each["change"]["actions"] not in HARMLESS
    ]
    outputs = [
        f"output.{name}" for name, change in plan.get("output_changes", {}).items() if change["actions"] not in HARMLESS
    ]
    return sorted(resources) + sorted(outputs)
