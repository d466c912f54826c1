from __future__ import annotations

from tests.modules.lakehouse_sample import build, parameters

OPTIMIZERS = "aws_glue_catalog_table_optimizer"


def test_the_table_is_of_iceberg():
    """
    The catalog makes the table with Iceberg's format 2, and Terraform leaves what commits change alone.
    """
    table = build()["lakehouse/table/table"]

    assert {"metadata_operation": "CREATE", "version": "2"} == table["open_table_format_input"]["iceberg_input"]
    assert ["parameters", "storage_descriptor"] == table["lifecycle"]["ignore_changes"]


def test_it_is_kept_in_shape():
    """
    Small files are merged, old snapshots end after the days that were said, files of none are removed.
    """
    made = {
        each["type"]: each["configuration"][0]
        for each in parameters(table={"snapshot_days": 9}).of_type(OPTIMIZERS).values()
    }
    [retention] = made["retention"]["retention_configuration"]

    assert {"compaction", "retention", "orphan_file_deletion"} == set(made)
    assert 9 == retention["iceberg_configuration"][0]["snapshot_retention_period_in_days"]
    assert all(each["enabled"] for each in made.values())


def test_only_publisher_maintenance_and_lake_formation_write_files():
    """
    Nobody else has a right to write below the table's place.
    """
    built = build()
    writers = {
        path.split("/role/")[0]
        for path in built.of_type("aws_iam_role_policy")
        for place in built.allowed(path).get("s3:PutObject", [])
        if "curated" in place
    }

    assert {"lakehouse/formation", "lakehouse/table", "publisher/application"} == writers
