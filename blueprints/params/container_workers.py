"""
What a deployment of `container_workers` says.
"""

from __future__ import annotations

from modules.foundation.persona import Consumer
from modules.ingestion.queue import QueueParams
from modules.params import Params, RoleArn, Some
from modules.processing.workers import WorkersParams
from modules.storage.history import HistoryParams


class ContainerWorkersParams(Params):
    producers: Some[RoleArn]
    """Roles of the environment's account that may take on the producer's role and send messages; at least one."""

    publishers: Some[RoleArn]
    """Roles of the environment's account that may take on the publisher's role and add images; at least one."""

    consumers: Some[Consumer]
    """Personas who read what the workers wrote; the data's class must be open to each."""

    queue: QueueParams = QueueParams()
    """The queue that takes the messages."""

    workers: WorkersParams
    """The workers: what they run on, how many, and which image."""

    lake: HistoryParams = HistoryParams()
    """How long what the workers wrote is kept."""
