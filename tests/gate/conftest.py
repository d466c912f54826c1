from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.gate.first_plan import first_plan
from tests.gate.stack import configuration as stack_configuration
from tests.gate.yard import control, write
from workflow.canonical import canonical
from workflow.gate import Gate
from workflow.gate_controls import COMPARED, SHARED

ROOT = Path(__file__).parents[2]
# Types that a weakening adds and no module makes, so that the table of arguments does not hold them.
OTHER = {
    "aws_internet_gateway": {"computed": ["arn", "id"]},
    "aws_route": {"computed": ["id"]},
}


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def stack_and_schema():
    """
    The test stack and the table of arguments, to read only.
    """
    return stack_configuration(), {**json.loads((ROOT / "bindings" / "schema.json").read_text()), **OTHER}


@pytest.fixture
def schema(stack_and_schema):
    return dict(stack_and_schema[1])


@pytest.fixture
def configuration():
    return stack_configuration()


@pytest.fixture
def plan(configuration, schema):
    return first_plan(configuration, schema)


@pytest.fixture
def judged(plan, configuration, schema):
    return canonical(plan, configuration, schema)


@pytest.fixture(scope="session")
def gate():
    with Gate.start(ROOT) as warm:
        yield warm


@pytest.fixture
def yard(tmp_path, root):
    """
    A repository that holds the gate's own files only, with the three smallest policies.
    """
    (tmp_path / ".venv-checkov").symlink_to(root / ".venv-checkov")
    (tmp_path / "policies").mkdir()
    (tmp_path / "controls").mkdir()
    (tmp_path / "requirements").mkdir()
    shutil.copy(root / "requirements" / "checkov.txt", tmp_path / "requirements")
    for name in ("__init__.py", *SHARED):
        shutil.copy(root / "policies" / name, tmp_path / "policies")
    canary = {
        "resources": {"aws_sqs_queue.open": {"name": "open"}},
        "expected": {"aws_sqs_queue.open": ["CKV_AWS_27"]},
    }
    write(tmp_path / "controls" / "canary.yaml", canary)
    write(tmp_path / "controls" / "exceptions.yaml", {"exceptions": []})
    write(tmp_path / "controls" / "policies.yaml", {})
    control(tmp_path, *COMPARED)
    return tmp_path


@pytest.fixture
def small(configuration, schema):
    """
    A canonical plan of one queue.
    """
    stack = {**configuration, "resource": {"aws_sqs_queue": {"a": {"name": "a"}}}}
    return canonical(first_plan(stack, schema), stack, schema)
