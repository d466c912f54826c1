"""
One page that shows how a model does: who asks, how fast it answers, how many machines do, and what the monitors found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from bindings import Construct
from bindings.aws import CloudwatchDashboard
from modules.foundation.serving_boundary import METRICS_OF_MONITORS
from modules.serving.endpoint import Endpoint
from modules.serving.endpoint_alarms import NAMESPACE
from modules.serving.model_monitor import VIOLATIONS, ModelMonitor
from modules.serving.monitor_params import KINDS
from modules.serving.scaling import VARIANT
from modules.training.workplace import Workplace

WIDTH, HEIGHT, COLUMNS = 12, 6, 2
HOUR: Final = 3_600
MINUTE: Final = 60

Metric = tuple[str, str, str, dict[str, str]]
"""Namespace, name, statistic and dimensions."""


class Dashboard(Construct):
    """Charts for people; nothing that alarms do depends on it."""

    def __init__(
        self, scope: Construct, id: str, *, endpoint: Endpoint, monitor: ModelMonitor, place: Workplace
    ) -> None:
        super().__init__(scope, id)
        self._region = place.pipeline.environment.region
        variant = {"EndpointName": endpoint.name, "VariantName": VARIANT}
        machines = "/aws/sagemaker/Endpoints"
        charts = [
            self._chart("Requests", [(NAMESPACE, "Invocations", "Sum", variant)], MINUTE),
            self._chart("Milliseconds of the model, in thousands", [(NAMESPACE, "ModelLatency", "p99", variant)], MINUTE),
            self._chart(
                "Errors",
                [
                    (NAMESPACE, "Invocation4XXErrors", "Sum", variant),
                    (NAMESPACE, "Invocation5XXErrors", "Sum", variant),
                ],
                MINUTE,
            ),
            self._chart("CPU and memory", [(machines, f"{what}Utilization", "Average", variant) for what in ("CPU", "Memory")]),
            self._chart(
                "Violations that monitors found",
                [(METRICS_OF_MONITORS, VIOLATIONS, "Maximum", monitor.dimensions(kind)) for kind in KINDS],
                HOUR,
            ),
        ]  # fmt: skip
        placed = [
            {**chart, "x": at % COLUMNS * WIDTH, "y": at // COLUMNS * HEIGHT, "width": WIDTH, "height": HEIGHT}
            for at, chart in enumerate(charts)
        ]
        self.dashboard = CloudwatchDashboard(
            self,
            "dashboard",
            dashboard_name=place.pipeline.resource_name("model"),
            dashboard_body=json.dumps({"widgets": placed}),
        )

    def _chart(self, title: str, metrics: Sequence[Metric], seconds: int = MINUTE) -> dict[str, Any]:
        lines = [
            [namespace, name, *(part for pair in dimensions.items() for part in pair), {"stat": statistic}]
            for namespace, name, statistic, dimensions in metrics
        ]
        properties = {"title": title, "region": self._region, "metrics": lines, "period": seconds, "view": "timeSeries"}
        return {"type": "metric", "properties": properties}
