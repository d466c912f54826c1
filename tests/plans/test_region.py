from __future__ import annotations

import pytest

from tests.planning import planned
from tests.plans.values import at

REGIONS = {"region-dev": {"confidential"}, "region-prod": {"confidential", "restricted"}}
FEATURES = {
    *("EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS"),
    *("RDS_LOGIN_EVENTS", "RUNTIME_MONITORING", "S3_DATA_EVENTS"),
}


@pytest.fixture(params=REGIONS)
def name(request):
    return request.param


@pytest.fixture
def region(name):
    return planned(name)


def test_every_protection_is_planned(region):
    """
    The plan turns on each protection of the one detector.
    """
    [detector] = region.of("aws_guardduty_detector").values()
    features = region.of("aws_guardduty_detector_feature").values()

    assert detector["enable"]
    assert FEATURES == {item["name"] for item in features if item["status"] == "ENABLED"}
    assert {detector["id"]} == {item["detector_id"] for item in features}


def test_everything_is_recorded(region):
    """
    The plan holds one recorder of all types that is on.
    """
    [recorder] = region.of("aws_config_configuration_recorder").values()
    [status] = region.of("aws_config_configuration_recorder_status").values()

    assert [True] == at(recorder, "recording_group.all_supported")
    assert (recorder["name"], True) == (status["name"], status["is_enabled"])


def test_strict_classes_are_searched_and_backed_up(region, name):
    """
    Each strict class that the environment lets in has a job of Macie, a vault and a plan.
    """
    jobs = region.of("aws_macie2_classification_job").values()
    path = "s3_job_definition.bucket_criteria.includes.and.tag_criterion.tag_values.value"
    vaults = region.of("aws_backup_vault", "aws_backup_plan").values()

    assert REGIONS[name] == {value for job in jobs for value in at(job, path)}
    assert REGIONS[name] == {item["tags"]["classification"] for item in vaults}


def test_restricted_backups_are_locked_in_both_regions(region, name):
    """
    Every restricted vault, the copy in the second region too, is locked for the days of the environment, for good.
    """
    immutability = region.loaded.environment.immutability
    locks = list(region.of("aws_backup_vault_lock_configuration").values())
    found = {(lock["min_retention_days"], lock["changeable_for_days"]) for lock in locks}

    assert {"region-dev": 0, "region-prod": 2}[name] == len(locks)
    assert found <= {(immutability.days, 3)}


def test_each_vault_is_in_the_region_of_its_key(region):
    """
    A vault of the second region is under a key of the second region.
    """
    pairs = {(item["arn"].split(":")[3], item["kms_key_arn"].split(":")[3]) for item in vaults(region)}

    assert pairs
    assert all(vault == key for vault, key in pairs)


def vaults(region):
    return region.of("aws_backup_vault").values()
