"""
A running emulator, and roles in it.
"""

from __future__ import annotations

import json
import os
import subprocess
from itertools import count
from pathlib import Path

import pytest

from tests.emulator.acting import ACCOUNT, ANALYST, DEPLOY, REGION
from workflow.emulator.server import Emulator

TOOLCHAIN = Path(__file__).parents[2] / "build" / "toolchain"  # made by `make setup`

numbers = count()


@pytest.fixture(name="emulator", scope="session")
def _emulator(tmp_path_factory):
    emulator = Emulator.start(
        tmp_path_factory.mktemp("emulator"),
        account_id=ACCOUNT,
        region=REGION,
        roles=[ANALYST],
        deploy_role=DEPLOY,
    )
    yield emulator
    emulator.stop()


@pytest.fixture(name="admin", scope="session")
def _admin(emulator):
    """A session that may do everything."""
    return emulator.session(DEPLOY)


@pytest.fixture(name="role")
def _role(emulator, admin):
    """Makes a role for *service* with *statements* of the form (action, resource), and gives a session of it."""

    def make(*statements, service="lambda.amazonaws.com"):
        name = f"role-{next(numbers)}"
        iam = admin.client("iam")
        trust = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
        role = iam.create_role(
            RoleName=name, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        )
        if statements:
            document = {
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Action": action, "Resource": resource} for action, resource in statements
                ],
            }
            iam.put_role_policy(RoleName=name, PolicyName="flows", PolicyDocument=json.dumps(document))
        return emulator.session(role["Role"]["Arn"])

    return make


@pytest.fixture(name="unique")
def _unique():
    """A name that no other test uses."""
    return f"orders-{next(numbers)}"


PROVIDER = {
    "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}},
    "provider": {
        "aws": {
            "region": REGION,
            "max_retries": 2,
            "s3_use_path_style": True,
            "skip_region_validation": True,
            "skip_metadata_api_check": True,
        },
    },
}
OFFLINE = {
    "access_key": "offline",
    "secret_key": "offline",
    "skip_credentials_validation": True,
    "skip_requesting_account_id": True,
}


@pytest.fixture(name="terraform")
def _terraform():
    """
    Prepares a folder with *files* (name -> JSON, or text) and gives a function that runs Terraform in it.

    Runs against *emulator* as its deploy role, or, without one, offline.
    """

    def prepare(folder, files, emulator=None, provider=PROVIDER):
        folder.mkdir(exist_ok=True)
        if provider is not None and emulator is None:
            provider = {**provider, "provider": {"aws": {**provider["provider"]["aws"], **OFFLINE}}}
        for name, content in {**files, **({"provider.tf.json": provider} if provider else {})}.items():
            (folder / name).write_text(content if isinstance(content, str) else json.dumps(content))
        environment = {**os.environ, "TF_IN_AUTOMATION": "1", "TF_CLI_CONFIG_FILE": str(TOOLCHAIN / "terraform.rc")}
        environment |= emulator.environment() if emulator else {}
        binary = json.loads((TOOLCHAIN / "toolchain.json").read_text())["terraform"]

        def run(*arguments, check=True):
            done = subprocess.run(
                [binary, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            assert not check or done.returncode == 0, done.stderr
            return done

        run("init", "-no-color")
        return run

    return prepare


@pytest.fixture(name="stream")
def _stream(admin, unique):
    admin.client("kinesis").create_stream(StreamName=unique, ShardCount=1)
    return unique


@pytest.fixture(name="bucket")
def _bucket(admin, unique):
    admin.client("s3").create_bucket(Bucket=unique, CreateBucketConfiguration={"LocationConstraint": REGION})
    admin.client("s3").put_object(Bucket=unique, Key="a/1", Body=b"x")
    return unique


@pytest.fixture(name="key")
def _key(admin):
    """A key whose policy hands the decision to the account."""
    return admin.client("kms").create_key()["KeyMetadata"]["Arn"]
