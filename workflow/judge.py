"""
Stage gate: the plan of a workspace is made canonical, judged, and the verdict written as JSON, SARIF and JUnit.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

from blueprints.loading import Loaded
from modules.errors import InputError
from workflow.access.stage import access_of
from workflow.canonical import Canonical, canonical
from workflow.demands import unmet
from workflow.findings import Verdict
from workflow.gate import Gate
from workflow.reports import junit, sarif
from workflow.workspace import Workspace, read_json, write_json, write_text


def canonical_plan(workspace: Workspace) -> Canonical:
    """The canonical form of the plan in *workspace*; raises `InputError` when there is none that can be read."""
    try:
        plan = read_json(workspace.plan_json)
        configuration = read_json(workspace.configuration)
    except FileNotFoundError as error:
        raise InputError(f"{workspace.relative(workspace.plan_json)} is missing; run `make plan`") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{workspace.relative(workspace.plan_json)} is no plan ({error}); run `make plan`") from error
    return canonical(plan, configuration, read_json(workspace.root / "bindings" / "schema.json"))


def judge(workspace: Workspace, loaded: Loaded, gate: Gate) -> Verdict:
    """Judge the plan of *workspace* and write `canonical.json`, the access matrix and the reports."""
    judged = canonical_plan(workspace)
    judged.contradictions.extend(unmet(judged, loaded.environment))
    source_map = read_json(workspace.folder / "source_map.json")
    access = access_of(workspace, judged)
    verdict = gate.judge(judged, loaded.deployment.waivers, datetime.now(UTC).date(), source_map, access=access)
    write_json(workspace.canonical, judged.plan)
    write_json(workspace.folder / "findings.json", verdict.document())
    write_json(workspace.folder / "findings.sarif", sarif(verdict, workspace.deployment))
    write_text(workspace.folder / "findings.junit.xml", junit(verdict, workspace.deployment))
    return verdict
