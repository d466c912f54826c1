"""
The verb preflight: the looks that a plan at AWS begins with, by themselves.
"""

from __future__ import annotations

from modules.errors import InputError
from workflow.plan import initialize
from workflow.preflight.look import look
from workflow.preflight.result import Result
from workflow.synth import synth
from workflow.terraform import Terraform
from workflow.workspace import Workspace


def preflight(workspace: Workspace) -> list[Result]:
    """
    Synthesize, initialize, and look.

    Raises `InputError` when the account cannot be reached, is another one, or has no bucket for the state.
    """
    if workspace.target != "aws":
        raise InputError("preflight looks at an account of AWS, and the embedded AWS needs none; leave TARGET out")
    terraform = Terraform.find(workspace.root)
    with workspace.locked():
        synthesis = synth(workspace)
        initialize(workspace, terraform, {})
        return look(workspace, terraform, synthesis.loaded)
