"""
What holds for the plan of every deployment with a warehouse, whichever form it has.
"""

from __future__ import annotations

import pytest

from tests.planning import deployments_of, planned
from tests.plans.values import at, statements, texts

CLUSTER, NAMESPACE, WORKGROUP = (
    "aws_redshift_cluster",
    "aws_redshiftserverless_namespace",
    "aws_redshiftserverless_workgroup",
)
LOGS = {"connectionlog", "useractivitylog", "userlog"}
REPORTING = deployments_of("warehouse_reporting")


@pytest.fixture(name="warehouse", params=REPORTING)
def _warehouse(request):
    return planned(request.param)


def settings(plan):
    """
    The settings that take effect in each warehouse of a plan.
    """
    groups = {group["name"]: group["parameter"] for group in plan.of("aws_redshift_parameter_group").values()}
    clusters = [groups[item["cluster_parameter_group_name"]] for item in plan.of(CLUSTER).values()]
    own = [
        {each["parameter_key"]: each["parameter_value"] for each in item["config_parameter"]}
        for item in plan.of(WORKGROUP).values()
    ]
    return [*({each["name"]: each["value"] for each in parameters} for parameters in clusters), *own]


def test_there_is_one_warehouse(warehouse):
    """
    A deployment has one warehouse, in one of the two forms.
    """
    assert 1 == len(warehouse.of(CLUSTER, WORKGROUP))
    assert len(warehouse.of(NAMESPACE)) == len(warehouse.of(WORKGROUP))


def test_encrypted_with_a_rotating_key_of_the_plan(warehouse):
    """
    Data, and the secrets of the administrator and of the reports, are under keys of the plan that rotate.
    """
    rotating = {key["arn"] for key in warehouse.of("aws_kms_key").values() if key["enable_key_rotation"]}
    holders = warehouse.of(CLUSTER, NAMESPACE, "aws_secretsmanager_secret").values()
    names = ("kms_key_id", "admin_password_secret_kms_key_id", "master_password_secret_kms_key_id")
    keys = [holder[name] for holder in holders for name in names if holder.get(name)]

    assert 3 == len(keys)
    assert set(keys) <= rotating


def test_closed_to_the_world(warehouse):
    """
    No public address, every zone of the network, and traffic of loads through the network.
    """
    subnets = {subnet["id"] for subnet in warehouse.of("aws_subnet").values()}
    groups = warehouse.of("aws_redshift_subnet_group").values()
    placed = [set(item["subnet_ids"]) for item in (*groups, *warehouse.of(WORKGROUP).values())]

    assert [subnets] == placed
    for item in warehouse.of(CLUSTER, WORKGROUP).values():
        assert (False, True) == (item["publicly_accessible"], item["enhanced_vpc_routing"])


def test_the_port_is_open_to_quicksight_only(warehouse):
    """
    The group of a warehouse lets in one group: that of QuickSight's connection, on the warehouse's port.
    """
    items = warehouse.of(CLUSTER, WORKGROUP).values()
    [mine] = {
        group
        for item in items
        for name in ("vpc_security_group_ids", "security_group_ids")
        for group in item.get(name) or []
    }
    [connection] = warehouse.of("aws_quicksight_vpc_connection").values()
    rules = warehouse.of("aws_vpc_security_group_ingress_rule").values()
    ways = [
        (rule["referenced_security_group_id"], rule["to_port"]) for rule in rules if rule["security_group_id"] == mine
    ]

    assert [(connection["security_group_ids"][0], 5439)] == ways


def test_tls_and_a_record_of_every_statement(warehouse):
    """
    Connections without TLS are refused, and statements are recorded and exported with connections and changes of users.
    """
    exporting = warehouse.of("aws_redshift_logging", NAMESPACE).values()

    assert [LOGS] == [set(item["log_exports"]) for item in exporting]
    for found in settings(warehouse):
        assert ("true", "true") == (found["require_ssl"], found["enable_user_activity_logging"])


