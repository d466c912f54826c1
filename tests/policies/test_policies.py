from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.gate.first_plan import first_plan
from workflow.canonical import canonical
from workflow.checkov_process import CheckovProcess

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
FIXTURES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*.tf"))
PROVIDER = {
    "region": "eu-central-1",
    "allowed_account_ids": ["111122223333"],
    "default_tags": [
        {
            "tags": {
                "deployment": "orders-dev",
                "environment": "dev",
                "owner": "orders",
                "blueprint": "stream_analytics",
                "classification": "confidential",
            }
        }
    ],
}
# Types that fixtures use and no module does, so that the table of arguments does not hold them.
OTHER = {
    "aws_athena_data_catalog": {"computed": ["arn", "id"], "optional_computed": ["tags_all"]},
    "aws_cloudwatch_event_permission": {"computed": ["id"]},
    "aws_glue_connection": {"computed": ["arn", "id"], "optional_computed": ["tags_all"]},
    "aws_iam_user_login_profile": {"computed": ["id"]},
    "aws_internet_gateway": {"computed": ["arn", "id"]},
    "aws_kms_grant": {"computed": ["id"]},
    "aws_nat_gateway": {"computed": ["id"]},
    "aws_redshift_data_share_authorization": {"computed": ["id"]},
    "aws_route": {"computed": ["id"]},
    "aws_s3_bucket_acl": {"computed": ["id"]},
    "aws_secretsmanager_secret_policy": {"computed": ["id"]},
    "aws_secretsmanager_secret_version": {"computed": ["arn", "id"]},
    "aws_security_group_rule": {"computed": ["id"]},
}


@pytest.fixture(scope="module")
def schema():
    return {**json.loads((ROOT / "bindings" / "schema.json").read_text()), **OTHER}


@pytest.fixture(scope="module")
def stacks(schema):
    command = [ROOT / ".venv-checkov" / "bin" / "python", FOLDER / "read_hcl.py", FOLDER]
    parsed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {path: _configuration(found, schema) for path, found in parsed.items()}


@pytest.fixture(scope="module")
def checkov():
    process = CheckovProcess(ROOT, ROOT / "policies")
    yield process
    process.close()


@pytest.mark.parametrize("fixture", FIXTURES)
def test_verdicts(fixture, stacks, schema, checkov):
    """
    Resources named `pass_*` pass the policy of their folder, those named `fail_*` fail it, and none is left out.
    """
    plan = canonical(first_plan(stacks[fixture], schema), stacks[fixture], schema)
    [answer] = checkov.scan([plan.plan])
    check = fixture.split("/")[0]
    passed = {address for found, address in answer["passed"] if found == check}
    failed = {entry["address"] for entry in answer["failed"] if entry["check"] == check}
    judged = {address.split(".")[0] for address in passed | failed}
    named = {address for address in plan.resources if address.split(".")[0] in judged}

    assert [] == plan.unresolved + plan.contradictions + answer["errors"]
    assert judged
    assert (passed and failed) or not fixture.endswith("main.tf")
    assert {address for address in named if ".pass_" in address} == passed
    assert {address for address in named if ".fail_" in address} == failed


def test_every_policy_has_a_fixture():
    """
    Each policy of the manifest has a folder here with resources that pass and resources that fail.
    """
    manifest = yaml.safe_load((ROOT / "controls" / "policies.yaml").read_text())
    texts = {check: (FOLDER / check / "main.tf").read_text() for check in manifest}

    assert sorted(manifest) == sorted({fixture.split("/")[0] for fixture in FIXTURES})
    assert all('" "pass_' in text and '" "fail_' in text for text in texts.values())


def test_every_failure_says_what_is_wrong(stacks, schema, checkov):
    """
    A finding of a policy carries a sentence of its own.
    """
    stack = stacks["MR_S3_1/main.tf"]
    [answer] = checkov.scan([canonical(first_plan(stack, schema), stack, schema).plan])
    ours = [entry for entry in answer["failed"] if entry["check"].startswith("MR_")]

    assert ours
    assert all(entry["details"] for entry in ours)


def _configuration(found: list[dict[str, Any]], schema: dict[str, Any]) -> dict[str, Any]:
    resource: dict[str, dict[str, Any]] = {}
    for entry in found:
        for kind, blocks in entry.items():
            for name, block in blocks.items():
                resource.setdefault(kind, {})[name] = _block(block, schema[kind])
    return {"provider": {"aws": [PROVIDER]}, "resource": resource}


def _block(block: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    nested = shape.get("blocks", {})
    given = {name: value for name, value in block.items() if not name.startswith("__")}
    return {
        name: [_block(item, nested[name]) for item in value] if name in nested else _value(value[0])
        for name, value in given.items()
    }


def _value(value: Any) -> Any:
    negative = re.fullmatch(r"\$\{(-\d+)\}", value) if isinstance(value, str) else None
    return int(negative[1]) if negative else value
