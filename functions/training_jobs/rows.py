"""
The approved rows, and which of them are held out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

HELD_OUT = 20  # in a hundred rows; never learnt from, so that evaluation measures what is new to the model


@dataclass(frozen=True)
class Rows:
    """What a model sees of rows, and the labels as texts."""

    seen: pd.DataFrame
    labels: pd.Series

    def __len__(self) -> int:
        return len(self.labels)


def rows_in(folder: Path, label: str) -> tuple[Rows, Rows]:
    """The rows of all CSV files in *folder*: those to learn from, and those held out by a hash of what they hold."""
    texts = pd.concat([pd.read_csv(path, dtype=str) for path in sorted(folder.glob("*.csv"))], ignore_index=True)
    held = texts.fillna("").agg("\x1f".join, axis=1).map(_held_out).astype(bool)
    seen = texts.drop(columns=label).apply(_typed)
    learned = ~held
    return Rows(seen[learned], texts.loc[learned, label].astype(object)), Rows(
        seen[held], texts.loc[held, label].astype(object)
    )


def _held_out(text: str) -> bool:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) % 100 < HELD_OUT


def _typed(column: pd.Series) -> pd.Series:
    """Numbers where all values are, which the gate has seen to; otherwise texts."""
    numbers = pd.to_numeric(column, errors="coerce")
    if bool((numbers.notna() | column.isna()).all()):
        return numbers.astype("float64")
    return column.astype(object).where(column.notna(), "")
