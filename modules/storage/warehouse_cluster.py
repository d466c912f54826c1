"""
A provisioned Redshift cluster of RA3 nodes: power that is there all day, in two zones, and more of it in working hours.
"""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import (
    RedshiftCluster,
    RedshiftLogging,
    RedshiftParameterGroup,
    RedshiftSubnetGroup,
    RedshiftUsageLimit,
)
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.params import Region
from modules.storage.snapshot_copy import MANUAL_DAYS, SnapshotCopy
from modules.storage.warehouse_form import ADMIN, DATABASE, LOGS, PORT, Form, Site
from modules.storage.working_hours import SizeParams, WorkingHours

NAMESPACE = "AWS/Redshift"
QUEUE = "queries"


class ClusterParams(SizeParams):
    multi_az: bool = True
    """Whether a second zone computes too and takes over at once; without it, the cluster moves to another zone by itself."""

    concurrency_clusters: Annotated[int, Field(ge=0, le=10)] = 1
    """Clusters that are added while queries wait, 0 to 10 (`max_concurrency_scaling_clusters`)."""

    concurrency_minutes_a_day: Annotated[int, Field(ge=1, le=1_440)] = 60
    """Minutes a day that such clusters may compute, 1 to 1440; an hour a day is free of charge."""

    snapshot_days: Annotated[int, Field(ge=7, le=35)] = 35
    """Days that automatic snapshots are kept, 7 to 35."""

    copy_region: Region | None = None
    """A second region of the same account that gets a copy of every snapshot; none when left out."""


class Cluster(Construct):
    """A cluster at *site*; what AWS and people change about its size is not undone."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ClusterParams,
        *,
        site: Site,
    ) -> None:
        super().__init__(scope, id)
        pipeline, key, alarms = site.pipeline, site.key, site.alarms
        self._pipeline = pipeline
        self._tags: dict[str, str] = {"classification": pipeline.classification}
        name = pipeline.resource_name("warehouse")
        subnets = RedshiftSubnetGroup(
            self, "subnets", name=name, description=f"{pipeline.name}: private subnets", subnet_ids=site.subnet_ids,
            tags=self._tags,
        )  # fmt: skip
        self.cluster = RedshiftCluster(
            self,
            "cluster",
            cluster_identifier=name,
            cluster_type="multi-node",
            node_type=params.node_type,
            number_of_nodes=params.minimum_nodes,
            database_name=DATABASE,
            master_username=ADMIN,
            manage_master_password=True,
            master_password_secret_kms_key_id=key.arn,
            encrypted=True,
            kms_key_id=key.arn,
            iam_roles=[site.role_arn],
            cluster_subnet_group_name=subnets.name,
            vpc_security_group_ids=[site.security_group_id],
            enhanced_vpc_routing=True,
            publicly_accessible=False,
            port=PORT,
            multi_az=params.multi_az,
            availability_zone_relocation_enabled=not params.multi_az,
            cluster_parameter_group_name=self._parameters(name, params).name,
            allow_version_upgrade=True,
            apply_immediately=True,
            preferred_maintenance_window="sun:03:00-sun:04:00",
            automated_snapshot_retention_period=params.snapshot_days,
            manual_snapshot_retention_period=MANUAL_DAYS,
            skip_final_snapshot=False,
            final_snapshot_identifier=f"{name}-final",
            tags=self._tags,
            lifecycle={"ignore_changes": ["number_of_nodes"]},
        )
        self.name = str(self.cluster.cluster_identifier)
        self.arn = pipeline.arn("redshift", f"cluster:{self.name}")
        RedshiftLogging(
            self, "logging", cluster_identifier=self.name, log_destination_type="cloudwatch", log_exports=list(LOGS)
        )
        RedshiftUsageLimit(
            self,
            "usage_limit",
            cluster_identifier=self.name,
            feature_type="concurrency-scaling",
            limit_type="time",
            amount=params.concurrency_minutes_a_day,
            period="daily",
            breach_action="disable",
            tags=self._tags,
        )
        if params.copy_region:
            SnapshotCopy(
                self,
                "copy",
                pipeline=pipeline,
                cluster=self.cluster,
                region=params.copy_region,
                retention_days=params.snapshot_days,
            )
        if params.maximum_nodes > params.minimum_nodes:
            WorkingHours(self, "working_hours", params, pipeline=pipeline, cluster=self.cluster)
        databases = (pipeline.arn("redshift", f"dbname:{self.name}/{DATABASE}"),)
        self.form = Form(
            resource=self.cluster,
            arn=self.arn,
            login=Statement(("redshift:GetClusterCredentialsWithIAM",), databases),
            admin_secret_arn=self.cluster.master_password_secret_arn,
            target={"ClusterIdentifier": self.name, "Database": DATABASE},
            source={"cluster_id": self.name, "database": DATABASE},
            namespace=f"redshift://{self.name}.{pipeline.environment.region}:{PORT}",
        )
        self._watch(alarms, name)

    def _parameters(self, name: str, params: ClusterParams) -> RedshiftParameterGroup:
        """TLS, a log of every statement, and one queue that AWS manages and may scale out of."""
        queue = {"name": QUEUE, "auto_wlm": True, "concurrency_scaling": "auto", "priority": "normal"}
        values = {
            "enable_user_activity_logging": "true",
            "max_concurrency_scaling_clusters": str(params.concurrency_clusters),
            "require_ssl": "true",
            "wlm_json_configuration": json.dumps([queue, {"short_query_queue": True}]),
        }
        return RedshiftParameterGroup(
            self,
            "parameters",
            name=name,
            family="redshift-1.0",
            description=f"{self._pipeline.name}: TLS only, every statement logged",
            parameter=[{"name": parameter, "value": value} for parameter, value in values.items()],
            tags=self._tags,
        )

    def _watch(self, alarms: Alarms, name: str) -> None:
        whole = {"ClusterIdentifier": name}
        for suffix, words, metric, threshold, dimensions in (
            ("cpu", "The warehouse has computed near its limit for half an hour", "CPUUtilization", 90, whole),
            ("disk", "The local disks of the warehouse fill up", "PercentageDiskSpaceUsed", 80, whole),
            ("queue", "Queries wait for the warehouse", "WLMQueueLength", 5, {**whole, "QueueName": QUEUE}),
        ):
            alarms.add(
                f"warehouse-{suffix}",
                words,
                namespace=NAMESPACE,
                metric_name=metric,
                dimensions=dimensions,
                threshold=threshold,
                statistic="Average",
                evaluation_periods=6,
            )
        alarms.add(
            "warehouse-health",
            "The warehouse does not answer",
            namespace=NAMESPACE,
            metric_name="HealthStatus",
            dimensions=whole,
            threshold=1,
            statistic="Average",
            comparison="LessThanThreshold",
            evaluation_periods=3,
            missing="breaching",
        )
        alarms.add(
            "warehouse-usage",
            "Added clusters have computed for longer than is free of charge",
            namespace=NAMESPACE,
            metric_name="ConcurrencyScalingSeconds",
            dimensions=whole,
            threshold=240,
            statistic="Sum",
            evaluation_periods=6,
        )
