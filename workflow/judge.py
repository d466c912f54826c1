"""
Stage gate: the plan of a workspace is made canonical, judged, and the verdict written as JSON, SARIF and JUnit.
"""

from __future__ import annotations

import json
from typing import Any

from blueprints.loading import Loaded
from modules.errors import InputError
from workflow.access.stage import access_of
from workflow.canonical import Canonical, canonical
from workflow.changes.compare import differences
from workflow.changes.findings import Changed
from workflow.clock import today
from workflow.demands import unmet
from workflow.findings import Verdict
from workflow.gate import Gate
from workflow.reports import write_reports
from workflow.workspace import Workspace, read_json, write_json


def plan_of(workspace: Workspace) -> Any:
    """The plan in *workspace* as Terraform printed it; raises `InputError` when there is none that can be read."""
    try:
        return read_json(workspace.plan_json)
    except FileNotFoundError as error:
        raise InputError(f"{workspace.relative(workspace.plan_json)} is missing; run `make plan`") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{workspace.relative(workspace.plan_json)} is no plan ({error}); run `make plan`") from error


def canonical_plan(workspace: Workspace, plan: Any = None) -> Canonical:
    """The canonical form of *plan*, by default of the one that lies in *workspace*."""
    schema = read_json(workspace.root / "bindings" / "schema.json")
    plan = plan_of(workspace) if plan is None else plan
    try:
        return canonical(plan, read_json(workspace.configuration), schema)
    except FileNotFoundError as error:
        raise InputError(f"{workspace.relative(workspace.configuration)} is missing; run `make plan`") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"{workspace.relative(workspace.configuration)} is no stack ({error}); run `make plan`"
        ) from error


def judge(workspace: Workspace, loaded: Loaded, gate: Gate, plan: Any) -> Verdict:
    """
    Judge a plan of *workspace* and write `canonical.json`, the access matrix and the reports.

    *plan* is what Terraform reads from the saved plan. Whoever seals or applies passes just that on, and not what a file
    beside it says.
    """
    judged = canonical_plan(workspace, plan)
    judged.contradictions.extend(unmet(judged, loaded.environment))
    source_map = read_json(workspace.folder / "source_map.json")
    changed = Changed(differences(plan, workspace.deployment), loaded.deployment.consents)
    verdict = gate.judge(
        judged,
        loaded.deployment.waivers,
        today(workspace.root),
        source_map,
        access=access_of(workspace, judged),
        changed=changed,
    )
    write_json(workspace.canonical, judged.plan)
    write_reports(workspace.folder, verdict, workspace.deployment)
    return verdict
