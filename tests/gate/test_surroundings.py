from __future__ import annotations

from copy import deepcopy

import pytest

from tests.gate.first_plan import first_plan
from workflow.canonical import canonical

BUCKET = ("resource", "aws_s3_bucket", "raw")
PROVIDER = ("provider", "aws", 0)


def changed(configuration, path, **values):
    """A copy of a configuration with something more at a place."""
    copy = deepcopy(configuration)
    inner = copy
    for step in path:
        inner = inner[step]
    inner.update(values)
    return copy


@pytest.mark.parametrize(
    ("path", "values", "place"),
    [
        (BUCKET, {"lifecycle": {"ignore_changes": "all"}}, "lifecycle.ignore_changes"),
        (BUCKET, {"lifecycle": [{"ignore_changes": ["policy"]}]}, "lifecycle.ignore_changes"),
        (BUCKET, {"provisioner": [{"local-exec": {"command": "true"}}]}, "provisioner"),
        (BUCKET, {"connection": {"host": "x"}}, "connection"),
        (PROVIDER, {"insecure": True}, "aws.insecure"),
        (PROVIDER, {"endpoints": [{"s3": "http://example.org"}]}, "aws.endpoints"),
        (PROVIDER, {"assume_role": [{"role_arn": "arn:aws:iam::999999999999:role/x"}]}, "aws.assume_role"),
        (PROVIDER, {"ignore_tags": [{"keys": ["classification"]}]}, "aws.ignore_tags"),
        (("provider",), {"external": [{}]}, "external"),
        ((), {"module": {"x": {"source": "./x"}}}, "module"),
        ((), {"data": {"external": {"x": {"program": ["true"]}}}}, "data"),
        ((), {"import": [{"to": "aws_s3_bucket.raw", "id": "x"}]}, "import"),
        ((), {"removed": [{"from": "aws_s3_bucket.x"}]}, "removed"),
        ((), {"terraform": {"backend": {"local": {}}}}, "backend.local"),
        ((), {"terraform": {"backend": {"s3": {"bucket": "x", "use_lockfile": False}}}}, "backend.s3.use_lockfile"),
        ((), {"terraform": {"backend": {"s3": {"encrypt": False, "use_lockfile": True}}}}, "backend.s3.encrypt"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_no_module_writes_is_told(configuration, schema, path, values, place):
    """
    A setting round the arguments that could undo what the plan shows fails the gate, though no planned value shows it.
    """
    stack = changed(configuration, path, **values)
    found = canonical(first_plan(stack, schema), stack, schema).contradictions

    assert [place] == [entry["attribute"] or entry["address"] for entry in found]


def test_sizes_that_scaling_changes_may_be_ignored(configuration, schema):
    """
    Terraform leaves alone what scaling sets while the stack runs.
    """
    stack = changed(configuration, BUCKET, lifecycle={"ignore_changes": ["desired_count"], "prevent_destroy": True})

    assert [] == canonical(first_plan(stack, schema), stack, schema).contradictions
