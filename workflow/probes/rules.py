"""
Rules for events, and who is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned


def rule(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("events").describe_rule(Name=planned["name"])
    yield from same(planned, found, {"state": "State", "schedule_expression": "ScheduleExpression"})
    pattern = planned.get("event_pattern")
    there = found.get("EventPattern")
    yield Fact("event_pattern", pattern and json.loads(pattern), there and json.loads(there))


def target(live: Live, planned: Planned) -> Iterator[Fact]:
    targets = live.client("events").list_targets_by_rule(Rule=planned["rule"])["Targets"]
    yield from same(planned, live.only(iter(targets), Id=planned["target_id"]), {"arn": "Arn"})


PROBES = {"aws_cloudwatch_event_rule": rule, "aws_cloudwatch_event_target": target}
