from __future__ import annotations

import json
from pathlib import Path

import pytest

from bindings import App, Stack


@pytest.fixture(name="stack")
def _stack(tmp_path):
    """
    An empty stack.
    """
    return Stack(App(outdir=str(tmp_path)), "test")


@pytest.fixture(name="synth")
def _synth(stack):
    """
    Writes the stack and gives what stands in its `cdk.tf.json`.
    """

    def synth():
        app = stack.node.root
        app.synth()

        return json.loads(Path(app.outdir, "stacks", "test", "cdk.tf.json").read_text())

    return synth
