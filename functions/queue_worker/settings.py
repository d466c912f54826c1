"""
What the container's environment variables say, read once when it starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class SettingsError(Exception):
    """An environment variable is missing or says something impossible; the message names it."""


@dataclass(frozen=True)
class Settings:
    """Everything a worker is told; a message is its own for *visibility_seconds* at a time."""

    queue_url: str
    bucket: str
    prefix: str
    visibility_seconds: int

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Settings:
        """The settings in *environment*; raises SettingsError when one is missing or no number."""
        seconds = _text(environment, "VISIBILITY_SECONDS")
        if not seconds.isdecimal() or not 1 <= int(seconds) <= 43_200:
            raise SettingsError(f"environment variable VISIBILITY_SECONDS is {seconds!r}; expected 1 to 43200")
        return cls(
            queue_url=_text(environment, "QUEUE_URL"),
            bucket=_text(environment, "BUCKET"),
            prefix=_text(environment, "PREFIX"),
            visibility_seconds=int(seconds),
        )


def _text(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"environment variable {name} is missing or empty; set it on the container")
    return value
