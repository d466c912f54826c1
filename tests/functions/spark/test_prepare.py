from __future__ import annotations

import datetime as dt
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "functions"))

from batch_prepare.job import Batch, prepare  # noqa: E402
from batch_prepare.manifest import HalfWrittenError, Manifest  # noqa: E402
from batch_prepare.reject import reject  # noqa: E402
from stream_transform.settings import Settings  # noqa: E402
from stream_transform.tokens import Tokenizer  # noqa: E402

from tests.functions.spark.conftest import SETTINGS, sale  # noqa: E402

# Spark's client leaves the sockets open that its answers come through.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed:ResourceWarning"
)

TOKENS = Tokenizer("v1", b"key")


@pytest.fixture(name="run")
def _run(spark, tmp_path):
    """
    Prepares a batch and gives its rows by event id, and its refusals.
    """

    def run(folder, manifest, name="b1"):
        staged, refused = tmp_path / "staged", tmp_path / "refused" / name
        batch = Batch(name, str(folder), str(staged), str(refused))
        prepare(spark, batch, Manifest.read(manifest), Settings.load(SETTINGS), TOKENS)
        rows = spark.read.parquet(str(staged)).collect()
        refusals = [json.loads(line) for file in sorted(refused.glob("*")) for line in file.read_text().splitlines()]
        return rows, refusals

    return run


def test_rows_are_typed_tokenized_and_dated_in_utc(run, written):
    """
    A row has the types of the table, a token for what is sensitive, and the day of its event in UTC.
    """
    [row], refusals = run(*written([sale(1)]))

    assert (Decimal("12.50"), 1, dt.date(2026, 2, 1)) == (row.amount, row["items"], row.event_date)
    assert (TOKENS.token("c1@example.com"), "s1", "b1") == (row.customer, row.event_id, row.batch)
    assert [] == refusals


def test_refused_lines_go_to_quarantine_with_the_reason(run, written):
    """
    A line that does not fit the schema is kept as it came, with the reason, and the others become rows.
    """
    rows, refusals = run(*written([sale(1), sale(2, amount="many"), "{"]))

    assert ["s1"] == [row.event_id for row in rows]
    assert {"wrong_type", "not_json"} == {refusal["reason"] for refusal in refusals}
    assert sale(2, amount="many") in {refusal["record"] for refusal in refusals}


@pytest.mark.parametrize("damage", ["missing", "shorter", "longer"])
def test_a_half_written_batch_writes_nothing(run, written, tmp_path, damage):
    """
    When a file of the manifest is missing or differs from it, the batch is refused before anything of it is written.
    """
    folder, manifest = written([sale(1)], [sale(2), sale(3)])
    part = folder / "part-1.jsonl"
    text = part.read_text()
    part.write_text({"missing": "", "shorter": text[:-20], "longer": text + sale(4) + "\n"}[damage])
    if damage == "missing":
        part.unlink()

    with pytest.raises(HalfWrittenError, match=r"part-1\.jsonl"):
        run(folder, manifest)

    assert not (tmp_path / "staged").exists()


def test_preparing_again_adds_nothing(run, written):
    """
    A batch that is prepared twice has the rows and refusals of one.
    """
    batch = written([sale(1), sale(2), "{"])
    run(*batch)
    rows, refusals = run(*batch)

    assert (2, 1) == (len(rows), len(refusals))


def test_a_rejected_batch_is_kept_whole_with_its_verdict(spark, run, written, tmp_path):
    """
    What breaks a rule goes into quarantine, all rows of it, with the rules that it broke.
    """
    run(*written([sale(1), sale(2)]))
    reject(spark, str(tmp_path / "staged" / "batch=b1"), str(tmp_path / "rejected"), '{"Score": 0.5}')
    kept = [
        json.loads(line) for file in (tmp_path / "rejected").glob("part-*") for line in file.read_text().splitlines()
    ]

    assert ["s1", "s2"] == sorted(row["event_id"] for row in kept)
    assert '{"Score": 0.5}\n' == (tmp_path / "rejected" / "verdict.json").read_text()
