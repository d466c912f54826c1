"""
What the dataflow graph declares: the same permissions that a plan grants, and the columns its flows and duties open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from modules.errors import InputError
from workflow.access.actions import Column, actions
from workflow.access.patterns import overlaps
from workflow.access.places import Place
from workflow.access.statements import Document, Permission, Reading, read

READS: frozenset[Column] = frozenset({"list", "read", "decrypt"})
WRITES: frozenset[Column] = frozenset({"list", "write", "decrypt"})
KEY_USE: frozenset[Column] = frozenset({"list", "write", "decrypt"})
TAKEN: frozenset[Column] = frozenset({"delete"})
UNSORTED = {
    "logs": "a log group holds what services write about the work, and no records; resource policies of logs are refused"
}
"""Services of stores that have no columns, each with the reason."""
CONSUMED = {"queue"}
"""Kinds of stores whose readers take out what they have read."""
RETRACTED = {"idempotency_table"}
"""Kinds of stores whose writers take out what they have written, when what it tells of has failed."""
DUTIES: Mapping[str, frozenset[Column]] = {
    "administer": frozenset({"list", "delete", "administer"}),
    "back_up": READS | {"administer"},
    "deliver": WRITES,
    "fetch": READS,
    "look": frozenset({"list"}),
    "maintain": READS | WRITES | {"delete", "administer"},
    "read": READS,
    "search": READS,
    "use": KEY_USE,
}
OVERSIGHT: Mapping[str | None, frozenset[Column]] = {
    None: frozenset(),
    "look": frozenset({"list"}),
    "administer": DUTIES["administer"],
}
"""What a process may do on every place, by what it oversees."""


@dataclass(frozen=True)
class Declared:
    """The graph of one deployment, with every reference resolved."""

    dataflow: Mapping[str, Any]
    permissions: list[Permission]
    """By flows, needs and duties; the address is the name of who declares it."""
    refusals: list[Permission]
    names: Mapping[str, str]
    """By principal, the process that acts as it."""
    flows: Mapping[tuple[str, str], frozenset[Column]]
    """By process and store, what its flows open."""
    overseers: Mapping[str, frozenset[Column]]
    """By principal, what it may do on every place."""
    duties: frozenset[tuple[str, str, frozenset[Column]]]
    """Principal, pattern of resources, and what the duty of the grant opens there."""

    def opens(self, principal: str, place: Place) -> frozenset[Column]:
        """The columns that the graph declares for a principal on a place."""
        name = self.names.get(principal, "")
        flows = self.flows.get((name, place.name), frozenset())
        use = KEY_USE if name and place.kind in ("key", "topic") else frozenset()
        return flows.union(
            use,
            self._overseen(principal, place),
            *(
                columns
                for holder, resource, columns in self.duties
                if holder == principal and any(overlaps(resource, area) for area in place.areas)
            ),
        )

    def _overseen(self, principal: str, place: Place) -> frozenset[Column]:
        """Who looks after keys and topics reads their settings; there is nothing else to read on them."""
        columns = self.overseers.get(principal, frozenset())
        return columns | {"read"} if columns and place.kind in ("key", "topic") else columns

    def name(self, principal: str, account: str) -> str:
        """How a principal is called: as its process, or for one of the account by the end of its ARN."""
        if principal.split(":", 2)[-1] == f"iam::{account}:root":
            return f"everybody in account {account}"
        own = principal.split(":", 2)[-1].removeprefix(f"iam::{account}:")
        if principal in self.names:
            return self.names[principal]
        return own if principal.startswith("arn:") and f":{account}:" in principal else principal


def declared(dataflow: Mapping[str, Any], account: str) -> Declared:
    """Read a resolved `dataflow.json`; raises `InputError` when it has a store whose actions nobody has sorted into columns."""
    _check_services(dataflow["stores"])
    documents = []
    names = {}
    for process in dataflow["processes"]:
        principal = process["principal"]
        if principal:
            names[principal] = process["name"]
            documents.append(_document(process["name"], "identity", process["statements"], principal))
            documents.append(_document(process["name"], "trust", process["trust"], own=principal))
    permissions = _checked(read(documents, account))
    duties = []
    for grant in dataflow["grants"]:
        document = _document(grant["duty"], "resource", [grant["statement"]], own=grant["on"])
        found = _checked(read([document], account))
        permissions += found
        duties += [(each.principal, each.resource, DUTIES[grant["duty"]]) for each in found]
    principals = {name: principal for principal, name in names.items()}
    duties += [
        (principals[trustee["process"]], resource, DUTIES[trustee["duty"]])
        for trustee in dataflow["trustees"]
        for resource in trustee["resources"]
    ]
    refusals = read([_document("a store", "resource", dataflow["refusals"])], account).denied
    overseers = {process["principal"]: OVERSIGHT[process["oversees"]] for process in dataflow["processes"]}
    return Declared(dataflow, permissions, refusals, names, _flows(dataflow), overseers, frozenset(duties))


def _check_services(stores: Iterable[Mapping[str, Any]]) -> None:
    """Actions of a service that the table does not hold open no column, so everything would be allowed on its stores."""
    for store in stores:
        named = {arn.split(":")[2] for arn in (store["arn"] or "", *store["resources"]) if arn.startswith("arn:")}
        for service in sorted(named - {*actions().services} - {*UNSORTED}):
            raise InputError(
                f"the store {store['name']} is of {service}, whose actions the access matrix does not know; say in "
                "controls/access_columns.yaml what they do, and run `python -m tools.generate_actions`"
            )


def _document(name: str, kind: Any, statements: list[Any], principal: str = "", own: str = "") -> Document:
    return Document(name, kind, {"Statement": statements}, principal, own)


def _checked(reading: Reading) -> list[Permission]:
    if reading.undecided:
        name, cause = reading.undecided[0]
        raise ValueError(f"the graph's own statements cannot be read: {name} {cause}")
    return reading.allowed


def _flows(dataflow: Mapping[str, Any]) -> dict[tuple[str, str], frozenset[Column]]:
    stores = {store["name"]: store for store in dataflow["stores"]}
    opened: dict[tuple[str, str], frozenset[Column]] = {}
    for flow in dataflow["flows"]:
        reads = flow["from"] in stores
        process, store = (flow["to"], flow["from"]) if reads else (flow["from"], flow["to"])
        taken = TAKEN if stores[store]["kind"] in (CONSUMED if reads else RETRACTED) else frozenset()
        at = (process, store)
        opened[at] = opened.get(at, frozenset()) | (READS if reads else WRITES) | taken
    return opened
