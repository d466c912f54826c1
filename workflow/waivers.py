"""
Waivers of findings: applied by exact check and address, and held to their limits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from json import dumps
from typing import Any

from blueprints.waiver import Consent, Waiver
from workflow.findings import Finding, Waived

LONGEST = timedelta(days=180)
# Change with the code of a function, not with its protection.
_VOLATILE = frozenset({"filename", "source_code_hash"})


def digest(
    check: str, address: str, keys: Iterable[str], resources: Mapping[str, Any], connected: Iterable[str]
) -> str:
    """
    What a waiver is bound to: 32 hexadecimal digits over the arguments a finding is about.

    `keys` are the arguments the check looked at. Where there are none, as in a check of connections, it is the whole
    resource and the addresses connected to it, so that a companion that appears or vanishes voids the waiver.
    """
    values = resources[address]
    names = sorted({key.split("/")[0] for key in keys})
    about: Any
    if names:
        about = {name: values.get(name) for name in names}
    else:
        block = {name: value for name, value in values.items() if name not in _VOLATILE}
        about = [block, sorted(connected)]
    text = dumps([check, address, about], sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:32]


def connections(plan: Mapping[str, Any]) -> dict[str, set[str]]:
    """
    By address, the addresses a resource refers to or is referred to from.
    """
    edges: dict[str, set[str]] = {}
    for resource in plan["configuration"].get("root_module", {}).get("resources", ()):
        for text in _references(resource.get("expressions", {})):
            target = ".".join(text.split(".")[:2])
            edges.setdefault(resource["address"], set()).add(target)
            edges.setdefault(target, set()).add(resource["address"])
    return edges


def _references(expression: Any) -> Iterator[str]:
    if isinstance(expression, Mapping):
        yield from expression.get("references", ()) if isinstance(expression.get("references"), list) else ()
        for value in expression.values():
            yield from _references(value)
    elif isinstance(expression, list):
        for item in expression:
            yield from _references(item)


def apply(
    findings: Sequence[Finding], waivers: Sequence[Waiver | Consent], today: date
) -> tuple[list[Finding], list[Waived], list[str]]:
    """
    Split findings into those that stand and those that are waived; name every waiver, or consent, that may not be used.
    """
    waived: list[Waived] = []
    errors: list[str] = []
    claims = [(waiver.control, waiver.resource) for waiver in waivers]
    for waiver, claim in zip(waivers, claims, strict=True):
        found = [finding for finding in findings if (finding.check, finding.address) == claim]
        wrong = fault(waiver, today) or (_twice(claims.count(claim)) if found else _unused(waiver, findings))
        if not wrong and waiver.digest != found[0].digest:
            wrong = f"was given for another setting: its digest is {waiver.digest}, the finding's is {found[0].digest}"
        if wrong:
            errors.append(f"{word(waiver)} of {waiver.control} on {waiver.resource}: {wrong}")
        else:
            waived.append(Waived(found[0], waiver, (waiver.expires - today).days))
    hidden = {(entry.finding.check, entry.finding.address) for entry in waived}
    standing = [finding for finding in findings if (finding.check, finding.address) not in hidden]
    return standing, waived, errors


def word(approval: Waiver | Consent) -> str:
    """
    What people call it.
    """
    return "consent" if isinstance(approval, Consent) else "waiver"


def fault(waiver: Waiver | Consent, today: date) -> str:
    """
    Why it may not be used, whatever was found; empty when it may.
    """
    if waiver.expires < today:
        return f"expired on {waiver.expires}; mend the finding, or have it approved again"
    if waiver.expires > today + LONGEST:
        return f"expires on {waiver.expires}, more than {LONGEST.days} days ahead; {today + LONGEST} is the last day"
    if _person(waiver.approver) == _person(waiver.owner):
        return f"approved by its owner {waiver.owner}; somebody else must approve it"
    return ""


def _person(address: str) -> str:
    """
    Whose mailbox an address is: letter case, and what follows a plus sign, make no other person.
    """
    mailbox, _, domain = address.casefold().partition("@")
    return f"{mailbox.partition('+')[0]}@{domain}"


def _twice(count: int) -> str:
    return f"stands {count} times; write it once" if count > 1 else ""


def _unused(waiver: Waiver | Consent, findings: Sequence[Finding]) -> str:
    elsewhere = sorted(finding.address for finding in findings if finding.check == waiver.control)
    if elsewhere:
        return f"there is no such finding; {waiver.control} is found on {', '.join(elsewhere)}"
    return f"there is no such finding; remove the {word(waiver)}"
