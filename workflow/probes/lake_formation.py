"""
Lake Formation: what it guards, under which tags, and who is let in; and how the catalog of a region is set up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def place(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("lakeformation").describe_resource(ResourceArn=planned["arn"])["ResourceInfo"]
    yield from same(planned, found, {"role_arn": "RoleArn", "hybrid_access_enabled": "HybridAccessEnabled"})


def tag(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("lakeformation").get_lf_tag(TagKey=planned["key"])
    yield from same(planned, found, {"values": "TagValues"})


def tagged(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("lakeformation").get_resource_lf_tags(Resource=_table(planned))
    wanted = {each["key"]: each["value"] for each in planned["lf_tag"]}
    columns = (planned.get("table_with_columns") or [{}])[0].get("column_names") or []
    if not columns:
        yield Fact("lf_tag", wanted, _values(found.get("LFTagsOnTable", [])))
    there = {each["Name"]: _values(each["LFTags"]) for each in found.get("LFTagsOnColumns", [])}
    for column in columns:
        yield Fact(f"lf_tag of {column}", wanted, there.get(column))


def permissions(live: Live, planned: Planned) -> Iterator[Fact]:
    entries = live.client("lakeformation").list_permissions(
        Principal={"DataLakePrincipalIdentifier": planned["principal"]}, Resource=_resource(planned)
    )["PrincipalResourcePermissions"]
    if not entries:
        raise MissingError
    yield Fact(
        "permissions", planned["permissions"], sorted({each for entry in entries for each in entry["Permissions"]})
    )
    handed = sorted({each for entry in entries for each in entry.get("PermissionsWithGrantOption", [])})
    yield Fact("permissions_with_grant_option", planned.get("permissions_with_grant_option"), handed)


def data_filter(live: Live, planned: Planned) -> Iterator[Fact]:
    [wanted] = planned["table_data"]
    found = live.client("lakeformation").get_data_cells_filter(
        TableCatalogId=wanted["table_catalog_id"],
        DatabaseName=wanted["database_name"],
        TableName=wanted["table_name"],
        Name=wanted["name"],
    )["DataCellsFilter"]
    yield from same(wanted, found, {"column_names": "ColumnNames"})


def settings(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("lakeformation").get_data_lake_settings()["DataLakeSettings"]
    admins = [each["DataLakePrincipalIdentifier"] for each in found.get("DataLakeAdmins", [])]
    yield Fact("admins", planned.get("admins"), admins)
    for name, counterpart in (
        ("create_database_default_permissions", "CreateDatabaseDefaultPermissions"),
        ("create_table_default_permissions", "CreateTableDefaultPermissions"),
    ):
        wanted = [(each["principal"], each["permissions"]) for each in planned.get(name) or []]
        there = [
            (each["Principal"]["DataLakePrincipalIdentifier"], each["Permissions"])
            for each in found.get(counterpart, [])
        ]
        yield Fact(name, wanted, there)


def catalog_encryption(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("glue").get_data_catalog_encryption_settings()["DataCatalogEncryptionSettings"]
    rest = "data_catalog_encryption_settings[0].encryption_at_rest[0]"
    passwords = "data_catalog_encryption_settings[0].connection_password_encryption[0]"
    yield from same(
        planned,
        found,
        {
            f"{rest}.catalog_encryption_mode": "EncryptionAtRest.CatalogEncryptionMode",
            f"{rest}.sse_aws_kms_key_id": "EncryptionAtRest.SseAwsKmsKeyId",
            f"{passwords}.return_connection_password_encrypted": (
                "ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted"
            ),
            f"{passwords}.aws_kms_key_id": "ConnectionPasswordEncryption.AwsKmsKeyId",
        },
    )


def _values(tags: list[Mapping[str, Any]]) -> dict[str, str]:
    return {each["TagKey"]: each["TagValues"][0] for each in tags}


def _table(planned: Planned) -> dict[str, Any]:
    columns = (planned.get("table_with_columns") or [None])[0]
    if columns:
        return {
            "TableWithColumns": {
                "DatabaseName": columns["database_name"],
                "Name": columns["name"],
                "ColumnNames": columns["column_names"],
            }
        }
    [named] = planned["table"]
    return {"Table": {"DatabaseName": named["database_name"], "Name": named["name"]}}


def _resource(planned: Planned) -> dict[str, Any]:
    for database in planned.get("database") or []:
        return {"Database": {"Name": database["name"]}}
    for cells in planned.get("data_cells_filter") or []:
        return {
            "DataCellsFilter": {
                "TableCatalogId": cells["table_catalog_id"],
                "DatabaseName": cells["database_name"],
                "TableName": cells["table_name"],
                "Name": cells["name"],
            }
        }
    return _table(planned)


PROBES = {
    "aws_glue_data_catalog_encryption_settings": catalog_encryption,
    "aws_lakeformation_data_cells_filter": data_filter,
    "aws_lakeformation_data_lake_settings": settings,
    "aws_lakeformation_lf_tag": tag,
    "aws_lakeformation_permissions": permissions,
    "aws_lakeformation_resource": place,
    "aws_lakeformation_resource_lf_tags": tagged,
}
