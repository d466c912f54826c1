"""
Corrections of moto for the audit trail and what is looked for in it; `amendments` lists them with the others.
"""

from __future__ import annotations

from typing import Any

from moto.cloudtrail.models import Trail
from moto.logs.metric_filters import MetricFilters


def replace_metric_filters() -> None:
    """`aws_cloudwatch_log_metric_filter`: a change has no effect; moto 5.2.5 adds a second filter of the same name."""
    add = MetricFilters.add_filter

    def add_filter(self: Any, filter_name: str, filter_pattern: str, log_group_name: str, transformations: Any) -> None:
        self.metric_filters = [
            held
            for held in self.metric_filters
            if (held["filterName"], held["logGroupName"]) != (filter_name, log_group_name)
        ]
        add(self, filter_name, filter_pattern, log_group_name, transformations)

    MetricFilters.add_filter = add_filter


def replace_insight_selectors() -> None:
    """`aws_cloudtrail`: insights stay although they are taken away; moto 5.2.5 adds new ones to those it has."""

    def put_insight_selectors(self: Any, insight_selectors: list[dict[str, str]]) -> None:
        self.insight_selectors = list(insight_selectors)

    Trail.put_insight_selectors = put_insight_selectors
