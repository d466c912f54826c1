"""
What the function's environment variables say, read once a cold start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class SettingsError(Exception):
    """An environment variable is missing or says something impossible; the message names it."""


@dataclass(frozen=True)
class Settings:
    """Everything the function is told."""

    table: str
    idempotency_table: str
    dead_letter_url: str
    retention_days: int
    remembered_seconds: int

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Settings:
        """The settings in *environment*; raises SettingsError when one is missing or no number."""
        return cls(
            table=_text(environment, "TABLE"),
            idempotency_table=_text(environment, "IDEMPOTENCY_TABLE"),
            dead_letter_url=_text(environment, "DEAD_LETTER_URL"),
            retention_days=_number(environment, "RETENTION_DAYS"),
            remembered_seconds=_number(environment, "REMEMBERED_SECONDS"),
        )


def _text(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"environment variable {name} is missing or empty; set it on the function")
    return value


def _number(environment: Mapping[str, str], name: str) -> int:
    value = _text(environment, name)
    if not value.isdecimal() or int(value) < 1:
        raise SettingsError(f"environment variable {name} is {value!r}; expected a whole number from 1")
    return int(value)
