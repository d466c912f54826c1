"""
The model: a linear one on scaled numbers and one-hot categories, fitted epoch by epoch. It is kept as a skops file, which
holds no code: loading one runs nothing, unlike a pickle.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import skops.io
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import SGDClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

FILE = "model.skops"
MANIFEST = "manifest.json"
HARMLESS = ("numpy.dtype",)  # what skops does not trust by itself, and describes the shape of numbers only


class UntrustedError(Exception):
    """A model file that holds what a model of ours cannot hold, or is not the file that was signed; it is not loaded."""


def encoder(seen: pd.DataFrame) -> ColumnTransformer:
    """Turns rows like *seen* into numbers."""
    numbers = [name for name in seen.columns if seen[name].dtype.kind == "f"]
    texts = [name for name in seen.columns if name not in numbers]
    scaled = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler())
    hot = OneHotEncoder(handle_unknown="ignore", min_frequency=0.01, sparse_output=False)
    return ColumnTransformer([("numbers", scaled, numbers), ("texts", hot, texts)])


def classifier(hyperparameters: Mapping[str, str]) -> SGDClassifier:
    """Logistic regression by stochastic descent, so that it can stop after any epoch and go on later."""
    return SGDClassifier(
        loss="log_loss",
        alpha=float(hyperparameters.get("alpha", "0.0001")),
        average=True,
        shuffle=False,  # the order of each epoch is drawn by the trainer
        random_state=int(hyperparameters.get("seed", "1")),
    )


def save(path: Path, content: Any) -> None:
    """Write *content*, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    skops.io.dump(content, partial)
    partial.replace(path)


def load(path: Path) -> Any:
    """What *path* holds; raises UntrustedError when a type in it is none that scikit-learn and numpy bring."""
    strange = set(skops.io.get_untrusted_types(file=path)) - set(HARMLESS)
    if strange:
        raise UntrustedError(f"{path.name} holds {', '.join(sorted(strange))}; such types are not loaded")
    return skops.io.load(path, trusted=list(HARMLESS))


def joined(encoding: ColumnTransformer, fitted: SGDClassifier) -> Pipeline:
    """The whole model, from rows to probabilities."""
    return Pipeline([("encode", encoding), ("classify", fitted)])
