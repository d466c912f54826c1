"""
What the function's environment variables say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self, cast

FeatureType = Literal["Fractional", "Integral", "String"]
TYPES = ("Fractional", "Integral", "String")
APPROVED_AT = "approved_at"
"""The feature that holds when a batch was approved; the time of an event where no column says it."""


class SettingsError(Exception):
    """An environment variable is missing or says something impossible; the message names it."""


@dataclass(frozen=True)
class Settings:
    """*features* are those of the group by name, *identifier* tells records apart, *event_time* says which one is newer."""

    dataset: str
    approved: str
    group: str
    features: Mapping[str, FeatureType]
    identifier: str
    event_time: str

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Self:
        """The settings in *environment*; raises SettingsError."""
        try:
            features = json.loads(_required(environment, "FEATURES"))
        except ValueError as error:
            raise SettingsError(f"environment variable FEATURES is not JSON: {error}") from error
        if not isinstance(features, dict) or not features or not set(features.values()) <= set(TYPES):
            raise SettingsError(
                f"environment variable FEATURES is {features!r}; expected feature names with one of {', '.join(TYPES)}"
            )
        identifier, event_time = _required(environment, "IDENTIFIER"), _required(environment, "EVENT_TIME")
        for variable, name in (("IDENTIFIER", identifier), ("EVENT_TIME", event_time)):
            if name not in features:
                raise SettingsError(f"environment variable {variable} names {name}, which is not in FEATURES")
        return cls(
            dataset=_required(environment, "DATASET"),
            approved=_required(environment, "APPROVED_BUCKET"),
            group=_required(environment, "FEATURE_GROUP"),
            features=cast(Mapping[str, FeatureType], features),
            identifier=identifier,
            event_time=event_time,
        )


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"environment variable {name} is missing or empty; set it on the function")
    return value
