from __future__ import annotations

import json

import pytest

from modules.dataflow import DataflowError
from modules.errors import InputError
from tests.modules.sample import build


@pytest.fixture(name="dev")
def _dev(stacks):
    return json.loads((stacks / "orders-dev" / "cdk.tf.json").read_text())


def test_only_the_environments_account_is_touched(dev):
    """
    Terraform refuses credentials of any other account, for resources and for state.
    """
    [provider] = dev["provider"]["aws"]

    assert ["111122223333"] == provider["allowed_account_ids"]
    assert ["111122223333"] == dev["terraform"]["backend"]["s3"]["allowed_account_ids"]


def test_every_resource_gets_the_deployments_tags(dev):
    """
    Whatever takes tags says whose it is, what it holds and what made it.
    """
    [provider] = dev["provider"]["aws"]

    assert provider["default_tags"] == [
        {
            "tags": {
                "blueprint": "stream_analytics",
                "classification": "confidential",
                "deployment": "orders-dev",
                "environment": "dev",
                "managed-by": "millrace",
                "owner": "orders-team@example.com",
            }
        }
    ]


def test_state_is_remote_and_locked(dev):
    """
    State lies in the environment's bucket under the deployment's name, locked by a file.
    """
    state = dev["terraform"]["backend"]["s3"]

    assert ("millrace-state-111122223333-eu-central-1", "orders-dev/terraform.tfstate") == (
        state["bucket"],
        state["key"],
    )
    assert state["use_lockfile"] is True


def test_state_is_encrypted_as_its_bucket_does(dev):
    """
    The backend asks for no encryption, since asking without a key's ARN would put the bucket's own key aside.
    """
    assert not {"encrypt", "kms_key_id"} & set(dev["terraform"]["backend"]["s3"])


def test_versions_are_pinned(dev):
    """
    The provider is pinned to one release; Terraform to releases that lock state by a file.
    """
    provider = dev["terraform"]["required_providers"]["aws"]

    assert {"source": "hashicorp/aws", "version": "5.100.0"} == provider
    assert ">= 1.10.0, < 2.0.0" == dev["terraform"]["required_version"]


def test_a_refusal_names_the_file():
    """
    What a module refuses is told with the deployment's file in front.
    """
    with pytest.raises(InputError, match=r"^deployments/orders-dev.yaml: parameters.lake.raw_retention_days: "):
        build(parameters={"lake": {"raw_retention_days": 1}})


def test_data_that_would_leak_is_refused():
    """
    Without sensitive fields the table keeps the source's class, to which an analyst has no access.
    """
    schema = {"sensitive_fields": []}

    with pytest.raises(InputError, match="the persona analyst may not read orders, which is confidential") as caught:
        build(parameters={"event_schema": schema, "consumers": ["analyst"]})

    assert isinstance(caught.value.__cause__, DataflowError)
