"""
What a deployment of `stream_analytics` says.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.foundation.persona import Consumer
from modules.foundation.token_key import FIRST_LABEL, TokenLabel
from modules.ingestion.delivery_stream import DeliveryStreamParams
from modules.ingestion.event_stream import EventStreamParams
from modules.params import FieldName, Params, RoleArn, Some
from modules.processing.event_schema import EventSchema
from modules.processing.stream_function import StreamFunctionParams
from modules.storage.data_lake import DataLakeParams


def _not_reserved(dataset: str) -> str:
    if dataset == "errors":
        raise ValueError("is where the lake keeps rows that could not be delivered; choose another name")
    return dataset


class StreamAnalyticsParams(Params):
    dataset: Annotated[FieldName, AfterValidator(_not_reserved)]
    """Name of the table that people query, not `errors`; `<dataset>_current` shows each event once."""

    event_schema: EventSchema
    """What an event looks like, and which of its fields are sensitive."""

    token_label: TokenLabel = FIRST_LABEL
    """Version of the tokens, v1 to v9999; a new one makes all new tokens differ from the old."""

    producers: Some[RoleArn]
    """Roles of the environment's account that may take on the producer's role and put events on the stream; at least one."""

    consumers: Some[Consumer]
    """Personas who query the table: owner, engineer, analyst; the table's class must be open to each."""

    stream: EventStreamParams = EventStreamParams()
    """The stream that takes the events."""

    function: StreamFunctionParams = StreamFunctionParams()
    """The function that checks, tokenizes and passes on."""

    delivery: DeliveryStreamParams = DeliveryStreamParams()
    """How rows are collected into files."""

    lake: DataLakeParams = DataLakeParams()
    """How long data is kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of queries."""
