"""
Stage verify: what is really there, read back with boto3, is held against the plan; and a second plan has to be empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded, load_deployment
from modules.errors import InputError
from workflow.emulator.leave_outs import LEAVE_OUTS, leave_out
from workflow.emulator.server import Emulator
from workflow.leftovers import clear_leftovers
from workflow.plan import initialize
from workflow.second_plan import second_plan
from workflow.terraform import Terraform
from workflow.workspace import Workspace, read_json

if TYPE_CHECKING:
    import boto3

Report = Callable[[str], None]


@dataclass(frozen=True)
class Difference:
    """A setting that is not as planned; `exists` is the setting of a resource that is not there, or is there unplanned."""

    address: str
    fact: str
    planned: Any
    live: Any

    def text(self) -> str:
        from workflow.probes.fact import brief

        return f"{self.address}: {self.fact} is {brief(self.live)}, planned is {brief(self.planned)}"


@dataclass(frozen=True)
class Verified:
    """What verify found; it is well when there are neither differences nor drift."""

    resources: int
    """How many resources were read back."""
    facts: int
    """How many settings were compared."""
    differences: list[Difference] = field(default_factory=list)
    drift: list[str] = field(default_factory=list)
    """Addresses that a second plan would change."""
    unprobed: list[str] = field(default_factory=list)
    """`<address>: <reason>` for every resource that was not read back."""


@dataclass(frozen=True)
class Access:
    """How Terraform and boto3 reach the account."""

    environment: Mapping[str, str]
    session: boto3.Session


def verify(workspace: Workspace, report: Report) -> Verified:
    """
    Read back every resource and compare; *report* is told the stage that begins.

    Raises `InputError` when nothing is applied, or the account cannot be reached.
    """
    from workflow.read_back import read_back

    terraform = Terraform.find(workspace.root)
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
    with workspace.locked():
        clear_leftovers(workspace)
        for path in (workspace.configuration, workspace.plan_json):
            if not path.is_file():
                raise InputError(f"{workspace.relative(path)} is missing, so nothing can be compared; run `make plan`")
        access = reach(workspace, loaded)
        initialize(workspace, terraform, access.environment)
        report("state")
        state = applied(workspace, terraform, access.environment)
        override, left_out = ({}, []) if workspace.target == "aws" else leave_out(read_json(workspace.configuration))
        report("read back")
        found = read_back(access.session, read_json(workspace.plan_json), state, reasons(left_out))
        report("second plan")
        drift = second_plan(workspace, terraform, access.environment, override)
    differences = [Difference(address, fact.name, fact.planned, fact.live) for address, fact in found.differing]
    return Verified(found.resources, found.facts, differences, drift, found.unprobed)


def reach(workspace: Workspace, loaded: Loaded) -> Access:
    """The embedded AWS as the deploy role, or the environment's account with the caller's credentials."""
    place = loaded.environment
    if workspace.target == "aws":
        from workflow.remote_state import account_session

        return Access({}, account_session(place))
    emulator = Emulator.find(workspace.emulator)
    if emulator is None:
        raise InputError(
            f"the embedded AWS of {workspace.deployment} is not running, so there is nothing to verify; run `make apply`"
        )
    return Access(emulator.environment(), emulator.session(place.deploy_roles[0]))


def applied(workspace: Workspace, terraform: Terraform, environment: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The values of every resource in the state, by address; raises `InputError` when there is none."""
    shown = terraform.run(workspace.folder, "show", "-json", "-no-color", environment=environment).stdout
    resources = json.loads(shown).get("values", {}).get("root_module", {}).get("resources", [])
    if not resources:
        raise InputError(f"nothing of {workspace.deployment} ({workspace.target}) is applied; run `make apply`")
    return {resource["address"]: resource["values"] for resource in resources}


def reasons(left_out: list[str]) -> dict[str, str]:
    """Why each address is not there."""
    return {
        address: LEAVE_OUTS.get(address.partition(".")[0], "refers to a resource that is left out")
        for address in left_out
    }
