"""
The alarms of an endpoint; each of them takes a new model back while it is on trial.
"""

from __future__ import annotations

from typing import Final

from bindings.aws import CloudwatchMetricAlarm
from modules.foundation.alarms import Alarms
from modules.serving.endpoint_params import EndpointParams
from modules.serving.scaling import VARIANT

NAMESPACE: Final = "AWS/SageMaker"
MICROSECONDS: Final = 1_000  # in a millisecond; SageMaker tells latency in microseconds


def endpoint_alarms(alarms: Alarms, params: EndpointParams, *, endpoint: str) -> list[CloudwatchMetricAlarm]:
    """Errors and slow answers; or, of an asynchronous endpoint, files that fail and a backlog that nobody works on."""
    variant = {"EndpointName": endpoint, "VariantName": VARIANT}
    slow = alarms.add(
        "endpoint-slow",
        f"The model takes longer than {params.latency_milliseconds} ms on average",
        namespace=NAMESPACE,
        metric_name="ModelLatency",
        dimensions=variant,
        threshold=params.latency_milliseconds * MICROSECONDS,
        statistic="Average",
    )
    if not params.asynchronous:
        failing = alarms.add(
            "endpoint-fails",
            "The endpoint answers with errors of its own",
            namespace=NAMESPACE,
            metric_name="Invocation5XXErrors",
            dimensions=variant,
            threshold=0,
            statistic="Sum",
        )
        return [slow, failing]
    failing = alarms.add(
        "endpoint-fails",
        "Requests cannot be answered",
        namespace=NAMESPACE,
        metric_name="InvocationFailures",
        dimensions={"EndpointName": endpoint},
        threshold=0,
        statistic="Sum",
    )
    waiting = alarms.add(
        "endpoint-late",
        "Requests wait, and no machine works on them",
        namespace=NAMESPACE,
        metric_name="HasBacklogWithoutCapacity",
        dimensions={"EndpointName": endpoint},
        threshold=0,
        statistic="Maximum",
        evaluation_periods=2,
    )
    return [slow, failing, waiting]
