"""
Schedules of EventBridge Scheduler, and their groups.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned


def group(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("scheduler").get_schedule_group(Name=planned["name"])
    yield from same(planned, found, {"name": "Name"})


def schedule(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("scheduler").get_schedule(GroupName=planned["group_name"], Name=planned["name"])
    yield from same(
        planned,
        found,
        {
            "schedule_expression": "ScheduleExpression",
            "state": "State",
            "kms_key_arn": "KmsKeyArn",
            "target[0].arn": "Target.Arn",
            "target[0].role_arn": "Target.RoleArn",
            "target[0].input": "Target.Input",
        },
    )


PROBES = {"aws_scheduler_schedule": schedule, "aws_scheduler_schedule_group": group}
