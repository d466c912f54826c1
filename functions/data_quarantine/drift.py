"""
The distance of each column, and of all together, from the approved baseline.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from . import significance
from .features import EMPTY, RARE, Features
from .findings import Finding
from .limits import ALARMS, Limits

BINS = 10  # of equal share in the baseline, for the population stability index
EDGES = (0.0, 0.005, 0.01, 0.025)  # shares of the baseline beyond which a value is in its tail; 0 is beyond every value
PER_NUMBER = 6 + 2 * len(EDGES)  # tests made of one numeric column
PER_TEXT = 2
TOP = 3  # the most frequent values of a column, which are looked at one by one
ROWS = 3_000  # rows of each side that the classifier is given at most


def of_columns(
    features: Features, new: pd.DataFrame, before: pd.DataFrame, limits: Limits
) -> tuple[list[Finding], dict[str, float]]:
    """What is wrong with single columns, and the population stability index of each."""
    tests = PER_NUMBER * len(features.numeric) + PER_TEXT * len(features.categorical)
    alarm = ALARMS["drift"] / max(tests, 1)
    found: list[Finding] = []
    measured: dict[str, float] = {}
    for name in features.numeric:
        measured[f"psi.{name}"] = _psi(*_binned(new[name], before[name]))
        found.extend(_numeric(name, new[name], before[name], limits, alarm))
    for name in features.categorical:
        counts = _categories(new[name], before[name])
        measured[f"psi.{name}"] = _psi(*counts)
        found.extend(_categorical(name, counts, limits, alarm))
    return found, measured


def _numeric(name: str, new: pd.Series, before: pd.Series, limits: Limits, alarm: float) -> Iterator[Finding]:
    empty = new.isna().sum() / len(new) - before.isna().sum() / len(before)
    chance = significance.more(int(new.isna().sum()), len(new), int(before.isna().sum()), len(before))
    if chance < alarm and empty > limits.null_share:
        yield Finding(
            "nulls", name, "more values are empty than in the approved rows", round(empty, 4), limits.null_share
        )
    there, was = new.dropna().to_numpy(), before.dropna().to_numpy()
    if len(there) < 2 or len(was) < 2:
        return
    distance = stats.ks_2samp(there, was, method="asymp")
    if distance.pvalue < alarm and distance.statistic > limits.drift:
        yield Finding("drift", name, "its values are distributed otherwise (Kolmogorov-Smirnov)", round(float(distance.statistic), 4), limits.drift)  # fmt: skip
    middle = np.median(was)
    for what, ours, theirs in (("lie", there, was), ("spread", np.abs(there - middle), np.abs(was - middle))):
        chance, moved = significance.order(ours, theirs)
        if chance < alarm and abs(moved) > limits.drift:
            yield Finding("drift", name, f"its values {what} otherwise (Mann-Whitney)", round(moved, 4), limits.drift)
    yield from _bins(name, new, before, limits, alarm)
    yield from _tails(name, there, was, limits, alarm)
    yield from _spikes(name, new, before, limits, alarm)


def _bins(name: str, new: pd.Series, before: pd.Series, limits: Limits, alarm: float) -> Iterator[Finding]:
    counts = _binned(new, before)
    chance, _ = significance.shares(*counts)
    index = _psi(*counts) - (len(counts[0]) - 1) * (1 / len(new) + 1 / len(before))
    if chance < alarm and index > limits.psi:
        detail = "its values fall into other tenths (population stability index above that of sampling)"
        yield Finding("drift", name, detail, round(index, 4), limits.psi)


def _tails(name: str, new: np.ndarray, before: np.ndarray, limits: Limits, alarm: float) -> Iterator[Finding]:
    for edge in EDGES:
        low, high = np.quantile(before, [edge, 1 - edge])
        for side, ours, theirs in (("below", new < low, before < low), ("above", new > high, before > high)):
            more = ours.mean() - theirs.mean()
            chance = significance.more(int(ours.sum()), len(new), int(theirs.sum()), len(before))
            if chance < alarm and more > limits.outlier_share:
                detail = (
                    f"more values lie {side} the {'range' if not edge else f'outer {edge:.1%}'} of the approved rows"
                )
                yield Finding("outliers", name, detail, round(float(more), 4), limits.outlier_share)


def _spikes(name: str, new: pd.Series, before: pd.Series, limits: Limits, alarm: float) -> Iterator[Finding]:
    """One value that too many rows have, as a trigger has that a model is to learn."""
    known = before.value_counts()
    for value, count in new.value_counts().head(TOP).items():
        times = int(known.get(value, 0))
        more = count / len(new) - times / len(before)
        chance = significance.more(int(count), len(new), times, len(before)) * (len(known) + 1)
        if count > 2 and chance < alarm and more > limits.outlier_share:
            yield Finding(
                "spikes", name, "too many rows have the same value", round(float(more), 4), limits.outlier_share
            )


def _categorical(name: str, counts: tuple[np.ndarray, np.ndarray], limits: Limits, alarm: float) -> Iterator[Finding]:
    chance, distance = significance.shares(*counts)
    if chance < alarm and distance > limits.drift:
        yield Finding("drift", name, "its categories have other shares", round(distance, 4), limits.drift)
    chance = significance.more(int(counts[0][-1]), int(counts[0].sum()), int(counts[1][-1]), int(counts[1].sum()))
    more = counts[0][-1] / counts[0].sum() - counts[1][-1] / counts[1].sum()
    if chance < alarm and more > limits.outlier_share:
        yield Finding("outliers", name, "more values are rare or new", round(float(more), 4), limits.outlier_share)


def _categories(new: pd.Series, before: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Counts of the common categories of the baseline, and last of all others together."""
    share = before.value_counts(normalize=True)
    common = sorted(name for name, of in share.items() if of >= RARE or name == EMPTY)
    return _counted(new, common), _counted(before, common)


