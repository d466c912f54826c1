from __future__ import annotations

import json

import pytest

from bindings import Reference, escape
from modules.processing.every_function import escaped
from tests.modules.sample import DEPLOYMENT, parameters

SCHEMA = DEPLOYMENT["parameters"]["event_schema"]
ATTACK = '${file("/etc/passwd")} %{ if true }'


@pytest.mark.parametrize(
    ("text", "rendered"), [("${a}", "$${a}"), ("%{ if a }", "%%{ if a }"), ("$100 50% {a}", "$100 50% {a}")]
)
def test_text_loses_what_terraform_would_evaluate(text, rendered):
    """
    Terraform's two openings are doubled, and other text stays as it is.
    """
    assert rendered == escape(text)


def test_a_description_cannot_reach_terraform():
    """
    A field's description with a template in it arrives in the catalog as text.
    """
    fields = [*SCHEMA["fields"], {"name": "note", "type": "string", "description": ATTACK}]
    table = parameters(event_schema={"fields": fields}).rendered("catalog/table")
    comments = {column["name"]: column.get("comment") for column in table["storage_descriptor"]["columns"]}

    assert '$${file("/etc/passwd")} %%{ if true }' == comments["note"]


def test_only_references_of_ours_reach_the_environment_of_a_function():
    """
    Text that looks like a reference is escaped unless a resource made it.
    """
    assert "$${aws_kms_key.key.arn}" == escaped("${aws_kms_key.key.arn}")
    assert "${aws_kms_key.key.arn}" == escaped(Reference("${aws_kms_key.key.arn}"))


def test_policies_hold_references_that_terraform_resolves(built):
    """
    A key's ARN inside a JSON policy is a reference to the key, not text.
    """
    policy = json.loads(built.rendered("producer/role/policy")["policy"])
    [resource] = [found["Resource"] for found in policy["Statement"] if "kms:GenerateDataKey" in found["Action"]]

    assert resource[0].startswith("${aws_kms_key.stream_analytics_keys_pipeline_key_")
