from __future__ import annotations

import hashlib
import json

import pytest

from functions.data_quarantine.__main__ import judge, main
from functions.data_quarantine.settings import Settings, SettingsError
from tests.functions.data_quarantine.conftest import FIELDS, csv, customers

ORIGIN = "arn:aws:iam::111122223333:role/shop"
FIELDS = [{"name": "email", "type": "string", "required": True}, *FIELDS]
SETTINGS = {
    "dataset": "churn",
    "schema": {"fields": FIELDS},
    "label_field": "label",
    "dropped_fields": ["email"],
    "tokenized_fields": [],
    "generalized_fields": ["months", "plan"],
    "k_anonymity": 5,
    "origins": [ORIGIN],
    "limits": {},
}


def people(rows, seed):
    frame = customers(rows, seed)
    frame.insert(0, "email", [f"p{seed}-{number}@example.com" for number in range(rows)])
    return frame


@pytest.fixture(name="sent")
def _sent(tmp_path):
    """
    A folder as the job gets it, with a clean set in quarantine and what its producer says of it.
    """
    body = csv(people(500, 2))
    for name, content in {
        "settings/churn.json": json.dumps(SETTINGS).encode(),
        "baseline/approved.csv": csv(people(900, 1)),
        "batch/day.csv": body,
        "batch/manifest.json": json.dumps(manifest(body)).encode(),
    }.items():
        path = tmp_path / "input" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def manifest(body, **changes):
    file = {"key": "batches/b1/day.csv", "sha256": hashlib.sha256(body).hexdigest(), "rows": 500}
    return {"batch": "b1", "dataset": "churn", "origin": ORIGIN, "files": [file | changes.pop("file", {})]} | changes


def test_a_clean_set_leaves_minimized_rows_and_their_digests(sent):
    """
    An approved set is told with the digests of what came, what it was compared with and what comes out of it.
    """
    main(["--batch", "b1", "--base", str(sent)])
    verdict = json.loads((sent / "output" / "verdict.json").read_text())
    part = (sent / "output" / "rows" / "part-0.csv").read_bytes()
    came = (sent / "input" / "batch" / "day.csv").read_bytes()
    approved = (sent / "input" / "baseline" / "approved.csv").read_bytes()

    assert ("approved", [], "churn", ORIGIN) == tuple(
        verdict[key] for key in ("decision", "reasons", "dataset", "origin")
    )
    assert [{"key": "batches/b1/day.csv", "sha256": hashlib.sha256(came).hexdigest()}] == verdict["sources"]
    assert [{"key": "baseline/churn/approved.csv", "sha256": hashlib.sha256(approved).hexdigest()}] == verdict[
        "baseline"
    ]
    [file] = verdict["files"]
    assert ("rows/part-0.csv", hashlib.sha256(part).hexdigest()) == (file["name"], file["sha256"])
    assert 500 == file["rows"] + verdict["anonymity"]["left_out"]
    assert b"plan,months,spend,active,label" == part.splitlines()[0]
    assert b"@example.com" not in part


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"origin": "arn:aws:iam::999999999999:role/stranger"}, "origin"),
        ({"batch": "b2"}, "manifest"),
        ({"dataset": "other"}, "manifest"),
        ({"files": []}, "manifest"),
        ({"file": {"sha256": "0" * 64}}, "digest"),
        ({"file": {"rows": 499}}, "manifest"),
        ({"file": {"key": "batches/b1/../b2/day.csv"}}, "manifest"),
        ({"file": {"key": "batches/b1/gone.csv"}}, "manifest"),
    ],
)
def test_a_set_that_is_not_what_its_manifest_says_is_refused(sent, changes, check):
    """
    A stranger's set, another set, and files that are not what was sent stay in quarantine, with no row written.
    """
    body = (sent / "input" / "batch" / "day.csv").read_bytes()
    (sent / "input" / "batch" / "manifest.json").write_text(json.dumps(manifest(body, **changes)))
    verdict = judge("b1", sent / "input", sent / "output")

    assert "refused" == verdict["decision"]
    assert check in {reason["check"] for reason in verdict["reasons"]}
    assert not (sent / "output" / "rows").exists()


def test_a_file_that_nobody_announced_is_refused(sent):
    """
    A file beside the announced ones is not overlooked.
    """
    (sent / "input" / "batch" / "more.csv").write_text("plan\n")
    [reason] = judge("b1", sent / "input", sent / "output")["reasons"]

    assert ("manifest", "more.csv") == (reason["check"], reason["subject"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"dropped_fields": ["label"]}, "'label'"),
        ({"dropped_fields": ["nobody"]}, "'nobody'"),
        ({"tokenized_fields": ["email"]}, "'email'"),
        ({"origins": []}, "no origins"),
        ({"k_anonymity": 1}, "k_anonymity is 1"),
    ],
)
def test_settings_that_contradict_themselves_are_faults(changes, said):
    """
    Nothing is judged by settings that make no sense.
    """
    with pytest.raises(SettingsError, match=said):
        Settings.load(json.dumps(SETTINGS | changes))
