"""
Labels that contradict what the approved rows teach.

Each row is scored by how much better "six in a hundred labels are flipped" explains its label than "none is": the
likelihood ratio, which no other test of a stated share beats when the probabilities are right. They need not be: the
scores of approved rows, by models that did not see them, say what is normal, and the means of the two are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from . import significance
from .findings import Finding
from .limits import ALARMS, Limits
from .teacher import Teacher

ASSUMED = 0.06  # share of flips that the test is sharpest for
NEW_ROWS = 20_000  # new rows that are scored at most


@dataclass(frozen=True)
class Labels:
    """What is normal for the labels: the scores of approved rows, the mean score of a flipped one, counts of classes."""

    teacher: Teacher
    scores: np.ndarray
    flipped: float
    counts: np.ndarray

    @classmethod
    def learn(cls, matrix: np.ndarray, labels: np.ndarray, seed: int) -> Self:
        teacher = Teacher.learn(matrix, labels, seed)
        each = _every_score(teacher.unseen)
        own = np.searchsorted(teacher.classes, labels[teacher.rows])
        scores = each[np.arange(len(own)), own]
        flipped = float((each.sum(axis=1) - scores).mean() / (len(teacher.classes) - 1))
        return cls(teacher, scores, flipped, _counts(labels, teacher.classes))

    def findings(
        self, matrix: np.ndarray, labels: np.ndarray, limits: Limits, seed: int
    ) -> tuple[list[Finding], dict[str, float]]:
        """What is wrong with *labels*, and what was measured. All of them are classes that the baseline has."""
        rows = np.random.default_rng(seed).permutation(len(labels))[:NEW_ROWS]
        own = np.searchsorted(self.teacher.classes, labels[rows])
        said = self.teacher.probabilities(matrix[rows])
        scores = np.mean([_every_score(each)[np.arange(len(rows)), own] for each in said], axis=0)
        chance = significance.mean_above(scores, self.scores)
        share = float((scores.mean() - self.scores.mean()) / (self.flipped - self.scores.mean()))
        moved, distance = significance.shares(_counts(labels, self.teacher.classes), self.counts)
        measured = {
            "label_flip_share": share,
            "label_flip_chance": chance,
            "label_shift": distance,
            "label_shift_chance": moved,
        }
        found = []
        if chance < ALARMS["label_flips"] and share > limits.label_flip_share:
            detail = "labels contradict what the approved rows teach; the value is the estimated share that is flipped"
            found.append(Finding("label_flips", "label", detail, round(share, 4), limits.label_flip_share))
        if moved < ALARMS["label_shares"] and distance > limits.label_shift:
            detail = "the classes have other shares than in the approved rows"
            found.append(Finding("label_shares", "label", detail, round(distance, 4), limits.label_shift))
        return found, measured


def _every_score(probabilities: np.ndarray) -> np.ndarray:
    """For each row and class the log of the likelihood ratio, were that the label."""
    others = (1.0 - probabilities) / (probabilities.shape[1] - 1)
    return np.log((1.0 - ASSUMED) + ASSUMED * others / probabilities)


def _counts(labels: np.ndarray, classes: np.ndarray) -> np.ndarray:
    return np.array([(labels == each).sum() for each in classes])
