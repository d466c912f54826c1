"""
Elastic resize of a cluster: more nodes in working hours, fewer outside of them.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bindings import Construct
from bindings.aws import RedshiftCluster, RedshiftScheduledAction
from modules.dataflow import Statement
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.params import Fault, Params, RuleError
from modules.pipeline import Pipeline

GROWTH = {"ra3.xlplus": 2, "ra3.4xlarge": 4, "ra3.16xlarge": 4}  # "Resizing clusters": to how many times its nodes

Hour = Annotated[int, Field(ge=0, le=23)]


class SizeParams(Params):
    node_type: Literal["ra3.xlplus", "ra3.4xlarge", "ra3.16xlarge"] = "ra3.xlplus"
    """What a node is: 4, 12 or 48 virtual processors."""

    minimum_nodes: Annotated[int, Field(ge=2, le=32)] = 2
    """Nodes outside of working hours, 2 to 32; a single node would not survive its failure."""

    maximum_nodes: Annotated[int, Field(ge=2, le=32)] = 4
    """Nodes in working hours, 2 to 32; elastic resize takes at most twice the minimum of ra3.xlplus, four times of others."""

    day_begins: Hour = 6
    """The hour (UTC, 0 to 23) from which there are *maximum_nodes*, Monday to Friday."""

    day_ends: Hour = 18
    """The hour (UTC, 0 to 23) from which there are *minimum_nodes* again."""

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        most = self.minimum_nodes * GROWTH[self.node_type]
        faults = []
        if not self.minimum_nodes <= self.maximum_nodes <= most:
            text = (
                f"{self.maximum_nodes} nodes cannot be had by elastic resize; with {self.minimum_nodes} {self.node_type} nodes "
                f"at least, it takes {self.minimum_nodes} to {most}"
            )
            faults.append(Fault(text, ("maximum_nodes",)))
        if self.day_begins == self.day_ends:
            faults.append(Fault(f"is {self.day_ends} as day_begins is; choose another hour", ("day_ends",)))
        RuleError.raise_any(faults)
        return self


class WorkingHours(Construct):
    """Resizes *cluster* at both ends of working hours, by a process that may do that to it and nothing else."""

    def __init__(
        self, scope: Construct, id: str, params: SizeParams, *, pipeline: Pipeline, cluster: RedshiftCluster
    ) -> None:
        super().__init__(scope, id)
        name = str(cluster.cluster_identifier)
        arn = pipeline.arn("redshift", f"cluster:{name}")
        process = pipeline.process("resize", "aws_schedule")
        process.requires(Statement(("redshift:ResizeCluster",), (arn,)))
        pipeline.graph.grants.trustees.append(Trustee(process.name, "administer", (arn,)))
        trust = [service_trust("scheduler.redshift.amazonaws.com", pipeline)]
        role = Role(self, "role", pipeline=pipeline, process=process, trust=trust)
        for moment, hour, nodes in (
            ("morning", params.day_begins, params.maximum_nodes),
            ("evening", params.day_ends, params.minimum_nodes),
        ):
            RedshiftScheduledAction(
                self,
                moment,
                name=pipeline.resource_name(moment),
                description=f"{nodes} nodes from {hour}:00 UTC",
                schedule=f"cron(0 {hour} ? * MON-FRI *)",
                iam_role=role.arn,
                enable=True,
                target_action={
                    "resize_cluster": {
                        "cluster_identifier": name,
                        "number_of_nodes": nodes,
                        "node_type": params.node_type,
                        "cluster_type": "multi-node",
                        "classic": False,
                    }
                },
                depends_on=[role.policy],
            )
