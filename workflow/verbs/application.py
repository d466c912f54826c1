"""
The command line that verbs are added to, and what their arguments have in common.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from modules.errors import InputError, Interrupted
from workflow.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


class Verbs(TyperGroup):
    """An interrupt ends a verb with a message of ours and not with the library's."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted("interrupted; nothing was left half done") from None


app = typer.Typer(
    name="millrace",
    cls=Verbs,
    help="Secure, scalable data and ML pipelines on AWS from a short YAML file, with proof.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class TargetName(StrEnum):
    local = "local"
    aws = "aws"


Deployment = Annotated[str, typer.Argument(help="Name of a file in deployments/, without its ending.")]
Target = Annotated[
    TargetName, typer.Option(help="Where: the embedded AWS on this machine, or the environment's account.")
]


def workspace(deployment: str, target: TargetName) -> Workspace:
    """The workspace of a deployment that exists; otherwise an error that names the nearest one."""
    from blueprints.loading import deployment_names
    from modules.spelling import choice

    names = deployment_names(ROOT)
    if deployment not in names:
        raise InputError(f"there is no deployment {deployment}{choice(deployment, names)}")
    return Workspace(ROOT, deployment, target.value)
