from __future__ import annotations

import json

import boto3
import pytest
from moto import mock_aws

from functions.warehouse_login import handler as module

VERSION = "00000000-0000-4000-8000-000000000001"


@pytest.fixture(name="secret")
def _secret(monkeypatch):
    names = {
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "eu-central-1",
        "WAREHOUSE": json.dumps({"ClusterIdentifier": "reporting-dev-warehouse", "Database": "warehouse"}),
        "ADMIN_SECRET_ARN": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:admin",
        "DATABASE_USER": "reports",
    }
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    module.rotation.cache_clear()
    with mock_aws():
        yield boto3.client("secretsmanager").create_secret(Name="reporting-dev-reports")["ARN"]
    module.rotation.cache_clear()


def event(secret, step):
    return {"SecretId": secret, "ClientRequestToken": VERSION, "Step": step}


def test_a_step_is_done_for_the_secret_that_is_named(secret):
    """
    The first step leaves a pending version for the user that the environment names.
    """
    module.handler(event(secret, "createSecret"), None)
    found = boto3.client("secretsmanager").get_secret_value(SecretId=secret, VersionStage="AWSPENDING")

    assert (VERSION, "reports") == (found["VersionId"], json.loads(found["SecretString"])["username"])


def test_an_unknown_step_is_an_error(secret):
    """
    What Secrets Manager does not ask for today is not passed over.
    """
    with pytest.raises(KeyError, match="otherSecret"):
        module.handler(event(secret, "otherSecret"), None)
