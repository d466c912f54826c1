"""
What has moved away from the baseline, by monitor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from . import measures
from .capture import Captured
from .settings import Settings

Baseline = dict[str, Any]
Measured = dict[str, float]
TOO_FEW_BROKEN = 0.01  # share of requests without a form above which somebody asks wrongly


@dataclass(frozen=True)
class Violation:
    """*feature* is the column or the measure; *seen* is compared with *limit*. No value of a row is told."""

    feature_name: str
    constraint_check_type: str
    description: str
    seen: float
    limit: float

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def data_quality(seen: Captured, baseline: Baseline, settings: Settings) -> tuple[list[Violation], Measured]:
    """Columns that are missing, new, emptier, or distributed otherwise; requests that have no form at all."""
    requests = seen.broken + len(seen)
    broken = seen.broken / requests if requests else 0.0
    found, measured = [], {"broken": broken}
    if broken > TOO_FEW_BROKEN:
        found.append(Violation("requests", "form", "requests or answers cannot be read", broken, TOO_FEW_BROKEN))
    if len(seen) < settings.limits.rows:
        return found, measured
    wanted = baseline["columns"]
    found += [
        Violation(name, "missing_column", "the model is asked without this column", 1.0, 0.0)
        for name in sorted(set(wanted) - {str(each) for each in seen.rows.columns})
    ]
    for name in seen.rows.columns:
        if str(name) not in wanted:
            found.append(Violation(str(name), "extra_column", "the model did not learn from this column", 1.0, 0.0))
        else:
            violations, drift = _column(str(name), seen.rows[name], wanted[str(name)], settings)
            found += violations
            measured[f"drift.{name}"] = drift
    return found, measured


def _column(name: str, values: pd.Series, was: dict[str, Any], settings: Settings) -> tuple[list[Violation], float]:
    there = values[values.notna() & (values.astype(str) != "")]
    if was["kind"] == "number":
        numbers = pd.to_numeric(there, errors="coerce").dropna()
        unknown = 1 - len(numbers) / len(values)
        drift = measures.stability(measures.shares(numbers, was["edges"]), was["shares"])
    else:
        now = there.astype(str).value_counts() / max(len(there), 1)
        names = [*was["shares"], *sorted(set(now.index) - set(was["shares"]))]
        unknown = 1 - float(there.astype(str).isin(list(was["shares"])).sum()) / len(values)
        pairs = [(float(now.get(each, 0.0)), was["shares"].get(each, 0.0)) for each in names]
        drift = measures.stability([each for each, _ in pairs], [each for _, each in pairs])
    limits, found = settings.limits, []
    if unknown - was["missing"] > limits.missing:
        most = was["missing"] + limits.missing
        found.append(Violation(name, "completeness", "more values are empty or unknown", unknown, most))
    if drift > limits.drift:
        found.append(
            Violation(name, "baseline_drift_check", "its values are distributed otherwise", drift, limits.drift)
        )
    return found, drift


def model_quality(seen: Captured, baseline: Baseline, settings: Settings) -> tuple[list[Violation], Measured]:
    """Measures that are lower than on the day of approval by more than the limit."""
    known = seen.known()
    if len(known) < settings.limits.rows:
        return [], {}
    measured = measures.quality(known)
    least = {name: value - settings.limits.quality for name, value in baseline["quality"].items() if name in measured}
    return [
        Violation(name, "quality", "the model is right less often", measured[name], limit)
        for name, limit in least.items()
        if measured[name] < limit
    ], measured


def bias(seen: Captured, baseline: Baseline, settings: Settings) -> tuple[list[Violation], Measured]:
    """Differences between groups that are larger than on the day of approval by more than the limit."""
    known = seen.known()
    if len(known) < settings.limits.rows:
        return [], {}
    if settings.sensitive is not None and settings.sensitive not in known.rows.columns:
        return [Violation(settings.sensitive, "missing_column", "groups cannot be told apart", 1.0, 0.0)], {}
    measured = measures.bias(known, settings.sensitive, baseline["groups"])
    most = {name: baseline["bias"].get(name, 0.0) + settings.limits.bias for name in measured}
    return [
        Violation(name, "bias", "groups are treated more differently", measured[name], limit)
        for name, limit in most.items()
        if measured[name] > limit
    ], measured


def explainability(seen: Captured, baseline: Baseline, settings: Settings) -> tuple[list[Violation], Measured]:
    """Whether the model still goes by the same columns in the same order."""
    if len(seen) < settings.limits.rows:
        return [], {}
    agreed = measures.agreement(measures.explanation(seen), baseline["explanation"])
    words = "the model goes by other columns"
    found = [Violation("columns", "explanation", words, agreed, settings.limits.explanation)]
    return found if agreed < settings.limits.explanation else [], {"ndcg": agreed}


CHECKS: dict[str, Callable[[Captured, Baseline, Settings], tuple[list[Violation], Measured]]] = {
    "data-quality": data_quality,
    "model-quality": model_quality,
    "bias": bias,
    "explainability": explainability,
}


def baseline_of(seen: Captured, sensitive: str | None) -> Baseline:
    """What the day of approval looked like; *seen* are rows that were held out, the model's answers to them, and the truth."""
    cuts = measures.grouping(seen.rows[sensitive]) if sensitive else []
    return {
        "columns": {str(name): measures.column(seen.rows[name]) for name in seen.rows.columns},
        "quality": measures.quality(seen.known()),
        "groups": cuts,
        "bias": measures.bias(seen.known(), sensitive, cuts),
        "explanation": measures.explanation(seen),
    }


def told(measured: Measured) -> Iterator[tuple[str, float]]:
    """Measures by names that CloudWatch takes."""
    yield from sorted((name.replace(" ", "_"), value) for name, value in measured.items())
