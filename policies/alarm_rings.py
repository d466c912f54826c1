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
        if metric in FULL:
            late = number(resource.get("threshold", FULL[metric] + 1)) > FULL[metric]
            return [f"rings above {resource.get('threshold')}, later than {FULL[metric]:.0f}"] if late else []
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
