from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from functions.data_quarantine.anonymity import SUPPRESSED, AnonymityError, Rules, minimized
from functions.data_quarantine.contract import Contract

FIELDS = [
    {"name": "name", "type": "string"},
    {"name": "age", "type": "integer"},
    {"name": "born", "type": "date"},
    {"name": "place", "type": "string"},
    {"name": "income", "type": "double"},
    {"name": "label", "type": "string", "required": True},
]
CONTRACT = Contract.load(json.dumps({"fields": FIELDS}), "label")
QUASI = ("age", "born", "place")


def people(rows=400):
    chance = np.random.default_rng(3)
    return pd.DataFrame(
        {
            "name": [f"n{number}" for number in range(rows)],
            "age": chance.integers(18, 90, rows),
            "born": [f"{1930 + year}-0{1 + year % 9}-15" for year in chance.integers(0, 70, rows)],
            "place": [f"{10_000 + place}" for place in chance.integers(0, 80_000, rows)],
            "income": chance.lognormal(8, 1, rows),
            "label": chance.choice(["yes", "no"], rows),
        }
    )


@pytest.mark.parametrize("k", [2, 5, 20])
def test_each_combination_stands_for_k_rows(k):
    """
    In what is left every combination of quasi-identifiers has k rows, and few rows were left out for it.
    """
    frame = people()
    left = minimized(frame, CONTRACT, Rules(("name",), QUASI, k))

    assert k <= left.rows.groupby(list(QUASI), dropna=False).size().min()
    assert left.left_out == len(frame) - len(left.rows) <= SUPPRESSED * len(frame)


def test_direct_identifiers_go_and_the_rest_is_as_it_was():
    """
    A dropped column is gone, and a column that identifies nobody is not touched.
    """
    frame = people()
    left = minimized(frame, CONTRACT, Rules(("name",), QUASI, 5)).rows

    assert ["age", "born", "place", "income", "label"] == list(left.columns)
    assert frame.loc[left.index, "income"].tolist() == left["income"].tolist()


def test_values_become_coarser_in_fixed_steps():
    """
    Numbers go down to multiples, dates to the start of a period, texts to their first letters.
    """
    frame = pd.DataFrame({"name": "n", "age": [41, 44, 47, 49], "born": ["1984-05-15", "1984-05-17", "1984-05-20", "1984-05-28"], "place": ["10115", "10117", "10119", "10178"], "income": 1.0, "label": "yes"})  # fmt: skip

    assert [40] * 4 == minimized(frame, CONTRACT, Rules((), ("age",), 4)).rows["age"].tolist()
    assert ["1984-05-01"] * 4 == minimized(frame, CONTRACT, Rules((), ("born",), 4)).rows["born"].tolist()
    assert ["101*"] * 4 == minimized(frame, CONTRACT, Rules((), ("place",), 4)).rows["place"].tolist()


def test_diversity_asks_for_different_labels_in_each_combination():
    """
    Where all that are alike have one label, being alike tells the label; with a diversity of two that is not left.
    """
    frame = people().assign(label=lambda rows: np.where(rows["age"] < 50, "yes", "no"))
    left = minimized(frame, CONTRACT, Rules(("name",), QUASI, 5, diversity=2))

    assert {2} == set(left.rows.groupby(list(QUASI), dropna=False)["label"].nunique())


def test_too_few_people_cannot_be_made_anonymous():
    """
    With fewer rows than k nothing is let out.
    """
    with pytest.raises(AnonymityError, match="4 rows are too few"):
        minimized(people(4), CONTRACT, Rules(("name",), QUASI, 5))
