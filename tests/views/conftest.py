from __future__ import annotations

from pathlib import Path

import pytest

from blueprints import BLUEPRINTS
from blueprints.loading import deployment_names, load_deployment
from tests.checkout import checkout
from workflow.composition import compose

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(name="composed", scope="session", params=deployment_names(ROOT))
def _composed(request):
    """
    Each deployment of the repository, composed.
    """
    return compose(ROOT, request.param)


@pytest.fixture(name="dev", scope="session")
def _dev():
    return compose(ROOT, "orders-dev")


@pytest.fixture(name="place", scope="session")
def _place(tmp_path_factory):
    """
    A copy of the repository in which verbs may write.
    """
    return checkout(tmp_path_factory.mktemp("repository"))


@pytest.fixture(name="loaded", scope="session")
def _loaded():
    return load_deployment(ROOT, "orders-dev", BLUEPRINTS)
