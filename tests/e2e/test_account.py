"""
The baseline of an account on the embedded AWS: applied, read back, attacked, destroyed.

One file, since one application serves all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from tests.checkout import Ended, checkout
from tests.emulator.acting import refused
from workflow.emulator.server import Emulator
from workflow.trial import buckets
from workflow.workspace import read_json

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e_account")]

NAME = "account-dev"
DENIED = "AccessDenied"


@dataclass
class Account:
    """An applied baseline: its buckets by zone, sessions of who deploys and who audits, and what each verb said."""

    buckets: dict[str, str]
    deployer: Any
    auditor: Any
    said: dict[str, Ended] = field(default_factory=dict)


@pytest.fixture(name="account", scope="module")
def _account(tmp_path_factory):
    """Destroyed at the end whatever happens, so that no process stays."""
    work = checkout(tmp_path_factory.mktemp("account") / "millrace")
    said = {verb: work.run(verb, NAME) for verb in ("plan", "apply", "verify")}
    try:
        emulator = Emulator.find(work.place(NAME).emulator)
        assert emulator, said
        place = load_deployment(work.root, NAME, BLUEPRINTS).environment
        role = f"arn:{place.partition}:iam::{place.account_id}:role/{NAME}-persona-auditor-audit"
        account = Account(
            buckets(read_json(work.place(NAME).configuration)),
            emulator.session(place.deploy_roles[0]),
            emulator.session(role, via=place.personas.auditor[0]),
            said,
        )
        yield account
    finally:
        said["destroy"] = work.run("destroy", NAME)
    assert 0 == said["destroy"].code, said["destroy"]


def test_it_is_what_was_planned(account):
    """
    Every verb ends well; verify finds no difference and an empty second plan.
    """
    assert {"plan": 0, "apply": 0, "verify": 0} == {verb: ended.code for verb, ended in account.said.items()}
    assert "0 differences; second plan: empty" in account.said["verify"].said


def test_not_even_an_administrator_touches_records(account):
    """
    The deploy role may do everything by its own policy, and is refused to write, read and delete records all the same.
    """
    s3 = account.deployer.client("s3")
    where = {"Bucket": account.buckets["audit"], "Key": "AWSLogs/x"}

    assert DENIED == refused(s3.put_object, **where, Body=b"forged")
    assert DENIED == refused(s3.get_object, **where)
    assert DENIED == refused(s3.delete_object, **where)
    assert DENIED == refused(s3.delete_object, **where, VersionId="null", BypassGovernanceRetention=True)


def test_the_auditor_changes_nothing(account):
    """
    The auditor lists records, and may neither delete them, nor change how they are kept, nor stop the trail.
    """
    s3, bucket = account.auditor.client("s3"), account.buckets["audit"]

    assert "" == refused(s3.list_objects_v2, Bucket=bucket)
    assert DENIED == refused(s3.delete_object, Bucket=bucket, Key="AWSLogs/x")
    assert DENIED == refused(s3.put_bucket_versioning, Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})
    assert "AccessDeniedException" == refused(account.auditor.client("cloudtrail").stop_logging, Name=f"{NAME}-audit")


def test_the_auditor_queries(account):
    """
    The auditor starts a query in the workgroup of the baseline, and in no other.
    """
    athena = account.auditor.client("athena")

    assert "" == refused(athena.start_query_execution, QueryString="SELECT 1", WorkGroup=f"{NAME}-auditor")
    assert "AccessDeniedException" == refused(athena.start_query_execution, QueryString="SELECT 1", WorkGroup="primary")
