"""
What is measured of rows and answers, on the day of approval and on every day after, by the same code.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, roc_auc_score

from .capture import Captured

BINS = 10
GROUP_ROWS = 30  # of a group at least, so that its rates mean something
GROUPS = 20  # of the sensitive column at most; a number with more values is cut into quarters
LEAST = 1e-4  # share that stands for none, so that its logarithm is finite


def column(values: pd.Series) -> dict[str, Any]:
    """The shares of a column's values: of ten equal parts of a number, or of each text."""
    there = values[values.notna() & (values.astype(str) != "")]
    missing = 1 - len(there) / len(values)
    numbers = pd.to_numeric(there, errors="coerce")
    if len(there) and bool(numbers.notna().all()) and numbers.nunique() > 2:
        edges = np.unique(np.quantile(numbers, np.linspace(0, 1, BINS + 1)[1:-1])).tolist()
        return {"kind": "number", "missing": missing, "edges": edges, "shares": shares(numbers, edges)}
    said = there.astype(str).value_counts(normalize=True)
    return {"kind": "text", "missing": missing, "shares": {str(name): float(each) for name, each in said.items()}}


def shares(numbers: pd.Series, edges: list[float]) -> list[float]:
    found = np.bincount(np.searchsorted(edges, numbers.to_numpy(), side="right"), minlength=len(edges) + 1)
    return [float(each) for each in found / max(len(numbers), 1)]


def stability(now: list[float], before: list[float]) -> float:
    """The population stability index of two lists of shares."""
    here, there = (np.maximum(np.array(each), LEAST) for each in (now, before))
    return float(np.sum((here - there) * np.log(here / there)))


def quality(known: Captured) -> dict[str, float]:
    """How right the answers are; the area under the ROC curve is one of them where two classes came up."""
    right = {"accuracy": float(accuracy_score(known.truth, known.said))}
    favoured = known.truth == known.favoured
    if favoured.nunique() == 2:
        right["auc"] = float(roc_auc_score(favoured, known.chance))
    return right


def grouping(values: pd.Series) -> list[float]:
    """Where a sensitive number is cut into groups; nowhere when its values are groups themselves."""
    numbers = pd.to_numeric(values, errors="coerce")
    if bool(numbers.notna().all()) and numbers.nunique() > GROUPS:
        return [float(each) for each in np.unique(np.quantile(numbers, [0.25, 0.5, 0.75]))]
    return []


def bias(known: Captured, sensitive: str | None, cuts: list[float]) -> dict[str, float]:
    """How far groups are apart in being chosen and in being told right; without groups, how far answers are from truth."""
    chosen = (known.said == known.favoured).astype(float)
    true = (known.truth == known.favoured).astype(float)
    if sensitive is None:
        return {"chosen_beside_truth": abs(float(chosen.mean() - true.mean()))}
    values = known.rows[sensitive]
    groups = values.astype(str)
    if cuts:
        groups = pd.Series(np.searchsorted(cuts, pd.to_numeric(values, errors="coerce")), index=values.index).astype(
            str
        )
    measured = pd.DataFrame({"chosen": chosen, "right": (known.said == known.truth).astype(float)}).groupby(groups)
    rates = measured.mean()[measured.size() >= GROUP_ROWS]
    if len(rates) < 2:
        return {}
    return {f"{name}_apart": float(rates[name].max() - rates[name].min()) for name in ("chosen", "right")}


def explanation(seen: Captured) -> dict[str, float]:
    """
    How much each column goes with the probability that was answered, 0 to 1: the correlation of ranks for numbers, the
    correlation ratio for texts. It takes neither the model nor a network.
    """
    ranks = seen.chance.rank()
    return {str(name): _together(seen.rows[name], ranks) for name in seen.rows.columns}


def _together(values: pd.Series, ranks: pd.Series) -> float:
    numbers = pd.to_numeric(values, errors="coerce")
    if ranks.nunique() < 2 or values.nunique() < 2:
        return 0.0
    if bool(numbers.notna().all()):
        return abs(float(np.corrcoef(numbers.rank(), ranks)[0, 1]))
    means = ranks.groupby(values.astype(str)).transform("mean")
    return float(np.sqrt(means.var(ddof=0) / ranks.var(ddof=0)))


def agreement(now: dict[str, float], before: dict[str, float]) -> float:
    """Normalized discounted cumulative gain of the order of columns now, by their weights before; 1 when it is the same."""
    weights = [before.get(name, 0.0) for name, _ in sorted(now.items(), key=lambda each: (-each[1], each[0]))]
    ideal = _gain(sorted(before.values(), reverse=True))
    return _gain(weights) / ideal if ideal else 1.0


def _gain(weights: list[float]) -> float:
    return sum(weight / float(np.log2(rank + 1)) for rank, weight in enumerate(weights, start=1))
