"""
A DynamoDB table: encrypted with a customer managed key, recoverable to any second, and emptied by age.
"""

from __future__ import annotations

import math
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bindings import Construct
from bindings.aws import DynamodbContributorInsights, DynamodbTable
from bindings.aws.dynamodb_table import DynamodbTableArguments, Replica
from modules.dataflow import Load, Statement, Store
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key, KeyParams
from modules.params import Fault, Params, Region, RuleError
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.table_scaling import scale

REPLICA = "replica"
"""The alias of the provider of the region with the copy."""

ON_DEMAND_UNITS = 40_000  # "Service, account, and table quotas": to which an on-demand table grows by itself
MAKING = ("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo")
"""What DynamoDB asks of whoever makes a table, beside the grant."""


class Units(Params):
    floor: Annotated[int, Field(ge=1, le=40_000)] = 5
    """Capacity units that are always there, 1 to 40000."""

    ceiling: Annotated[int, Field(ge=1, le=40_000)] = 4_000
    """Capacity units that scaling never exceeds, 1 to 40000; not less than the floor."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.ceiling < self.floor:
            raise RuleError(Fault(f"is {self.ceiling}, less than the floor of {self.floor}", ("ceiling",)))
        return self


class TableParams(Params):
    capacity_mode: Literal["on_demand", "provisioned"] = "on_demand"
    """`on_demand` scales by itself; `provisioned` follows 70 % utilization between floor and ceiling."""

    read_units: Units = Units()
    """Bounds of the read capacity, where it is provisioned."""

    write_units: Units = Units()
    """Bounds of the write capacity, where it is provisioned; the ceiling has to take the workload's peak."""

    retention_days: Annotated[int, Field(ge=1, le=36_500)] = 365
    """Days after its last change that an item is removed, 1 to 36500."""

    replica_region: Region | None = None
    """Another region that keeps an equal copy of the table, within seconds, under a key of its own there; none when left out."""


class Table(Construct):
    """
    The table *name* under *key*, with items by *hash_key* that expire at the moment in *expires*.

    Writers get *write_actions* and no more; with *streams*, its changes can be read for a day.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: TableParams,
        *,
        name: str,
        hash_key: str,
        expires: str,
        write_actions: tuple[str, ...],
        streams: bool,
        kind: Literal["table", "idempotency_table"] = "table",
        pipeline: Pipeline,
        key: Key,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._params = params
        classification = pipeline.classification
        arguments: DynamodbTableArguments = {
            "name": pipeline.resource_name(name),
            "hash_key": hash_key,
            "attribute": [{"name": hash_key, "type": "S"}],
            "billing_mode": "PAY_PER_REQUEST",
            "server_side_encryption": {"enabled": True, "kms_key_arn": key.arn},
            "point_in_time_recovery": {"enabled": True},
            "ttl": {"enabled": True, "attribute_name": expires},
            "deletion_protection_enabled": True,
            "tags": {"classification": classification},
        }
        if params.replica_region:
            arguments["replica"] = [self._replica(name, params.replica_region, pipeline)]
        if streams:
            arguments |= {"stream_enabled": True, "stream_view_type": "NEW_AND_OLD_IMAGES"}
        if params.capacity_mode == "provisioned":
            arguments |= {
                "billing_mode": "PROVISIONED",
                "read_capacity": params.read_units.floor,
                "write_capacity": params.write_units.floor,
            }
            self.table = DynamodbTable(
                self, "table", **arguments, lifecycle={"ignore_changes": ["read_capacity", "write_capacity"]}
            )
            scale(self, self.table, "read", params.read_units.floor, params.read_units.ceiling)
            scale(self, self.table, "write", params.write_units.floor, params.write_units.ceiling)
        else:
            self.table = DynamodbTable(self, "table", **arguments)
        DynamodbContributorInsights(self, "insights", table_name=self.table.name)
        self.name: str = self.table.name
        _made_under(key, pipeline.resource_name(name))
        arn = pipeline.arn("dynamodb", f"table/{self.table.name}")
        self.store = pipeline.graph.add_store(
            Store(
                name=name,
                kind=kind,
                classification=classification,
                owner=pipeline.owner,
                retention_days=params.retention_days,
                read_statements=(
                    Statement(("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"), (arn,)),
                    key.decrypt("dynamodb"),
                ),
                write_statements=(Statement(write_actions, (arn,)), key.decrypt("dynamodb")),
                persona_readers=PROFILES[classification].persona_readers,
                capacity=self._capacity,
            )
        )
        alarms.add(
            f"{name}-throttled",
            "The table refuses writes; its capacity or one of its keys is too busy",
            namespace="AWS/DynamoDB",
            metric_name="WriteThrottleEvents",
            dimensions={"TableName": str(self.table.name)},
            threshold=0,
            statistic="Sum",
        )

    def _replica(self, name: str, region: str, pipeline: Pipeline) -> Replica:
        """DynamoDB copies with the rights of whoever makes the table, so the key there is granted as the one here is."""
        if region == pipeline.environment.region:
            raise InputError(
                f"parameters.table.replica_region: {region} is the region of environment {pipeline.environment.name} itself; "
                "choose another one of the same jurisdiction, or leave it out"
            )
        there = pipeline.elsewhere(region, REPLICA)
        key = Key(
            self,
            "replica_key",
            KeyParams(purpose=f"{name}-replica"),
            pipeline=there,
            classification=pipeline.classification,
        )
        _made_under(key, pipeline.resource_name(name))
        return {
            "region_name": region,
            "kms_key_arn": key.arn,
            "point_in_time_recovery": True,
            "propagate_tags": True,
        }

    def _capacity(self, load: Load) -> float:
        """Items a second of *load*'s size that can be written."""
        provisioned = self._params.capacity_mode == "provisioned"
        units = self._params.write_units.ceiling if provisioned else ON_DEMAND_UNITS
        return units / item_units(load)


def _made_under(key: Key, table: str) -> None:
    key.deployed_with("dynamodb", list(MAKING), {"kms:EncryptionContext:aws:dynamodb:tableName": table})


def item_units(load: Load) -> int:
    """Write units of one item: one for each KiB begun."""
    return math.ceil(load.record_bytes / 1024)


def check_ceiling(params: TableParams, load: Load) -> None:
    """Raises `InputError` when the ceiling cannot take the peak of *load*."""
    needed = math.ceil(load.peak_records_per_second) * item_units(load)
    if params.capacity_mode == "provisioned" and params.write_units.ceiling < needed:
        raise InputError(
            f"parameters.table.write_units.ceiling: the peak of {load.peak_records_per_second:g} items/s of "
            f"{load.record_bytes:g} bytes needs {needed} units, more than {params.write_units.ceiling}; raise the ceiling "
            "or use capacity_mode: on_demand"
        )
