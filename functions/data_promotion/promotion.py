"""
From a verdict to approved rows and the record of the approval, or to the record of the refusal.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from .tokens import Tokenizer

_BATCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]{0,127}", re.ASCII)
_FILE = re.compile(r"rows/part-[0-9]{1,6}\.csv", re.ASCII)


class PromotionError(Exception):
    """What was judged is not there, or is not what the verdict says; nothing was approved."""


@dataclass(frozen=True)
class Promotion:
    """*tokenizer* is None where no column is sensitive."""

    s3: Any
    staged: str
    approved: str
    dataset: str
    sensitive: frozenset[str]
    tokenizer: Tokenizer | None

    def promote(self, batch: str, time: str) -> dict[str, Any]:
        """
        Record the decision about *batch* at *time*; for an approved one after its rows are written.

        Raises PromotionError.
        """
        if not _BATCH.fullmatch(batch):
            raise PromotionError(f"{batch!r} is not the name of a batch")
        verdict = self._verdict(batch)
        approved = verdict["decision"] == "approved"
        if approved and (verdict["reasons"] or not verdict["files"]):
            raise PromotionError(f"the verdict on {batch} approves, with reasons against it or without rows")
        files = self._write(batch, verdict["files"]) if approved else []
        record = verdict | {"time": time, "approved": files}
        key = f"{batch}.json" if approved else f"refused/{batch}.json"
        self._put(f"approvals/{self.dataset}/{key}", json.dumps(record, indent=2, sort_keys=True).encode() + b"\n")
        return {"batch": batch, "decision": verdict["decision"], "reasons": verdict["reasons"]}

    def _verdict(self, batch: str) -> dict[str, Any]:
        try:
            verdict = json.loads(self._get(batch, "verdict.json"))
            told = (verdict["batch"], verdict["dataset"], verdict["decision"] in ("approved", "refused"))
            if told != (batch, self.dataset, True) or not isinstance(verdict["reasons"], list):
                raise PromotionError(
                    f"the verdict is of {told[1]}/{told[0]}, not of {self.dataset}/{batch}, or decides nothing"
                )
        except (ValueError, KeyError, TypeError) as error:
            raise PromotionError(f"the verdict on {batch} is not what a verdict is: {error!r}") from error
        return dict(verdict)

    def _write(self, batch: str, files: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Write the rows of each file with tokens; all of them are read and found right before the first is written."""
        ready = {}
        for file in files:
            if not _FILE.fullmatch(file["name"]):
                raise PromotionError(f"{file['name']!r} is not the name of a file with rows")
            body = self._get(batch, file["name"])
            digest = hashlib.sha256(body).hexdigest()
            if digest != file["sha256"]:
                raise PromotionError(f"{file['name']} has the SHA-256 {digest}, and {file['sha256']} was judged")
            ready[f"data/{self.dataset}/{batch}/{file['name'].removeprefix('rows/')}"] = self._tokenized(body)
        for key, body in ready.items():
            self._put(key, body)
        return [{"key": key, "sha256": hashlib.sha256(body).hexdigest()} for key, body in ready.items()]

    def _tokenized(self, body: bytes) -> bytes:
        rows = csv.reader(io.StringIO(body.decode(), newline=""), strict=True)
        header = next(rows)
        missing = self.sensitive - set(header)
        if missing:
            raise PromotionError(f"the rows lack {min(missing)}, which is to become a token")
        places = [number for number, name in enumerate(header) if name in self.sensitive]
        if not places or self.tokenizer is None:
            return body
        file = io.StringIO(newline="")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            for place in places:
                row[place] = self.tokenizer.token(row[place])
            writer.writerow(row)
        return file.getvalue().encode()

    def _get(self, batch: str, name: str) -> bytes:
        key = f"judged/{self.dataset}/{batch}/{name}"
        try:
            return bytes(self.s3.get_object(Bucket=self.staged, Key=key)["Body"].read())
        except ClientError as error:
            if error.response["Error"]["Code"] != "NoSuchKey":
                raise
            raise PromotionError(f"s3://{self.staged}/{key} is not there; has the batch been judged?") from error

    def _put(self, key: str, body: bytes) -> None:
        self.s3.put_object(Bucket=self.approved, Key=key, Body=body, ChecksumAlgorithm="SHA256")
