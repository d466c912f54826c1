"""
One run of a monitor: what was captured in a period against the baseline, and word of it as SageMaker wants it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from functions.training_jobs.files import write_json

from .capture import captured
from .checks import CHECKS, Measured, Violation, baseline_of, told
from .settings import Settings

METRICS = "output/metrics/cloudwatch/cloudwatch_metrics.jsonl"
MESSAGE = "output/message"
LONGEST = 256  # characters of a message

logger = logging.getLogger(__name__)


def run(environment: Mapping[str, str], base: Path) -> int:
    """The number of violations; reports go to the output, metrics and a message below *base*, which is `/opt/ml`."""
    settings = Settings.load(environment)
    baseline = json.loads(settings.baseline.read_text())
    seen = captured(settings.captured)
    violations, measured = CHECKS[settings.monitor](seen, baseline, settings)
    statistics = {"rows": len(seen), "known": len(seen.known()), "broken": seen.broken, "measured": measured}
    write_json(settings.output / "statistics.json", {"version": 0.0, **statistics})
    write_json(settings.output / "constraint_violations.json", {"violations": [each.to_json() for each in violations]})
    _count(base / METRICS, settings, violations, measured)
    _say(base / MESSAGE, violations)
    logger.info("%s rows, %s violations", len(seen), len(violations))
    return len(violations)


def baseline(folder: Path, sensitive: str | None, target: Path) -> None:
    """Write the baseline that the owner approves, of rows in *folder* that are written as captures with their truth."""
    write_json(target, baseline_of(captured(folder), sensitive))


def _count(path: Path, settings: Settings, violations: list[Violation], measured: Measured) -> None:
    """A metric a line; the namespace is SageMaker's ("CloudWatch Metrics for Bring Your Own Containers")."""
    dimensions = [
        {"Name": "Endpoint", "Value": settings.endpoint},
        {"Name": "MonitoringSchedule", "Value": settings.schedule},
    ]
    values = [("violations", float(len(violations))), *told(measured)]
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps({"MetricName": name, "Timestamp": settings.end, "Dimensions": dimensions, "Value": value})
        for name, value in values
    ]
    path.write_text("".join(f"{line}\n" for line in lines))


def _say(path: Path, violations: list[Violation]) -> None:
    """What SageMaker tells about the run; the first word decides its status."""
    names = ", ".join(sorted({each.feature_name for each in violations}))
    said = f"CompletedWithViolations: {names}" if violations else "Completed: no violation"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(said[:LONGEST])
