"""
The files the gate judges by: the manifest of policies, the listed exceptions, the canary.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import Field, ValidationError

from blueprints.document import FAST_LOADER
from modules.errors import InputError
from modules.params import Params
from workflow.access.compare import NOT_DECLARED, NOT_GRANTED
from workflow.changes.compare import GONE, WEAKENED
from workflow.controls import Control, read_control_list

SHARED = (
    "clusters.py",
    "duties.py",
    "elsewhere.py",
    "ml_jobs.py",
    "ml_monitors.py",
    "planned.py",
    "statements.py",
    "stores.py",
    "warehouses.py",
)
"""What policies share; these files hold no check."""
COMPARED = (NOT_DECLARED, NOT_GRANTED, GONE, WEAKENED)
"""
What the gate's own comparisons find: policies with the dataflow graph, and what is there with what the plan makes of it.
Checkov has no part in them.
"""
UNRATED = "unrated"
"""The severity of a check that is in no control: one for a type that no module uses."""
_Model = TypeVar("_Model", bound=Params)


class PolicyEntry(Params):
    """One policy of the manifest."""

    file: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    """Name of its file in `policies/`, without `.py`."""


class Rating(NamedTuple):
    """What a finding of one check has from the control of the check."""

    severity: str
    title: str
    fix: str
    control: str = ""
    """Id of the control; empty when the check is in none."""
    frameworks: tuple[str, ...] = ()
    """What other frameworks call it, such as `FSBP S3.1`."""


class CheckException(Params):
    """A built-in check that cannot make sense here."""

    check: str = Field(pattern=r"^CKV2?_[A-Z]+_[0-9]+$")
    tags: dict[str, str] = Field(default_factory=dict)
    """Only resources with these tags; all when empty."""
    types: tuple[str, ...] = ()
    """Only resources of these types; all when empty."""
    reason: str = Field(min_length=40)

    def covers(self, address: str, values: Mapping[str, Any]) -> bool:
        """
        Whether a finding on this resource is excepted.
        """
        kind = address.split(".", maxsplit=1)[0]
        tags = {**(values.get("tags") or {}), **(values.get("tags_all") or {})}
        fits = all(tags.get(name) == value for name, value in self.tags.items())
        return fits and (not self.types or kind in self.types)


class Canary(Params):
    """Resources known to be bad, and what must be found on them."""

    resources: dict[str, dict[str, Any]]
    """Values by address, as a canonical plan holds them."""
    expected: dict[str, tuple[str, ...]]
    """Check ids by address that must fail."""

    def plan(self) -> dict[str, Any]:
        """
        The canary as a plan.
        """
        resources = [
            {"address": address, "mode": "managed", "type": kind, "name": name, "values": values}
            for address, values in self.resources.items()
            for kind, _, name in [address.partition(".")]
        ]
        return {
            "format_version": "1.2",
            "terraform_version": "1.11.4",
            "planned_values": {"root_module": {"resources": resources}},
            "resource_changes": [],
            "configuration": {"root_module": {"resources": []}},
        }


@dataclass(frozen=True)
class Controls:
    """Everything the gate judges by, read once."""

    policies: dict[str, PolicyEntry]
    exceptions: list[CheckException]
    canary: Canary
    controls: dict[str, Control]
    """By check, the control that it enforces."""
    fixes: dict[str, str]
    """By policy id, the `Fix:` part of its docstring."""
    checkov: str
    """The version of Checkov that is locked."""

    def rating(self, check: str, title: str = "", guideline: str = "") -> Rating:
        """
        How a finding of *check* is told. Of a policy of ours the remedy also says what that is for its resource; *title*
        and *guideline* are Checkov's, for a check that no control has.
        """
        control = self.controls.get(check)
        if control is None:
            return Rating(UNRATED, title, guideline)
        own = self.fixes.get(check)
        fix = f"{control.remedy}: {own}" if own else control.remedy
        return Rating(control.severity, control.title, fix, control.id, tuple(control.frameworks()))


def read_controls(root: Path) -> Controls:
    """
    Read `controls/` and the docstrings of `policies/`.
    """
    folder = root / "controls"
    manifest = _read(folder / "policies.yaml")
    policies = {check: _parsed(PolicyEntry, entry, folder / "policies.yaml") for check, entry in manifest.items()}
    listed = _read(folder / "exceptions.yaml").get("exceptions", [])
    exceptions = [_parsed(CheckException, entry, folder / "exceptions.yaml") for entry in listed]
    canary = _parsed(Canary, _read(folder / "canary.yaml"), folder / "canary.yaml")
    controls = read_control_list(root).by_check()
    _same_files(root / "policies", policies)
    _same_ids(controls, policies)
    fixes = {check: _fix(root / "policies" / f"{entry.file}.py") for check, entry in policies.items()}
    return Controls(policies, exceptions, canary, controls, fixes, _locked_checkov(root))


def _locked_checkov(root: Path) -> str:
    path = root / "requirements" / "checkov.txt"
    try:
        found = re.search(r"(?m)^checkov==(\S+)", path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise InputError(f"the gate cannot read requirements/checkov.txt: {fault}") from fault
    if not found:
        raise InputError("requirements/checkov.txt locks no Checkov; run `make lock`")
    return found[1]


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), FAST_LOADER)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise InputError(f"the gate cannot read {path.parent.name}/{path.name}: {fault}") from fault
    if not isinstance(content, dict):
        raise InputError(f"{path.parent.name}/{path.name} holds no mapping")
    return content


def _parsed(model: type[_Model], content: Any, path: Path) -> _Model:
    try:
        return model.model_validate_json(json.dumps(content))
    except ValidationError as fault:
        raise InputError(f"{path.parent.name}/{path.name}: {fault}") from fault


def _same_files(folder: Path, policies: Mapping[str, PolicyEntry]) -> None:
    """
    The folder holds the files of the manifest and nothing else that Checkov would read.
    """
    there = {path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    listed = {f"{entry.file}.py" for entry in policies.values()} | {"__init__.py", *SHARED}
    for name in sorted(listed - there):
        raise InputError(f"controls/policies.yaml lists policies/{name}, which does not exist")
    for name in sorted(there - listed):
        raise InputError(
            f"policies/{name} is in no entry of controls/policies.yaml; list it there with its id, or in SHARED of "
            "workflow/gate_controls.py when it holds no check"
        )


def _same_ids(controls: Mapping[str, Control], policies: Mapping[str, PolicyEntry]) -> None:
    """
    Every policy, and every comparison, enforces a control; a control names no policy that does not exist.
    """
    known = {*policies, *COMPARED}
    for check in sorted(known - {*controls}):
        raise InputError(
            f"{check} is in no control of controls/controls.yaml; list it under `checks` of the one it enforces"
        )
    for check in sorted({check for check in controls if check.startswith("MR_")} - known):
        raise InputError(
            f"controls/controls.yaml: control {controls[check].id} lists {check}, which is in no entry of controls/policies.yaml"
        )


def _fix(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and (text := ast.get_docstring(node)):
            match = re.search(r"^Fix:\s*(.+)", text, re.MULTILINE | re.DOTALL)
            return " ".join(match[1].split()) if match else ""
    return ""
