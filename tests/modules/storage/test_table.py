from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.event_store_sample import build, parameters

ENTITIES = "tables/entities/table"
PROVISIONED = {"capacity_mode": "provisioned", "write_units": {"floor": 10, "ceiling": 500}}
ARN = "arn:aws:dynamodb:eu-central-1:111122223333:table/payments-dev-entities"


@pytest.mark.parametrize("path", [ENTITIES, "tables/idempotency/table"])
def test_every_table_is_protected(path):
    """
    A table has a key of the stack, can be restored to any second, empties itself by age, and cannot be deleted by one call.
    """
    table = build()[path]

    assert {"enabled": True, "kms_key_arn": "<keys/pipeline/key.arn>"} == table["server_side_encryption"]
    assert {"enabled": True} == table["point_in_time_recovery"]
    assert table["ttl"]["enabled"]
    assert table["deletion_protection_enabled"]


def test_restricted_tables_have_keys_of_their_own():
    """
    Each table of restricted data is encrypted with a key of its own.
    """
    built = build(classification="restricted")
    keys = [
        built[f"tables/{name}/table"]["server_side_encryption"]["kms_key_arn"] for name in ("entities", "idempotency")
    ]

    assert ["<keys/entities/key.arn>", "<keys/idempotency/key.arn>"] == keys


def test_on_demand_needs_no_scaling():
    """
    A table on demand has no bounds to keep.
    """
    built = build()

    assert "PAY_PER_REQUEST" == built[ENTITIES]["billing_mode"]
    assert {} == built.of_type("aws_appautoscaling_target")


def test_provisioned_capacity_scales_between_floor_and_ceiling():
    """
    The floor is where a table begins, and scaling keeps both bounds; a plan does not undo it.
    """
    built = parameters(table=PROVISIONED)
    target = built["tables/entities/write_target"]

    assert ("PROVISIONED", 10) == (built[ENTITIES]["billing_mode"], built[ENTITIES]["write_capacity"])
    assert (10, 500) == (target["min_capacity"], target["max_capacity"])
    assert ["read_capacity", "write_capacity"] == built[ENTITIES]["lifecycle"]["ignore_changes"]


def test_a_ceiling_below_the_peak_is_refused():
    """
    A table that could never take the peak is not planned.
    """
    with pytest.raises(InputError, match="needs 200 units, more than 100"):
        parameters(table={"capacity_mode": "provisioned", "write_units": {"floor": 10, "ceiling": 100}})


def test_the_writer_only_puts():
    """
    The function's role puts items into the table of entities and does nothing else with it.
    """
    allowed = build().allowed("writer/function/role/policy")
    actions = {action for action, resources in allowed.items() if ARN in resources}

    assert {"dynamodb:PutItem"} == actions


def test_the_feed_reads_the_stream_alone():
    """
    The function that follows the changes does not see the table.
    """
    allowed = build().allowed("feed/function/role/policy")

    assert ["<tables/entities/table.stream_arn>"] == allowed["dynamodb:GetRecords"]
    assert "dynamodb:GetItem" not in allowed


def test_who_deploys_uses_the_key_for_the_tables_alone():
    """
    DynamoDB asks for the use of the key when a table is made; it is given through DynamoDB and for that table.
    """
    found = [
        statement["Condition"]["StringEquals"]
        for statement in build().statements("keys/pipeline/key")
        if "kms:ReEncryptTo" in statement["Action"] and "AWS" in statement["Principal"]
    ]

    assert [
        {
            "kms:ViaService": "dynamodb.eu-central-1.amazonaws.com",
            "kms:EncryptionContext:aws:dynamodb:tableName": f"payments-dev-{name}",
        }
        for name in ("entities", "idempotency")
    ] == found


def test_a_replica_has_a_key_of_its_own_there():
    """
    A copy in another region is encrypted with a key of that region, can be restored too, and has the table's tags.
    """
    built = parameters(table={"replica_region": "eu-west-1"})
    replica = {
        "region_name": "eu-west-1",
        "kms_key_arn": "<tables/entities/replica_key/key.arn>",
        "point_in_time_recovery": True,
        "propagate_tags": True,
    }

    assert [replica] == built[ENTITIES]["replica"]
    assert "replica" not in built["tables/idempotency/table"]
    assert "aws.replica" == built.rendered("tables/entities/replica_key/key")["provider"]
    assert ["eu-central-1", "eu-west-1"] == [each["region"] for each in built.blocks["provider"]["aws"]]


def test_the_replica_key_serves_dynamodb_there():
    """
    Who deploys uses the copy's key through DynamoDB in the copy's region, for this table.
    """
    built = parameters(table={"replica_region": "eu-west-1"})
    through = [
        each["Condition"]["StringEquals"]
        for each in built.statements("tables/entities/replica_key/key")
        if "tableName" in str(each)
    ]

    assert [
        {
            "kms:ViaService": "dynamodb.eu-west-1.amazonaws.com",
            "kms:EncryptionContext:aws:dynamodb:tableName": "payments-dev-entities",
        }
    ] == through


def test_a_replica_is_elsewhere():
    """
    A copy in the table's own region is none, and refused.
    """
    with pytest.raises(
        InputError, match=r"parameters.table.replica_region: eu-central-1 is the region of environment dev"
    ):
        parameters(table={"replica_region": "eu-central-1"})


def test_without_a_replica_everything_is_in_one_region():
    """
    Nothing is made elsewhere unless it is asked for.
    """
    assert 1 == len(build().blocks["provider"]["aws"])
