"""
What a monitor is told: by the deployment, and by SageMaker ("Container Contract Inputs").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

MONITORS = ("data-quality", "model-quality", "bias", "explainability")


class SettingsError(Exception):
    """An environment variable is missing or says something impossible; the message names it."""


@dataclass(frozen=True)
class Limits:
    """From where on a distance from the baseline is a violation; *rows* are those below which only form is judged."""

    drift: float
    missing: float
    quality: float
    bias: float
    explanation: float
    rows: int


@dataclass(frozen=True)
class Settings:
    """*sensitive* is the column whose groups are compared, if any; *baseline* the file that the model's owner has approved."""

    monitor: str
    label: str
    sensitive: str | None
    limits: Limits
    captured: Path
    baseline: Path
    output: Path
    endpoint: str
    schedule: str
    end: str

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Self:
        """Raises SettingsError."""
        monitor = _required(environment, "MONITOR")
        if monitor not in MONITORS:
            raise SettingsError(f"MONITOR is {monitor!r}; it must be one of {', '.join(MONITORS)}")
        try:
            told = json.loads(_required(environment, "SETTINGS"))
            limits = Limits(**told["limits"])
            label, sensitive = told["label"], told["sensitive"]
        except (ValueError, KeyError, TypeError) as error:
            raise SettingsError(f"SETTINGS is not what the deployment writes: {error}") from error
        return cls(
            monitor=monitor,
            label=label,
            sensitive=sensitive,
            limits=limits,
            captured=Path(_required(environment, "dataset_source")),
            baseline=Path(_required(environment, "baseline_constraints")),
            output=Path(_required(environment, "output_path")),
            endpoint=_required(environment, "sagemaker_endpoint_name"),
            schedule=_required(environment, "sagemaker_monitoring_schedule_name"),
            end=_required(environment, "end_time"),
        )


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"environment variable {name} is missing or empty")
    return value
