"""
What an account has once: its public access block, its budget and its anomaly monitor.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def public_access_block(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("s3control").get_public_access_block(AccountId=live.account_id)
    yield from same(
        planned,
        answer["PublicAccessBlockConfiguration"],
        {
            "block_public_acls": "BlockPublicAcls",
            "block_public_policy": "BlockPublicPolicy",
            "ignore_public_acls": "IgnorePublicAcls",
            "restrict_public_buckets": "RestrictPublicBuckets",
        },
    )


def budget(live: Live, planned: Planned) -> Iterator[Fact]:
    budgets, named = live.client("budgets"), {"AccountId": live.account_id, "BudgetName": planned["name"]}
    found = budgets.describe_budget(**named)["Budget"]
    yield Fact("limit_amount", float(planned["limit_amount"]), float(found["BudgetLimit"]["Amount"]))
    yield from same(planned, found, {"time_unit": "TimeUnit", "budget_type": "BudgetType"})
    told = budgets.describe_notifications_for_budget(**named)["Notifications"]
    wanted = [[each["notification_type"], each["threshold"]] for each in planned["notification"]]
    yield Fact("notification", wanted, [[each["NotificationType"], each["Threshold"]] for each in told])


def anomaly_monitor(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("ce").get_anomaly_monitors(MonitorArnList=[planned["arn"]])
    for found in answer["AnomalyMonitors"]:
        yield from same(planned, found, {"monitor_type": "MonitorType", "monitor_dimension": "MonitorDimension"})
        return
    raise MissingError


def anomaly_subscription(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("ce").get_anomaly_subscriptions(SubscriptionArnList=[planned["arn"]])
    for found in answer["AnomalySubscriptions"]:
        yield from same(planned, found, {"frequency": "Frequency", "monitor_arn_list": "MonitorArnList"})
        wanted = [each["address"] for each in planned["subscriber"]]
        yield Fact("subscriber", wanted, [each["Address"] for each in found["Subscribers"]])
        return
    raise MissingError


PROBES = {
    "aws_budgets_budget": budget,
    "aws_ce_anomaly_monitor": anomaly_monitor,
    "aws_ce_anomaly_subscription": anomaly_subscription,
    "aws_s3_account_public_access_block": public_access_block,
}
