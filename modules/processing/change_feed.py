"""
The function that puts every change of a table into the lake.
"""

from __future__ import annotations

from bindings import Construct
from modules.archive import Archive
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.ingestion.direct_archive import DirectArchive
from modules.pipeline import Pipeline
from modules.processing.every_function import Code
from modules.processing.failure_queue import FailureQueue
from modules.processing.stream_function import StreamFunction, StreamFunctionParams
from modules.storage.table_changes import TableChanges


class ChangeFeed(Construct):
    """`functions/change_feed` between *source* and *target*."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: StreamFunctionParams,
        *,
        archive: Archive,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: TableChanges,
        target: DirectArchive,
        failures: FailureQueue,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        code = Code(
            archive=archive,
            variables={"DELIVERY_STREAM": target.name, "POWERTOOLS_SERVICE_NAME": pipeline.name},
            endpoints=["kinesis-firehose"],
            watched_as="change-feed",
        )
        self.function = StreamFunction(
            self,
            "function",
            params,
            name="change-feed",
            code=code,
            pipeline=pipeline,
            key=key,
            network=network,
            source=source,
            writes=[target.store],
            failures=failures,
            alarms=alarms,
        )
