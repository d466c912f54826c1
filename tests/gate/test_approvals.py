from __future__ import annotations

import io
import json
import re
from datetime import date, timedelta

import pytest

from blueprints.waiver import Consent, Waiver
from modules.errors import InputError
from tests.planning import ROOT
from workflow.approvals.asking import answers, finding_for
from workflow.approvals.insertion import with_item
from workflow.approvals.listing import print_rows, rows
from workflow.approvals.writing import approve, chosen, expiry, findings_to_accept
from workflow.workspace import Workspace

TODAY = date(2026, 11, 23)
WORDS = {
    "reason": 'the "old" stream: is # being moved',
    "owner": "orders@example.com",
    "approver": "security@example.com",
    "ticket": "SEC-1",
    "expires": TODAY + timedelta(days=30),
}
FILE = "deployments/orders-dev.yaml"


def finding(check="MR_S3_7", address="aws_s3_bucket.raw", digest="0" * 32):
    return {"check": check, "address": address, "message": "is not so", "severity": "medium", "digest": digest}


@pytest.fixture
def place(tmp_path):
    """
    A repository with one deployment, which the gate has judged.
    """
    for folder in ("deployments", "environments"):
        (tmp_path / folder).mkdir()
    alone = (ROOT / FILE).read_text().replace("exports:\n  curated: [lakehouse-dev]\n", "")
    (tmp_path / FILE).write_text(alone)
    (tmp_path / "environments/dev.yaml").write_bytes((ROOT / "environments/dev.yaml").read_bytes())
    place = Workspace(tmp_path, "orders-dev", "local")
    place.folder.mkdir(parents=True)
    judged(place, finding(), finding("MR_CHANGE_1", "aws_sqs_queue.failures"))
    return place


def judged(place, *findings, errors=(), waived=()):
    document = {"findings": list(findings), "waived": [{"finding": each} for each in waived], "errors": list(errors)}
    (place.folder / "findings.json").write_text(json.dumps(document))


def test_a_waiver_is_written_and_nothing_else_changes(place):
    """
    Every line of the file stays as it was; the new lines are a waiver with the digest of the finding.
    """
    path = place.root / FILE
    before = path.read_text()
    approve(place, finding(), WORDS, TODAY)
    [row] = rows(place.root, TODAY)

    assert path.read_text().startswith(before.rstrip("\n"))
    assert isinstance(row.approval, Waiver)
    assert ("MR_S3_7", "aws_s3_bucket.raw", "0" * 32) == (
        row.approval.control,
        row.approval.resource,
        row.approval.digest,
    )
    assert WORDS["reason"] == row.approval.reason


def test_a_change_gets_a_consent(place):
    """
    What a change takes away is accepted under `consents`, beside the waivers.
    """
    approve(place, finding(), WORDS, TODAY)
    approve(place, finding("MR_CHANGE_1", "aws_sqs_queue.failures"), WORDS, TODAY)

    assert [Consent, Waiver] == [type(row.approval) for row in rows(place.root, TODAY)]


REFUSED = {
    "approved by its owner": {"approver": "Orders@example.com"},
    "more than 180 days": {"expires": TODAY + timedelta(days=181)},
    "expired on": {"expires": TODAY - timedelta(days=1)},
    "reason": {"reason": "too short"},
    "owner": {"owner": "nobody"},
}


@pytest.mark.parametrize("cause", REFUSED)
def test_an_approval_that_the_gate_would_refuse_is_not_written(place, cause):
    """
    The cause is told, and the file is untouched.
    """
    before = (place.root / FILE).read_bytes()

    with pytest.raises(InputError, match=cause):
        approve(place, finding(), WORDS | REFUSED[cause], TODAY)
    assert before == (place.root / FILE).read_bytes()


def test_a_second_approval_of_one_finding_is_not_written(place):
    """
    An old one, expired or void, has to go first.
    """
    approve(place, finding(), WORDS, TODAY)

    with pytest.raises(InputError, match="remove it first"):
        approve(place, finding(), WORDS, TODAY)


def test_a_file_that_would_be_invalid_is_not_written(place):
    """
    The environment's limit on waivers holds here too.
    """
    environment = place.root / "environments" / "dev.yaml"
    environment.write_text(re.sub(r"max_waivers: \d+", "max_waivers: 0", environment.read_text()))
    if "max_waivers" not in environment.read_text():
        environment.write_text(environment.read_text() + "floor: {max_waivers: 0}\n")
    before = (place.root / FILE).read_bytes()

    with pytest.raises(InputError, match=r"floor\.max_waivers"):
        approve(place, finding(), WORDS, TODAY)
    assert before == (place.root / FILE).read_bytes()


