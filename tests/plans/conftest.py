from __future__ import annotations

import pytest

from tests.planning import BASELINES, DEPLOYMENTS, KEYED, PIPELINES, planned
from tests.plans.values import rights


@pytest.fixture(params=DEPLOYMENTS)
def real(request):
    """
    The plan of each deployment, baselines of the account too.
    """
    return planned(request.param)


@pytest.fixture(params=KEYED)
def keyed(request):
    """
    The plan of each deployment that has keys, roles, alarms and stores.
    """
    return planned(request.param)


@pytest.fixture(params=PIPELINES)
def pipeline(request):
    """
    The plan of each deployment that data flows through.
    """
    return planned(request.param)


@pytest.fixture(params=BASELINES)
def baseline(request):
    """
    The plan of each account.
    """
    return planned(request.param)


@pytest.fixture
def allowed(keyed):
    """
    What each process may do, in every deployment that has roles.
    """
    return rights(keyed)
