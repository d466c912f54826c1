"""
Policies compared statement by statement, whatever the order and however a single action or principal is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact

LISTS = ("Action", "NotAction", "Resource", "NotResource")
ACCOUNT = re.compile(r"^arn:aws[a-z-]*:iam::(\d{12}):root$")


def same_policy(name: str, planned: str | None, live: str | dict[str, Any] | None) -> Iterator[Fact]:
    """The version, and the statements: when these differ, the fact holds only those that the other does not have."""
    expected, found = statements(planned), statements(live)
    yield Fact(f"{name} version", _document(planned).get("Version"), _document(live).get("Version"))
    yield Fact(name, [each for each in expected if each not in found], [each for each in found if each not in expected])


def same_tls(planned: str | None, live: str | None) -> Iterator[Fact]:
    """Whether the policy refuses calls without TLS."""
    yield Fact("refuses calls without TLS", denies_plain(planned), denies_plain(live))


def denies_plain(policy: str | None) -> list[str]:
    """The actions and resources that every caller is refused for no other reason than a lack of TLS."""
    refused = [
        f"{action} on {resource}"
        for statement in statements(policy)
        if statement.get("Effect") == "Deny"
        and statement.get("Principal") in ("*", {"AWS": ["*"]})
        and statement.get("Condition") == {"Bool": {"aws:securetransport": ["false"]}}
        for action in statement.get("Action", [])
        for resource in statement.get("Resource", [])
    ]
    return sorted(refused)


def statements(policy: str | dict[str, Any] | None) -> list[dict[str, Any]]:
    """The statements of a policy, each in one form."""
    return [_statement(each) for each in _listed(_document(policy).get("Statement", []))]


def _document(policy: str | dict[str, Any] | None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(policy) if isinstance(policy, str) and policy else policy or {}
    return document


def _statement(statement: dict[str, Any]) -> dict[str, Any]:
    return {name: _part(name, value) for name, value in statement.items() if value not in ({}, [])}


def _part(name: str, value: Any) -> Any:
    if name in LISTS:
        return sorted(_listed(value))
    if name in ("Principal", "NotPrincipal") and isinstance(value, dict):
        return {kind: sorted(ACCOUNT.sub(r"\1", each) for each in _listed(names)) for kind, names in value.items()}
    if name == "Condition":
        return {
            operator: {key.lower(): sorted(map(_word, _listed(values))) for key, values in keys.items()}
            for operator, keys in value.items()
        }
    return value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _word(value: Any) -> str:
    """IAM takes `true` and `"true"` for the same."""
    return json.dumps(value) if isinstance(value, bool) else str(value)
