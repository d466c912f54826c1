"""
QuickSight on a warehouse: a connection into the network, a source that reads as a user of its own, and a group for each
persona.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from bindings.aws import (
    QuicksightDataSource,
    QuicksightGroup,
    QuicksightVpcConnection,
    SecurityGroup,
    VpcSecurityGroupEgressRule,
    VpcSecurityGroupIngressRule,
)
from modules.analytics.report import Report, ReportParams
from modules.archive import Archive
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.foundation.network import Network
from modules.foundation.persona import Consumer
from modules.foundation.role import Role, service_trust
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.storage.warehouse import Warehouse
from modules.storage.warehouse_form import PORT
from modules.storage.warehouse_login import WarehouseLogin

LAST_PORT = 65_535
INTERFACES = ("ec2:DeleteNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute")
NOT_SCOPED = ("ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets")


class Dashboards(Construct):
    """
    Reports of *warehouse* for *viewers*, each in the group of its persona.

    Nobody gets a permission on the source itself: who has one could make a data set of it that shows all rows and columns.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: ReportParams,
        *,
        schema: EventSchema,
        viewers: Sequence[Consumer],
        pipeline: Pipeline,
        network: Network,
        warehouse: Warehouse,
        archive: Archive,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        login = WarehouseLogin(
            self, "login", archive=archive, pipeline=pipeline, network=network, warehouse=warehouse, alarms=alarms
        )
        self._pipeline, self._network = pipeline, network
        self.groups = {
            persona: QuicksightGroup(
                self,
                f"{persona}_group",
                group_name=pipeline.resource_name(persona),
                namespace="default",
                description=f"{pipeline.name}: reports of the {persona}",
            )
            for persona in sorted(viewers)
        }
        arns = {
            persona: pipeline.arn("quicksight", f"group/default/{group.group_name}")
            for persona, group in self.groups.items()
        }
        connection = self._connection(warehouse)
        source = QuicksightDataSource(
            self,
            "source",
            data_source_id=pipeline.resource_name("warehouse"),
            name=pipeline.resource_name("warehouse"),
            type="REDSHIFT",
            parameters={"redshift": warehouse.form.source},
            credentials={"secret_arn": login.secret.arn},
            ssl_properties={"disable_ssl": False},
            vpc_connection_properties={"vpc_connection_arn": connection.arn},
            tags={"classification": pipeline.classification},
            depends_on=[login.rotation, warehouse.form.resource],
        )
        self.report = Report(
            self,
            "report",
            params,
            schema=schema,
            groups=arns,
            pipeline=pipeline,
            table=warehouse.store,
            source_arn=source.arn,
            alarms=alarms,
        )

    def _connection(self, warehouse: Warehouse) -> QuicksightVpcConnection:
        """Interfaces of QuickSight in the private subnets, which reach the warehouse and nothing else."""
        pipeline = self._pipeline
        group = SecurityGroup(
            self,
            "security_group",
            name=pipeline.resource_name("reports"),
            description="reports: the warehouse only",
            vpc_id=self._network.vpc_id,
            tags={"Name": pipeline.resource_name("reports")},
        )
        VpcSecurityGroupEgressRule(
            self,
            "to_warehouse",
            security_group_id=group.id,
            referenced_security_group_id=warehouse.security_group.id,
            description="SQL from QuickSight to the warehouse",
            ip_protocol="tcp",
            from_port=PORT,
            to_port=PORT,
        )
        VpcSecurityGroupIngressRule(
            self,
            "into_warehouse",
            security_group_id=warehouse.security_group.id,
            referenced_security_group_id=group.id,
            description="SQL from QuickSight",
            ip_protocol="tcp",
            from_port=PORT,
            to_port=PORT,
        )
        VpcSecurityGroupIngressRule(
            self,
            "answers",
            security_group_id=group.id,
            referenced_security_group_id=warehouse.security_group.id,
            description="answers of the warehouse: groups of QuickSight's interfaces keep no state",
            ip_protocol="tcp",
            from_port=1_024,
            to_port=LAST_PORT,
        )
        process = pipeline.process("reports", "aws_service_role")
        place = pipeline.environment
        ec2 = f"arn:{place.partition}:ec2:{place.region}:{place.account_id}"
        subnets = [f"{ec2}:subnet/{subnet}" for subnet in self._network.subnet_ids]
        interface = f"{ec2}:network-interface/*"
        process.requires(
            Statement(("ec2:CreateNetworkInterface",), (*subnets, f"{ec2}:security-group/{group.id}", interface)),
            Statement(INTERFACES, (interface,)),
            Statement(NOT_SCOPED, ("*",), {"StringEquals": {"aws:RequestedRegion": place.region}}),
        )
        trust = [service_trust("quicksight.amazonaws.com", pipeline)]
        role = Role(self, "role", pipeline=pipeline, process=process, trust=trust)
        return QuicksightVpcConnection(
            self,
            "connection",
            vpc_connection_id=pipeline.resource_name("warehouse"),
            name=pipeline.resource_name("warehouse"),
            role_arn=role.arn,
            security_group_ids=[group.id],
            subnet_ids=self._network.subnet_ids,
            tags={"classification": pipeline.classification},
            depends_on=[role.policy],
        )
