"""
What applying a baseline tells the other deployments of its environment: one file, written as a whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from blueprints.loading import Loaded, facts_path
from modules.errors import InputError
from modules.facts import Facts
from workflow.terraform import Terraform
from workflow.workspace import Workspace, read_json, write_json

OUTPUT = "facts"


def record_facts(
    workspace: Workspace, loaded: Loaded, terraform: Terraform, environment: Mapping[str, str]
) -> str | None:
    """
    Write the facts that the applied state holds; the file they are in now, none when the blueprint has none.

    Raises `InputError` when they are not what other deployments can read; then the file stays as it was.
    """
    if OUTPUT not in read_json(workspace.configuration).get("output", {}):
        return None
    shown = json.loads(terraform.run(workspace.folder, "output", "-json", environment=environment).stdout)
    path = place(workspace, loaded)
    content = checked({**present(path), **_known(shown.get(OUTPUT, {}).get("value") or {})}, workspace.relative(path))
    write_json(path, content)
    return workspace.relative(path)


def forget_facts(workspace: Workspace, loaded: Loaded) -> None:
    """Remove the facts of a blueprint whose deployment is gone; the file goes with the last of them."""
    path = place(workspace, loaded)
    content = present(path)
    if content.pop(loaded.deployment.blueprint, None) is None:
        return
    if content:
        write_json(path, content)
    else:
        path.unlink()


def place(workspace: Workspace, loaded: Loaded) -> Path:
    """At AWS the file that is committed; on the embedded AWS one that goes with the workspace."""
    if workspace.target == "aws":
        return facts_path(workspace.root, loaded.environment.name)
    return workspace.folder / "facts.json"


def present(path: Path) -> dict[str, Any]:
    """The facts there are, by blueprint."""
    return dict(read_json(path)) if path.is_file() else {}


def checked(content: dict[str, Any], name: str) -> dict[str, Any]:
    """*content* if it is what `load_facts` takes."""
    try:
        Facts.model_validate_json(json.dumps(content))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise InputError(
            f"{name} was not written, since other deployments could not read it: {wrong}; "
            "what was applied stays, and applying again writes the file once this is mended"
        ) from error
    return content


def _known(facts: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Without what has no value, since the embedded AWS does not serve it."""
    return {
        blueprint: {name: value for name, value in told.items() if value is not None}
        for blueprint, told in facts.items()
    }
