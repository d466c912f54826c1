"""
The step `evaluate`: how good the model is on rows it never saw, for whom it is worse, and what it looks at.
"""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, count, selection_rate
from sklearn.inspection import permutation_importance
from sklearn.metrics import accuracy_score, log_loss, recall_score, roc_auc_score

from . import model
from .files import sha256, write_json
from .rows import Rows, rows_in

REPEATS = 5  # shuffles of each column; the spread between them is reported
GROUPS = 20  # groups of the sensitive column at most; a number with more values is cut into quarters
SEED = 1


class EvaluationError(Exception):
    """The model cannot be evaluated on these rows; the message says why."""


def evaluate(base: Path, label: str, sensitive: str) -> None:
    """Write the reports below *base*; *sensitive* names the column whose groups are compared, or is empty."""
    _, held = rows_in(base / "input" / "data", label)
    if held.labels.nunique() < 2:
        raise EvaluationError(f"{len(held)} rows are held out, with fewer than two classes; a larger batch is needed")
    if sensitive and sensitive not in held.seen.columns:
        raise EvaluationError(f"{sensitive!r} is no column of the approved rows: {', '.join(held.seen.columns)}")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(base / "input" / "model" / "model.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        fitted = model.load(Path(folder, model.FILE))
        manifest = sha256(Path(folder, model.MANIFEST))
    reports = base / "output"
    write_json(reports / "evaluation.json", _quality(fitted, held) | {"manifest_sha256": manifest})
    write_json(reports / "bias.json", _bias(fitted, held, sensitive))
    write_json(reports / "explainability.json", _explanation(fitted, held))


def _quality(fitted: Any, held: Rows) -> dict[str, Any]:
    said = fitted.predict_proba(held.seen)
    scores = said[:, 1] if said.shape[1] == 2 else said
    values = {
        "auc": roc_auc_score(held.labels, scores, multi_class="ovr", labels=fitted.classes_),
        "accuracy": accuracy_score(held.labels, fitted.predict(held.seen)),
        "log_loss": log_loss(held.labels, said, labels=fitted.classes_),
    }
    return {"rows": len(held), "metrics": {name: {"value": float(value)} for name, value in values.items()}}


def _bias(fitted: Any, held: Rows, sensitive: str) -> dict[str, Any]:
    """For the last class in order: how often each group gets it, is right about it, and has it in truth."""
    if not sensitive:
        return {"sensitive_field": None, "groups": {}}
    favoured = fitted.classes_[-1]
    truth = (held.labels == favoured).to_numpy().astype(int)
    said = (fitted.predict(held.seen) == favoured).astype(int)
    metrics = {
        "rows": count,
        "selection_rate": selection_rate,
        "accuracy": accuracy_score,
        "recall": lambda true, given: recall_score(true, given, zero_division=0),
        "share_in_truth": lambda true, _: float(np.mean(true)),
    }
    frame = MetricFrame(metrics=metrics, y_true=truth, y_pred=said, sensitive_features=_groups(held.seen[sensitive]))
    spread = frame.difference()
    return {
        "sensitive_field": sensitive,
        "favoured_class": str(favoured),
        "groups": {
            str(name): {key: float(value) for key, value in row.items()} for name, row in frame.by_group.iterrows()
        },
        "differences": {key: float(spread[key]) for key in ("selection_rate", "accuracy", "recall", "share_in_truth")},
        "demographic_parity_ratio": float(frame.ratio()["selection_rate"]),
    }


def _groups(column: pd.Series) -> pd.Series:
    if column.dtype.kind == "f" and column.nunique() > GROUPS:
        return pd.qcut(column, 4, duplicates="drop").astype(str)
    groups = column.astype(str)
    common = groups.value_counts().index[:GROUPS]
    return groups.where(groups.isin(common), "others")


def _explanation(fitted: Any, held: Rows) -> dict[str, Any]:
    """How much worse the model gets on average when one column is shuffled (permutation importance)."""
    found = permutation_importance(
        fitted, held.seen, held.labels, scoring="neg_log_loss", n_repeats=REPEATS, random_state=SEED
    )
    measured = zip(held.seen.columns, found.importances_mean, found.importances_std, strict=True)
    columns = [{"column": name, "importance": float(mean), "spread": float(std)} for name, mean, std in measured]
    return {
        "method": "permutation importance, increase of the log loss",
        "columns": sorted(columns, key=lambda each: -each["importance"]),
    }
