"""
A file that somebody hands to the gate: read as what it should be, or told what it is instead.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from modules.errors import InputError

LARGEST = 500_000_000
"""Most bytes of a plan; ten thousand resources need a tenth of them."""
_FORMAT = "1"
_MAKE = "make one with `terraform plan -out=plan.tfplan` and `terraform show -json plan.tfplan > plan.json`"


def read_text(path: Path, what: str, how: str) -> str:
    """The text of the file; *what* it should be and *how* one makes it go into messages."""
    if path.is_dir():
        raise InputError(f"{path} is a folder, and not {what}; {how}")
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path} has {path.stat().st_size} bytes; at most {LARGEST} are read")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist; {how}") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    if not content.strip():
        raise InputError(f"{path} is empty; {how}")
    if content.startswith(b"PK"):
        raise InputError(f"{path} is a saved plan, which only Terraform reads; hand over `terraform show -json` of it")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is binary, and not {what}; {how}") from error


def read_plan(path: Path) -> dict[str, Any]:
    """A plan as `terraform show -json` or `tofu show -json` prints it; raises `InputError` for anything else."""
    text = read_text(path, "a plan in JSON", _MAKE)
    try:
        plan = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no JSON ({error}); {_MAKE}") from error
    if not isinstance(plan, dict):
        raise InputError(f"{path} holds no plan, but a {type(plan).__name__}; {_MAKE}")
    _refuse_others(path, plan)
    version = str(plan.get("format_version"))
    if version.partition(".")[0] != _FORMAT:
        raise InputError(
            f"{path} has format version {version}; the gate reads version {_FORMAT}.x, of Terraform 0.13 or later and of OpenTofu"
        )
    if "configuration" not in plan:
        raise InputError(f"{path} lacks its `configuration`, which says what refers to what; {_MAKE}")
    return plan


def _refuse_others(path: Path, plan: dict[str, Any]) -> None:
    if "lineage" in plan and "serial" in plan:
        raise InputError(f"{path} is a state, and not a plan; {_MAKE}")
    if "AWSTemplateFormatVersion" in plan or "Resources" in plan:
        raise InputError(f"{path} is a CloudFormation template; judge it with `make gate TEMPLATE={path}`")
    if "planned_values" not in plan and "values" in plan:
        raise InputError(f"{path} shows a state, and not a plan; {_MAKE}")
    if "planned_values" not in plan and ("resource" in plan or "terraform" in plan):
        raise InputError(f"{path} is a configuration, and not a plan of it; {_MAKE}")
    if "planned_values" not in plan:
        raise InputError(f"{path} is no plan: it lacks `planned_values`; {_MAKE}")
