"""
Flow logs: who talked to whom in a network, and who was refused.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import FlowLog
from modules.dataflow import Statement
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.pipeline import Pipeline


def record_traffic(scope: Construct, *, pipeline: Pipeline, key: Key, vpc_id: str, name: str) -> None:
    """Record all traffic of the VPC in a log group called *name*, under a role that may write there and nowhere else."""
    logs = LogGroup(
        scope,
        "flow_logs",
        name=f"/millrace/{pipeline.name}/{name}",
        pipeline=pipeline,
        classification=pipeline.classification,
        key=key,
    )
    process = pipeline.process(name, "flow_log")
    groups = pipeline.arn("logs", "log-group:*")
    process.requires(logs.write_statement(), Statement(("logs:DescribeLogGroups",), (groups,)))
    role = Role(
        scope,
        "flow_logs_role",
        pipeline=pipeline,
        process=process,
        trust=[service_trust("vpc-flow-logs.amazonaws.com", pipeline)],
    )
    FlowLog(
        scope,
        "flow_log",
        vpc_id=vpc_id,
        traffic_type="ALL",
        log_destination_type="cloud-watch-logs",
        log_destination=logs.arn,
        iam_role_arn=role.arn,
        max_aggregation_interval=60,
        tags={"Name": pipeline.name},
    )
