from __future__ import annotations

from datetime import date

import pytest

from tests.gate.first_plan import first_plan
from tests.modules.foundation.test_existing_network import EXISTING
from tests.modules.foundation.test_shared_network import pipeline
from tests.modules.region import SHARED, region
from tests.modules.sample import ACCOUNT
from workflow.canonical import canonical

TODAY = date(2026, 11, 23)
ENDPOINTS = {
    service: f"vpce-0123456789abcdef{number}"
    for number, service in enumerate(("s3", "kms", "kinesis-firehose", "kinesis-streams", "logs", "sqs", "xray"))
}
LOCK = {"immutability": {"mode": "governance", "days": 30}}
BOUNDARY = {"permission_boundary": f"arn:aws:iam::{ACCOUNT}:policy/millrace-boundary"}


def built(which):
    if which == "baseline":
        return region({**SHARED, **LOCK, **BOUNDARY})
    return pipeline({**EXISTING, "endpoint_ids": ENDPOINTS}, BOUNDARY)


@pytest.mark.parametrize("which", ["baseline", "pipeline"])
def test_an_environment_that_shares_a_network_passes(which, gate, schema):
    """
    The baseline that makes the network, and a pipeline that uses it by its facts, pass the gate without a waiver.
    """
    stack = built(which).configuration()
    verdict = gate.judge(canonical(first_plan(stack, schema), stack, schema), [], TODAY)

    assert [] == [finding.text() for finding in verdict.findings] + verdict.errors + verdict.not_evaluated
