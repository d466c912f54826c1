"""
What an account may cost in a month, and who hears when it costs more, or otherwise than usual.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import BudgetsBudget, CeAnomalyMonitor, CeAnomalySubscription
from bindings.aws.budgets_budget import Notification
from modules.params import Params
from modules.pipeline import Pipeline

MOST_RECEIVERS = 10  # mail addresses that a notification of a budget takes


class BudgetParams(Params):
    monthly_limit_usd: Annotated[int, Field(ge=1, le=100_000_000)]
    """What the account may cost in a month, in US dollars, 1 to 100000000."""

    anomaly_usd: Annotated[int, Field(ge=1, le=1_000_000)] = 100
    """How many US dollars more than usual are an anomaly, 1 to 1000000."""


class Budget(Construct):
    """
    A monthly budget and a monitor for anomalies by service, both told to the environment's receivers.

    AWS updates costs up to three times a day and looks for anomalies about as often, so neither is an alarm of minutes.
    """

    def __init__(self, scope: Construct, id: str, params: BudgetParams, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        receivers = list(pipeline.environment.alarm_receivers)[:MOST_RECEIVERS]
        BudgetsBudget(
            self,
            "budget",
            name=pipeline.resource_name("monthly"),
            budget_type="COST",
            time_unit="MONTHLY",
            limit_amount=f"{params.monthly_limit_usd}.0",
            limit_unit="USD",
            notification=[
                _notification("ACTUAL", 80, receivers),
                _notification("FORECASTED", 100, receivers),
            ],
        )
        monitor = CeAnomalyMonitor(
            self,
            "monitor",
            name=pipeline.resource_name("services"),
            monitor_type="DIMENSIONAL",
            monitor_dimension="SERVICE",
        )
        CeAnomalySubscription(
            self,
            "subscription",
            name=pipeline.resource_name("anomalies"),
            frequency="DAILY",
            monitor_arn_list=[monitor.arn],
            subscriber=[{"type": "EMAIL", "address": receiver} for receiver in receivers],
            threshold_expression={
                "dimension": {
                    "key": "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                    "match_options": ["GREATER_THAN_OR_EQUAL"],
                    "values": [str(params.anomaly_usd)],
                }
            },
        )


def _notification(kind: str, percent: int, receivers: list[str]) -> Notification:
    return {
        "notification_type": kind,
        "comparison_operator": "GREATER_THAN",
        "threshold": percent,
        "threshold_type": "PERCENTAGE",
        "subscriber_email_addresses": receivers,
    }
