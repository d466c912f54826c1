"""
Minimized rows: direct identifiers dropped, quasi-identifiers made coarser until each combination stands for k rows.

All rows of a column are coarsened alike and in fixed steps (Sweeney's Datafly), so that sets of different days fit
together: numbers to multiples of 1, 2, 5, 10, 20 ..., dates to month, year and decade, texts to their first letters.
The column with the most distinct values goes first. Rows whose combination stays rare are left out, at most
SUPPRESSED of them; before more go, columns are coarsened further, in the end to nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .contract import NUMBERS, Column, Contract

SUPPRESSED = 0.02  # share of rows that may be left out because nobody is like them

Step = Callable[[Any], Any]


class AnonymityError(Exception):
    """The rows cannot be made anonymous; the message says why."""


@dataclass(frozen=True)
class Rules:
    """*k* rows for each combination of *quasi* identifiers, with *diversity* different labels among them; *dropped* go."""

    dropped: tuple[str, ...]
    quasi: tuple[str, ...]
    k: int
    diversity: int = 1


@dataclass(frozen=True)
class Minimized:
    """The rows that are left, the step that each quasi-identifier was taken to, and the number of rows left out."""

    rows: pd.DataFrame
    steps: dict[str, int]
    left_out: int


def minimized(frame: pd.DataFrame, contract: Contract, rules: Rules) -> Minimized:
    """
    *frame*, keeping its index, without what a model need not know.

    Raises AnonymityError when there are fewer rows than k, or fewer classes than the diversity asked for.
    """
    rows = frame.drop(columns=list(rules.dropped))
    if not rules.quasi:
        return Minimized(rows, {}, 0)
    stairs = {each.name: _stairs(each, frame[each.name]) for each in contract.columns if each.name in rules.quasi}
    at = dict.fromkeys(stairs, 0)
    while True:
        coarse = pd.DataFrame({name: _taken(frame[name], stairs[name][at[name]]) for name in stairs}, index=frame.index)
        rare = _rare(coarse, frame[contract.label], rules)
        if rare.mean() <= SUPPRESSED:
            break
        open_ones = [name for name in stairs if at[name] < len(stairs[name]) - 1]
        if not open_ones:
            raise AnonymityError(f"{len(frame)} rows are too few, or too alike in their label, for k={rules.k}")
        at[max(open_ones, key=lambda name: (coarse[name].nunique(dropna=False), name))] += 1
    kept = rows.assign(**{name: coarse[name] for name in stairs})[~rare]
    return Minimized(kept, at, int(rare.sum()))


def _rare(coarse: pd.DataFrame, labels: pd.Series, rules: Rules) -> pd.Series:
    groups = labels.groupby([coarse[name] for name in coarse], dropna=False, sort=False)
    return (groups.transform("size") < rules.k) | (groups.transform("nunique") < rules.diversity)


def _taken(column: pd.Series, step: Step) -> pd.Series:
    return pd.Series([None if pd.isna(each) else step(each) for each in column], index=column.index, dtype=object)


def _stairs(column: Column, values: pd.Series) -> list[Step]:
    """The steps of a column, from as it is to nothing."""
    last: list[Step] = [lambda _: None]
    if column.type in NUMBERS and column.type != "boolean":
        return [lambda each: each, *(_multiple(width) for width in _widths(column, values)), *last]
    if column.type in ("date", "timestamp"):
        rest = "T00:00:00Z" if column.type == "timestamp" else ""
        ends = ((10, ""), (7, "-01"), (4, "-01-01"), (3, "0-01-01"))
        return [lambda each: each, *(_cut(kept, f"{end}{rest}") for kept, end in ends), *last]
    if column.type == "string":
        return [lambda each: each, *(_cut(kept, "*") for kept in (4, 3, 2, 1)), *last]
    return [lambda each: each, *last]


def _widths(column: Column, values: pd.Series) -> list[float]:
    there = values.dropna().astype("float64")
    span = float(there.max() - there.min()) if len(there) else 0.0
    lowest = 0 if column.type in ("integer", "bigint") else math.floor(math.log10(span or 1.0)) - 2
    highest = math.floor(math.log10(span or 1.0)) + 1
    return [
        factor * 10.0**power
        for power in range(lowest, highest + 1)
        for factor in (1, 2, 5)
        if (factor, power) != (1, 0) or lowest
    ]


def _multiple(width: float) -> Step:
    """Down to a multiple of *width*; whole numbers stay whole."""

    def step(each: Any) -> Any:
        coarse = math.floor(float(each) / width) * width
        return int(coarse) if width >= 1 else round(coarse, 12)

    return step


def _cut(kept: int, end: str) -> Step:
    return lambda each: f"{each[:kept]}{end}"
