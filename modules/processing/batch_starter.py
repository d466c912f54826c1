"""
`functions/batch_starter`: starts one execution of a state machine for each manifest that a queue tells about.
"""

from __future__ import annotations

from bindings import Construct
from modules.archive import Archive
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.ingestion.queue import Queue
from modules.pipeline import Pipeline
from modules.processing.every_function import Code
from modules.processing.queue_function import QueueFunction, QueueFunctionParams
from modules.processing.state_machine import StateMachine


class BatchStarter(Construct):
    """It names an execution after the version of the manifest, which no rule of EventBridge and no pipe can."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: QueueFunctionParams,
        *,
        archive: Archive,
        source: Queue,
        machine: StateMachine,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self.function = QueueFunction(
            self,
            "function",
            params,
            name="starter",
            code=Code(
                archive,
                {"STATE_MACHINE_ARN": machine.arn},
                requires=[machine.start_statement(), key.encrypt("states")],
                endpoints=["states"],
            ),
            pipeline=pipeline,
            key=key,
            network=network,
            source=source,
            writes=[],
            alarms=alarms,
        )
