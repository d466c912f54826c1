"""
The Glue catalog, and the Athena workgroups that query it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

STORAGE = "storage_descriptor[0]"
CONFIGURATION = "configuration[0]"
RESULTS = f"{CONFIGURATION}.result_configuration[0]"


def database(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_database(Name=planned["name"])["Database"]
    yield from same(planned, found, {"description": "Description", "parameters": "Parameters"})


def table(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_table(DatabaseName=planned["database_name"], Name=planned["name"])["Table"]
    yield from same(
        planned,
        found,
        {
            "table_type": "TableType",
            "owner": "Owner",
            "view_original_text": "ViewOriginalText",
            "view_expanded_text": "ViewExpandedText",
            f"{STORAGE}.location": "StorageDescriptor.Location",
            f"{STORAGE}.input_format": "StorageDescriptor.InputFormat",
            f"{STORAGE}.output_format": "StorageDescriptor.OutputFormat",
            f"{STORAGE}.ser_de_info[0].serialization_library": "StorageDescriptor.SerdeInfo.SerializationLibrary",
        },
    )
    told = found.get("Parameters", {})
    if planned.get("open_table_format_input"):  # each commit to such a table adds parameters of its own
        told = {name: value for name, value in told.items() if name in (planned.get("parameters") or {})}
    yield Fact("parameters", planned.get("parameters"), told)
    columns = planned["storage_descriptor"][0]["columns"]
    yield Fact(
        "columns", _columns(columns, "name", "type"), _columns(found["StorageDescriptor"]["Columns"], "Name", "Type")
    )
    keys = planned.get("partition_keys") or []
    yield Fact(
        "partition_keys", _columns(keys, "name", "type"), _columns(found.get("PartitionKeys", []), "Name", "Type")
    )


def _columns(columns: list[dict[str, Any]], name: str, kind: str) -> str:
    """As text, since the order of columns counts."""
    return ", ".join(f"{column[name]} {column[kind]}" for column in columns)


def workgroup(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("athena").get_work_group(WorkGroup=planned["name"])["WorkGroup"]
    yield from same(
        planned,
        found,
        {
            "state": "State",
            f"{CONFIGURATION}.enforce_workgroup_configuration": "Configuration.EnforceWorkGroupConfiguration",
            f"{CONFIGURATION}.publish_cloudwatch_metrics_enabled": "Configuration.PublishCloudWatchMetricsEnabled",
            f"{CONFIGURATION}.requester_pays_enabled": "Configuration.RequesterPaysEnabled",
            f"{CONFIGURATION}.bytes_scanned_cutoff_per_query": "Configuration.BytesScannedCutoffPerQuery",
            f"{RESULTS}.output_location": "Configuration.ResultConfiguration.OutputLocation",
            f"{RESULTS}.encryption_configuration[0].encryption_option": (
                "Configuration.ResultConfiguration.EncryptionConfiguration.EncryptionOption"
            ),
            f"{RESULTS}.encryption_configuration[0].kms_key_arn": (
                "Configuration.ResultConfiguration.EncryptionConfiguration.KmsKey"
            ),
        },
    )


PROBES = {
    "aws_athena_workgroup": workgroup,
    "aws_glue_catalog_database": database,
    "aws_glue_catalog_table": table,
}
