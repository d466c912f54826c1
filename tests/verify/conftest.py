"""
One emulator, and resources in it as Terraform would have planned them.
"""

from __future__ import annotations

import pytest

from workflow.emulator.server import Emulator

ACCOUNT = "111122223333"
REGION = "eu-central-1"
DEPLOY = f"arn:aws:iam::{ACCOUNT}:role/deploy"


@pytest.fixture(name="emulator", scope="session")
def _emulator(tmp_path_factory):
    folder = tmp_path_factory.mktemp("emulator")
    emulator = Emulator.start(folder, account_id=ACCOUNT, region=REGION, roles=[], deploy_role=DEPLOY)
    yield emulator
    emulator.stop()


@pytest.fixture(name="session", scope="session")
def _session(emulator):
    """A session that may do everything."""
    return emulator.session(DEPLOY)
