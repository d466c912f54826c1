from __future__ import annotations

import hashlib

import pytest

from functions.training_jobs import model
from functions.training_jobs.__main__ import main
from functions.training_jobs.check import NotApprovedError, check
from functions.training_jobs.evaluate import EvaluationError, evaluate
from functions.training_jobs.rows import rows_in
from tests.functions.training_jobs.conftest import digest

PART = b"plan,label\nbasic,left\n"
RECORD = {
    "batch": "b1",
    "decision": "approved",
    "approved": [{"key": "data/churn/b1/part-0.csv", "sha256": hashlib.sha256(PART).hexdigest()}],
}


def coefficients(folder):
    return model.load(folder / model.FILE).named_steps["classify"].coef_.tolist()


def test_approved_data_pass_the_check(place):
    """
    Data that are what was approved are told with their digests.
    """
    place.put("processing/input/approvals/b1.json", RECORD)
    place.put("processing/input/data/part-0.csv", PART)
    main(["--base", str(place.base), "check", "--batch", "b1"])

    assert {"part-0.csv": hashlib.sha256(PART).hexdigest()} == place.read("processing/output/check.json")["files"]


@pytest.mark.parametrize(
    ("record", "files", "said"),
    [
        (RECORD, {"part-0.csv": PART + b"plus,left\n"}, "was approved"),
        (RECORD, {}, "approved and not there"),
        (RECORD, {"part-0.csv": PART, "part-1.csv": PART}, "there and not approved"),
        (RECORD | {"decision": "refused"}, {"part-0.csv": PART}, "approves nothing"),
        (RECORD | {"batch": "b2"}, {"part-0.csv": PART}, "approves nothing"),
        (RECORD | {"approved": []}, {}, "of no files"),
    ],
)
def test_other_data_stop_the_training(place, record, files, said):
    """
    Changed, missing and additional files, and a record that is no approval, are each a reason not to begin.
    """
    place.put("processing/input/approvals/b1.json", record)
    for name, body in files.items():
        place.put(f"processing/input/data/{name}", body)

    with pytest.raises(NotApprovedError, match=said):
        check(place.base / "processing", "b1")


def test_data_that_nobody_approved_stop_the_training(place):
    """
    Without a record there is no approval.
    """
    with pytest.raises(NotApprovedError, match="no approval of b1"):
        check(place.base / "processing", "b1")


def test_an_interrupted_training_gives_the_same_model(place, tmp_path_factory):
    """
    Training that stops after two epochs and goes on ends where an uninterrupted one does, and says that it went on.
    """
    from tests.functions.training_jobs.conftest import filled

    whole = filled(tmp_path_factory.mktemp("whole")).train()
    place.train()
    state = model.load(place.base / "checkpoints" / "state.skops")
    broken = filled(tmp_path_factory.mktemp("broken"))
    stop_after(broken, 2)
    broken.train()

    assert 4 == state["epoch"]
    assert coefficients(whole) == coefficients(broken.base / "model")
    assert 2 == broken.read("model/facts.json")["resumed_from"]


def stop_after(place, epochs):
    """Leave the checkpoint that a training of four epochs has after *epochs*, as a Spot interruption does."""
    from functions.training_jobs import train as step

    kept = model.save

    def saved(path, content):
        kept(path, content)
        if content["epoch"] == epochs:
            raise KeyboardInterrupt

    step.model.save = saved
    try:
        with pytest.raises(KeyboardInterrupt):
            place.train()
    finally:
        step.model.save = kept


def test_a_checkpoint_of_another_training_is_not_used(place):
    """
    Other hyperparameters begin anew.
    """
    place.train()
    place.train(seed="8")

    assert 0 == place.read("model/facts.json")["resumed_from"]


def test_training_leaves_facts_and_digests(place):
    """
    The facts name data, hyperparameters, rows and versions; the manifest has the digest of each file.
    """
    folder = place.train()
    facts = place.read("model/facts.json")

    assert {"part-0.csv": digest(place.base / "input" / "data" / "train" / "part-0.csv")} == facts["data"]
    assert ("7", 600, 4) == (
        facts["hyperparameters"]["seed"],
        facts["rows"] + facts["held_out"],
        len(facts["train_losses"]),
    )
    assert facts["train_losses"][-1] < facts["train_losses"][0]
    assert {name: digest(folder / name) for name in ("model.skops", "facts.json")} == place.read("model/manifest.json")


def test_one_host_of_several_trains(place):
    """
    A second machine leaves no model beside the first one's.
    """
    place.put("input/config/resourceconfig.json", {"current_host": "algo-2", "hosts": ["algo-1", "algo-2"]})
    place.train()

    assert not (place.base / "model").exists()


def test_rows_are_held_out_by_what_they_hold(place):
    """
    About a fifth of the rows is held out, the same ones whatever their order.
    """
    folder = place.base / "input" / "data" / "train"
    rows, held = rows_in(folder, "label")
    lines = (folder / "part-0.csv").read_text().splitlines()
    (folder / "part-0.csv").write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n")

    assert pytest.approx(0.2, abs=0.05) == len(held) / (len(held) + len(rows))
    assert sorted(held.seen["noise"]) == sorted(rows_in(folder, "label")[1].seen["noise"])


def test_evaluation_measures_quality_bias_and_importance(trained):
    """
    The reports say how good the model is, how its groups differ, and that it looks at what the label follows from.
    """
    main(["--base", str(trained.base), "evaluate", "--label-field", "label", "--sensitive-field", "group"])
    quality = trained.read("processing/output/evaluation.json")
    bias = trained.read("processing/output/bias.json")
    columns = [each["column"] for each in trained.read("processing/output/explainability.json")["columns"]]

    assert quality["metrics"]["auc"]["value"] > 0.9
    assert digest(trained.base / "model" / "manifest.json") == quality["manifest_sha256"]
    assert {"g1", "g2"} == set(bias["groups"])
    assert "stayed" == bias["favoured_class"]
    assert 0.5 < bias["demographic_parity_ratio"] <= 1.0
    assert "months" == columns[0]


def test_a_sensitive_column_that_is_not_there_is_refused(trained):
    """
    A bias report on nothing would be worse than none.
    """
    with pytest.raises(EvaluationError, match="'age' is no column"):
        evaluate(trained.base / "processing", "label", "age")


def test_a_pickled_function_is_not_loaded(tmp_path):
    """
    A model file with a type that scikit-learn does not bring is refused before anything of it runs.
    """
    model.save(tmp_path / model.FILE, Stranger())

    with pytest.raises(model.UntrustedError, match="Stranger"):
        model.load(tmp_path / model.FILE)


class Stranger:
    def __init__(self):
        self.command = "echo"
