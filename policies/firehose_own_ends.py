from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account, block, blocks, tag
from stores import WRITE, role_statements, touches

OTHER_WAYS = tuple(
    f"{name}_configuration"
    for name in (
        *("elasticsearch", "http_endpoint", "iceberg", "opensearch", "opensearchserverless", "redshift"),
        *("snowflake", "splunk"),
    )
)


class FirehoseOwnEnds(Policy):
    """
    A delivery stream reads a stream of its stack, delivers to S3 alone under a role that may, copies to no other bucket,
    lets no function from elsewhere change records, and writes curated data in the columns of a table of the stack.

    Why: a foreign source or function puts in what nobody checked, a copy elsewhere escapes every rule of the stack, and
    rows without a declared schema may hold any field.
    Fix: name a stream of the stack; drop other destinations; drop s3_backup_configuration or name a bucket of the stack;
    drop processors of type Lambda or name a function of the stack; set data_format_conversion_configuration with a table
    of the stack.
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
        problems += [f"delivers by {name} too" for name in OTHER_WAYS if blocks(resource.get(name))]
        for destination in blocks(resource.get("extended_s3_configuration")):
            copies = [item.get("bucket_arn") for item in blocks(destination.get("s3_backup_configuration"))]
            problems += [f"copies to {arn}, which is no bucket of the stack" for arn in copies if arn not in buckets]
            problems += self._function_problems(destination) + self._role_problems(destination, buckets)
            conversion = block(destination.get("data_format_conversion_configuration"))
            converts = bool(conversion) and conversion.get("enabled", True) is True
            if tag(buckets.get(destination.get("bucket_arn"), {}), "zone") == "curated" and not converts:
                problems.append("writes curated data without the columns of a table")
            if converts:
                problems += self._schema_problems(resource, block(conversion.get("schema_configuration")))
        return problems

    def _function_problems(self, destination: Resource) -> list[str]:
        functions = {item["arn"] for item in self.planned("aws_lambda_function")}
        processors = blocks(block(destination.get("processing_configuration")).get("processors"))
        named = [
            str(parameter.get("parameter_value"))
            for processor in processors
            for parameter in blocks(processor.get("parameters"))
            if parameter.get("parameter_name") == "LambdaArn"
        ]
        foreign = [arn for arn in named if ":".join(arn.split(":")[:7]) not in functions]
        return [f"lets {arn}, which is no function of the stack, change records" for arn in foreign]

    def _role_problems(self, destination: Resource, buckets: dict[str, Resource]) -> list[str]:
        bucket = buckets.get(str(destination.get("bucket_arn")))
        roles = [role for role in self.planned("aws_iam_role") if role["arn"] == destination.get("role_arn")]
        if not bucket or not roles or touches(role_statements(self, roles[0]), bucket, WRITE):
            return []
        return [f"acts as {roles[0]['address']}, which may not write to {bucket['address']}"]

    def _schema_problems(self, resource: Resource, schema: Resource) -> list[str]:
        tables = {(item.get("database_name"), item.get("name")) for item in self.planned("aws_glue_catalog_table")}
        foreign = schema.get("catalog_id") not in (None, "", account(resource))
        own = (schema.get("database_name"), schema.get("table_name")) in tables
        return ["takes its columns from a table that is not the stack's"] if foreign or not own else []


check = FirehoseOwnEnds()
