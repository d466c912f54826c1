from __future__ import annotations

import pytest

from workflow.mutation.catalogue import mutants
from workflow.mutation.changing import noticed

LOG, BUCKET = "aws_cloudwatch_log_group.a", "aws_s3_bucket_versioning.b"
THERE = {
    LOG: {"name": "orders", "retention_in_days": 365},
    BUCKET: {"bucket": "orders", "versioning_configuration": [{"status": "Enabled"}]},
}


def change(operator, address):
    [found] = [
        each
        for each in mutants("orders-dev", THERE)
        if (each.operator, each.address) == (operator, address) and each.actions
    ]
    return found


@pytest.mark.parametrize(
    ("operator", "address", "check"),
    [
        ("store deleted", LOG, "MR_CHANGE_1"),
        ("store replaced", LOG, "MR_CHANGE_1"),
        ("store given up", LOG, "MR_CHANGE_1"),
        ("period halved", LOG, "MR_CHANGE_2"),
        ("protection deleted", BUCKET, "MR_CHANGE_2"),
        ("versioning stopped", BUCKET, "MR_CHANGE_2"),
    ],
)
def test_a_change_is_noticed(operator, address, check):
    """
    What a plan takes away from what is there is found by the checks of changes.
    """
    assert {check} == noticed("orders-dev", THERE, change(operator, address))
