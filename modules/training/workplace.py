"""
What everything in training and in serving shares: where it runs, what encrypts it, the one image, and who is told when it fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bindings import Construct
from modules.dataflow import Deidentification, Process, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key, Keys
from modules.foundation.network import Network, network
from modules.params import RoleArn
from modules.pipeline import Pipeline
from modules.processing.image_repository import ImageDigest, ImageRepository


@dataclass(frozen=True, eq=False)
class Workplace:
    """Its *key* encrypts disks, logs and variables; *image* is the one that jobs run, by its digest, of the repository *images*."""

    pipeline: Pipeline
    keys: Keys
    network: Network
    images: ImageRepository
    image: str
    alarms: Alarms

    @property
    def key(self) -> Key:
        """The pipeline's own key."""
        return self.keys.pipeline_key

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


def workplace(
    scope: Construct, thing: str, *, pipeline: Pipeline, publishers: Sequence[RoleArn], digest: ImageDigest
) -> Workplace:
    """A workplace with keys, a network, alarms and a repository in *scope*, for the image of *digest*, which is for *thing*."""
    keys = Keys(scope, "keys", pipeline=pipeline)
    key = keys.pipeline_key
    net = network(scope, "network", pipeline=pipeline, key=key)
    alarms = Alarms(scope, "alarms", pipeline=pipeline, key=key)
    images = ImageRepository(scope, "images", pipeline=pipeline, key=key, publishers=publishers, thing=thing)
    return Workplace(pipeline, keys, net, images, images.image(digest), alarms)
