"""
The comparison: what the policies of a plan allow against what the dataflow graph declares, both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workflow.access import graph as declaring
from workflow.access import policies
from workflow.access.actions import COLUMNS, Column, actions
from workflow.access.conditions import narrower
from workflow.access.graph import Declared
from workflow.access.matrix import Cells, Trust, cells, effective, refused, trusts
from workflow.access.patterns import covers, overlaps
from workflow.access.places import Place, Places
from workflow.access.policies import Resources, granted
from workflow.access.statements import Permission, Reading

NOT_DECLARED, NOT_GRANTED = "MR_ACCESS_1", "MR_ACCESS_2"
MOST = 6  # actions that a message names


@dataclass(frozen=True)
class Difference:
    """One way in which policies and graph differ, at the policy it is about."""

    check: str
    address: str
    message: str


@dataclass(frozen=True)
class Access:
    """Who can do what in a plan, and how that differs from the graph."""

    account: str
    declared: Declared
    cells: Cells
    trusts: list[Trust]
    differences: list[Difference]


def compare(
    resources: Resources, dataflow: Mapping[str, Any], account: str, declared: Declared | None = None
) -> Access:
    """
    Compare the *resources* of a canonical plan, by address, with a `dataflow.json` whose references are resolved.

    Whoever compares many plans with one graph gives what that says in *declared*.
    """
    graph = declared or declaring.declared(dataflow, account)
    places = Places(resources, dataflow["stores"], dataflow["assets"])
    reading = granted(resources, account)
    keys = [str(values["arn"]) for address, values in resources.items() if policies.kind(address) == "aws_kms_key"]
    there = effective(reading, policies.identities(resources).values(), keys)
    found = {Difference(NOT_DECLARED, address, cause) for address, cause in reading.undecided}
    comparison = _Comparison(resources, graph, places, account)
    found.update(comparison.undeclared(reading))
    filled = cells(there, places, refused(reading))
    found.update(comparison.beyond_flows(reading, filled))
    found.update(comparison.missing(reading, there))
    found.update(comparison.let_pass(reading))
    ordered = sorted(found, key=lambda each: (each.check, each.address, each.message))
    return Access(account, graph, filled, trusts(reading), ordered)


class _Comparison:
    def __init__(self, resources: Resources, graph: Declared, places: Places, account: str) -> None:
        self._graph, self._places, self._account = graph, places, account
        self._standing = policies.standing(resources)
        self._own_policies = policies.own_policies(resources)
        self._index: dict[tuple[str, str], list[Permission]] = {}
        for each in graph.permissions:
            self._index.setdefault((each.principal, each.action), []).append(each)

    def undeclared(self, reading: Reading) -> Iterable[Difference]:
        """Permissions that no declared one covers, told by policy, principal and place."""
        groups: dict[tuple[str, str, str], list[Permission]] = {}
        for each in reading.allowed:
            if not self._covered(each):
                groups.setdefault((each.address, each.principal, each.kind), []).append(each)
        for (address, principal, kind), permissions in groups.items():
            for place, found in self._by_place(permissions).items():
                yield Difference(NOT_DECLARED, address, self._gain(principal, kind, place, found))

    def _covered(self, permission: Permission) -> bool:
        candidates = self._index.get((permission.principal, permission.action), [])
        if "*" in permission.action:
            candidates = [
                each
                for (principal, action), listed in self._index.items()
                if principal == permission.principal and covers(action, permission.action)
                for each in listed
            ]
        return any(
            covers(each.resource, permission.resource) and narrower(permission.condition, each.condition)
            for each in candidates
        )

    def _by_place(self, permissions: list[Permission]) -> dict[Place | str, list[Permission]]:
        found: dict[Place | str, list[Permission]] = {}
        for each in permissions:
            places: list[Place | str] = [*self._places.touched(each)]
            for place in places or [each.resource]:
                found.setdefault(place, []).append(each)
        return found

    def _gain(self, principal: str, kind: str, place: Place | str, found: list[Permission]) -> str:
        who = self._graph.name(principal, self._account)
        names = sorted({each.action for each in found})
        listed = _few(names)
        if kind == "trust":
            return f"{who} may become {self._graph.name(found[0].resource, self._account)} ({listed}) in a way nobody declares"
        if isinstance(place, str):
            return f"{who} may do {listed} on {place}, which the graph does not declare"
        columns = frozenset[Column]().union(*(actions().of(name) for name in names))
        gained = words(columns)
        known = self._graph.opens(principal, place)
        wider = " in a wider way than" if columns <= known else ", which is not what"
        return f"{who} gains {gained} on {place.name}, {place.classification} ({listed}){wider} the graph declares"

    def beyond_flows(self, reading: Reading, filled: Cells) -> Iterable[Difference]:
        """Columns that the graph's statements give and its flows and duties do not open."""
        for (principal, place), columns in filled.items():
            more = columns - self._graph.opens(principal, place)
            if more and not place.outside:
                for address in self._givers(reading, principal, place, more):
                    who = self._graph.name(principal, self._account)
                    text = (
                        f"{who} has {words(more)} on {place.name}, {place.classification}, and no flow or duty says so"
                    )
                    yield Difference(NOT_DECLARED, address, text)

    def _givers(self, reading: Reading, principal: str, place: Place, columns: frozenset[Column]) -> set[str]:
        given = {
            each.address
            for each in reading.allowed
            if each.principal == principal
            and actions().of(each.action) & columns
            and place in self._places.touched(each)
        }
        return given or {each.address for each in reading.allowed if each.principal == principal}

    def missing(self, reading: Reading, there: list[Permission]) -> Iterable[Difference]:
        """
        Declared permissions that nothing grants, told at the policy of the principal or of the resource.

        A need of keys of the whole account (`*`) is met by the principal's own policy; the keys' policies decide it.
        """
        held: dict[tuple[str, str], list[Permission]] = {}
        for each in [*there, *(each for each in reading.allowed if each.kind == "trust")]:
            held.setdefault((each.principal, each.action), []).append(each)
        asked: dict[tuple[str, str], list[Permission]] = {}
        for each in reading.allowed:
            asked.setdefault((each.principal, each.action), []).append(each)
        groups: dict[tuple[str, str, str], set[str]] = {}
        for each in self._graph.permissions:
            address = self._policy_of(each)
            given = held.get((each.principal, each.action), [])
            given = (
                given + asked.get((each.principal, each.action), [])
                if each.action.startswith("kms:") and "*" in each.resource
                else given
            )
            if address and not any(overlaps(each.resource, other.resource) for other in given):
                groups.setdefault((address, each.principal, each.resource), set()).add(each.action)
        for (address, principal, resource), names in groups.items():
            who = self._graph.name(principal, self._account)
            text = (
                f"{who} is not granted {', '.join(sorted(names))} on {self._called(resource)}, which the graph declares"
            )
            yield Difference(NOT_GRANTED, address, text)

    def let_pass(self, reading: Reading) -> Iterable[Difference]:
        """Refusals that the graph declares and that a policy has dropped or loosened."""
        standing: dict[str, list[Permission]] = {}
        there: dict[tuple[str, str], list[Permission]] = {}
        for each in reading.denied:
            standing.setdefault(each.action, []).append(each)
            there.setdefault((each.action, each.resource), []).append(each)
        groups: dict[tuple[str, str, str], set[str]] = {}
        for each in self._graph.refusals:
            held = there.get((each.action, each.resource), []), standing.get(each.action, [])
            if any(_refuses(other, each) for several in held for other in several):
                continue
            keys = ", ".join(sorted({key for _, key, _ in each.condition}))
            groups.setdefault((self._policy_of(each), each.resource, keys), set()).add(each.action)
        for (address, resource, keys), names in groups.items():
            text = f"{self._called(resource)}: {_few(names)} is not refused as the graph declares (by {keys})"
            if address:
                yield Difference(NOT_DECLARED, address, text)

    def _policy_of(self, permission: Permission) -> str:
        """Where a declared permission or refusal has to stand; empty when that is not in this plan."""
        if permission.kind != "identity":
            return self._standing.get(permission.resource.removesuffix("/*"), "")
        return self._own_policies.get(permission.principal, "")

    def _called(self, resource: str) -> str:
        names = [place.name for place in self._places.at(resource) if not place.outside]
        return " and ".join(names) or resource


def _refuses(refusal: Permission, declared: Permission) -> bool:
    """Whether a refusal of a policy refuses all that a declared one does."""
    return (
        covers(refusal.principal, declared.principal)
        and covers(refusal.resource, declared.resource)
        and narrower(declared.condition, refusal.condition)
    )


def _few(names: Iterable[str]) -> str:
    listed = sorted(names)
    return ", ".join(listed[:MOST]) + (f" and {len(listed) - MOST} more" if len(listed) > MOST else "")


def words(columns: Iterable[str]) -> str:
    """Columns as a sentence lists them, in the order of the matrix."""
    listed = [column for column in COLUMNS if column in set(columns)]
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
