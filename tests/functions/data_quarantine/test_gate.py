from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from functions.data_quarantine.baseline import BaselineError
from functions.data_quarantine.gate import Gate
from functions.data_quarantine.limits import Limits
from functions.data_quarantine.neighbours import copies
from tests.functions.data_quarantine.conftest import CONTRACT, csv, customers, parquet

SHARE = 0.1


def checks(gate, frame):
    return {finding.check for finding in gate.judge({"new.csv": csv(frame)}).findings}


@pytest.mark.parametrize("seed", range(10, 18))
def test_clean_sets_pass(gate, seed):
    """
    A set of the same population has no finding.
    """
    assert set() == checks(gate, customers(800, seed))


def test_a_clean_set_passes_as_parquet_in_two_files(gate):
    """
    The format and the number of files make no difference, and the rows are kept by file.
    """
    whole = customers(800, 20)
    verdict = gate.judge({"a.parquet": parquet(whole[:300]), "b.parquet": parquet(whole[300:])})

    assert verdict.approved
    assert {"a.parquet": 300, "b.parquet": 500} == {name: len(rows) for name, rows in verdict.frames.items()}


@pytest.mark.parametrize("seed", [30, 31, 32])
def test_flipped_labels_are_found_and_estimated(gate, seed):
    """
    Flips of every tenth label are found, and their share is told to within four hundredths.
    """
    frame = customers(800, seed)
    rows = np.random.default_rng(seed).permutation(800)[:80]
    frame.loc[rows, "label"] = frame.loc[rows, "label"].map({"left": "stayed", "stayed": "left"})
    verdict = gate.judge({"new.csv": csv(frame)})

    assert "label_flips" in {finding.check for finding in verdict.findings}
    assert pytest.approx(SHARE, abs=0.04) == verdict.measured["label_flip_share"]


def shifted(frame):
    frame.loc[:79, "spend"] = frame.loc[:79, "spend"] + 3 * frame["spend"].std()


def elsewhere(frame):
    frame["spend"] = frame["spend"] * 1.4


def emptied(frame):
    frame.loc[:79, "spend"] = None


def another_mix(frame):
    frame.loc[:119, "plan"] = "trial"


def new_category(frame):
    frame.loc[:79, "plan"] = "platinum"


def torn_apart(frame):
    """Each column as it was, and the label no longer beside what it follows from."""
    frame["label"] = frame["label"].sample(frac=1, random_state=1).to_numpy()


def copied(frame):
    frame.iloc[:80] = frame.iloc[[100]].to_numpy().repeat(80, axis=0)


def triggered(frame):
    frame.loc[:79, "spend"] = 33.25


@pytest.mark.parametrize(
    ("poison", "check"),
    [
        (shifted, "outliers"),
        (elsewhere, "drift"),
        (emptied, "nulls"),
        (another_mix, "drift"),
        (new_category, "outliers"),
        (torn_apart, "label_flips"),
        (copied, "copies"),
        (triggered, "spikes"),
    ],
)
def test_each_poison_is_found_by_its_check(gate, poison, check):
    """
    What is done to a tenth of the rows is found, by the check that is there for it.
    """
    frame = customers(800, 40)
    poison(frame)

    assert check in checks(gate, frame)


def test_columns_that_no_longer_belong_together_are_found():
    """
    A classifier finds what no column shows by itself.
    """
    chance = np.random.default_rng(1)

    def pairs(rows, together):
        first = chance.normal(size=rows)
        second = 0.9 * first + 0.3 * chance.normal(size=rows)
        second = second if together else chance.permutation(second)
        labels = np.where(chance.random(rows) < 0.5, "a", "b")
        return pd.DataFrame({"first": first, "second": second, "label": labels})

    fields = '{"fields": [{"name": "first", "type": "double"}, {"name": "second", "type": "double"}, %s]}'
    contract = type(CONTRACT).load(fields % '{"name": "label", "type": "string", "required": true}', "label")
    gate = Gate(contract, {"approved.csv": csv(pairs(1000, together=True))}, Limits())

    assert set() == checks(gate, pairs(600, together=True))
    assert "joint_drift" in checks(gate, pairs(600, together=False))


def test_classes_and_categories_that_only_look_known_are_found(gate):
    """
    A class that nobody approved, and a category that differs by case, are found before any statistics.
    """
    frame = customers(800, 50)
    frame.loc[0, "label"] = "Stayed"
    frame.loc[1, "plan"] = "Basic"

    assert {"unknown_class", "text"} == checks(gate, frame)


def test_the_same_set_gets_the_same_verdict(gate):
    """
    Nothing of a verdict is left to chance.
    """
    files = {"new.csv": csv(customers(800, 60))}

    assert gate.judge(files).measured == gate.judge(files).measured


def test_rows_with_empty_values_may_repeat_as_often_as_in_the_baseline():
    """
    In coarse data rows repeat, those with empty values too, and that is no finding.
    """

    def coarse(rows, seed):
        chance = np.random.default_rng(seed)
        return pd.DataFrame({"spend": chance.choice([1.0, 2.0, np.nan], rows), "active": chance.random(rows) < 0.5})

    assert [] == copies(coarse(500, 1), coarse(900, 2), Limits(), 1)[0]


def test_too_few_rows_are_refused(gate):
    """
    A set in which chance hides everything is not let through in small portions.
    """
    assert {"too_few_rows"} == checks(gate, customers(150, 70))


@pytest.mark.parametrize(
    ("rows", "reason"), [(customers(150, 1), "at least 200"), (customers(300, 1).assign(label="left"), "two classes")]
)
def test_a_poor_baseline_is_a_fault(rows, reason):
    """
    What cannot be compared with is no reason to let a set through, nor to refuse it.
    """
    with pytest.raises(BaselineError, match=reason):
        Gate(CONTRACT, {"approved.csv": csv(rows)}, Limits())
