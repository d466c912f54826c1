"""
What the approved rows teach about labels: a stack of four unlike models, and what it says of rows it has not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

ROWS = 8_000  # approved rows that are learnt from at most; more sharpen nothing that matters here
KERNEL_ROWS = 4_000  # of them for the support vector machine, whose cost grows with the square
FOLDS = 5
SURE = 0.002  # nothing is held less likely than this, so that single rows cannot decide


@dataclass(frozen=True)
class Teacher:
    """
    The models of each fold and the model that combines them.

    *unseen* are the probabilities of the classes for the approved rows at *rows*, each by models that did not learn from it.
    """

    classes: np.ndarray
    rows: np.ndarray
    unseen: np.ndarray
    _folds: list[list[Any]]
    _combined: Any

    @classmethod
    def learn(cls, matrix: np.ndarray, labels: np.ndarray, seed: int) -> Self:
        """A teacher from approved rows; each class needs a row in every fold."""
        generator = np.random.default_rng(seed)
        rows = np.sort(generator.permutation(len(labels))[:ROWS])
        matrix, labels = matrix[rows], labels[rows]
        classes = np.unique(labels)
        folds, opinions = [], None
        for learnt, held in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(matrix, labels):
            models = _models(matrix[learnt], labels[learnt], seed)
            said = _opinions(models, matrix[held])
            opinions = np.empty((len(labels), said.shape[1])) if opinions is None else opinions
            opinions[held] = said
            folds.append(models)
        combined = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=1000)).fit(opinions, labels)
        return cls(classes, rows, _bounded(combined.predict_proba(opinions)), folds, combined)

    def probabilities(self, matrix: np.ndarray) -> list[np.ndarray]:
        """What the models of each fold say of the rows of *matrix*."""
        return [_bounded(self._combined.predict_proba(_opinions(models, matrix))) for models in self._folds]


def _models(matrix: np.ndarray, labels: np.ndarray, seed: int) -> list[Any]:
    few = slice(0, KERNEL_ROWS)
    return [
        make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)).fit(matrix, labels),
        HistGradientBoostingClassifier(
            max_iter=60, learning_rate=0.1, max_leaf_nodes=15, early_stopping=False, random_state=seed
        ).fit(matrix, labels),
        ExtraTreesClassifier(100, min_samples_leaf=2, random_state=seed).fit(matrix, labels),
        make_pipeline(StandardScaler(), SVC(C=2.0, decision_function_shape="ovr")).fit(matrix[few], labels[few]),
    ]


def _opinions(models: list[Any], matrix: np.ndarray) -> np.ndarray:
    """One column for each model and class: log-probabilities, and distances from the border where there are no such."""
    columns = []
    for model in models:
        if hasattr(model, "predict_proba"):
            columns.append(np.log(np.clip(model.predict_proba(matrix), 1e-3, 1.0)))
        else:
            said = model.decision_function(matrix)
            columns.append(said.reshape(len(matrix), -1))
    return np.hstack(columns)


def _bounded(probabilities: np.ndarray) -> np.ndarray:
    clipped = np.clip(probabilities, SURE, 1.0)
    return clipped / clipped.sum(axis=1, keepdims=True)
