from __future__ import annotations

import json

import pytest

from modules.errors import InputError
from tests.modules.lakehouse_sample import build, parameters

JOBS = ("jobs/prepare", "jobs/reject")


@pytest.mark.parametrize("path", JOBS)
def test_a_job_grows_up_to_its_ceiling(path):
    """
    Glue adds workers as they are needed, up to the ceiling, and a run has an end.
    """
    job = parameters(jobs={"maximum_workers": 7, "timeout_minutes": 30})[f"{path}/job"]

    assert ("true", 7, 30) == (
        job["default_arguments"]["--enable-auto-scaling"],
        job["number_of_workers"],
        job["timeout"],
    )


@pytest.mark.parametrize("path", JOBS)
def test_a_job_encrypts_all_it_leaves(path):
    """
    Logs, bookmarks and files are under the pipeline's key.
    """
    built = build()
    parts = built[f"{path}/security"]["encryption_configuration"]

    assert "<keys/pipeline/key.arn>" == parts["s3_encryption"]["kms_key_arn"]
    assert "CSE-KMS" == parts["job_bookmarks_encryption"]["job_bookmarks_encryption_mode"]
    assert built[f"{path}/security"]["name"] == built[f"{path}/job"]["security_configuration"]


def test_code_is_named_by_its_digest():
    """
    The job runs a script that imports the archive it was planned with.
    """
    built = build()
    entry = built["jobs/prepare/entry"]

    assert "from batch_prepare.job import main\n\nmain()\n" == entry["content"]
    assert "assets/batch_prepare.zip" == built["jobs/prepare/batch_prepare"]["source"]
    assert built["jobs/prepare/job"]["command"]["script_location"].endswith("/batch_prepare.job.py")


def test_only_prepare_makes_tokens():
    """
    The job that tokenizes may use the token key; no other process may.
    """
    built = build()
    makers = [path for path in built.of_type("aws_iam_role_policy") if "kms:GenerateMac" in built.allowed(path)]

    assert ["jobs/prepare/role/policy"] == makers


def test_settings_reach_the_job():
    """
    The job is told schema, sensitive fields and token key, as the stream's function is.
    """
    settings = json.loads(build()["jobs/prepare/job"]["default_arguments"]["--settings"])

    assert '["customer"]' == settings["SENSITIVE_FIELDS"]
    assert "<token_key/key.arn>" == settings["TOKEN_KEY_ID"]


def test_the_application_stops_and_has_a_ceiling():
    """
    EMR Serverless costs nothing without work, and never has more workers than was said.
    """
    application = parameters(publisher={"maximum_workers": 4, "idle_minutes": 2})["publisher/application/application"]

    assert {"cpu": "16 vCPU", "memory": "64 GB", "disk": "200 GB"} == application["maximum_capacity"]
    assert {"enabled": True, "idle_timeout_minutes": 2} == application["auto_stop_configuration"]
    assert 3 == len(application["network_configuration"]["subnet_ids"])


def test_warm_workers_are_there_when_asked_for():
    """
    Without warm workers nothing waits; with some, a driver and as many executors do.
    """
    warm = parameters(publisher={"warm_workers": 2})["publisher/application/application"]["initial_capacity"]

    assert [] == build()["publisher/application/application"]["initial_capacity"]
    assert [("Driver", 1), ("Executor", 2)] == [
        (each["initial_capacity_type"], each["initial_capacity_config"]["worker_count"]) for each in warm
    ]


def test_roles_are_handed_to_their_own_service():
    """
    The machine may hand on the role of the publisher and that of the evaluation, each to the one service it is for.
    """
    handed = {
        statement["Condition"]["StringEquals"]["iam:PassedToService"]: statement["Resource"]
        for statement in build().statements("flow/machine/role/policy")
        if "iam:PassRole" in statement["Action"]
    }

    assert {
        "emr-serverless.amazonaws.com": ["arn:aws:iam::111122223333:role/sales-dev-publish"],
        "glue.amazonaws.com": ["arn:aws:iam::111122223333:role/sales-dev-quality"],
    } == handed


def test_rules_of_users_stand_beside_those_that_always_hold():
    """
    A ruleset has the three rules of every dataset and those of the deployment.
    """
    ruleset = build()["quality/ruleset"]["ruleset"]

    assert all(rule in ruleset for rule in ("RowCount > 0", 'IsComplete "event_id"', 'ColumnValues "amount" >= 0'))


def test_a_withheld_field_is_of_the_schema():
    """
    What is withheld has to be a field that is neither the id, nor the time, nor tokenized.
    """
    with pytest.raises((InputError, ValueError), match="customer is not one of the other fields"):
        parameters(withheld_fields=["customer"])
