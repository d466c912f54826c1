"""
A deployment composed for a look at it: its graph and its stack, with nothing in its workspace changed.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from blueprints.deployment import Deployment
from blueprints.synthesis import synthesize
from modules.environment import Environment
from modules.params import Params
from workflow.workspace import read_json

REFERENCE = re.compile(r"(?<!\$)\$\{(\w+)\.([\w-]+)\.(\w+)\}")


@dataclass(frozen=True)
class Composition:
    """What synth makes of a deployment: *dataflow* as in `dataflow.json`, *stack* as in `cdk.tf.json`."""

    deployment: Deployment[Params]
    environment: Environment
    dataflow: dict[str, Any]
    stack: dict[str, Any]

    def resources(self, resource_type: str) -> list[dict[str, Any]]:
        return list(self.stack.get("resource", {}).get(resource_type, {}).values())

    def resolved(self, text: str) -> str | None:
        """*text* with each reference replaced by what the other resource says; `None` when that is known after apply only."""
        found = REFERENCE.search(text)
        while found:
            resource_type, name, attribute = found.groups()
            value = self.stack["resource"].get(resource_type, {}).get(name, {}).get(attribute)
            if not isinstance(value, str):
                return None
            text = text[: found.start()] + value + text[found.end() :]
            found = REFERENCE.search(text)
        return text


def compose(root: Path, name: str) -> Composition:
    """The deployment called *name*; raises `InputError` when it cannot be synthesized."""
    with tempfile.TemporaryDirectory() as outdir:
        [synthesis] = synthesize(root, [name], Path(outdir))
        stack = read_json(synthesis.folder / "cdk.tf.json")
    return Composition(synthesis.loaded.deployment, synthesis.loaded.environment, synthesis.dataflow, stack)
