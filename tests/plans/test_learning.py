"""
What holds for the plan of any deployment that learns, whatever its parameters.
"""

from __future__ import annotations

import base64
import json

import pytest

from tests.planning import ROOT, planned
from tests.plans.values import at, statements, texts

LEARNING = sorted(
    path.stem for path in (ROOT / "deployments").glob("*.yaml") if "blueprint: ml_training\n" in path.read_text()
)
CREATING = {"sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob"}


@pytest.fixture(name="real", params=LEARNING)
def _real(request):
    return planned(request.param)


@pytest.fixture(name="domain")
def _domain(real):
    [found] = real.of("aws_sagemaker_domain").values()

    return found


@pytest.fixture(name="jobs")
def _jobs(real):
    """What the pipeline and the state machine ask SageMaker for, by the name of the step."""
    [pipeline] = real.of("aws_sagemaker_pipeline").values()
    found = {
        step["Name"]: step["Arguments"]
        for step in json.loads(pipeline["pipeline_definition"])["Steps"]
        if step["Type"] in ("Training", "Processing")
    }
    for machine in real.of("aws_sfn_state_machine").values():
        for name, state in json.loads(machine["definition"])["States"].items():
            if ":sagemaker:create" in state.get("Resource", ""):
                found[name] = state["Parameters"]

    return found


def network(job):
    return job.get("NetworkConfig", job)


def users_and_spaces(domain, path):
    return [at(domain, f"{name}.{path}") for name in ("default_user_settings", "default_space_settings")]


def test_both_environments_learn():
    """
    The fixtures look at something, in both environments.
    """
    assert {"churn-dev", "churn-prod"} <= set(LEARNING)


def test_every_job_is_isolated_in_the_network_and_talks_encrypted(real, jobs):
    """
    No job's container reaches anything; machines encrypt what they say, in subnets of the plan.
    """
    subnets = {item["id"] for item in real.of("aws_subnet").values()}

    assert {"Check", "Evaluate", "Judge", "Train"} == set(jobs)
    for job in jobs.values():
        assert network(job)["EnableNetworkIsolation"] is True
        assert network(job)["EnableInterContainerTrafficEncryption"] is True
        assert set(network(job)["VpcConfig"]["Subnets"]) == subnets


def test_nobody_starts_another_kind_of_job(real):
    """
    Whoever may start a job is held to isolation, encrypted talk, keys, subnets and groups, notebooks among them.
    """
    starting = [
        (values["role"], item)
        for values in real.of("aws_iam_role_policy").values()
        for item in statements(values["policy"])
        if CREATING & set(texts(item["Action"]))
    ]

    assert {f"{real.loaded.deployment.name}-{name}" for name in ("intake", "notebook", "training")} == {
        role for role, _ in starting
    }
    for _, item in starting:
        held = item["Condition"]
        assert {"true"} == {*held["Bool"].values()}
        assert {"sagemaker:OutputKmsKey", "sagemaker:VolumeKmsKey"} == set(held["ArnEquals"])
        assert {"sagemaker:VpcSecurityGroupIds", "sagemaker:VpcSubnets"} <= set(held["ForAllValues:StringEquals"])


def test_studio_has_no_way_out(domain):
    """
    Notebooks are in the network only, in groups, under a key, and run no containers.
    """
    assert ("VpcOnly", ["DISABLED"]) == (
        domain["app_network_access_type"],
        at(domain, "domain_settings.docker_settings.enable_docker_access"),
    )
    assert all(users_and_spaces(domain, "security_groups"))
    assert domain["kms_key_id"]


def test_idle_notebooks_end(domain):
    """
    Users and spaces have an idle time of at most twelve hours that nobody can lengthen.
    """
    idle = "jupyter_lab_app_settings.app_lifecycle_management.idle_settings"

    assert [["ENABLED"]] * 2 == users_and_spaces(domain, f"{idle}.lifecycle_management")
    assert all(60 <= time <= 720 for [time] in users_and_spaces(domain, f"{idle}.max_idle_timeout_in_minutes"))


def test_nobody_is_root(real, domain):
    """
    The script that notebooks start with empties sudoers, and ends with an error when that does not help.
    """
    [script] = real.of("aws_sagemaker_studio_lifecycle_config").values()
    text = base64.b64decode(script["studio_lifecycle_config_content"]).decode()

    assert [[script["arn"]]] * 2 == users_and_spaces(domain, "jupyter_lab_app_settings.lifecycle_config_arns")
    assert "/etc/sudoers" in text
    assert "exit 1" in text.splitlines()[-2]


def test_each_engineer_has_a_profile(real):
    """
    There are as many profiles as the environment names ML engineers, and each has a role that opens it alone.
    """
    profiles = {item["user_profile_name"] for item in real.of("aws_sagemaker_user_profile").values()}
    opened = [
        texts(item["Resource"])
        for values in real.of("aws_iam_role_policy").values()
        for item in statements(values["policy"])
        if "sagemaker:CreatePresignedDomainUrl" in texts(item["Action"])
    ]

    assert len(real.loaded.environment.personas.ml_engineer) == len(profiles)
    assert profiles == {arn.rpartition("/")[2] for [arn] in opened}


def test_versions_wait_for_the_owner(real):
    """
    The group of models refuses versions that do not wait, and approvals by anybody but the owner's role.
    """
    [policy] = real.of("aws_sagemaker_model_package_group_policy").values()
    refused = {item["Sid"]: item for item in statements(policy["resource_policy"])}

    assert {"Deny"} == {item["Effect"] for item in refused.values()}
    assert {"sagemaker:ModelApprovalStatus": "PendingManualApproval"} == refused["WaitsForApproval"]["Condition"][
        "StringNotEquals"
    ]
    assert refused["ApprovedByTheOwner"]["Condition"]["ArnNotEquals"]["aws:PrincipalArn"].endswith("-owner-approve")


def test_features_end(real):
    """
    A feature is online for a year at most, and its history is in a bucket of the plan.
    """
    [group] = real.of("aws_sagemaker_feature_group").values()
    buckets = {item["bucket"] for item in real.of("aws_s3_bucket").values()}
    [place] = at(group, "offline_store_config.s3_storage_config.s3_uri")

    assert ["Days"] == at(group, "online_store_config.ttl_duration.unit")
    assert all(1 <= days <= 365 for days in at(group, "online_store_config.ttl_duration.value"))
    assert place.split("/")[2] in buckets
