from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed

METRICS = ("IteratorAgeMilliseconds", "ReadProvisionedThroughputExceeded", "WriteProvisionedThroughputExceeded")


class KinesisMetrics(Policy):
    """
    A stream with shards of a fixed number measures each shard.

    Why: one key that is written too often fills one shard, while the sum over all shards looks well.
    Fix: name IteratorAgeMilliseconds, ReadProvisionedThroughputExceeded and WriteProvisionedThroughputExceeded in
    shard_level_metrics.
    """

    looks_at = ("shard_level_metrics", "stream_mode_details")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure each shard of a stream is measured",
            id="MR_KINESIS_3",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_kinesis_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        All three metrics are on, unless AWS adds shards by itself.
        """
        if block(resource.get("stream_mode_details")).get("stream_mode") == "ON_DEMAND":
            return []
        lacking = sorted({*METRICS} - {*listed(resource.get("shard_level_metrics"))})
        return [f"does not measure {', '.join(lacking)} of its shards"] if lacking else []


check = KinesisMetrics()
