"""
All looks at the account, in the order in which they matter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded, deployment_names, load_deployment
from modules.errors import FindingsError, InputError
from workflow.preflight.baseline import baseline
from workflow.preflight.baseline_facts import baseline_facts
from workflow.preflight.models import models
from workflow.preflight.names import names
from workflow.preflight.place import caller, services, zones
from workflow.preflight.result import Result
from workflow.remote_state import account_session
from workflow.terraform import Terraform
from workflow.workspace import Workspace, read_json

if TYPE_CHECKING:
    import boto3


def look(workspace: Workspace, terraform: Terraform, loaded: Loaded) -> list[Result]:
    """
    What the account has and lacks for a stack that is synthesized and initialized; nothing is changed.

    Raises `InputError` when the account cannot be looked at.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    owned = terraform.run(workspace.folder, "state", "list", accepted=(0, 1)).stdout.split()
    made_by = makers(workspace, loaded)
    try:
        return results(account_session(loaded.environment), loaded, read_json(workspace.configuration), owned, made_by)
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
    made_by: Mapping[str, str],
) -> list[Result]:
    """What was found, in the order in which it was looked for."""
    environment = loaded.environment
    return [
        caller(session, environment),
        zones(session, environment),
        *services(session, environment, configuration),
        *baseline(session, environment, loaded.deployment.blueprint, made_by),
        *baseline_facts(session, environment, loaded.facts, loaded.deployment.blueprint, made_by),
        *names(session, configuration, owned),
        *models(session, configuration),
    ]


def makers(workspace: Workspace, loaded: Loaded) -> dict[str, str]:
    """By blueprint, a deployment of it in the same environment."""
    others = [load_deployment(workspace.root, name, BLUEPRINTS) for name in deployment_names(workspace.root)]
    return {
        other.deployment.blueprint: other.deployment.name
        for other in others
        if other.environment.name == loaded.environment.name
    }


def require(found: list[Result]) -> None:
    """Raise `FindingsError` with everything that is missing."""
    missing = [f"{each.part}: {each.text}" for each in found if each.state == "missing"]
    if missing:
        raise FindingsError("\n".join(["the account is not ready for this deployment", *missing]))
