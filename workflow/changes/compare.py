"""
What a plan takes away: stores that are replaced or deleted, and protection that is weakened, in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workflow.changes.judging import UNKNOWN, told
from workflow.changes.leaves import Path, argument, leaves
from workflow.changes.naming import Names
from workflow.changes.rules import HOLD_DATA, PROTECTIONS, rule_of

GONE, WEAKENED = "MR_CHANGE_1", "MR_CHANGE_2"
CHECKS = (GONE, WEAKENED)
_REPLACED = (["delete", "create"], ["create", "delete"])
_LEAVING = (["delete"], ["forget"])


@dataclass(frozen=True)
class Difference:
    """One thing that a plan changes about data or its protection."""

    check: str
    """`MR_CHANGE_1` or `MR_CHANGE_2` where something is taken away, empty where it gets better or stays as strong."""
    address: str
    message: str
    about: tuple[str, str, str] = field(default=("", "", ""))
    """What a consent is bound to: argument, value before, value after."""


def differences(plan: Mapping[str, Any], deployment: str) -> list[Difference]:
    """All that *plan*, in the form of `terraform show -json`, changes about data and protection, in the order of addresses."""
    changes = [each for each in plan.get("resource_changes", []) if each.get("mode", "managed") == "managed"]
    names = Names(changes, deployment)
    found = [difference for each in changes for difference in _of(each, names)]
    return sorted(found, key=lambda each: (each.address, each.check, each.message))


def _of(change: Mapping[str, Any], names: Names) -> Iterator[Difference]:
    actions = change["change"]["actions"]
    if actions in _REPLACED:
        if HOLD_DATA.fullmatch(change["type"]):
            yield _gone(change, f"{names.of(change)} is replaced, and what it holds is lost{_because(change)}")
        yield from _weakened(change, names, replaced=True)
    elif actions in _LEAVING:
        yield from _left(change, names)
    elif actions == ["update"]:
        yield from _weakened(change, names, replaced=False)


def _left(change: Mapping[str, Any], names: Names) -> Iterator[Difference]:
    kind, deleted = change["type"], change["change"]["actions"] == ["delete"]
    if HOLD_DATA.fullmatch(kind):
        how = "is deleted with what it holds" if deleted else "is no longer looked after by Terraform, nor by the gate"
        yield _gone(change, f"{names.of(change)} {how}")
    elif kind in PROTECTIONS and not names.owner_gone(change):
        message = PROTECTIONS[kind].format(name=names.of(change))
        yield Difference(WEAKENED, change["address"], message, (kind, "there", "gone"))


def _gone(change: Mapping[str, Any], message: str) -> Difference:
    identity = (change["change"].get("before") or {}).get("arn") or change["address"]
    return Difference(GONE, change["address"], message, ("", str(identity), "+".join(change["change"]["actions"])))


def _because(change: Mapping[str, Any]) -> str:
    paths: Sequence[Any] = change["change"].get("replace_paths") or []
    arguments = sorted({".".join(str(step) for step in path if isinstance(step, str)) for path in paths})
    return f" (because of {', '.join(arguments)})" if arguments else ""


def _weakened(change: Mapping[str, Any], names: Names, *, replaced: bool) -> Iterator[Difference]:
    kind, about = change["type"], change["change"]
    before, after = leaves(about.get("before") or {}), leaves(about.get("after") or {}, about.get("after_unknown"))
    unknown = {_names(path) for path, value in after.items() if value is UNKNOWN}
    for path in {**before, **after}:
        rule = rule_of(argument(kind, path))
        first = before.get(path)
        hidden = any(_names(path)[:size] in unknown for size in range(1, len(path)))
        second = UNKNOWN if hidden else after.get(path)
        if rule is None or first == second or (replaced and second is UNKNOWN and hidden):
            continue
        shown = told(first, second, rule.unit)
        words = rule.words.format(
            name=names.of(change),
            before=shown[0],
            after=shown[1],
            argument=path[-1][0],
            block=path[-2][0] if len(path) > 1 else "",
        )
        weaker = rule.weaker(first, second)
        yield Difference(
            WEAKENED if weaker else "",
            change["address"],
            words + _where(path),
            (argument(kind, path) + _where(path), str(first), "" if second is UNKNOWN else str(second)),
        )


def _names(path: Path) -> tuple[str, ...]:
    return tuple(name for name, _ in path)


def _where(path: Path) -> str:
    """Of several blocks with one name, which one."""
    which = [step for _, step in path if step and step != '[[], ""]']
    return f" ({', '.join(which)})" if which else ""
