"""
What everything in training shares: where it runs, what encrypts it, the one image, and who is told when it fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modules.dataflow import Deidentification, Process, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.pipeline import Pipeline
from modules.processing.image_repository import ImageRepository


@dataclass(frozen=True, eq=False)
class Workplace:
    """*key* encrypts disks, logs and variables; *image* is the one that jobs run, by its digest, of the repository *images*."""

    pipeline: Pipeline
    key: Key
    network: Network
    images: ImageRepository
    image: str
    alarms: Alarms

    def phase(
        self,
        name: str,
        kind: str,
        *,
        reads: Sequence[Store],
        writes: Sequence[Store],
        deidentifies_to: Deidentification | None = None,
    ) -> Process:
        """The process of one phase, which reads and writes what is named and nothing else."""
        process = self.pipeline.process(name, kind, deidentifies_to=deidentifies_to)
        process.reads(*reads)
        process.writes(*writes)
        return process
