"""
What monitors look for, how often, and from where on they say so.
"""

from __future__ import annotations

import json
from typing import Annotated, Final, Literal

from pydantic import Field

from modules.params import FieldName, Params
from modules.training.isolated_jobs import InstanceType

MonitorKind = Literal["data-quality", "model-quality", "bias", "explainability"]
KINDS: Final[tuple[MonitorKind, ...]] = ("data-quality", "model-quality", "bias", "explainability")

HOUR: Final = 3_600
SCHEDULES: Final = {"hourly": "cron(0 * ? * * *)", "daily": "cron(0 4 ? * * *)"}


class MonitorLimits(Params):
    """From where on a monitor finds a violation; each is a distance from the baseline of the model."""

    drift: Annotated[float, Field(gt=0, le=0.5)] = 0.2
    """Population stability index of a column, above 0 to 0.5; 0.2 is where it is usually called a shift."""

    missing: Annotated[float, Field(gt=0, le=0.2)] = 0.05
    """Share of empty or unknown values of a column above the baseline's, above 0 to 0.2."""

    quality: Annotated[float, Field(gt=0, le=0.2)] = 0.05
    """How much worse the area under the ROC curve, or the accuracy, may get, above 0 to 0.2."""

    bias: Annotated[float, Field(gt=0, le=0.2)] = 0.1
    """How much farther apart groups may get in how often they are chosen, or chosen rightly, above 0 to 0.2."""

    explanation: Annotated[float, Field(ge=0.7, lt=1)] = 0.9
    """Least agreement (NDCG) of what the model goes by with the baseline, 0.7 to below 1; 0.9 is what Clarify uses."""

    rows: Annotated[int, Field(ge=50, le=100_000)] = 200
    """Requests of a period below which nothing is judged but their form, 50 to 100000."""


class ModelMonitorParams(Params):
    label: FieldName
    """The column that the model predicts."""

    sensitive_attribute: FieldName | None = None
    """The column whose groups are compared; bias is looked for between answers and truth alone when left out."""

    schedule: Literal["hourly", "daily"] = "daily"
    """How often monitors look at what was captured."""

    instance_type: InstanceType = "ml.m5.xlarge"
    """Size of the machine of a monitor, of the families m5 and c5."""

    volume_gib: Annotated[int, Field(ge=10, le=500)] = 50
    """GiB of disk of a monitor, 10 to 500."""

    longest_seconds: Annotated[int, Field(ge=600, le=86_400)] = 1_800
    """Seconds after which a monitor is stopped, 600 to 86400; an hourly one has to end before the next begins."""

    limits: MonitorLimits = MonitorLimits()
    """From where on something is a violation."""

    @property
    def runtime(self) -> int:
        """Seconds that a run may take; the next run of an hourly schedule does not meet it."""
        return min(self.longest_seconds, HOUR) if self.schedule == "hourly" else self.longest_seconds

    def to_json(self) -> str:
        """What `functions/model_monitoring` reads."""
        told = {"label": self.label, "sensitive": self.sensitive_attribute, "limits": self.limits.model_dump()}
        return json.dumps(told, sort_keys=True)
