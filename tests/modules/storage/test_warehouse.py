from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.errors import InputError
from modules.storage.warehouse import WarehouseParams
from tests.modules.reporting import cluster, reporting
from tests.modules.sample import ACCOUNT, REGION

KEY = "<keys/pipeline/key.arn>"
SITES = {"serverless/workgroup": reporting, "cluster/cluster": cluster}
LOGS = ["connectionlog", "useractivitylog", "userlog"]


@pytest.mark.parametrize(("place", "build"), SITES.items(), ids=SITES)
def test_closed_in_both_forms(place, build):
    """
    A warehouse has no public address and loads through the network.
    """
    found = build()[f"warehouse/{place}"]

    assert (False, True) == (found["publicly_accessible"], found["enhanced_vpc_routing"])


@pytest.mark.parametrize("build", [reporting, cluster])
def test_the_port_is_open_to_one_group(build):
    """
    The only rule into the group of a warehouse is that of QuickSight's interfaces, on the port of the warehouse.
    """
    built = build()
    group = "<warehouse/security_group.id>"
    rules = built.of_type("aws_vpc_security_group_ingress_rule").values()
    [rule] = [rule for rule in rules if rule["security_group_id"] == group]

    assert "<dashboards/security_group.id>" == rule["referenced_security_group_id"]
    assert (5439, 5439) == (rule["from_port"], rule["to_port"])


def test_serverless_is_encrypted_and_its_password_managed():
    """
    The namespace, and the secret that AWS makes for its administrator, are under the key; no password is named.
    """
    namespace = reporting()["warehouse/serverless/namespace"]

    assert (KEY, KEY) == (namespace["kms_key_id"], namespace["admin_password_secret_kms_key_id"])
    assert namespace["manage_admin_password"]
    assert set() == {name for name in namespace if name.startswith("admin_user_password")}


def test_cluster_is_encrypted_and_its_password_managed():
    """
    The cluster, and the secret that AWS makes for its administrator, are under the key; no password is named.
    """
    found = cluster()["warehouse/cluster/cluster"]

    assert (True, KEY, KEY) == (
        found["encrypted"],
        found["kms_key_id"],
        found["master_password_secret_kms_key_id"],
    )
    assert found["manage_master_password"]
    assert "master_password" not in found


def test_tls_and_statements_in_both_forms():
    """
    TLS is required and every statement recorded, by a parameter group or by the workgroup.
    """
    group = cluster()["warehouse/cluster/parameters"]["parameter"]
    workgroup = reporting()["warehouse/serverless/workgroup"]["config_parameter"]
    ours = {each["name"]: each["value"] for each in group}
    theirs = {each["parameter_key"]: each["parameter_value"] for each in workgroup}

    for settings in (ours, theirs):
        assert ("true", "true") == (settings["require_ssl"], settings["enable_user_activity_logging"])


def test_logs_go_to_groups_under_the_key():
    """
    The groups to which Redshift sends its logs are there before it does, with a key and a retention.
    """
    for built, prefix in ((reporting(), "/aws/redshift"), (cluster(), "/aws/redshift/cluster")):
        groups = [built[f"warehouse/{log}/log_group"] for log in LOGS]

        assert [f"{prefix}/reporting-dev-warehouse/{log}" for log in LOGS] == [group["name"] for group in groups]
        assert {(KEY, 365)} == {(group["kms_key_id"], group["retention_in_days"]) for group in groups}


def test_all_logs_are_exported():
    """
    Both forms export all three logs.
    """
    assert LOGS == reporting()["warehouse/serverless/namespace"]["log_exports"]
    assert LOGS == cluster()["warehouse/cluster/logging"]["log_exports"]


def test_serverless_has_a_ceiling_and_stops_at_its_limit():
    """
    Computing power has both bounds, and the limit of a day stops it.
    """
    built = reporting(warehouse={"serverless": {"base_rpu": 16, "maximum_rpu": 64, "rpu_hours_a_day": 100}})
    workgroup, limit = built["warehouse/serverless/workgroup"], built["warehouse/serverless/usage_limit"]

    assert (16, 64) == (workgroup["base_capacity"], workgroup["max_capacity"])
    assert (100, "daily", "deactivate") == (limit["amount"], limit["period"], limit["breach_action"])


def test_cluster_grows_in_working_hours():
    """
    Elastic resize brings the ceiling in the morning and the floor in the evening; Terraform does not undo it.
    """
    built = cluster(minimum_nodes=3, maximum_nodes=6, day_begins=5, day_ends=20)
    actions = {moment: built[f"warehouse/cluster/working_hours/{moment}"] for moment in ("morning", "evening")}
    found = {
        moment: (action["schedule"], action["target_action"]["resize_cluster"]["number_of_nodes"])
        for moment, action in actions.items()
    }

    assert {"morning": ("cron(0 5 ? * MON-FRI *)", 6), "evening": ("cron(0 20 ? * MON-FRI *)", 3)} == found
    assert ["number_of_nodes"] == cluster()["warehouse/cluster/cluster"].get("lifecycle", {}).get("ignore_changes")


def test_without_room_nothing_is_resized():
    """
    A cluster whose ceiling is its floor has no schedule and no role for it.
    """
    built = cluster(minimum_nodes=2, maximum_nodes=2)

    assert {} == built.of_type("aws_redshift_scheduled_action")
    assert "resize" not in {process.name for process in built.graph.processes}


