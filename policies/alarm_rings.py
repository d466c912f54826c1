from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

HOUR = 3600  # seconds
HOUR_MS = 3_600_000
COUNTS = (
    "ApproximateNumberOfMessagesVisible",
    "Errors",
    "HasBacklogWithoutCapacity",
    "Invocation5XXErrors",
    "InvocationFailures",
    "Throttles",
    "WriteProvisionedThroughputExceeded",
    "violations",
)
FAILURES = (
    *(
        "AppsFailed",
        "ExecutionFailed",
        "ExecutionsFailed",
        "ExecutionsTimedOut",
        "FailedInvocations",
        "IngestionErrorCount",
    ),
    *("InvocationDroppedCount", "MRUnhealthyNodes", "StatusCheckFailed", "WriteThrottleEvents"),
    *("glue.driver.aggregate.numFailedTasks", "scheduler_pending_pods_UNSCHEDULABLE"),
)
MINUTE_US = (
    60_000_000.0  # microseconds, in which SageMaker tells latency; an endpoint answers in a minute or not at all
)
LIMITS = {
    **dict.fromkeys((*COUNTS, *FAILURES), 10.0),
    "TriggeredRules": 10.0,
    "ApproximateAgeOfOldestMessage": 12.0 * HOUR,
    "DeliveryToS3.DataFreshness": float(HOUR),
    "ModelLatency": MINUTE_US,
}
AVERAGED = ("ModelLatency",)
"""What is slow now and then, and bad when it is so on average."""
FULL = {
    **dict.fromkeys(("CPUUtilization", "HDFSUtilization", "MemoryUtilization", "PercentageDiskSpaceUsed"), 95.0),
    **dict.fromkeys(("QueriesQueued", "WLMQueueLength"), 100.0),
    "ComputeCapacity": 1024.0,
    "ComputeSeconds": 307_200.0,
    "ConcurrencyScalingSeconds": 3000.0,
    "IsIdle": 1.0,
}
"""The most that an alarm on how full something is may wait for: percents, queries, RPUs, and seconds of both in five minutes."""

SCARCE = {"HealthStatus": 1.0, "YARNMemoryAvailablePercentage": 5.0}
"""The least that an alarm on what can run out may wait for: 1 is healthy, and percents."""
IDLE = ("CPUUtilization",)
"""What an alarm may also look at because it is low: then something costs for nothing."""
A_DAY = ("IsIdle",)
"""What tells after a day that nothing happened."""


def _level_problems(alarm: Resource, metric: str) -> list[str]:
    """
    Why an alarm on how full something is, or how scarce, does not ring in time.
    """
    if metric in IDLE and str(alarm.get("comparison_operator")).startswith("LessThan"):
        return []
    full, threshold = metric in FULL, number(alarm.get("threshold"))
    late = threshold > FULL[metric] if full else threshold < SCARCE[metric]
    direction = "GreaterThan" if full else "LessThan"
    time = number(alarm.get("evaluation_periods", 1)) * number(alarm.get("period", 300))
    rules = {
        f"rings at {alarm.get('threshold')}, later than {FULL.get(metric, SCARCE.get(metric, 0)):.0f}": not late,
        f"does not ring when the value is {'high' if full else 'low'}": str(
            alarm.get("comparison_operator")
        ).startswith(direction),
        "looks at no average, sum or extreme of the bad side": alarm.get("statistic")
        in ("Average", *(("Maximum", "Sum") if full else ("Minimum",))),
        "rings after more than an hour": time <= (24 * HOUR if metric in A_DAY else HOUR),
    }
    return [problem for problem, held in rules.items() if not held]


class AlarmRings(Policy):
    """
    An alarm of a metric that means loss rings while there is time, within an hour, when the value is too high.

    Why: an alarm that exists and cannot ring is worse than none.
    Fix: compare the Sum or Maximum with GreaterThan..., keep the threshold at 10 or less for counts, half of what the stream keeps for
    IteratorAge, half a day for the age of messages, an hour for DeliveryToS3.DataFreshness and a minute for the latency of models,
    and the whole evaluation within an hour; keep it at 95 percent or less for what can be full.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm rings in time",
            id="MR_ALARM_5",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_metric_alarm"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Statistic, direction, threshold and time of evaluation.
        """
        kept = [number(item.get("retention_period", 24)) for item in self.planned("aws_kinesis_stream")]
        metric = str(resource.get("metric_name"))
        if metric in FULL or metric in SCARCE:
            return _level_problems(resource, metric)
        limit = {**LIMITS, "IteratorAge": min(kept, default=24) * HOUR_MS / 2}.get(metric)
        if limit is None:
            return []
        problems = []
        average = ("Average",) if resource.get("metric_name") in AVERAGED else ()
        if resource.get("statistic") not in ("Sum", "Maximum", *average):
            problems.append(f"looks at the {resource.get('statistic') or 'percentile'}, which hides the worst")
        if not str(resource.get("comparison_operator")).startswith("GreaterThan"):
            problems.append("rings when the value is low")
        if number(resource.get("threshold", limit + 1)) > limit:
            problems.append(f"rings above {resource.get('threshold')}, later than {limit:.0f}")
        if number(resource.get("evaluation_periods", 1)) * number(resource.get("period", 300)) > HOUR:
            problems.append("rings after more than an hour")
        return problems


check = AlarmRings()
