from __future__ import annotations

import json
import shutil

import pytest

from functions.model_serving.inference import RequestError, input_fn, model_fn, output_fn, predict_fn
from functions.training_jobs.model import UntrustedError
from tests.functions.training_jobs.conftest import digest, filled

CSV = b"plan,months,noise,group\nplus,70,0.1,g1\nbasic,1,0.1,g2\n"
RECORD = {"plan": "plus", "months": 70, "noise": 0.1, "group": "g1"}


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory):
    """
    The folder of a trained model.
    """
    return filled(tmp_path_factory.mktemp("served")).train(epochs="10")


@pytest.fixture(name="fitted")
def _fitted(folder, monkeypatch):
    """
    The model as the container loads it.
    """
    monkeypatch.setenv("MODEL_MANIFEST_SHA256", digest(folder / "manifest.json"))
    return model_fn(str(folder))


def test_a_request_is_answered(fitted):
    """
    CSV and JSON give a class and probabilities for each row.
    """
    told = predict_fn(input_fn(CSV, "text/csv"), fitted)
    again = predict_fn(input_fn(json.dumps([RECORD]), "application/json"), fitted)
    body, kind = output_fn(told, "application/json")

    assert ["stayed", "left"] == told["predictions"]
    assert ["left", "stayed"] == told["classes"]
    assert told["probabilities"][0] == pytest.approx(again["probabilities"][0])
    assert ("application/json", told) == (kind, json.loads(body))


@pytest.mark.parametrize("name", ["model.skops", "facts.json", "manifest.json"])
def test_a_tampered_file_is_not_loaded(folder, tmp_path, monkeypatch, name):
    """
    One changed byte in any file of the model, and it does not come up.
    """
    monkeypatch.setenv("MODEL_MANIFEST_SHA256", digest(folder / "manifest.json"))
    copied = shutil.copytree(folder, tmp_path / "model")
    (copied / name).write_bytes((copied / name).read_bytes() + b" ")

    with pytest.raises(UntrustedError):
        model_fn(str(copied))


def test_a_model_without_a_named_digest_is_not_loaded(folder, monkeypatch):
    """
    Without the deployment's word nothing is trusted.
    """
    monkeypatch.delenv("MODEL_MANIFEST_SHA256", raising=False)

    with pytest.raises(UntrustedError, match="MODEL_MANIFEST_SHA256"):
        model_fn(str(folder))


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (b"a", "application/x-npy", "is not taken"),
        (b"{", "application/json", "is no application/json"),
        (b'{"plan": 1}', "application/json", "is no application/json"),
        (b"", "text/csv", "is no text/csv"),
        (b"plan\n", "text/csv", "0 rows"),
        (b"x" * (6 * 1024 * 1024 + 1), "text/csv", "at most"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(body, kind, said):
    """
    Another type, broken text and too much are refused with what is taken.
    """
    with pytest.raises(RequestError, match=said):
        input_fn(body, kind)


@pytest.mark.parametrize(
    ("change", "said"), [({"months": "many"}, "months"), ({"months": "inf"}, "months"), ({"more": 1}, "other columns")]
)
def test_rows_that_the_model_did_not_learn_from_are_refused(fitted, change, said):
    """
    A wrong column or value is refused, and the message holds no value.
    """
    with pytest.raises(RequestError, match=said) as caught:
        predict_fn(input_fn(json.dumps([RECORD | change]), "application/json"), fitted)

    assert "many" not in str(caught.value)


def test_an_unspoken_type_of_answer_is_refused():
    """
    Answers are JSON.
    """
    with pytest.raises(RequestError, match="ask for application/json"):
        output_fn({}, "application/xml")
