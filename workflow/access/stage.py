"""
Stage access: the matrix of the plan in a workspace, and how it differs from an earlier one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from modules.errors import InputError
from workflow.access.compare import Access, compare
from workflow.access.findings import Declaration
from workflow.access.report import as_csv, as_json, as_markdown, change
from workflow.canonical import Canonical
from workflow.symbols import Symbols, UnresolvedError, place
from workflow.workspace import Workspace, read_json, write_json, write_text

PARTS = {"assets", "flows", "grants", "processes", "refusals", "stores", "trustees"}


def declaration(workspace: Workspace) -> Declaration:
    """What the graph of the synthesized stack declares; raises `InputError` when that cannot be read."""
    path = workspace.folder / "dataflow.json"
    try:
        dataflow, configuration = read_json(path), read_json(workspace.configuration)
        schema = read_json(workspace.root / "bindings" / "schema.json")
        resolved = Symbols(configuration, schema).resolve(dataflow)
    except FileNotFoundError as error:
        raise InputError(f"{workspace.relative(path)} is missing; run `make plan`") from error
    except (ValueError, UnresolvedError) as error:
        raise InputError(f"{workspace.relative(path)} does not fit the stack ({error}); run `make plan`") from error
    lacking = sorted(PARTS - set(resolved)) if isinstance(resolved, dict) else ["everything"]
    if lacking:
        raise InputError(f"{workspace.relative(path)} lacks {', '.join(lacking)}; run `make plan`")
    return Declaration(resolved, place(configuration).account)


def access_of(workspace: Workspace, canonical: Canonical) -> Access:
    """Compute the access matrix of a canonical plan, and write it in every format beside the plan."""
    declared = declaration(workspace)
    access = compare(canonical.resources, declared.dataflow, declared.account)
    write(workspace, access)
    return access


def write(workspace: Workspace, access: Access) -> None:
    document = as_json(access, workspace.deployment)
    write_text(workspace.folder / "access.csv", as_csv(document))
    write_json(workspace.folder / "access.json", document)
    write_text(workspace.folder / "access.md", as_markdown(document))


def before(workspace: Workspace, named: Path | None) -> dict[str, Any] | None:
    """The matrix to compare with: the file that is named, else the one that the last apply kept, if there is one."""
    path = named or workspace.folder / "access.applied.json"
    if named is None and not path.is_file():
        return None
    try:
        document = json.loads(path.read_text())
        if isinstance(document, dict) and {"rows", "trusts", "deployment"} <= set(document):
            return document
    except OSError as error:
        raise InputError(f"BEFORE={path} cannot be read ({error.strerror}); name an access.json") from error
    except ValueError as error:
        raise InputError(f"{path} is no access.json ({error})") from error
    raise InputError(f"{path} is no access.json: it lacks rows, trusts or deployment")


def keep(workspace: Workspace) -> None:
    """Remember the matrix of what was applied just now, for the next comparison."""
    current = workspace.folder / "access.json"
    if current.is_file():
        write_text(workspace.folder / "access.applied.json", current.read_text())


def print_access(workspace: Workspace, earlier: Path | None) -> int:
    """
    Print the matrix of the plan that is there, or only what changed since the matrix in the file *earlier*.

    The exit code is 1 when the policies differ from the graph; what changed between two plans is no fault.
    """
    if not workspace.canonical.is_file():
        raise InputError(f"{workspace.relative(workspace.canonical)} is missing; run `make plan`")
    past = before(workspace, earlier)
    with workspace.locked():
        access = access_of(workspace, Canonical(read_json(workspace.canonical)))
    document = as_json(access, workspace.deployment)
    if earlier is not None and past is not None:
        sys.stdout.write(change(past, document))
        return 0
    sys.stdout.write(as_markdown(document))
    if past is not None:
        sys.stdout.write(f"\n{change(past, document).replace('# Access', '## Since the last apply: access', 1)}")
    sys.stdout.write(
        f"\n{len(document['rows'])} rows, {len(access.differences)} differences from the dataflow graph; "
        f"also in {workspace.relative(workspace.folder)}/access.csv, access.json and access.md\n"
    )
    return 1 if access.differences else 0