def test_a_cluster_without_a_second_zone_moves():
    """
    Either two zones compute, or the cluster may move to another one.
    """
    both = [cluster(multi_az=value)["warehouse/cluster/cluster"] for value in (True, False)]

    assert [(True, False), (False, True)] == [
        (each["multi_az"], each["availability_zone_relocation_enabled"]) for each in both
    ]


def test_snapshots_are_copied_under_a_key_there():
    """
    The grant for copies is made in the other region, with a key of that region.
    """
    built = cluster()
    grant, copy = built["warehouse/cluster/copy/grant"], built["warehouse/cluster/copy/copy"]

    assert ("aws.copy", "<warehouse/cluster/copy/key/key.arn>") == (grant["provider"], grant["kms_key_id"])
    assert "aws.copy" == built["warehouse/cluster/copy/key/key"]["provider"]
    assert ("eu-west-1", "reporting-dev-snapshots") == (copy["destination_region"], copy["snapshot_copy_grant_name"])


def test_a_last_snapshot_is_kept():
    """
    A cluster that is deleted leaves a snapshot.
    """
    found = cluster()["warehouse/cluster/cluster"]

    assert (False, "reporting-dev-warehouse-final") == (
        found["skip_final_snapshot"],
        found["final_snapshot_identifier"],
    )


def test_only_the_landing_zone_is_read():
    """
    The role as which Redshift loads reads the dataset's files, under the key, and may write nowhere.
    """
    allowed = reporting().allowed("warehouse/load_role/policy")
    bucket = f"arn:aws:s3:::con-reporting-dev-raw-{ACCOUNT}-{REGION}"

    assert {"s3:GetObject", "s3:ListBucket", "kms:Decrypt"} == set(allowed)
    assert [f"{bucket}/orders/*"] == allowed["s3:GetObject"]


def test_restricted_data_has_a_key_of_its_own():
    """
    A warehouse of restricted data is under a key of its own.
    """
    built = reporting("restricted", consumers=["owner"], viewers=["owner"])

    assert "<keys/warehouse/key.arn>" == built["warehouse/serverless/namespace"]["kms_key_id"]


def test_people_say_sql_as_themselves():
    """
    A persona may run statements, become its own user of the database, and see its own results.
    """
    built = reporting()
    allowed = built.allowed("readers/engineer/role/policy")
    [own] = [each for each in built.statements("readers/engineer/role/policy") if each["Resource"] == ["*"]]

    assert ["<warehouse/serverless/workgroup.arn>"] == allowed["redshift-data:ExecuteStatement"]
    assert ["<warehouse/serverless/workgroup.arn>"] == allowed["redshift-serverless:GetCredentials"]
    assert "redshift-data:BatchExecuteStatement" not in allowed
    assert "$${aws:userid}" == own["Condition"]["StringEquals"]["redshift-data:statement-owner-iam-userid"]


def test_people_log_in_to_one_database_of_a_cluster():
    """
    In a cluster the login names the database.
    """
    allowed = cluster().allowed("readers/owner/role/policy")
    database = f"arn:aws:redshift:{REGION}:{ACCOUNT}:dbname:reporting-dev-warehouse/warehouse"

    assert [database] == allowed["redshift:GetClusterCredentialsWithIAM"]


def test_an_analyst_is_refused():
    """
    Confidential rows are not open to analysts, and the message says to whom they are.
    """
    with pytest.raises(InputError, match=r"analyst may not read orders, which is confidential.*engineer, owner"):
        reporting(consumers=["analyst"])


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"form": "serverless", "cluster": {}}, "form is serverless"),
        ({"form": "cluster", "serverless": {}}, "form is cluster"),
        ({"serverless": {"base_rpu": 64, "maximum_rpu": 32}}, "less than base_rpu"),
        ({"serverless": {"base_rpu": 12}}, "multiple of 8"),
        ({"form": "cluster", "cluster": {"minimum_nodes": 2, "maximum_nodes": 5}}, "takes 2 to 4"),
        ({"form": "cluster", "cluster": {"minimum_nodes": 4, "maximum_nodes": 2}}, "takes 4 to 8"),
        ({"form": "cluster", "cluster": {"day_begins": 6, "day_ends": 6}}, "choose another hour"),
        ({"form": "cluster", "cluster": {"minimum_nodes": 1}}, "greater than or equal to 2"),
    ],
)
def test_bounds_that_make_no_sense(params, message):
    """
    What cannot be is refused with what can.
    """
    with pytest.raises(ValidationError, match=message):
        WarehouseParams.model_validate_json(json.dumps(params))


def test_lineage_knows_the_table():
    """
    OpenLineage calls a table of Redshift by its warehouse, region and port, and by database, schema and name.
    """
    names = {
        store.known_as
        for built in (reporting(), cluster())
        for store in built.graph.stores
        if store.kind == "warehouse" and store.known_as
    }

    assert {"warehouse.reporting.orders"} == {name for _, name in names}
    assert all(space.startswith("redshift://${aws_redshift") for space, _ in names)
    assert all(space.endswith(f"{REGION}:5439") for space, _ in names)
