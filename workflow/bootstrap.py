"""
Stage bootstrap: the bucket for Terraform's state and the key it is encrypted with. Doing it again changes nothing.

Locking needs nothing more: Terraform puts a lock file beside the state. The bucket has no access logs, which would need a
bucket of their own; object-level audit events of the account's trail say who read or wrote a state.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from blueprints.loading import environment_names, load_environment
from modules.environment import Environment
from modules.errors import FindingsError, InputError
from modules.spelling import choice
from workflow.workspace import Target

if TYPE_CHECKING:
    import boto3

    from workflow.settling import Outcome

console = Console(highlight=False, soft_wrap=True)


def bootstrap(root: Path, environment_name: str, target: Target) -> None:
    """
    Make the state bucket of an environment, and print each step. On the embedded AWS it is made twice, to show that the
    second time changes nothing.

    Raises `InputError` when the environment is unknown or the account cannot be reached.
    """
    known = environment_names(root)
    if environment_name not in known:
        raise InputError(f"there is no environment {environment_name}{choice(environment_name, known)}")
    environment = load_environment(root, environment_name)
    if target == "local":
        rehearse(environment)
        return
    from botocore.exceptions import ClientError

    from workflow.remote_state import account_session

    try:
        print_steps(environment, settle(account_session(environment), environment))
    except ClientError as error:
        raise InputError(
            f"AWS refuses a step ({error}); use credentials of a role that may make keys and buckets, which environment "
            f"{environment.name} names under deploy_roles or key_administrators, and run it again: it goes on where it ended"
        ) from error
    console.print(f"state of environment {environment.name} is kept in {environment.state_bucket}", markup=False)


def settle(session: boto3.Session, environment: Environment) -> dict[str, Outcome]:
    """Make what is missing and change what differs; by step, what was done."""
    from workflow.state_bucket import StateBucket
    from workflow.state_key import StateKey

    key = StateKey(session, environment)
    outcomes = {step.name: step.settle() for step in key.steps()}
    bucket = StateBucket(session, environment, key.arn())
    return outcomes | {step.name: step.settle() for step in bucket.steps()}


def rehearse(environment: Environment) -> None:
    """Bootstrap twice on an embedded AWS that is gone afterwards; the second time has to find everything."""
    from workflow.emulator.server import Emulator

    deploy_role = environment.deploy_roles[0]
    roles: Sequence[str] = sorted({*environment.deploy_roles, *environment.key_administrators, *environment.plan_roles})
    with tempfile.TemporaryDirectory() as folder:
        emulator = Emulator.start(
            Path(folder),
            account_id=environment.account_id,
            region=environment.region,
            roles=roles,
            deploy_role=deploy_role,
        )
        try:
            session = emulator.session(deploy_role)
            print_steps(environment, settle(session, environment))
            changed = [name for name, outcome in settle(session, environment).items() if outcome != "was there"]
        finally:
            emulator.stop()
    if changed:
        raise FindingsError(f"bootstrap is not stable; a second time it changed {', '.join(changed)}")
    console.print(
        "a second time nothing was changed; the embedded AWS is gone again. For the account itself: "
        f"make bootstrap ENVIRONMENT={environment.name} TARGET=aws",
        markup=False,
    )


def print_steps(environment: Environment, outcomes: dict[str, Outcome]) -> None:
    console.print(f"bootstrap of environment {environment.name}, account {environment.account_id}", markup=False)
    for name, outcome in outcomes.items():
        console.print(f"  {outcome:<9}  {name}", markup=False)
