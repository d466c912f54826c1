"""
Statements of policy documents, taken apart into single permissions.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from workflow.access.actions import actions
from workflow.access.conditions import Condition, condition, narrowed, without_principal

ROOT_USER = "root user"
"""The principal of a statement for the account whose condition leaves only its root user."""
Kind = Literal["identity", "resource", "trust"]


@dataclass(frozen=True)
class Permission:
    """One principal may do one action on one pattern of resources."""

    principal: str
    """An ARN or a pattern of ARNs, a service, `*`, or what else stands in a policy."""
    action: str
    resource: str
    condition: Condition
    address: str
    """The resource of the plan in whose policy it stands."""
    kind: Kind = "identity"
    delegated: bool = False
    """The policy names the account, so that the principal needs the action in a policy of its own as well."""


@dataclass(frozen=True)
class Document:
    """A policy of the plan."""

    address: str
    kind: Kind
    text: Any
    """JSON text, or what it says."""
    principal: str = ""
    """Whom an identity policy belongs to."""
    own: str = ""
    """The ARN that a resource policy stands on, for which `*` stands in it."""


@dataclass
class Reading:
    """What some documents say."""

    allowed: list[Permission] = field(default_factory=list)
    denied: list[Permission] = field(default_factory=list)
    """Refusals; those with a condition hold only sometimes."""
    undecided: list[tuple[str, str]] = field(default_factory=list)
    """Address and cause of what nobody can tell, which is a finding."""


def read(documents: Sequence[Document], account: str) -> Reading:
    """Take *documents* apart; *account* is the id of the account they are in."""
    reading = Reading()
    for document in documents:
        for statement in _statements(document, reading):
            _read(document, statement, account, reading)
    return reading


def _statements(document: Document, reading: Reading) -> list[Mapping[str, Any]]:
    with contextlib.suppress(ValueError, KeyError, TypeError):  # told below, as every other shape that is no policy's
        content = json.loads(document.text) if isinstance(document.text, str) else document.text
        statements = content["Statement"]
        several = statements if isinstance(statements, list) else [statements]
        if all(isinstance(statement, Mapping) and statement["Effect"] in ("Allow", "Deny") for statement in several):
            return several
    reading.undecided.append((document.address, "has a policy that is no policy document"))
    return []


def _read(document: Document, statement: Mapping[str, Any], account: str, reading: Reading) -> None:
    allows = statement["Effect"] == "Allow"
    inverted = [name for name in ("NotAction", "NotResource", "NotPrincipal") if name in statement]
    if inverted:
        if allows:
            reading.undecided.append((document.address, f"allows all but what it lists ({', '.join(inverted)})"))
        return
    conditioned = condition(statement.get("Condition"))
    resources = listed(statement.get("Resource")) or [document.own]
    names: list[str] = []
    for pattern in listed(statement.get("Action")):
        expanded = actions().expand(pattern)
        if not expanded and allows:
            reading.undecided.append((document.address, f"allows {pattern}, which is no action that is known"))
        names += expanded
    target = reading.allowed if allows else reading.denied
    for principal, rest, delegated in _principals(document, statement, conditioned, account):
        for name in names:
            for resource in resources:
                full = document.own if resource == "*" and document.own else resource
                target.append(Permission(principal, name, full, rest, document.address, document.kind, delegated))


def _principals(
    document: Document, statement: Mapping[str, Any], conditioned: Condition, account: str
) -> Iterator[tuple[str, Condition, bool]]:
    """Each principal, what remains of the condition, and whether it is only as part of the account."""
    if document.kind == "identity":
        yield document.principal, conditioned, False
        return
    named = statement.get("Principal")
    groups = named if isinstance(named, Mapping) else {"AWS": named}
    for group, values in groups.items():
        for value in listed(values):
            text = f"arn:aws:iam::{value}:root" if group == "AWS" and value.isdigit() else value
            text = f"canonical user {text}" if group == "CanonicalUser" else text
            account_itself = group == "AWS" and text.split(":", 2)[-1] == f"iam::{account}:root"
            callers = narrowed(conditioned) if account_itself or text == "*" else []
            if callers:
                rest = without_principal(conditioned)
                for caller in callers:
                    yield (ROOT_USER, rest, False) if caller == text else (caller, rest, account_itself)
            else:
                yield text, conditioned, account_itself


def listed(value: Any) -> list[str]:
    """What may be one text or several, as texts; nothing for what is neither."""
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
