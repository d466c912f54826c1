"""
The watch over a model in use: four monitors on a schedule, alarms, a dashboard, and a new training when the model gets worse.
"""

from __future__ import annotations

import json
from typing import Final

from bindings import Construct
from bindings.aws import (
    CloudformationStack,
    CloudwatchMetricAlarm,
    SagemakerDataQualityJobDefinition,
    SagemakerMonitoringSchedule,
)
from modules.dataflow import Statement
from modules.foundation.serving_boundary import METRICS_OF_MONITORS
from modules.grants import Trustee
from modules.serving.endpoint import Endpoint
from modules.serving.monitor_definitions import DEFINITIONS, Definitions
from modules.serving.monitor_params import KINDS, SCHEDULES, ModelMonitorParams, MonitorKind
from modules.serving.serving_zones import ServingZones
from modules.storage.code_store import CodeStore
from modules.training.isolated_jobs import JobRole
from modules.training.workplace import Workplace

VIOLATIONS: Final = "violations"
SAID: Final[dict[MonitorKind, str]] = {
    "data-quality": "Requests look different from what the model learnt from",
    "model-quality": "The model is right less often than when it was approved",
    "bias": "Groups are treated more differently than when the model was approved",
    "explainability": "The model goes by other columns than when it was approved",
}


class ModelMonitor(Construct):
    """
    Data quality, model quality, bias drift and drift of explanations, in jobs without a network that run the code of training.

    SageMaker joins what was captured with what turned out to be true, and puts it below the monitors' own reports.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ModelMonitorParams,
        *,
        endpoint: Endpoint,
        zones: ServingZones,
        code: CodeStore,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._params, self._place, self._endpoint = params, place, endpoint
        self.role = JobRole(
            self, "role", phase="monitor", kind="processing", place=place,
            reads=[zones.captured, zones.truth, zones.baseline, code.store], writes=[zones.monitored],
        )  # fmt: skip
        process = self.role.process
        counting = {"StringEquals": {"cloudwatch:namespace": METRICS_OF_MONITORS}}
        process.requires(Statement(("cloudwatch:PutMetricData",), ("*",), counting), *zones.monitored.read_statements)
        joined = zones.reports.arn("monitored/*")
        place.pipeline.graph.grants.trustees.append(Trustee(process.name, "maintain", (joined,)))
        settings = code.settings(self, "monitors", params.to_json())
        self.definitions = Definitions(params, endpoint.name, settings, self.role, zones, place)
        tags = {"classification": str(place.pipeline.classification)}
        data_quality = SagemakerDataQualityJobDefinition(
            self,
            "data_quality",
            **self.definitions.data_quality(tags),
            lifecycle={"create_before_destroy": True},
            depends_on=[self.role.role.policy],
        )
        self.stack = CloudformationStack(
            self,
            "definitions",
            name=place.pipeline.resource_name("monitors"),
            template_body=json.dumps(self.definitions.template(tags)),
            on_failure="DELETE",
            tags=tags,
            depends_on=[self.role.role.policy],
        )
        self.schedules = {
            kind: SagemakerMonitoringSchedule(
                self,
                f"{kind.replace('-', '_')}_schedule",
                name=self._schedule(kind),
                monitoring_schedule_config={
                    "monitoring_job_definition_name": self.definitions.name(kind),
                    "monitoring_type": DEFINITIONS[kind][1],
                    "schedule_config": {"schedule_expression": SCHEDULES[params.schedule]},
                },
                tags=tags,
                depends_on=[data_quality, self.stack, endpoint.endpoint],
            )
            for kind in KINDS
        }
        self.alarms = {kind: self._alarm(kind) for kind in KINDS}

    def _schedule(self, kind: MonitorKind) -> str:
        return self._place.pipeline.resource_name(f"{kind}-drift")

    def dimensions(self, kind: MonitorKind) -> dict[str, str]:
        """What tells the violations of one monitor from those of the others."""
        return {"Endpoint": self._endpoint.name, "MonitoringSchedule": self._schedule(kind)}

    def _alarm(self, kind: MonitorKind) -> CloudwatchMetricAlarm:
        return self._place.alarms.add(
            f"{kind}-drifts",
            SAID[kind],
            namespace=METRICS_OF_MONITORS,
            metric_name=VIOLATIONS,
            dimensions=self.dimensions(kind),
            threshold=0,
            statistic="Maximum",
        )
