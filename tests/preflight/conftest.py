from __future__ import annotations

import boto3
import pytest
from moto import mock_aws

from blueprints.loading import load_environment
from tests.planning import ROOT


@pytest.fixture(name="environment")
def _environment():
    return load_environment(ROOT, "dev")


@pytest.fixture(name="session")
def _session(monkeypatch, environment):
    """A session of an empty account, which is the environment's."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "embedded")
    monkeypatch.setenv("MOTO_ACCOUNT_ID", environment.account_id)
    with mock_aws():
        session = boto3.Session(region_name=environment.region)
        session.client("macie2").disable_macie()  # moto has it on from the start
        yield session
