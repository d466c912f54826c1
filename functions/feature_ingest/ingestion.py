"""
From the approved rows of a batch to records of the feature group, once the rows are found to be what was approved.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError

from .settings import APPROVED_AT, FeatureType, Settings

AT_A_TIME = 16  # records that are under way; each takes some ten milliseconds

_BATCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]{0,127}", re.ASCII)

Record = list[dict[str, str]]


class IngestionError(Exception):
    """The rows are not there, not what was approved, or no records; the message says which and why. Nothing was written."""


class Ingestion:
    """Puts batches of one dataset into one feature group."""

    def __init__(self, settings: Settings, s3: Any, features: Any) -> None:
        self._settings = settings
        self._s3, self._features = s3, features

    def ingest(self, batch: str) -> dict[str, int]:
        """
        How many records *batch* became, and how many rows were left out since nothing identifies them. All rows are read
        before the first record is written. Raises IngestionError.
        """
        if not _BATCH.fullmatch(batch):
            raise IngestionError(f"{batch!r} is not the name of a batch")
        approval = self._approval(batch)
        records: dict[tuple[str, str], Record] = {}
        left_out = 0
        for file in approval["approved"]:
            for row in self._rows(batch, file):
                record = self._record(row, approval["time"])
                told = {each["FeatureName"]: each["ValueAsString"] for each in record}
                if self._settings.identifier not in told:
                    left_out += 1
                    continue
                records[told[self._settings.identifier], told.get(self._settings.event_time, "")] = record
        with ThreadPoolExecutor(AT_A_TIME) as threads:
            for _ in threads.map(self._put, records.values()):
                pass  # raises what a record raised
        return {"records": len(records), "left_out": left_out}

    def _approval(self, batch: str) -> dict[str, Any]:
        settings = self._settings
        approval = json.loads(self._get(f"approvals/{settings.dataset}/{batch}.json"))
        if (approval.get("batch"), approval.get("decision")) != (batch, "approved"):
            raise IngestionError(f"the record of {batch} approves nothing")
        return dict(approval)

    def _rows(self, batch: str, file: dict[str, str]) -> Iterator[dict[str, str]]:
        prefix = f"data/{self._settings.dataset}/{batch}/"
        if not file["key"].startswith(prefix):
            raise IngestionError(f"the record of {batch} names {file['key']}, which is not below {prefix}")
        body = self._get(file["key"])
        digest = hashlib.sha256(body).hexdigest()
        if digest != file["sha256"]:
            raise IngestionError(f"{file['key']} has the SHA-256 {digest}, and {file['sha256']} was approved")
        rows = csv.DictReader(io.StringIO(body.decode(), newline=""), strict=True)
        missing = set(self._settings.features) - set(rows.fieldnames or ()) - {APPROVED_AT}
        if missing:
            raise IngestionError(f"{file['key']} lacks {min(missing)}, which is a feature of {self._settings.group}")
        yield from rows

    def _record(self, row: dict[str, str], approved: str) -> Record:
        """Features that have a value; an empty one is left out, since a record cannot hold it."""
        known = {**row, APPROVED_AT: approved}
        return [
            {"FeatureName": name, "ValueAsString": self._value(name, known[name], kind)}
            for name, kind in self._settings.features.items()
            if known[name]
        ]

    def _value(self, name: str, text: str, kind: FeatureType) -> str:
        try:
            if name == self._settings.event_time:
                return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            if kind == "Integral":
                return str(_whole(text))
            return str(float(text)) if kind == "Fractional" else text
        except ValueError as error:
            raise IngestionError(f"{name} is {kind}, and a row has {text!r}") from error

    def _put(self, record: Record) -> None:
        self._features.put_record(FeatureGroupName=self._settings.group, Record=record)

    def _get(self, key: str) -> bytes:
        try:
            return bytes(self._s3.get_object(Bucket=self._settings.approved, Key=key)["Body"].read())
        except ClientError as error:
            if error.response["Error"]["Code"] != "NoSuchKey":
                raise
            raise IngestionError(
                f"s3://{self._settings.approved}/{key} is not there; has the batch been approved?"
            ) from error


def _whole(text: str) -> int:
    """A whole number, also one that is written with a fraction of nothing; raises ValueError for any other."""
    number = float(text)
    if not number.is_integer():
        raise ValueError("has a fraction")
    return int(text) if text.lstrip("+-").isdigit() else int(number)
