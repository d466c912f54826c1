from __future__ import annotations

import pytest

from blueprints import BLUEPRINTS
from tests.blueprints.exchanges import pair
from tests.blueprints.lake_reader import LakeReader
from workflow.composition import compose
from workflow.diagram.picture import picture
from workflow.lineage.events import events


@pytest.fixture(name="compositions", scope="module")
def _compositions(tmp_path_factory):
    """
    The deployment that imports, and its owner.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(BLUEPRINTS, "lake_reader", LakeReader)
        root = pair(tmp_path_factory.mktemp("repository"))
        return compose(root, "lakehouse-dev"), compose(root, "orders-dev")


def names(datasets):
    return {(dataset["namespace"], dataset["name"]) for dataset in datasets}


def test_lineage_of_both_meets_in_one_dataset(compositions):
    """
    What the job of one deployment reads is what the delivery of the other writes, by the same name.
    """
    here, there = [{event["job"]["name"]: event for event in events(each)} for each in compositions]
    [read] = names(here["lakehouse-dev.copy"]["inputs"])

    assert ("arn:aws:glue:eu-central-1:111122223333", "table/orders_dev/orders") == read
    assert read in names(there["orders-dev.delivery"]["outputs"])


def test_nobody_speaks_for_another_deployment(compositions):
    """
    A deployment has events for its own processes only.
    """
    jobs = {event["job"]["name"] for each in compositions for event in events(each)}

    assert "lakehouse-dev.orders-dev/curated" not in jobs
    assert "orders-dev.lakehouse-dev" not in jobs


def test_the_picture_shows_the_other_side(compositions):
    """
    Each deployment draws the other one as something outside.
    """
    shapes = [{box.name: box.shape for box in picture("", "", each.dataflow).boxes} for each in compositions]

    assert "outside" == shapes[0]["orders-dev/curated"]
    assert "outside" == shapes[1]["lakehouse-dev"]
