from __future__ import annotations

import io
import json

import numpy as np
import pandas as pd
import pytest
from threadpoolctl import threadpool_limits

from functions.data_quarantine.contract import Contract
from functions.data_quarantine.gate import Gate
from functions.data_quarantine.limits import Limits

FIELDS = [
    {"name": "plan", "type": "string", "required": True},
    {"name": "months", "type": "integer", "required": True, "minimum": 0, "maximum": 1200},
    {"name": "spend", "type": "double", "required": False},
    {"name": "active", "type": "boolean", "required": True},
    {"name": "label", "type": "string", "required": True},
]
CONTRACT = Contract.load(json.dumps({"fields": FIELDS}), "label")


def customers(rows, seed):
    """Customers of one population, most of whose labels follow from what is known of them."""
    chance = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "plan": chance.choice(["basic", "plus", "trial"], rows, p=[0.6, 0.3, 0.1]),
            "months": chance.integers(1, 72, rows),
            "spend": chance.lognormal(3, 0.6, rows).round(2),
            "active": chance.random(rows) < 0.7,
        }
    )
    score = 0.15 * (frame["months"] - 36) + 3.0 * frame["active"] - 2.0 * (frame["plan"] == "trial")
    frame["label"] = np.where(chance.random(rows) < 1 / (1 + np.exp(-score)), "stayed", "left")
    frame.loc[chance.random(rows) < 0.05, "spend"] = np.nan
    return frame


def csv(frame):
    return frame.to_csv(index=False).encode()


def parquet(frame):
    file = io.BytesIO()
    frame.astype({"months": "int32"}).to_parquet(file, index=False)
    return file.getvalue()


@pytest.fixture(autouse=True, scope="session")
def _one_thread():
    """
    On a busy machine the threads of one model only wait for each other.
    """
    with threadpool_limits(1):
        yield


@pytest.fixture(name="gate", scope="session")
def _gate():
    """
    A gate that has learnt 1500 approved customers.
    """
    return Gate(CONTRACT, {"approved.csv": csv(customers(1500, 1))}, Limits())
