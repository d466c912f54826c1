"""
A warehouse: Amazon Redshift in one of two forms, closed to everything but what is named, and the process that fills it.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bindings import Construct
from modules.dataflow import Statement, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role, service_trust
from modules.ingestion.event_stream import EventStream
from modules.params import Fault, Params, RuleError
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.landing import Landing
from modules.storage.warehouse_cluster import Cluster, ClusterParams
from modules.storage.warehouse_form import DATABASE, LOGS, Site
from modules.storage.warehouse_serverless import Serverless, ServerlessParams
from modules.storage.warehouse_sql import SCHEMA

LOG_PLACES = {"serverless": "/aws/redshift", "cluster": "/aws/redshift/cluster"}
Source = Landing | EventStream
"""What a warehouse can be loaded from."""

ASKERS = {
    "serverless": ("redshift.amazonaws.com", "redshift-serverless.amazonaws.com"),
    "cluster": ("redshift.amazonaws.com",),
}


class WarehouseParams(Params):
    form: Literal["serverless", "cluster"] = "serverless"
    """`serverless` grows and shrinks by itself; `cluster` is a provisioned one of RA3 nodes."""

    serverless: ServerlessParams | None = None
    """Bounds of the serverless form; may stand where *form* is `serverless`."""

    cluster: ClusterParams | None = None
    """Nodes, zones and snapshots of the provisioned form; may stand where *form* is `cluster`."""

    retention_days: Annotated[int, Field(ge=1, le=36_500)] = 1_825
    """Days that rows are kept, by the time of their event, 1 to 36500."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        other: Literal["serverless", "cluster"] = "cluster" if self.form == "serverless" else "serverless"
        if getattr(self, other) is not None:
            text = f"says how a {other} warehouse is, and form is {self.form}; remove it or set form: {other}"
            RuleError.raise_any([Fault(text, (other,))])
        return self

    @property
    def copy_region(self) -> str | None:
        return self.cluster.copy_region if self.cluster else None


class Warehouse(Construct):
    """
    The database *dataset* lies in, under *key*, in the private subnets of *network*.

    `load` is the process as which it reads *source* when it is told to load (what it writes is its own), through an endpoint of the network, as enhanced VPC routing has it.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: WarehouseParams,
        *,
        dataset: str,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: Source,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self.retention_days = params.retention_days
        self.key = key
        self.name = name = pipeline.resource_name("warehouse")
        place = pipeline.environment
        owner = pipeline.global_arn("iam", "role/aws-service-role/redshift.amazonaws.com/AWSServiceRoleForRedshift")
        key.admit([*place.deploy_roles, owner], "secretsmanager", ["kms:Decrypt", "kms:GenerateDataKey"])
        for log in LOGS:
            LogGroup(
                self,
                log,
                name=f"{LOG_PLACES[params.form]}/{name}/{log}",
                pipeline=pipeline,
                classification=pipeline.classification,
                key=key,
            )
        self.load = pipeline.process("load", "warehouse_load")
        self.security_group = network.attach(
            self, self.load, *(["kinesis-streams"] if isinstance(source, EventStream) else [])
        )
        trust = [service_trust(service, pipeline) for service in ASKERS[params.form]]
        self.load_role = Role(self, "load_role", pipeline=pipeline, process=self.load, trust=trust)
        site = Site(pipeline, key, self.load_role.arn, self.security_group.id, network.subnet_ids, alarms)
        self.form = (
            Serverless(self, "serverless", params.serverless or ServerlessParams(), site=site).form
            if params.form == "serverless"
            else Cluster(self, "cluster", params.cluster or ClusterParams(), site=site).form
        )
        self.store = pipeline.graph.add_store(
            Store(
                name=dataset,
                kind="warehouse",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=params.retention_days,
                read_statements=(
                    Statement(("redshift-data:ExecuteStatement",), (self.form.arn,)),
                    self.form.login,
                ),
                write_statements=(),
                persona_readers=PROFILES[pipeline.classification].persona_readers,
                known_as=(self.form.namespace, f"{DATABASE}.{SCHEMA}.{dataset}"),
            )
        )
        self.load.reads(source.store)
        self.load.writes(self.store)
