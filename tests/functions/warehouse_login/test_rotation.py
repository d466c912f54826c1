from __future__ import annotations

import json
import re
import string

import boto3
import pytest
from moto import mock_aws

from functions.warehouse_login import rotation as module
from functions.warehouse_login.rotation import LENGTH, Rotation, password
from functions.warehouse_login.warehouse import Warehouse

TARGET = {"ClusterIdentifier": "reporting-dev-warehouse", "Database": "warehouse"}
ADMIN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:redshift!reporting-dev-warehouse-keeper"


class DataApi:
    """The Data API in memory: it keeps what was asked of it, and answers each with the next of *states*."""

    def __init__(self, *states):
        self.states = list(states)
        self.asked = []

    def batch_execute_statement(self, **asked):
        self.asked.append(asked)
        return {"Id": f"s-{len(self.asked)}"}

    def describe_statement(self, **_):
        return {"Status": self.states.pop(0) if len(self.states) > 1 else self.states[0]}


@pytest.fixture(name="manager")
def _manager():
    with mock_aws():
        yield boto3.client(
            "secretsmanager", "eu-central-1", aws_access_key_id="x", aws_secret_access_key="x"
        )  # fmt: skip


@pytest.fixture(name="secret")
def _secret(manager):
    return manager.create_secret(Name="reporting-dev-reports")["ARN"]


def rotation(manager, *states):
    api = DataApi(*(states or ("FINISHED",)))
    return Rotation(manager, Warehouse(api, TARGET, ADMIN), "reports"), api


def version(number):
    return f"00000000-0000-4000-8000-00000000000{number}"


def rotate(manager, secret, number):
    steps, api = rotation(manager)
    for step in (steps.create, steps.set, steps.test, steps.finish):
        step(secret, version(number))
    return api


def current(manager, secret):
    return json.loads(manager.get_secret_value(SecretId=secret, VersionStage="AWSCURRENT")["SecretString"])


def test_the_first_password(manager, secret):
    """
    A secret that holds nothing gets a user and a password, and the warehouse the same password.
    """
    api = rotate(manager, secret, 1)
    value = current(manager, secret)

    assert "reports" == value["username"]
    assert [f"ALTER USER \"reports\" PASSWORD '{value['password']}'"] == api.asked[0]["Sqls"]
    assert (ADMIN, "reporting-dev-warehouse") == (api.asked[0]["SecretArn"], api.asked[0]["ClusterIdentifier"])


def test_every_rotation_makes_another_password(manager, secret):
    """
    After the second rotation the password is another one.
    """
    rotate(manager, secret, 1)
    before = current(manager, secret)["password"]
    rotate(manager, secret, 2)

    assert before != current(manager, secret)["password"]


def test_a_repeated_step_keeps_the_password(manager, secret):
    """
    Secrets Manager may ask for a step again: the pending password stays what it is.
    """
    steps, _ = rotation(manager)
    steps.create(secret, version(1))
    pending = manager.get_secret_value(SecretId=secret, VersionStage="AWSPENDING")["SecretString"]
    steps.create(secret, version(1))

    assert pending == manager.get_secret_value(SecretId=secret, VersionStage="AWSPENDING")["SecretString"]


def test_a_repeated_end_changes_nothing(manager, secret):
    """
    Finishing twice leaves the same version current.
    """
    rotate(manager, secret, 1)
    steps, _ = rotation(manager)
    steps.finish(secret, version(1))

    assert ["AWSCURRENT"] == [
        stage for stage in manager.describe_secret(SecretId=secret)["VersionIdsToStages"][version(1)] if "CURR" in stage
    ]


def test_a_statement_that_fails_stops_the_rotation(manager, secret):
    """
    A failed statement is an error that names its id and not the password.
    """
    steps, api = rotation(manager, "FAILED")
    steps.create(secret, version(1))
    with pytest.raises(RuntimeError, match=r"^statement s-1 is FAILED$"):
        steps.set(secret, version(1))

    assert 1 == len(api.asked)


def test_a_statement_is_waited_for(manager, secret, monkeypatch):
    """
    A warehouse that wakes up is asked again until it is done.
    """
    monkeypatch.setattr("functions.warehouse_login.warehouse.time.sleep", lambda _: None)
    steps, api = rotation(manager, "SUBMITTED", "STARTED", "FINISHED")
    steps.create(secret, version(1))
    steps.set(secret, version(1))

    assert ["FINISHED"] == api.states


def test_a_foreign_version_is_refused(manager, secret):
    """
    A pending version of another user does not count.
    """
    manager.put_secret_value(
        SecretId=secret,
        ClientRequestToken=version(1),
        SecretString=json.dumps({"username": "keeper", "password": "x"}),
        VersionStages=["AWSPENDING"],
    )
    steps, _ = rotation(manager)
    with pytest.raises(ValueError, match="not of the user reports"):
        steps.test(secret, version(1))


def test_a_password_is_one_that_redshift_takes():
    """
    8 to 64 letters and digits, one of each kind at least, and never the same.
    """
    made = {password() for _ in range(200)}

    assert 200 == len(made)
    assert all(re.fullmatch(rf"[A-Za-z0-9]{{{LENGTH}}}", each) for each in made)
    assert all(set(each) & set(kind) for each in made for kind in (string.ascii_lowercase, string.digits))
    assert 8 <= module.LENGTH <= 64
