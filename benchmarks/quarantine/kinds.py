"""
Training data of several kinds. Each kind draws an approved baseline and any number of new sets from one population.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer, make_classification

Draw = Callable[[int, np.random.Generator], pd.DataFrame]


@dataclass(frozen=True)
class Kind:
    """A population's sampler, made from a seed, and the numbers of rows of the baseline and of a new set."""

    name: str
    population: Callable[[np.random.Generator], Draw]
    baseline_rows: int
    new_rows: int


def schema(frame: pd.DataFrame) -> str:
    """The contract's JSON for *frame*."""
    kinds = {"f": "double", "i": "bigint", "b": "boolean"}
    fields: list[dict[str, Any]] = [
        {"name": str(name), "type": kinds.get(column.dtype.kind, "string"), "required": not column.isna().any()}
        for name, column in frame.items()
    ]
    return json.dumps({"fields": fields})


def _framed(matrix: np.ndarray, labels: np.ndarray) -> pd.DataFrame:
    frame = pd.DataFrame(matrix, columns=[f"x{number}" for number in range(matrix.shape[1])])
    return frame.assign(label=[f"class{label}" for label in labels])


def _linear(slope: float, share: float = 0.5) -> Callable[[np.random.Generator], Draw]:
    """Correlated normal columns and a logistic label; the smaller *slope*, the noisier."""

    def population(generator: np.random.Generator) -> Draw:
        mixing = np.eye(10) + 0.3 * generator.normal(size=(10, 10))
        weights = generator.normal(size=10)
        weights *= slope / np.linalg.norm(mixing @ weights)
        score = generator.normal(size=(20_000, 10)) @ mixing @ weights
        offset = np.quantile(score, 1 - share)

        def draw(rows: int, chance: np.random.Generator) -> pd.DataFrame:
            matrix = chance.normal(size=(rows, 10)) @ mixing
            odds = 1 / (1 + np.exp(-(matrix @ weights - offset)))
            return _framed(matrix, (chance.random(rows) < odds).astype(int))

        return draw

    return population


def _clusters(classes: int, columns: int) -> Callable[[np.random.Generator], Draw]:
    """Clusters at the corners of a cube, which no straight border tells apart."""

    def population(generator: np.random.Generator) -> Draw:
        matrix, labels = make_classification(
            60_000,
            columns,
            n_informative=columns // 2,
            n_redundant=2,
            n_classes=classes,
            n_clusters_per_class=2,
            flip_y=0.01,
            random_state=int(generator.integers(2**31)),
        )
        return _from_pool(_framed(matrix, labels))

    return population


def _from_pool(pool: pd.DataFrame) -> Draw:
    """Rows of a large pool; each is given out once, so that no two sets share one."""
    left = np.random.default_rng(len(pool)).permutation(len(pool)).tolist()

    def draw(rows: int, _: np.random.Generator) -> pd.DataFrame:
        taken, left[:rows] = left[:rows], []
        return pool.iloc[taken].reset_index(drop=True)

    return draw


def _curved(generator: np.random.Generator) -> Draw:
    """A label that is a curved function of two columns, among six that say nothing."""
    turn = generator.uniform(0, np.pi)

    def draw(rows: int, chance: np.random.Generator) -> pd.DataFrame:
        matrix = chance.uniform(-2, 2, size=(rows, 8))
        first = np.cos(turn) * matrix[:, 0] + np.sin(turn) * matrix[:, 1]
        inside = np.sin(2 * first) + matrix[:, 1] ** 2 - 1.2
        return _framed(matrix, (chance.random(rows) < 1 / (1 + np.exp(-6 * inside))).astype(int))

    return draw


def _customers(generator: np.random.Generator) -> Draw:
    """Texts, whole numbers and empty values, as a shop has them."""
    lift = dict(zip(("basic", "plus", "family", "trial"), generator.normal(0, 2.0, 4), strict=True))
    regions = [f"r{number}" for number in range(8)]
    regional = dict(zip(regions, generator.normal(0, 1.0, 8), strict=True))

    def draw(rows: int, chance: np.random.Generator) -> pd.DataFrame:
        frame = pd.DataFrame(
            {
                "plan": chance.choice(list(lift), rows, p=[0.5, 0.3, 0.15, 0.05]),
                "region": chance.choice(regions, rows),
                "months": chance.integers(1, 72, rows),
                "calls": chance.poisson(1.5, rows),
                "spend": chance.lognormal(3, 0.8, rows).round(2),
            }
        )
        score = frame["plan"].map(lift) + frame["region"].map(regional) - 0.08 * (frame["months"] - 36)
        score += 1.0 * (frame["calls"] - 1.5) - 0.6 * (np.log(frame["spend"]) - 3)
        churned = chance.random(rows) < 1 / (1 + np.exp(-1.5 * score))
        frame.loc[chance.random(rows) < 0.08, "spend"] = np.nan
        return frame.assign(label=np.where(churned, "left", "stayed"))

    return draw


def _heavy(generator: np.random.Generator) -> Draw:
    """Columns with heavy tails, in which rare huge values are normal."""
    weights = generator.normal(size=6) * 3

    def draw(rows: int, chance: np.random.Generator) -> pd.DataFrame:
        matrix = np.hstack([chance.standard_t(2, size=(rows, 3)), chance.lognormal(0, 1.5, size=(rows, 3))])
        score = np.hstack([np.arcsinh(matrix[:, :3]), np.log(matrix[:, 3:])]) @ weights
        return _framed(matrix, (chance.random(rows) < 1 / (1 + np.exp(-score))).astype(int))

    return draw


def _tumours(generator: np.random.Generator) -> Draw:
    """The 569 real rows of the breast cancer data that scikit-learn brings, in another order each time."""
    data = load_breast_cancer(as_frame=True).frame.rename(columns=lambda name: str(name).replace(" ", "_"))
    frame = data.rename(columns={"target": "label"}).astype({"label": str})
    order = generator.permutation(len(frame))
    approved, rest = frame.iloc[order[:300]], frame.iloc[order[300:]]
    sides = iter([approved])

    def draw(rows: int, chance: np.random.Generator) -> pd.DataFrame:
        return next(sides, rest).sample(rows, random_state=chance).reset_index(drop=True)

    return draw


KINDS = (
    Kind("linear", _linear(6.0), 2_000, 1_000),
    Kind("linear, noisy", _linear(2.5), 4_000, 2_000),
    Kind("linear, small", _linear(6.0), 1_000, 500),
    Kind("imbalanced, 8 %", _linear(8.0, 0.08), 3_000, 1_500),
    Kind("clusters", _clusters(2, 12), 2_000, 1_000),
    Kind("clusters, small", _clusters(2, 20), 1_000, 500),
    Kind("four classes", _clusters(4, 12), 3_000, 1_500),
    Kind("curved", _curved, 2_000, 1_000),
    Kind("categorical", _customers, 3_000, 1_000),
    Kind("heavy tails", _heavy, 2_000, 1_000),
    Kind("real, tiny", _tumours, 300, 260),
    Kind("large", _linear(4.0), 20_000, 20_000),
)
