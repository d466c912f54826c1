from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from modules.foundation.config_rules import RULES
from tests.modules.region import region as build

ROOT = Path(__file__).parents[3]
CONFIG = {"Service": "config.amazonaws.com"}
OURS = {"aws:SourceAccount": "111122223333"}


def test_every_type_is_recorded(region):
    """
    The recorder leaves no type out, those without a region included, and is on.
    """
    assert {"all_supported": True, "include_global_resource_types": True} == region["config/recorder"][
        "recording_group"
    ]
    assert region["config/recorder_status"]["is_enabled"]


def test_what_has_no_region_is_recorded_at_home_only():
    """
    Elsewhere than in the home region, identities are neither recorded nor judged once more.
    """
    other = build(home=False)

    assert not other["config/recorder"]["recording_group"]["include_global_resource_types"]
    assert "config/root_account_mfa_enabled" not in other
    assert "config/s3_bucket_versioning_enabled" in other


def test_the_recorder_acts_as_the_service(region):
    """
    The recorder has the service-linked role, which is made here.
    """
    assert (
        "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
        == region["config/recorder"]["role_arn"]
    )
    assert "config.amazonaws.com" == region["config/service_role"]["aws_service_name"]


def test_a_service_role_that_exists_is_not_made_again():
    """
    An account that used Config before has the role already.
    """
    assert "config/service_role" not in build(config={"service_role": "exists"})


def test_history_is_delivered_under_our_key(region):
    """
    The channel leads to the bucket of the stack and encrypts with its key.
    """
    channel = region["config/delivery_channel"]

    assert "region-dev-config" in channel["s3_bucket_name"]
    assert "<keys/pipeline/key.arn>" == channel["s3_kms_key_arn"]


def test_history_is_encrypted_by_default(region):
    """
    The bucket's default key is the one of the channel.
    """
    [rule] = region["config/bucket/encryption"]["rule"]

    assert "<keys/pipeline/key.arn>" == rule["apply_server_side_encryption_by_default"]["kms_master_key_id"]


def test_the_auditor_reads_history(region):
    """
    The auditor's role looks at the history and at who else looked, and puts nothing.
    """
    allowed = region.allowed("config/auditor/role/policy")
    buckets = [
        f"arn:aws:s3:::{name}-111122223333-eu-central-1" for name in ("con-region-dev-config", "int-region-dev-logs")
    ]

    assert {f"{bucket}/*" for bucket in buckets} == set(allowed["s3:GetObject"])
    assert not {action for action in allowed if action.startswith(("s3:Put", "s3:Delete"))}


def test_config_may_use_the_key(region):
    """
    Config encrypts the history with the key, for this account.
    """
    [served] = [found for found in region.statements("keys/pipeline/key") if found["Principal"] == CONFIG]

    assert ["kms:Decrypt", "kms:GenerateDataKey"] == served["Action"]
    assert {"StringEquals": OURS} == served["Condition"]


def test_every_rule_is_there(region):
    """
    Each managed rule of the table is in the stack and says what it mirrors.
    """
    found = {
        rule["source"]["source_identifier"]: rule["description"]
        for rule in region.of_type("aws_config_config_rule").values()
    }

    assert {identifier: f"Mirrors {rule.mirrors}" for identifier, rule in RULES.items()} == found


def test_rules_have_their_parameters(region):
    """
    Logs have to be kept for 90 days, what public data demands.
    """
    given = region["config/cw_loggroup_retention_period_check"]["input_parameters"]

    assert {"MinRetentionTime": "90"} == json.loads(given)


def test_mirrored_policies_exist():
    """
    A rule that mirrors a policy of the gate names one that there is.
    """
    manifest = yaml.safe_load((ROOT / "controls" / "policies.yaml").read_text())
    mirrored = {rule.mirrors for rule in RULES.values() if re.match("MR_", rule.mirrors)}

    assert mirrored
    assert set() == mirrored - set(manifest)


def test_history_is_kept_for_a_year_at_least():
    """
    Less than a year of history is refused.
    """
    with pytest.raises(ValidationError, match="greater than or equal to 365"):
        build(config={"retention_days": 364})
