"""
Captured requests and answers, as SageMaker writes them: a JSON object a line, and with the truth once that was joined.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from functions.model_serving.inference import RequestError, input_fn

ANSWERED = "application/json"


@dataclass(frozen=True)
class Captured:
    """
    Rows that were asked for, as texts; the class that was answered and the probability of the last class; what turned out to be
    true, where that is known. *broken* counts requests whose form is none.
    """

    rows: pd.DataFrame
    said: pd.Series
    chance: pd.Series
    truth: pd.Series
    favoured: str
    broken: int

    def __len__(self) -> int:
        return len(self.said)

    def known(self) -> Captured:
        """Those whose truth is known."""
        there = self.truth.notna()
        rows, said, chance = self.rows[there], self.said[there], self.chance[there]
        return Captured(rows, said, chance, self.truth[there], self.favoured, self.broken)


def captured(folder: Path) -> Captured:
    """All captures below *folder*; none of them is trusted to be whole."""
    frames: list[pd.DataFrame] = []
    favoured, broken = "", 0
    for line in _lines(folder):
        try:
            frame, favoured = _event(json.loads(line))
        except (ValueError, KeyError, TypeError, RequestError):
            broken += 1
        else:
            frames.append(frame)
    if not frames:
        empty = pd.Series(dtype=object)
        return Captured(pd.DataFrame(), empty, pd.Series(dtype=float), empty, "", broken)
    every = pd.concat(frames, ignore_index=True)
    rows = every.drop(columns=["said", "chance", "truth"], level=0)
    rows.columns = rows.columns.get_level_values(1)
    return Captured(
        rows, every["said", ""], every["chance", ""].astype(float), every["truth", ""].astype(object), favoured, broken
    )


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            yield from file


def _event(event: dict[str, Any]) -> tuple[pd.DataFrame, str]:
    """The rows of one request with its answers, and the last class; columns have two levels so that no name can clash."""
    asked, answered = event["captureData"]["endpointInput"], event["captureData"]["endpointOutput"]
    rows = input_fn(_data(asked), asked["observedContentType"]).astype(object)
    answer = json.loads(_data(answered))
    truth = _truth(event.get("groundTruthData"), len(rows))
    if not len(rows) == len(answer["predictions"]) == len(answer["probabilities"]) == len(truth):
        raise ValueError("a request has other numbers of rows and answers")
    rows.columns = pd.MultiIndex.from_tuples([("row", str(name)) for name in rows.columns])
    rows["said", ""] = [str(each) for each in answer["predictions"]]
    rows["chance", ""] = [float(each[-1]) for each in answer["probabilities"]]
    rows["truth", ""] = truth
    return rows, str(answer["classes"][-1])


def _data(side: dict[str, Any]) -> bytes:
    text = str(side["data"])
    return base64.b64decode(text, validate=True) if side.get("encoding") == "BASE64" else text.encode()


def _truth(told: dict[str, Any] | None, rows: int) -> list[str | None]:
    """A line of CSV for each row of the request; none is known when nobody has told."""
    if told is None:
        return [None] * rows
    return [line[0] for line in csv.reader(io.StringIO(_data(told).decode())) if line]
