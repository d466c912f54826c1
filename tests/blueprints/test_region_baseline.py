from __future__ import annotations

import json

import pytest

SINGLETONS = (
    "aws_config_configuration_recorder",
    "aws_config_delivery_channel",
    "aws_default_vpc",
    "aws_ebs_default_kms_key",
    "aws_ebs_encryption_by_default",
    "aws_ebs_snapshot_block_public_access",
    "aws_ec2_instance_metadata_defaults",
    "aws_ec2_serial_console_access",
    "aws_emr_block_public_access_configuration",
    "aws_glue_data_catalog_encryption_settings",
    "aws_guardduty_detector",
    "aws_lakeformation_data_lake_settings",
    "aws_macie2_account",
    "aws_securityhub_account",
)


LOGS = {"/aws/sagemaker/ProcessingJobs", "/aws/sagemaker/TrainingJobs", "/aws/sagemaker/studio"}


@pytest.fixture(name="resources")
def _resources(stacks):
    """The resources of every deployment, by its name."""
    return {path.parent.name: json.loads(path.read_text())["resource"] for path in stacks.glob("*/cdk.tf.json")}


def test_singletons_of_a_region_live_here_only(resources):
    """
    What exists once per region is in its baseline, once, and in no other deployment.
    """
    found = {(name, kind): len(held[kind]) for name, held in resources.items() for kind in SINGLETONS if kind in held}

    assert {(name, kind): 1 for name in ("region-dev", "region-prod") for kind in SINGLETONS} == found


def test_logs_of_learning_live_here_only(resources):
    """
    The log groups that SageMaker shares in a region are made by its baseline, each once, with its key and an end.
    """
    found = [
        (name, group["name"])
        for name, held in resources.items()
        for group in held.get("aws_cloudwatch_log_group", {}).values()
        if group["name"] in LOGS and "aws_kms_key" in group["kms_key_id"] and group["retention_in_days"] >= 365
    ]

    assert sorted((name, log) for name in ("region-dev", "region-prod") for log in LOGS) == sorted(found)


def test_no_pipeline_makes_a_log_group_of_sagemaker(resources):
    """
    A log group of SageMaker with a fixed name is in no deployment of a pipeline, whatever its settings.
    """
    owners = {
        name
        for name, held in resources.items()
        for group in held.get("aws_cloudwatch_log_group", {}).values()
        if group["name"] in LOGS
    }

    assert {"region-dev", "region-prod"} == owners


def test_a_baseline_tells_its_facts(stacks):
    """
    Where the history is and who makes backups is told to other deployments.
    """
    told = json.loads((stacks / "region-prod" / "cdk.tf.json").read_text())["output"]["facts"]["value"]

    assert {"backup_role", "config_bucket"} == set(told["region_baseline"])


def test_copies_are_in_a_second_region(stacks):
    """
    The second provider differs from the first by its alias and region alone.
    """
    first, second = json.loads((stacks / "region-prod" / "cdk.tf.json").read_text())["provider"]["aws"]

    assert {**first, "alias": "copy", "region": "eu-west-1"} == second
