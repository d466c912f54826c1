"""
The stream of a table's changes, as functions read it.
"""

from __future__ import annotations

import math

from modules.dataflow import Load, Statement, Store
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.storage.table import Table, item_units

PARTITION_UNITS = 1_000  # write units a second of one partition, which is one shard of the stream
STARTING_PARTITIONS = 4  # of a table on demand
RETENTION_HOURS = 24  # of DynamoDB streams, always


class TableChanges:
    """Every change of *table*, with the item before and after it, in order for each key, for a day."""

    def __init__(self, table: Table, *, load: Load, pipeline: Pipeline, key: Key) -> None:
        units = load.peak_records_per_second * item_units(load)
        self.retention_hours = RETENTION_HOURS
        self.shards_at_peak = max(STARTING_PARTITIONS, math.ceil(units / PARTITION_UNITS))
        self.stream_arn: str = table.table.stream_arn
        table_arn = pipeline.arn("dynamodb", f"table/{table.name}")
        reading = ("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")
        self.store = pipeline.graph.add_store(
            Store(
                name="changes",
                kind="table_stream",
                classification=table.store.classification,
                owner=pipeline.owner,
                retention_days=RETENTION_HOURS / 24,
                read_statements=(
                    Statement(reading, (self.stream_arn,)),
                    Statement(("dynamodb:ListStreams",), (f"{table_arn}/stream/*",)),
                    key.decrypt("dynamodb"),
                ),
                write_statements=(),
            )
        )
        streaming = pipeline.process("table-stream", "aws_service")
        streaming.reads(table.store)
        streaming.writes(self.store)
