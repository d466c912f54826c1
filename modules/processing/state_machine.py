"""
A state machine: the order in which a pipeline's work is done, what is tried again, and what is told when all fails.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from bindings import Construct
from bindings.aws import SfnStateMachine
from modules.dataflow import Process, Statement
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.pipeline import Pipeline
from modules.processing.every_function import TRACES

DELIVERY: Final = tuple(
    f"logs:{action}"
    for action in (
        *("CreateLogDelivery", "DeleteLogDelivery", "DescribeLogGroups", "DescribeResourcePolicies"),
        *("GetLogDelivery", "ListLogDeliveries", "PutResourcePolicy", "UpdateLogDelivery"),
    )
)
"""What Step Functions needs to set its logs up, as the machine's role ("Logging in CloudWatch Logs"); none takes a resource."""


def retry(*errors: str, interval: int = 30, attempts: int = 5, longest: int = 600) -> dict[str, Any]:
    """
    Try again after *errors*: first after *interval* seconds, then twice as long each time, up to *longest*.

    Full jitter spreads tries that failed together over the whole time, so that they do not fail together again.
    """
    return {
        "ErrorEquals": list(errors),
        "IntervalSeconds": interval,
        "BackoffRate": 2.0,
        "MaxAttempts": attempts,
        "MaxDelaySeconds": longest,
        "JitterStrategy": "FULL",
    }


class StateMachine(Construct):
    """Runs *states* as *process*, beginning with the first; executions are logged, traced and encrypted."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        comment: str,
        states: Mapping[str, Any],
        timeout_seconds: int,
        process: Process,
        pipeline: Pipeline,
        key: Key,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        name = pipeline.resource_name(process.name)
        logs = LogGroup(
            self,
            "logs",
            name=f"/aws/vendedlogs/states/{name}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        in_region = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
        process.requires(
            Statement(DELIVERY, ("*",), in_region),
            Statement(TRACES, ("*",), in_region),
            key.encrypt("states"),
        )
        key.serve(
            "delivery.logs.amazonaws.com",
            ["kms:Decrypt"],
            {"StringEquals": {"aws:SourceAccount": pipeline.environment.account_id}},
        )
        role = Role(
            self, "role", pipeline=pipeline, process=process, trust=[service_trust("states.amazonaws.com", pipeline)]
        )
        self.definition = {
            "Comment": comment,
            "StartAt": next(iter(states)),
            "TimeoutSeconds": timeout_seconds,
            "States": dict(states),
        }
        self.machine = SfnStateMachine(
            self,
            "machine",
            name=name,
            role_arn=role.arn,
            type="STANDARD",
            definition=json.dumps(self.definition),
            encryption_configuration={
                "type": "CUSTOMER_MANAGED_KMS_KEY",
                "kms_key_id": key.arn,
                "kms_data_key_reuse_period_seconds": 300,
            },
            logging_configuration={
                "level": "ALL",
                "include_execution_data": True,
                "log_destination": f"{logs.arn}:*",
            },
            tracing_configuration={"enabled": True},
            tags={"classification": pipeline.classification},
            depends_on=[role.policy],
        )
        self.arn = pipeline.arn("states", f"stateMachine:{name}")
        for metric, what in (("ExecutionsFailed", "fails"), ("ExecutionsTimedOut", "takes too long")):
            alarms.add(
                f"{process.name}-{what.split()[0]}",
                f"An execution {what}",
                namespace="AWS/States",
                metric_name=metric,
                dimensions={"StateMachineArn": self.arn},
                threshold=0,
                statistic="Sum",
            )

    def start_statement(self) -> Statement:
        """What somebody needs to start executions."""
        return Statement(("states:StartExecution",), (self.arn,))
