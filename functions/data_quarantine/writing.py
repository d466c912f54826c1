"""
Rows as CSV, the same bytes for the same rows.
"""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd


def csv_of(rows: pd.DataFrame) -> bytes:
    """The rows with a header, in UTF-8; empty values are empty, numbers are written so that they read back exactly."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.columns)
    columns = [[_text(value) for value in rows[name].tolist()] for name in rows.columns]
    writer.writerows(zip(*columns, strict=True))
    return file.getvalue().encode()


def _text(value: Any) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)
