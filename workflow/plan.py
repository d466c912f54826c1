"""
Stage plan: synthesize, plan with Terraform, judge, and seal what passed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from blueprints.synthesis import Synthesis
from modules.errors import InputError
from workflow.checkov_process import CheckovProcess
from workflow.emulator.server import Emulator
from workflow.findings import Verdict
from workflow.gate import Gate
from workflow.judge import judge
from workflow.leftovers import clear_leftovers
from workflow.preflight.look import look, require
from workflow.remote_state import require_state_bucket
from workflow.seal import digest, facts, file_digest, write_seal
from workflow.synth import synth, write_override
from workflow.terraform import LOCK_FILE, Terraform
from workflow.workspace import Workspace, write_text

# What the provider wants to see when nothing answers; no call is made with it.
OFFLINE = {
    "AWS_ACCESS_KEY_ID": "offline",
    "AWS_SECRET_ACCESS_KEY": "offline",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
}

Report = Callable[[str], None]


@dataclass(frozen=True)
class Planned:
    """A planned and judged deployment."""

    synthesis: Synthesis
    verdict: Verdict
    changes: Mapping[str, int]
    seconds: float


def plan(workspace: Workspace, report: Report, checkov: CheckovProcess | None = None) -> Planned:
    """
    Plan and judge; the plan is sealed when it passes. *report* is told the stage that begins; a *checkov* that the caller
    started is ready sooner.

    Raises `InputError` for bad input. What an earlier run sealed is void from the start.
    """
    started = time.monotonic()
    terraform = Terraform.find(workspace.root)
    with workspace.locked(), Gate.start(workspace.root, checkov) as gate:
        clear_leftovers(workspace)
        for stale in (workspace.seal, workspace.plan, workspace.plan_json):
            stale.unlink(missing_ok=True)
        report("synth")
        synthesis = synth(workspace)
        environment = surroundings(workspace)
        initialize(workspace, terraform, environment)
        if workspace.target == "aws":
            report("preflight")
            require(look(workspace, terraform, synthesis.loaded))
        report("plan")
        text = run_plan(workspace, terraform, environment)
        report("gate")
        verdict = judge(workspace, synthesis.loaded, gate, json.loads(text))
        if verdict.passed:
            write_seal(workspace, facts(workspace, synthesis.loaded, terraform, text))
    return Planned(synthesis, verdict, changes(text), time.monotonic() - started)


def surroundings(workspace: Workspace) -> dict[str, str]:
    """The environment Terraform runs in, and at the local target the override file that goes with it."""
    if workspace.target == "aws":
        return {}
    emulator = Emulator.find(workspace.emulator)
    if emulator is None and workspace.has_state():
        raise InputError(
            f"the embedded AWS that held {workspace.deployment} is gone, and its resources with it; the state is still in "
            f"{workspace.relative(workspace.state)}. `make destroy DEPLOYMENT={workspace.deployment}` puts it aside"
        )
    write_override(workspace, offline=emulator is None)
    return emulator.environment() if emulator else OFFLINE


def initialize(workspace: Workspace, terraform: Terraform, environment: Mapping[str, str]) -> None:
    """`terraform init`, only when the backend or the provider is not what the folder was initialized for."""
    if workspace.target == "aws":
        require_state_bucket(load_deployment(workspace.root, workspace.deployment, BLUEPRINTS).environment)
    folder = workspace.folder
    stamp = folder / ".terraform" / "millrace.key"
    backend = json.loads(workspace.configuration.read_text())["terraform"]
    key = digest(
        json.dumps([terraform.binary, terraform.version, backend, file_digest(terraform.toolchain / LOCK_FILE)])
    )
    if stamp.is_file() and stamp.read_text() == key and (folder / LOCK_FILE).is_file():
        return
    terraform.init(folder, "-reconfigure", environment=environment)
    write_text(stamp, key)


def run_plan(workspace: Workspace, terraform: Terraform, environment: Mapping[str, str], *arguments: str) -> str:
    """Plan into `plan.tfplan` and return the plan as JSON text, which is in `plan.json` too."""
    partial = workspace.plan.with_name("plan.partial")
    refresh = [] if environment is not OFFLINE else ["-refresh=false"]
    try:
        terraform.run(
            workspace.folder,
            *("plan", "-input=false", "-no-color", f"-out={partial.name}", *refresh, *arguments),
            environment=environment,
        )
        text = terraform.show(workspace.folder, partial.name, environment)
        partial.replace(workspace.plan)
    finally:
        partial.unlink(missing_ok=True)
    write_text(workspace.plan_json, text)
    return text


def changes(plan_json: str) -> dict[str, int]:
    """How many resources are created, changed, replaced and destroyed."""
    counts = {"create": 0, "update": 0, "replace": 0, "delete": 0}
    for change in json.loads(plan_json).get("resource_changes", []):
        actions = change["change"]["actions"]
        kind = "replace" if len(actions) == 2 else actions[0]  # delete and create, in either order
        if kind in counts:
            counts[kind] += 1
    return counts