def _counted(column: pd.Series, common: list[str]) -> np.ndarray:
    counts = [int((column == name).sum()) for name in common]
    return np.array([*counts, len(column) - sum(counts)])


def _binned(new: pd.Series, before: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    edges = np.unique(np.quantile(before.dropna(), np.linspace(0, 1, BINS + 1)[1:-1])) if before.notna().any() else []

    def counted(column: pd.Series) -> np.ndarray:
        return np.bincount(np.searchsorted(edges, column.dropna().to_numpy()), minlength=len(edges) + 1)

    return counted(new), counted(before)


def _psi(new: np.ndarray, before: np.ndarray) -> float:
    """The population stability index; half a row is added to each bin, so that an empty one is no infinity."""
    now, was = ((each + 0.5) / (each + 0.5).sum() for each in (new, before))
    return float(((now - was) * np.log(now / was)).sum())


def together(new: np.ndarray, before: np.ndarray, limits: Limits, seed: int) -> tuple[list[Finding], dict[str, float]]:
    """Whether a classifier tells new rows from approved ones, which finds columns that no longer belong together."""
    generator = np.random.default_rng(seed)
    ours, theirs = (each[generator.permutation(len(each))[:ROWS]] for each in (new, before))
    rows = np.vstack([ours, theirs])
    sides = np.repeat([1, 0], [len(ours), len(theirs)])
    model = HistGradientBoostingClassifier(max_iter=30, max_leaf_nodes=8, early_stopping=False, random_state=seed)
    folds = StratifiedKFold(3, shuffle=True, random_state=seed)
    said = cross_val_predict(model, rows, sides, cv=folds, method="predict_proba")[:, 1]
    chance, area = significance.order(said[sides == 1], said[sides == 0])
    if chance < ALARMS["joint"] and area > limits.joint_drift:
        detail = "a classifier tells new rows from approved ones (area under the ROC curve above one half)"
        return [Finding("joint_drift", "all columns", detail, round(area, 4), limits.joint_drift)], {
            "joint_drift": area
        }
    return [], {"joint_drift": area}
