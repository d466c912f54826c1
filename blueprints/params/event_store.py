"""
What a deployment of `event_store` says.
"""

from __future__ import annotations

from modules.foundation.persona import Consumer
from modules.ingestion.queue import QueueParams
from modules.params import Params, RoleArn, Some
from modules.processing.queue_function import QueueFunctionParams
from modules.processing.stream_function import StreamFunctionParams
from modules.storage.history import HistoryParams
from modules.storage.table import TableParams


class EventStoreParams(Params):
    producers: Some[RoleArn]
    """Roles of the environment's account that may take on the producer's role and send messages; at least one."""

    consumers: Some[Consumer]
    """Personas who look things up in the table and in its history; the data's class must be open to each."""

    queue: QueueParams = QueueParams()
    """The queue that takes the messages."""

    writer: QueueFunctionParams = QueueFunctionParams()
    """The function that writes messages into the table."""

    table: TableParams = TableParams()
    """The table, its capacity, and how long it keeps what does not change."""

    feed: StreamFunctionParams = StreamFunctionParams()
    """The function that passes changes on to the lake."""

    lake: HistoryParams = HistoryParams()
    """How long changes are kept."""
