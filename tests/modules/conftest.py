from __future__ import annotations

import pytest

from tests.modules import account as accounts
from tests.modules import region as baseline
from tests.modules import sample


@pytest.fixture(name="built", scope="session")
def _built():
    """
    The sample: confidential data with sensitive fields, a provisioned stream, a network of its own.
    """
    return sample.build()


@pytest.fixture(name="restricted", scope="session")
def _restricted():
    """
    The sample with restricted data, in an environment that confirms compliance locks.
    """
    immutability = {"mode": "compliance", "days": 30, "irreversible": "confirmed"}

    return sample.build({"immutability": immutability}, classification="restricted")


@pytest.fixture(name="account", scope="session")
def _account():
    """
    The baseline of an account.
    """
    return accounts.account()


@pytest.fixture(name="internal", scope="session")
def _internal():
    """
    The sample with internal data.
    """
    return sample.build(classification="internal")


@pytest.fixture(name="region", scope="session")
def _region():
    """
    The sample of region_baseline, in an environment whose deployments have networks of their own.
    """
    return baseline.region()


@pytest.fixture(name="shared", scope="session")
def _shared():
    """
    The sample of region_baseline, in an environment whose deployments share a network.
    """
    return baseline.region(baseline.SHARED)
