"""
Alarms for events of the audit trail that people have to know of.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import CloudwatchLogMetricFilter
from modules.foundation.alarms import Alarms
from modules.foundation.audit_trail import AuditTrail
from modules.foundation.log_archive import LogArchive
from modules.foundation.trail_events import (
    CIS_EVENTS,
    OWN_EVENTS,
    TrailEvent,
    archive_touched,
)
from modules.pipeline import Pipeline


class TrailAlarms(Construct):
    """
    One event is enough. CloudTrail delivers to the log group within 5 minutes on average and the alarm looks at 5 minutes,
    so somebody knows about 10 minutes later; what cannot wait is watched by an event rule as well.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        archive: LogArchive,
        trail: AuditTrail,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._namespace = f"{pipeline.name}/trail"
        self._log_group = trail.log_group.name
        configurations = (
            f"*-config-{pipeline.environment.account_id}-*"  # of every region, each made by its own baseline
        )
        touched = archive_touched(str(archive.audit.name), configurations)
        for event in (*CIS_EVENTS, *OWN_EVENTS, touched):
            self._filter(event, pipeline)
            alarms.add(
                event.name,
                f"{event.description} (CIS {event.cis})" if event.cis else event.description,
                namespace=self._namespace,
                metric_name=event.name,
                dimensions={},
                threshold=0,
                statistic="Sum",
            )

    def _filter(self, event: TrailEvent, pipeline: Pipeline) -> None:
        CloudwatchLogMetricFilter(
            self,
            event.name.replace("-", "_"),
            name=pipeline.resource_name(event.name),
            log_group_name=self._log_group,
            pattern=event.pattern,
            metric_transformation={"name": event.name, "namespace": self._namespace, "value": "1"},
        )
