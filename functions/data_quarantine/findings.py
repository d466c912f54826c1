"""
What speaks against a set of training data.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """
    One reason to keep a set in quarantine. *check* is the name of what found it, *subject* the column or file.

    *value* was measured and *limit* allowed; *detail* is a sentence that holds no value of the data.
    """

    check: str
    subject: str
    detail: str
    value: float | str | None = None
    limit: float | str | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


class RefusedError(Exception):
    """The set cannot be judged further, since it is not what it must be; *findings* say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(f"{each.check} {each.subject}: {each.detail}" for each in findings))
        self.findings = list(findings)
