"""
The people of an event store: those who look things up, those who repair, and the auditor.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.dataflow import Store
from modules.foundation.persona import Consumer, Persona
from modules.pipeline import Pipeline

REPAIRERS: tuple[Consumer, ...] = ("owner", "engineer")


class EventReaders(Construct):
    """A role for each of *consumers*; one for the repair of *failed* for those to whom it is open; and the auditor."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        consumers: Sequence[Consumer],
        reads: Sequence[Store],
        failed: Sequence[Store],
        logs: Store,
        pipeline: Pipeline,
    ) -> None:
        super().__init__(scope, id)
        for persona in sorted(consumers):
            Persona(self, persona, name=persona, duty="query", pipeline=pipeline, reads=reads)
        repair(self, failed, pipeline)
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipeline, reads=[logs])


def repair(scope: Construct, failed: Sequence[Store], pipeline: Pipeline) -> None:
    """A role for the repair of what is in *failed*, for each persona to whom all of it is open."""
    for persona in REPAIRERS:
        if all(persona in (store.persona_readers or ()) for store in failed):
            Persona(scope, f"{persona}_repair", name=persona, duty="repair", pipeline=pipeline, reads=failed)
