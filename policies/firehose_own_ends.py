from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account, block, blocks, tag


class FirehoseOwnEnds(Policy):
    """
    A delivery stream reads a stream of its stack, copies to no other bucket, and writes curated data in the columns of
    a table of the stack.

    Why: a foreign source puts in what nobody checked, a copy elsewhere escapes every rule of the stack, and rows without a
    declared schema may hold any field.
    Fix: name a stream of the stack; drop s3_backup_configuration or name a bucket of the stack; set
    data_format_conversion_configuration with a table of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a delivery stream stays in its stack and converts curated data",
            id="MR_FIREHOSE_4",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_kinesis_firehose_delivery_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Source, copies and schema are of the stack.
        """
        buckets = {item["arn"]: item for item in self.planned("aws_s3_bucket")}
        streams = {item["arn"] for item in self.planned("aws_kinesis_stream")}
        sources = [item.get("kinesis_stream_arn") for item in blocks(resource.get("kinesis_source_configuration"))]
        problems = [f"reads {arn}, which is no stream of the stack" for arn in sources if arn not in streams]
        for destination in blocks(resource.get("extended_s3_configuration")):
            copies = [item.get("bucket_arn") for item in blocks(destination.get("s3_backup_configuration"))]
            problems += [f"copies to {arn}, which is no bucket of the stack" for arn in copies if arn not in buckets]
            conversion = block(destination.get("data_format_conversion_configuration"))
            converts = bool(conversion) and conversion.get("enabled", True) is True
            if tag(buckets.get(destination.get("bucket_arn"), {}), "zone") == "curated" and not converts:
                problems.append("writes curated data without the columns of a table")
            if converts:
                problems += self._schema_problems(resource, block(conversion.get("schema_configuration")))
        return problems

    def _schema_problems(self, resource: Resource, schema: Resource) -> list[str]:
        tables = {(item.get("database_name"), item.get("name")) for item in self.planned("aws_glue_catalog_table")}
        foreign = schema.get("catalog_id") not in (None, "", account(resource))
        own = (schema.get("database_name"), schema.get("table_name")) in tables
        return ["takes its columns from a table that is not the stack's"] if foreign or not own else []


check = FirehoseOwnEnds()
