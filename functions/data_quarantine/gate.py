"""
The gate: from files to a verdict. Pure of the machine it runs on: no clock, no network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from . import text
from .baseline import Baseline, BaselineError
from .contract import Contract
from .findings import Finding, RefusedError
from .limits import Limits
from .reading import read


@dataclass(frozen=True)
class Verdict:
    """Whether a set may be learnt from: yes when *findings* is empty. *frames* are its rows by file, for promoting."""

    findings: list[Finding]
    measured: dict[str, float] = field(default_factory=dict)
    frames: dict[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def approved(self) -> bool:
        return not self.findings


class Gate:
    """Judges sets against one approved baseline, which is learnt once."""

    def __init__(self, contract: Contract, approved: Mapping[str, bytes], limits: Limits) -> None:
        """Raises BaselineError when the *approved* files are no baseline."""
        self._contract = contract
        self._limits = limits
        if not approved:
            raise BaselineError("there are no approved rows to compare with; the owner of the data puts them there")
        try:
            self._approved = _whole(_read_all(approved, contract))
        except RefusedError as error:
            raise BaselineError(f"the approved rows break their own contract: {error}") from error
        self._baseline = Baseline.learn(self._approved, contract)

    def judge(self, files: Mapping[str, bytes]) -> Verdict:
        """The verdict on the set of *files*: their bytes by name, which ends with .csv or .parquet."""
        try:
            frames = _read_all(files, self._contract)
        except RefusedError as error:
            return Verdict(error.findings)
        rows = _whole(frames)
        strange = self._strange(rows)
        if strange:
            return Verdict(strange)
        findings, measured = self._baseline.compare(rows, self._limits)
        return Verdict(findings, measured, frames)

    def _strange(self, rows: pd.DataFrame) -> list[Finding]:
        """Classes that the approved rows do not have, and texts that only look like those they have."""
        label = self._contract.label
        new = set(rows[label].unique()) - set(self._approved[label].unique())
        found = [Finding("unknown_class", label, "classes that approved rows do not have", len(new), 0)] if new else []
        for name in self._baseline.features.categorical:
            masked = text.disguised(rows[name].dropna().unique(), self._approved[name].dropna().unique())
            if masked:
                detail = "categories that differ from approved ones by case, spaces or form of letters only"
                found.append(Finding("text", name, detail, len(masked), 0))
        return found


def _read_all(files: Mapping[str, bytes], contract: Contract) -> dict[str, pd.DataFrame]:
    """The rows of each file; raises RefusedError with the findings of all files."""
    frames, found = {}, []
    for name, body in sorted(files.items()):
        try:
            frames[name] = read(name, body, contract)
        except RefusedError as error:
            found.extend(error.findings)
    if found:
        raise RefusedError(*found)
    return frames


def _whole(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(list(frames.values()), ignore_index=True)
