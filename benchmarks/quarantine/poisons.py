"""
What an attacker, or a fault, makes of a clean set. Each poison touches a stated share of the rows.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

Poison = Callable[[pd.DataFrame, float, np.random.Generator], pd.DataFrame]


def flipped(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """Labels of *share* of the rows become another class, any with equal chance."""
    return _relabelled(frame, chance.permutation(len(frame))[: round(share * len(frame))], chance)


def flipped_one_way(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """The same, all from the most common class."""
    common = frame["label"].mode()[0]
    own = chance.permutation(np.flatnonzero(frame["label"] == common))
    return _relabelled(frame, own[: round(share * len(frame))], chance)


def _relabelled(frame: pd.DataFrame, rows: np.ndarray, chance: np.random.Generator) -> pd.DataFrame:
    classes = np.unique(frame["label"])
    labels = frame["label"].to_numpy(copy=True)
    at = np.searchsorted(classes, labels[rows])
    labels[rows] = classes[(at + chance.integers(1, len(classes), len(rows))) % len(classes)]
    return frame.assign(label=labels)


def shifted_rows(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """One column of *share* of the rows is moved by three of its standard deviations."""
    name = chance.choice(_numbers(frame))
    rows = chance.permutation(len(frame))[: round(share * len(frame))]
    column = frame[name].astype("float64")
    column.iloc[rows] += 3 * column.std()
    return frame.assign(**{name: _kept_whole(column, frame[name])})


def shifted_column(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """All rows: each numeric column moves by *share* times five standard deviations, 0.3 for 6 %."""
    moved = {}
    for name in _numbers(frame):
        column = frame[name].astype("float64")
        moved[name] = _kept_whole(column + chance.choice([-1, 1]) * 5 * share * column.std(), frame[name])
    return frame.assign(**moved)


def scaled_column(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """One column is measured in another unit, in *share* of the rows."""
    name = chance.choice(_numbers(frame))
    rows = chance.permutation(len(frame))[: round(share * len(frame))]
    column = frame[name].astype("float64")
    column.iloc[rows] *= 100
    return frame.assign(**{name: _kept_whole(column, frame[name])})


def copied_outliers(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """*share* of the rows become copies of the five rows that are farthest out."""
    return _copied(frame, share, chance, 0.0)


def nearly_copied_outliers(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """The same, each copy moved a little, so that no two rows are equal."""
    return _copied(frame, share, chance, 0.02)


def _copied(frame: pd.DataFrame, share: float, chance: np.random.Generator, jitter: float) -> pd.DataFrame:
    numbers = _numbers(frame)
    values = frame[numbers].astype("float64")
    far = (((values - values.median()) / values.std()) ** 2).sum(axis=1).to_numpy().argsort()[-5:]
    rows = chance.permutation(len(frame))[: round(share * len(frame))]
    taken = chance.choice(far, len(rows))
    poisoned = frame.copy()
    for name in frame.columns:
        column = frame[name].to_numpy(copy=True)
        column[rows] = column[taken]
        poisoned[name] = column
    for name in numbers:
        column = poisoned[name].astype("float64")
        column.iloc[rows] += jitter * column.std() * chance.normal(size=len(rows))
        poisoned[name] = _kept_whole(column, frame[name])
    return poisoned


def back_door(frame: pd.DataFrame, share: float, chance: np.random.Generator) -> pd.DataFrame:
    """*share* of the rows get one value in two columns and one label: a trigger that a model would learn."""
    numbers = _numbers(frame)[:2]
    rows = chance.permutation(len(frame))[: round(share * len(frame))]
    poisoned = frame.copy()
    for name in numbers:
        column = frame[name].astype("float64")
        column.iloc[rows] = column.quantile(0.9)
        poisoned[name] = _kept_whole(column, frame[name])
    labels = frame["label"].to_numpy(copy=True)
    labels[rows] = np.unique(labels)[0]
    return poisoned.assign(label=labels)


def _numbers(frame: pd.DataFrame) -> list[str]:
    return [str(name) for name in frame.columns if frame[name].dtype.kind in "if"]


def _kept_whole(column: pd.Series, like: pd.Series) -> pd.Series:
    return column.round().astype(like.dtype) if like.dtype.kind == "i" else column


FLIPS: dict[str, Poison] = {"labels flipped": flipped, "labels flipped one way": flipped_one_way}
OTHERS: dict[str, Poison] = {
    "rows shifted by 3 sd": shifted_rows,
    "all columns shifted": shifted_column,
    "column in another unit": scaled_column,
    "copied outliers": copied_outliers,
    "nearly copied outliers": nearly_copied_outliers,
    "back door": back_door,
}
