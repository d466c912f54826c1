from __future__ import annotations

import json

import pytest

from functions.training_jobs import model
from functions.training_jobs.__main__ import main
from functions.training_jobs.check import check
from functions.training_jobs.pins import UnpinnedError, pinned
from tests.functions.training_jobs.conftest import digest
from tests.functions.training_jobs.test_steps import PART, RECORD, coefficients

CHANNEL = "input/data/pretrained/model.skops"
INPUT = "processing/input/pretrained/model.skops"


def approved(place):
    place.put("processing/input/approvals/b1.json", RECORD)
    place.put("processing/input/data/part-0.csv", PART)


def test_a_pinned_artefact_passes_the_check(place):
    """
    An artefact with the pinned digest is told with it.
    """
    approved(place)
    pin = digest(place.put(INPUT, b"weights"))
    main(["--base", str(place.base), "check", "--batch", "b1", "--pretrained", f"model.skops={pin}"])

    assert {"model.skops": pin} == place.read("processing/output/check.json")["pretrained"]


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ([f"model.skops={'0' * 64}"], "tampered: model.skops has the SHA-256 .* and 0000.* is pinned"),
        ([], "unpinned: model.skops is there and not pinned"),
        ([f"other.skops={'0' * 64}"], "missing: other.skops is pinned and not there; unpinned: model.skops"),
        (["model.skops"], "'model.skops' is no pin"),
        (["../model.skops=" + "0" * 64], "is no pin"),
    ],
)
def test_other_artefacts_stop_the_training(place, pins, said):
    """
    A changed, an unpinned and a missing artefact, and a pin that is none, are each a reason not to begin.
    """
    approved(place)
    place.put(INPUT, b"weights")

    with pytest.raises(UnpinnedError, match=said):
        check(place.base / "processing", "b1", pins)


def test_the_training_looks_again(place, trained):
    """
    An artefact that was changed after the check is not loaded, and nothing is trained.
    """
    path = place.put(CHANNEL, (trained.base / "model" / model.FILE).read_bytes())
    pins = json.dumps({"model.skops": digest(path)})
    path.write_bytes(path.read_bytes() + b"x")

    with pytest.raises(UnpinnedError, match=r"tampered: model\.skops"):
        place.train(pretrained=pins)

    assert not (place.base / "model").exists()


def test_training_goes_on_from_a_pinned_model(place, trained):
    """
    Without an epoch of its own, the new model is the pretrained one.
    """
    path = place.put(CHANNEL, (trained.base / "model" / model.FILE).read_bytes())
    folder = place.train(epochs="0", pretrained=json.dumps({"model.skops": digest(path)}))

    assert coefficients(trained.base / "model") == coefficients(folder)


def test_a_pin_is_a_name_and_a_digest():
    """
    Pins are read into digests by name.
    """
    assert {"model.skops": "a" * 64} == pinned([f"model.skops={'a' * 64}"])
