"""
The seal: what a passed gate vouches for, so that apply can tell whether anything has changed since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from blueprints.loading import Loaded
from modules.errors import FindingsError
from workflow.terraform import LOCK_FILE, Terraform
from workflow.workspace import Workspace, read_json, write_json

WHAT = {
    "plan": "the saved plan",
    "plan_json": "the plan that Terraform reads from the saved plan",
    "printed": "plan.json",
    "canonical": "the canonical plan",
    "configuration": "the synthesized stack",
    "dataflow": "the dataflow graph",
    "assets": "a packaged function",
    "policies": "a policy",
    "controls": "the list of controls",
    "waivers": "a waiver",
    "consents": "a consent",
    "terraform": "the version of Terraform",
    "provider": "the provider",
    "target": "the target",
    "account": "the account",
    "state": "the state: something was applied, or somebody else changed it",
}


def facts(workspace: Workspace, loaded: Loaded, terraform: Terraform, plan_json: str) -> dict[str, Any]:
    """Everything the seal covers, as it is now; *plan_json* is what Terraform reads from the saved plan."""
    root = workspace.root
    waivers = [waiver.model_dump(mode="json") for waiver in loaded.deployment.waivers]
    consents = [consent.model_dump(mode="json") for consent in loaded.deployment.consents]
    return {
        "plan": file_digest(workspace.plan),
        "plan_json": digest(plan_json),
        "printed": file_digest(workspace.plan_json),
        "canonical": file_digest(workspace.canonical),
        "configuration": file_digest(workspace.configuration),
        "dataflow": file_digest(workspace.folder / "dataflow.json"),
        "assets": files_digest(workspace.folder, (workspace.folder / "assets").iterdir()),
        "policies": files_digest(root, (root / "policies").glob("*.py")),
        "controls": files_digest(root, (root / "controls").glob("*.yaml")),
        "waivers": digest(json.dumps(waivers, sort_keys=True)),
        "consents": digest(json.dumps(consents, sort_keys=True)),
        "terraform": terraform.version,
        "provider": file_digest(terraform.toolchain / LOCK_FILE),
        "target": f"{workspace.deployment} {workspace.target}",
        "account": f"{loaded.environment.account_id} {loaded.environment.region}",
        "state": state_of(workspace, terraform),
    }


def write_seal(workspace: Workspace, sealed: dict[str, Any]) -> None:
    write_json(workspace.seal, sealed)


def check_seal(workspace: Workspace, now: dict[str, Any]) -> None:
    """Raise `FindingsError` unless *now* is what was sealed; the message names every difference."""
    if not workspace.seal.is_file():
        raise FindingsError(
            f"no plan of {workspace.deployment} ({workspace.target}) is sealed; run `make plan` until it passes"
        )
    sealed = read_seal(workspace)
    differing = [WHAT[name] for name in WHAT if sealed.get(name) != now[name]]
    if differing:
        raise FindingsError(
            "the sealed plan is not what is here now, so it is not applied; these changed since the gate: "
            f"{'; '.join(differing)}. Run `make plan` again"
        )


def read_seal(workspace: Workspace) -> dict[str, Any]:
    try:
        sealed = read_json(workspace.seal)
    except ValueError:
        sealed = None
    if not isinstance(sealed, dict):
        raise FindingsError(
            f"{workspace.relative(workspace.seal)} is no seal, so it was changed; run `make plan` again"
        )
    return sealed


def state_of(workspace: Workspace, terraform: Terraform) -> str:
    """Lineage and serial of the state, which change with every apply."""
    if workspace.target == "local":
        state = workspace.read_state()
    else:
        state = json.loads(terraform.run(workspace.folder, "state", "pull").stdout or "{}")
    if not state:
        return "no state"
    return f"{state['lineage']} {state['serial']}"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def file_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"


def files_digest(folder: Path, paths: Iterable[Path]) -> str:
    """One digest over names and contents."""
    return digest(json.dumps({str(path.relative_to(folder)): file_digest(path) for path in sorted(paths)}))
