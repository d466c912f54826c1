"""
The function that checks events against their schema, tokenizes them, and passes them on or into quarantine.
"""

from __future__ import annotations

import json

from bindings import Construct
from modules.archive import Archive
from modules.dataflow import Deidentification
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.foundation.token_key import TokenKey
from modules.ingestion.delivery_stream import DeliveryStream
from modules.ingestion.event_stream import EventStream
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.processing.every_function import Code
from modules.processing.failure_queue import FailureQueue
from modules.processing.stream_function import StreamFunction, StreamFunctionParams
from modules.storage.data_lake import DataLake


class StreamTransform(Construct):
    """`functions/stream_transform` between *source* and *delivery*."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: StreamFunctionParams,
        *,
        schema: EventSchema,
        archive: Archive,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        token_key: TokenKey,
        source: EventStream,
        delivery: DeliveryStream,
        lake: DataLake,
        failures: FailureQueue,
        alarms: Alarms,
        deidentifies_to: Deidentification | None,
    ) -> None:
        super().__init__(scope, id)
        code = Code(
            archive=archive,
            variables={
                "EVENT_SCHEMA": schema.to_json(),
                "SENSITIVE_FIELDS": json.dumps(schema.sensitive_fields),
                "EVENT_ID_FIELD": schema.event_id,
                "EVENT_TIME_FIELD": schema.event_time,
                "TOKEN_KEY_ID": token_key.arn,
                "TOKEN_LABEL": token_key.label,
                "DELIVERY_STREAM": delivery.name,
                "QUARANTINE_BUCKET": lake.quarantine.name,
                "QUARANTINE_PREFIX": "refused/",
                "POWERTOOLS_SERVICE_NAME": pipeline.name,
            },
            requires=[token_key.derive_statement()],
            endpoints=["kinesis-firehose", "kms"],
        )
        self.function = StreamFunction(
            self,
            "function",
            params,
            name="transform",
            code=code,
            pipeline=pipeline,
            key=key,
            network=network,
            source=source,
            writes=[delivery.store, lake.quarantine_store],
            failures=failures,
            alarms=alarms,
            deidentifies_to=deidentifies_to,
        )
