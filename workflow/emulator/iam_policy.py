"""
Decisions over policy documents, after the IAM user guide's "Policy evaluation logic" for one account.

An explicit deny wins. Without one, an identity policy or a resource policy that names the caller allows. For keys and for
assuming roles the resource policy must allow: by naming the caller, or by naming the account, which hands the decision to
the identity policies.

A permissions boundary has to allow what identity policies allow, and its denies count always. What a resource policy gives
to the role or user by name is not limited by what a boundary leaves out; AWS limits it for roles in some cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from workflow.emulator.iam_conditions import Lookup, arn_glob, as_list, conditions_met, glob
from workflow.emulator.iam_errors import NotModelledError

Policy = Mapping[str, Any]

UNSCOPED = "*"  # the resource of an action that AWS does not scope
ELEMENTS = frozenset(
    {"Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "Condition"},
)


@dataclass(frozen=True)
class Principal:
    """Who asks: a role's session, a user, or (with *service* set) an AWS service acting for itself."""

    account_id: str
    arn: str
    """The role or user; empty for a service."""
    session_arn: str = ""
    service: str = ""
    policies: Sequence[Policy] = ()
    boundary: Policy | None = None
    """What bounds the identity policies; none when the role or user carries no boundary."""
    tags: Mapping[str, str] = field(default_factory=dict)
    unique_id: str = ""


@dataclass(frozen=True)
class Question:
    """May *principal* do *action* on *resource*? `resource=None` says that it could not be told from the request."""

    principal: Principal
    action: str
    resource: str | None
    context: Lookup
    resource_policy: Policy | None = None
    resource_policy_decides: bool = False
    """True for keys and roles: an identity policy alone does not allow."""


@dataclass(frozen=True)
class Decision:
    allowed: bool
    reason: str


class Named(Enum):
    """How a statement's `Principal` names the caller."""

    NOT = 0
    ACCOUNT = 1
    DIRECTLY = 2


def statements(policy: Policy) -> list[Mapping[str, Any]]:
    return as_list(policy.get("Statement", []))


def decide(question: Question) -> Decision:
    identity = [s for policy in question.principal.policies for s in statements(policy) if _applies(s, question)]
    named = {
        how: [
            s
            for s in statements(question.resource_policy or {})
            if _names(s, question) is how and _applies(s, question)
        ]
        for how in (Named.ACCOUNT, Named.DIRECTLY)
    }
    bounds = [s for s in statements(question.principal.boundary or {}) if _applies(s, question)]
    denying = {
        "a permissions boundary": bounds,
        "an identity-based policy": identity,
        "a resource-based policy": [*named[Named.ACCOUNT], *named[Named.DIRECTLY]],
    }
    for policy, found in denying.items():
        if _effect(found, "Deny"):
            return Decision(allowed=False, reason=f"with an explicit deny in {policy}")
    if _effect(named[Named.DIRECTLY], "Allow"):
        return Decision(allowed=True, reason="the resource-based policy names the caller")
    required = {
        "resource-based policy": named[Named.ACCOUNT] if question.resource_policy_decides else None,
        "permissions boundary": bounds if question.principal.boundary is not None else None,
        "identity-based policy": identity,
    }
    for policy, allowing in required.items():
        if allowing is not None and not _effect(allowing, "Allow"):
            return Decision(allowed=False, reason=f"because no {policy} allows the action")
    return Decision(allowed=True, reason="an identity-based policy allows the action")


def _effect(found: Iterable[Mapping[str, Any]], effect: str) -> bool:
    return any(statement["Effect"] == effect for statement in found)


def _applies(statement: Mapping[str, Any], question: Question) -> bool:
    unknown = set(statement) - ELEMENTS
    if unknown:
        raise NotModelledError(f"policy elements {sorted(unknown)} are not modelled")
    return (
        _action_matches(statement, question.action)
        and _resource_matches(statement, question)
        and conditions_met(statement.get("Condition", {}), question.context)
    )


def _action_matches(statement: Mapping[str, Any], action: str) -> bool:
    if "NotAction" in statement:
        return not any(glob(pattern, action, ignore_case=True) for pattern in as_list(statement["NotAction"]))
    return any(glob(pattern, action, ignore_case=True) for pattern in as_list(statement["Action"]))


def _resource_matches(statement: Mapping[str, Any], question: Question) -> bool:
    if "NotResource" in statement:
        return not any(_one_resource(pattern, question) for pattern in as_list(statement["NotResource"]))
    if "Resource" not in statement:  # a trust policy stands for its role
        return True
    return any(_one_resource(pattern, question) for pattern in as_list(statement["Resource"]))


def _one_resource(pattern: str, question: Question) -> bool:
    if pattern == "*":
        return True
    if question.resource is None:
        raise NotModelledError(
            f"the resource of {question.action} is not modelled, so {pattern} cannot be compared with it"
        )
    return arn_glob(pattern, question.resource)


def _names(statement: Mapping[str, Any], question: Question) -> Named:
    if "Principal" not in statement:
        raise NotModelledError("a resource-based policy without Principal is not modelled")
    principal = statement["Principal"]
    if principal == "*":
        return Named.DIRECTLY
    ways = [_named_as(kind, name, question.principal) for kind, names in principal.items() for name in as_list(names)]
    return max(ways, key=lambda way: way.value, default=Named.NOT)


def _named_as(kind: str, name: str, principal: Principal) -> Named:
    if kind == "Service":
        return Named.DIRECTLY if name == principal.service else Named.NOT
    if kind == "Federated":
        return Named.NOT
    if kind != "AWS":
        raise NotModelledError(f"principals of kind {kind} are not modelled")
    if name == "*":
        return Named.DIRECTLY
    if "*" in name or "?" in name:
        raise NotModelledError(f"AWS refuses wildcards inside a principal: {name}")
    if principal.service:
        return Named.NOT
    if name in (principal.arn, principal.session_arn):
        return Named.DIRECTLY
    account = name == principal.account_id or name.endswith(f":iam::{principal.account_id}:root")
    return Named.ACCOUNT if account else Named.NOT
