"""
The capacity of a provisioned table: between a floor and a ceiling, as much as is used.
"""

from __future__ import annotations

from typing import Literal

from bindings import Construct
from bindings.aws import AppautoscalingPolicy, AppautoscalingTarget, DynamodbTable

UTILIZATION = 70  # per cent of the capacity that should be in use
SCALE_IN_SECONDS = 300  # DynamoDB lowers a table's capacity only a few times a day, so not too eagerly
SCALE_OUT_SECONDS = 60


def scale(scope: Construct, table: DynamodbTable, kind: Literal["read", "write"], floor: int, ceiling: int) -> None:
    """Keep the *kind* capacity of *table* at 70 % utilization, not below *floor* and not above *ceiling*."""
    target = AppautoscalingTarget(
        scope,
        f"{kind}_target",
        service_namespace="dynamodb",
        resource_id=f"table/{table.name}",
        scalable_dimension=f"dynamodb:table:{kind.title()}CapacityUnits",
        min_capacity=floor,
        max_capacity=ceiling,
        depends_on=[table],
    )
    AppautoscalingPolicy(
        scope,
        f"{kind}_policy",
        name=f"{table.name}-{kind}",
        policy_type="TargetTrackingScaling",
        service_namespace=target.service_namespace,
        resource_id=target.resource_id,
        scalable_dimension=target.scalable_dimension,
        target_tracking_scaling_policy_configuration={
            "target_value": UTILIZATION,
            "scale_in_cooldown": SCALE_IN_SECONDS,
            "scale_out_cooldown": SCALE_OUT_SECONDS,
            "predefined_metric_specification": {"predefined_metric_type": f"DynamoDB{kind.title()}CapacityUtilization"},
        },
    )
