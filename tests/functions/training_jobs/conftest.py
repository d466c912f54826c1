from __future__ import annotations

import hashlib
import io
import json
import tarfile

import numpy as np
import pandas as pd
import pytest

from functions.training_jobs.train import train

HYPERPARAMETERS = {"label_field": "label", "seed": "7", "epochs": "4"}


def people(rows=600, seed=1):
    chance = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "plan": chance.choice(["basic", "plus"], rows),
            "months": chance.integers(1, 72, rows),
            "noise": chance.normal(size=rows).round(6),
            "group": chance.choice(["g1", "g2"], rows),
        }
    )
    score = 0.2 * (frame["months"] - 36) + 2.0 * (frame["plan"] == "plus")
    return frame.assign(label=np.where(chance.random(rows) < 1 / (1 + np.exp(-score)), "stayed", "left"))


class Place:
    """A folder laid out as SageMaker's `/opt/ml`."""

    def __init__(self, base):
        self.base = base

    def put(self, name, body):
        path = self.base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else json.dumps(body).encode())
        return path

    def read(self, name):
        return json.loads((self.base / name).read_text())

    def train(self, **changes):
        self.put("input/config/hyperparameters.json", HYPERPARAMETERS | changes)
        train(self.base)
        return self.base / "model"

    def archive(self):
        """What SageMaker makes of the model's folder."""
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode="w:gz") as archive:
            archive.add(self.base / "model", arcname=".")
        return file.getvalue()


def filled(base):
    place = Place(base)
    place.put("input/data/train/part-0.csv", people().to_csv(index=False).encode())
    return place


@pytest.fixture(name="place")
def _place(tmp_path):
    """
    Approved rows, and nothing trained.
    """
    return filled(tmp_path)


@pytest.fixture(name="trained", scope="session")
def _trained(tmp_path_factory):
    """
    A trained model with its rows in the place where evaluation reads them.
    """
    place = filled(tmp_path_factory.mktemp("trained"))
    place.train(epochs="15")
    place.put("processing/input/data/part-0.csv", people().to_csv(index=False).encode())
    place.put("processing/input/model/model.tar.gz", place.archive())
    return place


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