ITEM = {"control": "MR_S3_7", "ticket": "T"}
TEXTS = [
    ("a: 1\n", 'a: 1\n\nk:\n  - control: MR_S3_7\n    ticket: "T"\n'),
    ("a: 1", 'a: 1\n\nk:\n  - control: MR_S3_7\n    ticket: "T"\n'),
    ("k: []  # none\nb: 2\n", 'k:   # none\n  - control: MR_S3_7\n    ticket: "T"\nb: 2\n'),
    (
        "k:\n- x: 1 # one\n  y: 2\n\n# about b\nb: 2\n",
        'k:\n- x: 1 # one\n  y: 2\n- control: MR_S3_7\n  ticket: "T"\n\n# about b\nb: 2\n',
    ),
    ("k:\n    - {x: 1}\n", 'k:\n    - {x: 1}\n    - control: MR_S3_7\n      ticket: "T"\n'),
    ("k:\r\n  - x: 1\r\n", 'k:\r\n  - x: 1\r\n  - control: MR_S3_7\r\n    ticket: "T"\r\n'),
]


@pytest.mark.parametrize(("before", "after"), TEXTS)
def test_an_item_is_put_where_it_belongs(before, after):
    """
    At the end of the list, with the list's indentation and the file's line ends; comments stay with what they are about.
    """
    assert after == with_item(FILE, before, "k", ITEM)


def test_a_list_in_brackets_is_left_alone():
    """
    An item in block form does not fit in there; the message says what to write.
    """
    with pytest.raises(InputError, match=r"orders-dev.yaml:1: k is written in brackets"):
        with_item(FILE, "k: [{x: 1}]\n", "k", ITEM)


def test_a_finding_is_named_exactly():
    """
    A misspelt check or resource is told with the nearest there is.
    """
    with pytest.raises(InputError, match=r"did not find MR_S3_7 on aws_s3_bucket\.rew"):
        chosen([finding()], "MR_S3_7", "aws_s3_bucket.rew")
    with pytest.raises(InputError, match="found no MR_S3_8"):
        chosen([finding()], "MR_S3_8", "aws_s3_bucket.raw")


def test_without_a_terminal_what_is_missing_is_named(monkeypatch):
    """
    In a script nothing waits for an answer.
    """
    monkeypatch.setattr("sys.stdin", io.StringIO())

    with pytest.raises(InputError, match="--reason is missing"):
        answers({"reason": None})
    with pytest.raises(
        InputError, match=r"--control and --resource is missing; there are MR_S3_7 on aws_s3_bucket\.raw"
    ):
        finding_for([finding()], None, None)


def test_before_the_gate_has_judged_there_is_nothing_to_waive(place):
    """
    The message says to plan first; so it does when the last plan had no finding.
    """
    judged(place)
    with pytest.raises(InputError, match="no finding to accept"):
        findings_to_accept(place)
    (place.folder / "findings.json").unlink()
    with pytest.raises(InputError, match="run `make plan`"):
        findings_to_accept(place)


def test_days_have_a_limit():
    """
    180 days is the longest.
    """
    assert TODAY + timedelta(days=180) == expiry(180, TODAY)
    with pytest.raises(InputError, match="181 days are not from 0 to 180"):
        expiry(181, TODAY)


def test_the_list_tells_days_left_and_what_is_hidden(place, capsys):
    """
    Each line has the days, the people and the finding; what the gate did not take is said, and the exit code is 1.
    """
    approve(place, finding(), WORDS, TODAY)
    judged(place, waived=[finding()])
    [row] = rows(place.root, TODAY)

    assert 30 == row.days_left
    assert f"{WORDS['reason']} (is not so)" == row.hides
    assert 0 == print_rows([row])
    judged(place, errors=["waiver of MR_S3_7 on aws_s3_bucket.raw: was given for another setting"])
    assert 1 == print_rows(rows(place.root, TODAY))
    told = " ".join(capsys.readouterr().out.split())
    assert "another setting" in " ".join(word for word in re.split(r"[\s│]+", told))


def test_an_expired_one_is_listed_as_not_taken(place):
    """
    It is known without judging.
    """
    approve(place, finding(), WORDS, TODAY)
    [row] = rows(place.root, TODAY + timedelta(days=31))

    assert (-1, "expired on 2026-12-23") == (row.days_left, row.fault.split(";")[0])
