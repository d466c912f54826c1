from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number

LEAST_BUFFER = 64  # MB; https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html


def _problems(destination: Resource) -> list[str]:
    partitions = block(destination.get("dynamic_partitioning_configuration")).get("enabled") is True
    converts = block(destination.get("data_format_conversion_configuration"))
    problems = []
    if (partitions or (converts and converts.get("enabled", True))) and number(
        destination.get("buffering_size", 5)
    ) < LEAST_BUFFER:
        problems.append(f"buffers {destination.get('buffering_size', 5)} MB, less than {LEAST_BUFFER}")
    processing = block(destination.get("processing_configuration"))
    kinds = [item.get("type") for item in blocks(processing.get("processors")) if processing.get("enabled") is True]
    asks = "partitionKeyFromQuery" in str(destination.get("prefix"))
    if asks and not (partitions and "MetadataExtraction" in kinds):
        problems.append("its prefix uses partition keys that no MetadataExtraction processor provides")
    return problems


class FirehosePartitioning(Policy):
    """
    A delivery stream that partitions dynamically, or converts its records, buffers at least 64 MB, and says where
    its partition keys come from.

    Why: AWS refuses a smaller buffer only at apply, and without the query every record lands in the error prefix.
    Fix: set buffering_size to 64 or more and, where the prefix uses partitionKeyFromQuery, a MetadataExtraction
    processor.
    """

    looks_at = ("extended_s3_configuration",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure dynamic partitioning has a buffer of 64 MB and a query for its keys",
            id="MR_FIREHOSE_3",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_kinesis_firehose_delivery_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Buffer and query of every destination that partitions or converts.
        """
        return [problem for item in blocks(resource.get("extended_s3_configuration")) for problem in _problems(item)]


check = FirehosePartitioning()
