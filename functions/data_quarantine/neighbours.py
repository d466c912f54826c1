"""
Rows that lie alone and rows that lie too close: outliers, copies and near copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
import pandas as pd
from sklearn.neighbors import NearestNeighbors

from . import significance
from .findings import Finding
from .limits import ALARMS, Limits

ROWS = 5_000  # rows of each side that distances are measured between at most
NEIGHBOURS = 5
EDGES = (0.005, 0.01, 0.025)  # shares of the baseline that lie farthest, or closest
TOP = 20  # rows that occur most often, which are looked at one by one
TESTS = 2 * len(EDGES) + 2  # near copies, copies, and repeated rows together


@dataclass(frozen=True)
class Neighbours:
    """The approved rows, and how far each is from its fifth neighbour among the others."""

    reference: np.ndarray
    distances: np.ndarray

    @classmethod
    def learn(cls, matrix: np.ndarray, seed: int) -> Self:
        reference = _some(matrix, ROWS, seed)
        return cls(reference, _to(reference, reference, NEIGHBOURS + 1))

    def outliers(self, matrix: np.ndarray, limits: Limits, seed: int) -> tuple[list[Finding], dict[str, float]]:
        """Whether more rows are far from every approved row than approved rows are from each other."""
        found, most = [], 0.0
        far = _to(self.reference, _some(matrix, ROWS, seed), NEIGHBOURS)
        for edge in EDGES:
            border = np.quantile(self.distances, 1 - edge)
            ours, theirs = far > border, self.distances > border
            chance = significance.more(int(ours.sum()), len(ours), int(theirs.sum()), len(theirs))
            more = float(ours.mean() - theirs.mean())
            most = max(most, more)
            if chance < ALARMS["outliers"] / len(EDGES) and more > limits.outlier_share:
                detail = f"more rows lie farther from approved rows than the outer {edge:.1%} of these"
                found.append(Finding("outliers", "all columns", detail, round(more, 4), limits.outlier_share))
        return found, {"outlier_share": most}

    def near_copies(self, matrix: np.ndarray, limits: Limits, seed: int) -> Iterator[Finding]:
        """Whether more rows lie close together than approved rows do, also for how thinly their place is settled."""
        half = len(self.reference) // 2
        rows = _some(matrix, min(half, ROWS), seed)
        approved, rest = self.reference[: len(rows)], self.reference[half:]
        close, was = _to(rows, rows, 2), _to(approved, approved, 2)
        thin = [
            each / np.maximum(_to(rest, side, NEIGHBOURS), 1e-12) for each, side in ((close, rows), (was, approved))
        ]
        for what, ours, theirs in (("close together", close, was), ("closer than their place is settled", *thin)):
            for edge in EDGES:
                border = np.quantile(theirs, edge)
                now, before = ours < border, theirs < border
                # Two rows that are each other's nearest are one observation, not two.
                chance = significance.more(int(now.sum()) // 2, len(now) // 2, int(before.sum()) // 2, len(before) // 2)
                more = float(now.mean() - before.mean())
                if chance < ALARMS["copies"] / TESTS and more > limits.duplicate_share:
                    yield Finding(
                        "near_copies", "all columns", f"more rows lie {what}", round(more, 4), limits.duplicate_share
                    )


def copies(
    new: pd.DataFrame, before: pd.DataFrame, limits: Limits, seed: int
) -> tuple[list[Finding], dict[str, float]]:
    """Whether more rows are copies of others than among as many approved rows, or one row is repeated too often."""
    size = min(len(new), len(before))
    ours, theirs = (each.iloc[np.random.default_rng(seed).permutation(len(each))[:size]] for each in (new, before))
    now, was = int(ours.duplicated().sum()), int(theirs.duplicated().sum())
    more = (now - was) / size
    whole = float(new.duplicated().mean())
    found = []
    if significance.more(now, size, was, size) < ALARMS["copies"] / TESTS and more > limits.duplicate_share:
        found.append(
            Finding("copies", "all columns", "more rows are copies of others", round(more, 4), limits.duplicate_share)
        )
    found.extend(_repeated(new, before, limits))
    return found, {"duplicate_share": whole}


def _repeated(new: pd.DataFrame, before: pd.DataFrame, limits: Limits) -> Iterator[Finding]:
    # No value is infinite, and an empty one is not found again in an index unless it is some value.
    often = new.fillna(np.inf).value_counts().head(TOP)
    known = before.fillna(np.inf).value_counts()
    distinct = max(len(known), 1)
    for row, count in often.items():
        times = int(known.get(row, 0))
        share = count / len(new) - times / len(before)
        chance = significance.more(int(count), len(new), times, len(before))
        if count > 2 and share > limits.duplicate_share / 2 and chance * distinct < ALARMS["copies"] / TESTS:
            yield Finding("copies", "all columns", "one row is repeated too often", round(float(share), 4), limits.duplicate_share / 2)  # fmt: skip


def _some(matrix: np.ndarray, most: int, seed: int) -> np.ndarray:
    return matrix[np.random.default_rng(seed).permutation(len(matrix))[:most]]


def _to(reference: np.ndarray, rows: np.ndarray, neighbour: int) -> np.ndarray:
    """How far each of *rows* is from its *neighbour*-th nearest in *reference*, itself counted if it is one of them."""
    index = NearestNeighbors(n_neighbors=min(neighbour, len(reference))).fit(reference)
    return np.asarray(index.kneighbors(rows)[0][:, -1])
