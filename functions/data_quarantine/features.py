"""
Which columns are compared, and how rows become numbers for models and distances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, RobustScaler

from .contract import Contract

CATEGORIES = 50  # a text with more distinct values is free text or an identifier, and is not compared
RARE = 0.01  # share of rows below which categories are taken together
EMPTY = "\x00empty"


@dataclass(frozen=True)
class Features:
    """The columns that are compared. Times, identifiers and free text are left out: they differ from set to set."""

    numeric: tuple[str, ...]
    categorical: tuple[str, ...]
    _encoder: Any

    @classmethod
    def learn(cls, frame: pd.DataFrame, contract: Contract) -> Self:
        """The features of the approved rows in *frame*."""
        numeric = tuple(name for name in contract.numbers if not _counts_up(frame[name]))
        categorical = tuple(
            name for name in contract.texts if frame[name].nunique() <= min(CATEGORIES, len(frame) // 10)
        )
        encoder = ColumnTransformer(
            [
                (
                    "numeric",
                    make_pipeline(
                        SimpleImputer(strategy="median", add_indicator=True, keep_empty_features=True),
                        RobustScaler(),
                        FunctionTransformer(np.arcsinh),
                    ),
                    list(numeric),
                ),
                (
                    "categorical",
                    OneHotEncoder(handle_unknown="infrequent_if_exist", min_frequency=RARE, sparse_output=False),
                    list(categorical),
                ),
            ]
        )
        made = cls(numeric, categorical, encoder)
        encoder.fit(made.values(frame))
        return made

    def values(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The compared columns: numbers as floats with NaN for empty, texts with a category of their own for empty."""
        numbers = {name: pd.to_numeric(frame[name]).astype("float64") for name in self.numeric}
        texts = {name: frame[name].astype(object).where(frame[name].notna(), EMPTY) for name in self.categorical}
        return pd.DataFrame(numbers | texts, index=frame.index)

    def matrix(self, frame: pd.DataFrame) -> np.ndarray:
        """
        A row of numbers for each row: numbers by their quartiles and drawn in at the tails, categories one-hot.

        The drawing in is monotone and has no bound, so an outlier stays the farthest and does not drown the others.
        """
        return np.asarray(self._encoder.transform(self.values(frame)), dtype="float64")


def _counts_up(column: pd.Series) -> bool:
    """Whether *column* merely numbers the rows."""
    whole = pd.api.types.is_integer_dtype(column.dtype)
    return bool(whole and len(column) > 1 and (column.is_monotonic_increasing and column.is_unique))
