"""
The four functions that SageMaker's inference containers call: load, read, predict, write.

A model is loaded only if its files are those that were signed: the deployment names the SHA-256 of their manifest, which the
signed evaluation report holds.
"""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from functions.training_jobs import model
from functions.training_jobs.files import sha256

DIGEST_VARIABLE = "MODEL_MANIFEST_SHA256"
LARGEST = 6 * 1024 * 1024  # bytes of a request; SageMaker's quota for real-time inference
ROWS = 10_000  # of a request


class RequestError(Exception):
    """A request that cannot be answered; the message names columns and limits, never a value."""


def model_fn(model_dir: str) -> Any:
    """The model in *model_dir*; raises UntrustedError unless every file is what was signed."""
    folder = Path(model_dir)
    wanted = os.environ.get(DIGEST_VARIABLE, "")
    manifest = folder / model.MANIFEST
    if not wanted or not manifest.is_file() or sha256(manifest) != wanted:
        raise model.UntrustedError(f"the manifest in {folder.name} is not the one that {DIGEST_VARIABLE} names")
    for name, digest in json.loads(manifest.read_text()).items():
        if not (folder / name).is_file() or sha256(folder / name) != digest:
            raise model.UntrustedError(f"{name} is not the file that was signed")
    return model.load(folder / model.FILE)


def input_fn(body: bytes | str, content_type: str) -> pd.DataFrame:
    """The rows of a request: CSV with a header, or a JSON list of objects. Raises RequestError."""
    content = body.encode() if isinstance(body, str) else body
    if len(content) > LARGEST:
        raise RequestError(f"the request has {len(content)} bytes; at most {LARGEST} are taken")
    try:
        if content_type.partition(";")[0] == "text/csv":
            rows = pd.read_csv(io.BytesIO(content), dtype=str)
        elif content_type.partition(";")[0] == "application/json":
            rows = pd.DataFrame.from_records(_objects(json.loads(content)))
        else:
            raise RequestError(f"{content_type!r} is not taken; send text/csv or application/json")
    except ValueError as error:
        raise RequestError(f"the request is no {content_type}") from error
    if not 0 < len(rows) <= ROWS:
        raise RequestError(f"the request has {len(rows)} rows; 1 to {ROWS} are taken")
    return rows


def predict_fn(rows: pd.DataFrame, fitted: Any) -> dict[str, Any]:
    """Class and probabilities of each row; raises RequestError when the columns are not those the model learnt from."""
    numbers, texts = (list(step[2]) for step in fitted.named_steps["encode"].transformers_[:2])
    wanted = list(fitted.named_steps["encode"].feature_names_in_)
    if sorted(rows.columns) != sorted(wanted):
        raise RequestError(f"the request has other columns than the model: {', '.join(wanted)}")
    frame = rows[wanted].copy()
    for name in numbers:
        values = pd.to_numeric(frame[name], errors="coerce").astype("float64")
        if (values.isna() & frame[name].notna()).any() or np.isinf(values).any():
            raise RequestError(f"{name} holds what is no finite number")
        frame[name] = values
    for name in texts:
        frame[name] = frame[name].astype(object).where(frame[name].notna(), "")
    said = fitted.predict_proba(frame)
    classes = [str(each) for each in fitted.classes_]
    return {
        "classes": classes,
        "predictions": [classes[at] for at in said.argmax(axis=1)],
        "probabilities": said.tolist(),
    }


def output_fn(prediction: dict[str, Any], accept: str) -> tuple[str, str]:
    """The answer and its type; raises RequestError for a type that is not spoken."""
    if accept.partition(";")[0] not in ("application/json", "*/*", ""):
        raise RequestError(f"{accept!r} is not answered; ask for application/json")
    return json.dumps(prediction), "application/json"


def _objects(document: Any) -> list[dict[str, Any]]:
    if not isinstance(document, list) or not all(isinstance(each, dict) for each in document):
        raise ValueError("no list of objects")
    return document
