"""
The approved baseline, and how new rows that fit the contract compare with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import pandas as pd

from . import drift, neighbours
from .contract import Contract
from .features import Features
from .findings import Finding
from .flips import Labels
from .limits import Limits

LEAST_ROWS = 200  # of the baseline and of a new set; with fewer nothing can be told from chance
LEAST_OF_CLASS = 10
SEED = 20_260_101  # sampling and models draw from it, so that the same set gets the same verdict


class BaselineError(Exception):
    """The baseline cannot be compared with; the message says what it lacks."""


@dataclass(frozen=True)
class Baseline:
    """Approved rows and what was learnt from them, once for any number of new sets."""

    contract: Contract
    features: Features
    values: pd.DataFrame
    matrix: np.ndarray
    labels: Labels
    neighbours: neighbours.Neighbours

    @classmethod
    def learn(cls, frame: pd.DataFrame, contract: Contract) -> Self:
        """The baseline of approved rows; raises BaselineError when there are too few, in all or of a class."""
        counts = frame[contract.label].value_counts()
        if len(frame) < LEAST_ROWS:
            raise BaselineError(f"the baseline has {len(frame)} rows; at least {LEAST_ROWS} are needed")
        if len(counts) < 2 or counts.min() < LEAST_OF_CLASS:
            raise BaselineError(f"the baseline needs two classes or more, each with {LEAST_OF_CLASS} rows at least")
        features = Features.learn(frame, contract)
        if not features.numeric + features.categorical:
            raise BaselineError("no column can be compared: all are times, identifiers or free text")
        matrix = features.matrix(frame)
        labels = Labels.learn(matrix, frame[contract.label].to_numpy(), SEED)
        near = neighbours.Neighbours.learn(matrix, SEED)
        return cls(contract, features, features.values(frame), matrix, labels, near)

    def compare(self, frame: pd.DataFrame, limits: Limits) -> tuple[list[Finding], dict[str, float]]:
        """What of *frame*, which fits the contract, is too far from the approved rows, and all that was measured."""
        if len(frame) < LEAST_ROWS:
            few = Finding("too_few_rows", "all columns", "too few rows to tell from chance", len(frame), LEAST_ROWS)
            return [few], {}
        values, matrix = self.features.values(frame), self.features.matrix(frame)
        results = [
            self.labels.findings(matrix, frame[self.contract.label].to_numpy(), limits, SEED),
            drift.of_columns(self.features, values, self.values, limits),
            drift.together(matrix, self.matrix, limits, SEED),
            self.neighbours.outliers(matrix, limits, SEED),
            neighbours.copies(values, self.values, limits, SEED),
            (list(self.neighbours.near_copies(matrix, limits, SEED)), {}),
        ]
        found = [finding for findings, _ in results for finding in findings]
        measured = {name: value for _, values in results for name, value in values.items()}
        return found, measured
