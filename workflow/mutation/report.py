"""
The strength of the gate as figures: by family, operator, control and deployment, and the survivors as a list of things to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from workflow.controls import Control
from workflow.mutation.equivalents import Equivalent
from workflow.mutation.judging import Outcome


def document(
    outcomes: Sequence[Outcome],
    equivalents: Sequence[Equivalent],
    controls: Mapping[str, Control],
    about: Mapping[str, Any],
) -> dict[str, Any]:
    """
    Everything as JSON, in stable order; *controls* are the controls by check, *about* says what was asked for.

    Equivalent mutants count nowhere but in their own list: those of a listed operator and place that survived.
    """
    same = [each for each in outcomes if not each.killed and _reason(each, equivalents)]
    counted = [each for each in outcomes if each.killed or not _reason(each, equivalents)]
    return {
        "about": dict(about),
        "mutants": len(outcomes),
        "equivalent": len(same),
        "gate": rate(counted),
        "gate_or_plan_tests": _share(sum(each.killed or each.inventory for each in counted), len(counted)),
        "families": grouped(counted, lambda each: each.mutant.family),
        "operators": grouped(counted, lambda each: each.mutant.operator),
        "deployments": grouped(counted, lambda each: each.mutant.deployment),
        "controls": by_control(counted, controls),
        "survivors": [_row(each) for each in counted if not each.killed],
        "equivalents": [_row(each) | {"reason": _reason(each, equivalents)} for each in same],
    }


def rate(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """How many mutants there are, how many of them the gate killed, and the share in percent."""
    return _share(sum(each.killed for each in outcomes), len(outcomes))


def grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, dict[str, Any]]:
    """The rate of each group."""
    groups: dict[str, list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault(key(each), []).append(each)
    return {name: rate(groups[name]) for name in sorted(groups)}


def by_control(outcomes: Sequence[Outcome], controls: Mapping[str, Control]) -> dict[str, dict[str, Any]]:
    """
    For each control the mutants that are its business, those of the operators and types of which it kills at least one, and how
    many of them the gate killed; and how many the control itself noticed. A control that notices none stands at 0.
    """
    ids = {control.id for control in controls.values()}
    noticed: dict[str, list[Outcome]] = {name: [] for name in ids}
    for each in outcomes:
        for name in {controls[check].id for check in each.checks if check in controls}:
            noticed[name].append(each)
    result = {}
    for name in sorted(ids):
        business = {(each.mutant.operator, each.mutant.kind) for each in noticed[name]}
        mine = [each for each in outcomes if (each.mutant.operator, each.mutant.kind) in business]
        result[name] = rate(mine) | {"noticed": len(noticed[name])}
    return result


def _share(killed: int, mutants: int) -> dict[str, Any]:
    return {"mutants": mutants, "killed": killed, "percent": round(100 * killed / mutants, 1) if mutants else 0.0}


def _reason(outcome: Outcome, equivalents: Iterable[Equivalent]) -> str:
    return next((each.reason for each in equivalents if each.covers(outcome.mutant)), "")


def _row(outcome: Outcome) -> dict[str, Any]:
    mutant = outcome.mutant
    return {
        "operator": mutant.operator,
        "family": mutant.family,
        "deployment": mutant.deployment,
        "address": mutant.address,
        "where": mutant.where,
        "plan_tests": outcome.inventory,
    }


def markdown(report: Mapping[str, Any]) -> str:
    """The same for people: figures first, then what to do."""
    gate, both = report["gate"], report["gate_or_plan_tests"]
    lines = [
        "# How strong the gate is",
        "",
        f"{report['mutants']} mutants, {report['equivalent']} of them equivalent.",
        f"The gate killed {gate['killed']} of {gate['mutants']} ({gate['percent']} %),",
        f"with the plan tests {both['killed']} ({both['percent']} %).",
    ]
    for title, name in (("family", "families"), ("deployment", "deployments"), ("operator", "operators")):
        lines += ["", f"## By {title}", "", f"| {title} | mutants | killed | % |", "|---|---:|---:|---:|"]
        lines += [f"| {key} | {each['mutants']} | {each['killed']} | {each['percent']} |" for key, each in report[name].items()]  # fmt: skip
    lines += [
        "",
        "## By control",
        "",
        "| control | mutants | killed | % | noticed by itself |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {key} | {each['mutants']} | {each['killed']} | {each['percent']} | {each['noticed']} |"
        for key, each in report["controls"].items()
    ]
    lines += ["", "## To do: survivors", ""]
    lines += [f"- [ ] {_told(each)}" for each in report["survivors"]] or ["None."]
    lines += ["", "## Equivalent", ""]
    lines += [f"- {_told(each)}: {each['reason']}" for each in report["equivalents"]] or ["None."]
    return "\n".join(lines) + "\n"


def _told(row: Mapping[str, Any]) -> str:
    where = f" `{row['where']}`" if row["where"] else ""
    seen = ", seen by the plan tests" if row["plan_tests"] else ""
    return f"{row['family']}, {row['operator']}: `{row['address']}`{where} of {row['deployment']}{seen}"
