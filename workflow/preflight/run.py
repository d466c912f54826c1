"""
All looks at the account, in the order in which they matter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded, load_deployment
from modules.environment import Environment
from modules.errors import FindingsError, InputError
from workflow.plan import initialize
from workflow.preflight.baseline import baseline
from workflow.preflight.names import names
from workflow.preflight.place import caller, services, zones
from workflow.preflight.result import Result
from workflow.remote_state import account_session, require_state_bucket
from workflow.synth import synth
from workflow.terraform import Terraform
from workflow.workspace import Workspace, read_json

if TYPE_CHECKING:
    import boto3


def preflight(workspace: Workspace) -> list[Result]:
    """
    Look at everything a plan of the workspace's deployment needs at AWS.

    Raises `InputError` when the account cannot be reached, is another one, or has no bucket for the state.
    """
    if workspace.target != "aws":
        raise InputError("preflight looks at an account of AWS; add TARGET=aws")
    from botocore.exceptions import BotoCoreError, ClientError

    terraform = Terraform.find(workspace.root)
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
    session = account_session(loaded.environment)
    require_state_bucket(loaded.environment)
    with workspace.locked():
        synth(workspace)
        initialize(workspace, terraform, {})
        owned = terraform.run(workspace.folder, "state", "list").stdout.split()
    try:
        return results(session, loaded, read_json(workspace.configuration), owned, makers(workspace.root, loaded))
    except (BotoCoreError, ClientError) as error:
        raise InputError(
            f"the account cannot be looked at ({error}); use credentials that may read it, such as those of "
            f"{loaded.environment.deploy_roles[0]}"
        ) from error


def results(
    session: boto3.Session,
    loaded: Loaded,
    configuration: Mapping[str, Any],
    owned: Collection[str],
    made_by: dict[str, str],
) -> list[Result]:
    """What was found, in the order in which it was looked for."""
    environment: Environment = loaded.environment
    return [
        caller(session, environment),
        zones(session, environment),
        *services(session, environment, configuration),
        *baseline(session, environment, loaded.deployment.blueprint, made_by),
        *names(session, configuration, owned),
    ]


def makers(root: Path, loaded: Loaded) -> dict[str, str]:
    """By blueprint, a deployment of it in the same environment."""
    from blueprints.loading import deployment_names

    return {
        other.deployment.blueprint: other.deployment.name
        for name in deployment_names(root)
        for other in [load_deployment(root, name, BLUEPRINTS)]
        if other.environment.name == loaded.environment.name
    }


def require(found: list[Result]) -> None:
    """Raise `FindingsError` with everything that is missing."""
    missing = [f"{each.part}: {each.text}" for each in found if each.state == "missing"]
    if missing:
        raise FindingsError("\n".join(["preflight: the account is not ready", *missing]))
