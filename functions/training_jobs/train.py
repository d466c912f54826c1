"""
The step `train`: fits the model epoch by epoch, and goes on where an interrupted training stopped.

Every epoch's order follows from the seed and its number, so a resumed training gives the model that an uninterrupted one does.
"""

from __future__ import annotations

import json
import logging
import platform
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
from sklearn.metrics import log_loss

from . import model, pins
from .files import sha256, write_json
from .rows import Rows, rows_in

logger = logging.getLogger("training_jobs")

EPOCHS = "20"
CHECKPOINT = "state.skops"


def train(base: Path) -> None:
    """Train below *base*, which is laid out as SageMaker's `/opt/ml`."""
    told = base / "input" / "config"
    hyperparameters: dict[str, str] = json.loads((told / "hyperparameters.json").read_text())
    hosts = _hosts(told / "resourceconfig.json")
    if hosts["current_host"] != min(hosts["hosts"]):
        logger.info("the model fits on one machine, and another one trains it")
        return
    pretrained = base / "input" / "data" / "pretrained"
    artefacts = pins.verified(pretrained, json.loads(hyperparameters.get("pretrained", "{}")))
    data = base / "input" / "data" / "train"
    digests = {path.name: sha256(path) for path in sorted(data.glob("*.csv"))}
    rows, held = rows_in(data, hyperparameters["label_field"])
    told_apart = {"hyperparameters": hyperparameters, "data": digests}
    start = pretrained / model.FILE if model.FILE in artefacts else None
    state = _state(base / "checkpoints" / CHECKPOINT, told_apart, rows, start)
    first, losses = state["epoch"], list(state["losses"])
    matrix, labels = state["encoder"].transform(rows.seen), rows.labels.to_numpy()
    classes = np.unique(labels)
    for epoch in range(first, int(hyperparameters.get("epochs", EPOCHS))):
        order = np.random.default_rng([int(hyperparameters.get("seed", "1")), epoch]).permutation(len(labels))
        state["classifier"].partial_fit(matrix[order], labels[order], classes)
        losses.append(float(log_loss(labels, state["classifier"].predict_proba(matrix), labels=classes)))
        state |= {"epoch": epoch + 1, "losses": losses}
        model.save(base / "checkpoints" / CHECKPOINT, state)
        logger.info("epoch %d: train_loss=%.6f;", epoch + 1, losses[-1])
    _leave(base / "model", state, told_apart | {"resumed_from": first, "rows": len(rows), "held_out": len(held)})


def _hosts(path: Path) -> dict[str, Any]:
    alone = {"current_host": "algo-1", "hosts": ["algo-1"]}
    return dict(json.loads(path.read_text())) if path.is_file() else alone


def _state(path: Path, told_apart: dict[str, Any], rows: Rows, start: Path | None) -> dict[str, Any]:
    """
    Where an interrupted training of the same data and hyperparameters stopped, or the beginning: a model that was trained
    before, when *start* is one, or else nothing.
    """
    if path.is_file():
        state = model.load(path)
        if json.loads(state["of"]) == told_apart:
            logger.info("going on after epoch %d", state["epoch"])
            return dict(state)
        logger.info("the checkpoint is of another training, and is not used")
    before = dict(model.load(start).steps) if start else {}
    return {
        "of": json.dumps(told_apart, sort_keys=True),
        "epoch": 0,
        "losses": [],
        "encoder": before.get("encode") or model.encoder(rows.seen).fit(rows.seen),
        "classifier": before.get("classify") or model.classifier(told_apart["hyperparameters"]),
    }


def _leave(folder: Path, state: dict[str, Any], facts: dict[str, Any]) -> None:
    """The model, the facts of the experiment, and a manifest with the digests of both."""
    model.save(folder / model.FILE, model.joined(state["encoder"], state["classifier"]))
    versions = {"python": platform.python_version(), "scikit-learn": sklearn.__version__, "numpy": np.__version__}
    write_json(folder / "facts.json", facts | {"train_losses": state["losses"], "versions": versions})
    names = (model.FILE, "facts.json")
    write_json(folder / model.MANIFEST, {name: sha256(folder / name) for name in names})
