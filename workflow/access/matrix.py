"""
The matrix: what each principal can do with each place, taking all policies together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workflow.access.actions import Column, actions
from workflow.access.conditions import values_of
from workflow.access.patterns import covers, overlaps
from workflow.access.places import Place, Places
from workflow.access.statements import Permission, Reading

Cells = Mapping[tuple[str, Place], frozenset[Column]]
_DATA: frozenset[Column] = frozenset({"read", "write"})


@dataclass(frozen=True)
class Trust:
    """Who may become whom."""

    role: str
    principal: str
    action: str
    conditions: tuple[str, ...]
    """Keys of the condition, in order."""


def effective(reading: Reading, principals: Iterable[str], keys: Iterable[str]) -> list[Permission]:
    """
    What holds of all that is allowed, when *principals* are those whose own policies are in the plan, and so are the
    policies of *keys*.

    A key's policy has to allow, by itself or by leaving it to the account; elsewhere one policy is enough. What is
    refused without a condition is gone.
    """
    known, keys = set(principals), set(keys)
    identity = [each for each in reading.allowed if each.kind == "identity"]
    others = [each for each in reading.allowed if each.kind == "resource"]
    left = [each for each in others if each.delegated]
    found = [each for each in others if not (each.delegated and each.principal in known)]
    for each in identity:
        if each.action.startswith("kms:") and any(overlaps(each.resource, key) for key in keys):
            found += [
                Permission(each.principal, each.action, wide.resource, each.condition | wide.condition, each.address)
                for wide in left
                if wide.action == each.action
                and overlaps(each.resource, wide.resource)
                and _is_among(each.principal, wide.principal)
            ]
        else:
            found.append(each)
    always = refused(reading)
    return [each for each in found if not any(_refuses(one, each, each.resource) for one in always)]


def refused(reading: Reading) -> list[Permission]:
    """What is refused without a condition, so always."""
    return [each for each in reading.denied if not each.condition]


def _is_among(principal: str, named: str) -> bool:
    """Whether a principal is one that a policy names as part of its account."""
    return covers(named, principal) or named.endswith(":root")


def _refuses(refusal: Permission, allowed: Permission, resource: str) -> bool:
    return (
        refusal.action == allowed.action
        and covers(refusal.principal, allowed.principal)
        and covers(refusal.resource, resource)
    )


def cells(
    permissions: Iterable[Permission], places: Places, refusals: Iterable[Permission] = ()
) -> dict[tuple[str, Place], frozenset[Column]]:
    """
    The columns of each principal on each place. On a place elsewhere, to list is not worth a row.

    *refusals* take places out of a permission that means more than these.
    """
    refusals = list(refusals)
    permissions = list(permissions)
    found: dict[tuple[str, Place], frozenset[Column]] = {}
    for each in permissions:
        columns = actions().of(each.action)
        for place in places.touched(each) if columns else ():
            if _taken_out(place, each, refusals):
                continue
            at = (each.principal, place)
            found[at] = found.get(at, frozenset()) | columns
    opened = _opened(permissions)
    for at, columns in found.items():
        principal, place = at
        if columns & _DATA and place.key and _opens(opened, principal, place):
            found[at] = columns | {"decrypt"}
    return {
        (principal, place): columns
        for (principal, place), columns in found.items()
        if not place.outside or columns - {"list"}
    }


def _taken_out(place: Place, permission: Permission, refusals: list[Permission]) -> bool:
    """Whether all that *permission* means of *place* is refused."""
    meant = [area for area in place.areas if overlaps(permission.resource, area)]
    return bool(meant) and all(any(_refuses(each, permission, area) for each in refusals) for area in meant)


def _opened(permissions: Iterable[Permission]) -> set[tuple[str, str, frozenset[str]]]:
    """Principal, key, and the services through which the principal decrypts with it; none: by itself."""
    return {
        (each.principal, each.resource, values_of(each.condition, "kms:viaservice"))
        for each in permissions
        if "decrypt" in actions().of(each.action)
    }


def _opens(opened: set[tuple[str, str, frozenset[str]]], principal: str, place: Place) -> bool:
    services = {area.split(":")[2] for area in place.areas if area.startswith("arn:")}
    return any(
        holder == principal
        and overlaps(key, place.key)
        and (not through or any(name.split(".")[0] in services for name in through))
        for holder, key, through in opened
    )


def trusts(reading: Reading) -> list[Trust]:
    """Who may become whom, in order."""
    found = {
        Trust(each.resource, each.principal, each.action, tuple(sorted({key for _, key, _ in each.condition})))
        for each in reading.allowed
        if each.kind == "trust" and each.action.startswith("sts:Assume")
    }
    return sorted(found, key=lambda each: (each.role, each.principal, each.action))