def test_logs_are_kept_under_a_key(warehouse):
    """
    The groups that Redshift writes to have the names it uses, a key, and the retention of the class.
    """
    groups = warehouse.of("aws_cloudwatch_log_group").values()
    mine = [group for group in groups if group["name"].startswith("/aws/redshift/")]

    assert LOGS == {group["name"].rsplit("/", 1)[1] for group in mine}
    assert all(group["kms_key_id"] and group["retention_in_days"] >= 365 for group in mine)


def test_a_floor_a_ceiling_and_a_limit_that_acts(warehouse):
    """
    Serverless capacity has both bounds; a cluster has two nodes or more and grows by elastic resize; use ends at a limit.
    """
    limits = warehouse.of("aws_redshift_usage_limit", "aws_redshiftserverless_usage_limit").values()

    assert {"deactivate", "disable"} & {limit["breach_action"] for limit in limits}
    for item in warehouse.of(WORKGROUP).values():
        assert 8 <= item["base_capacity"] <= item["max_capacity"] <= 512
    for item in warehouse.of(CLUSTER).values():
        path = "target_action.resize_cluster.number_of_nodes"
        sizes = [n for each in warehouse.of("aws_redshift_scheduled_action").values() for n in at(each, path)]
        assert 2 <= item["number_of_nodes"] == min(sizes) <= max(sizes)


def test_nobody_knows_a_password(warehouse):
    """
    AWS makes the administrator's password; the plan holds no password and no version of a secret.
    """
    managed = [
        item.get("manage_master_password") or item.get("manage_admin_password")
        for item in warehouse.of(CLUSTER, NAMESPACE).values()
    ]
    named = [
        name
        for values in warehouse.canonical.resources.values()
        for name, value in values.items()
        if value and name in ("admin_user_password", "master_password", "secret_string", "password")
    ]

    assert [True] == managed
    assert [] == named
    assert {} == warehouse.of("aws_secretsmanager_secret_version")


def test_people_query_and_do_not_load(warehouse):
    """
    A persona that may say SQL may run single statements; batches, which load, are for the schedule and the login.
    """
    loaders, readers = set(), set()
    for policy in warehouse.of("aws_iam_role_policy").values():
        actions = {action for item in statements(policy["policy"]) for action in texts(item["Action"])}
        loaders |= {policy["role"]} if "redshift-data:BatchExecuteStatement" in actions else set()
        readers |= {policy["role"]} if "redshift-data:ExecuteStatement" in actions else set()
    name = warehouse.loaded.deployment.name
    consumers = warehouse.loaded.deployment.parameters.consumers

    assert {f"{name}-persona-{persona}-query" for persona in consumers} == readers
    assert {f"{name}-{process}" for process in ("define", "login", "order-load")} == loaders


def test_a_cluster_leaves_and_copies_snapshots(warehouse):
    """
    A cluster leaves a last snapshot, and copies go under a key of the plan in the other region.
    """
    keys = {key["arn"] for key in warehouse.of("aws_kms_key").values()}
    for item in warehouse.of(CLUSTER).values():
        assert item["final_snapshot_identifier"]
        assert not item["skip_final_snapshot"]
    for grant in warehouse.of("aws_redshift_snapshot_copy_grant").values():
        assert grant["kms_key_id"] in keys


def test_rows_and_columns_are_ruled(warehouse):
    """
    The data set that groups may look at has rules for rows, and sensitive columns are for fewer groups than may look.
    """
    opened = [item for item in warehouse.of("aws_quicksight_data_set").values() if item.get("permissions")]
    sensitive = set(warehouse.loaded.deployment.parameters.event_schema.sensitive_fields)
    [report] = opened
    [rule] = report["column_level_permission_rules"]

    assert "ENABLED" == report["row_level_permission_data_set"][0]["status"]
    assert sensitive == set(rule["column_names"])
    assert set(rule["principals"]) < {each["principal"] for each in report["permissions"]}
