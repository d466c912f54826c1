"""
Verbs that make, check and remove what is planned.
"""

from __future__ import annotations

from typing import Annotated

import typer

from workflow.verbs.application import ROOT, Deployment, Target, TargetName, app, workspace


@app.command()
def apply(deployment: Deployment, target: Target = TargetName.local) -> None:
    """Apply exactly the sealed plan. Exit code 1: the seal is missing or broken, and nothing was changed."""
    from workflow import apply as stage
    from workflow.summary import Progress, print_applied

    place = workspace(deployment, target)
    with Progress(f"apply {deployment}") as progress:
        applied = stage.apply(place, progress.stage)
    print_applied(place, applied)


@app.command()
def verify(deployment: Deployment, target: Target = TargetName.local) -> None:
    """Read the live resources back and compare them with the plan; a second plan must be empty. Exit code 1: differences."""
    from workflow import verify as stage
    from workflow.summary import Progress, print_verified

    place = workspace(deployment, target)
    with Progress(f"verify {deployment}") as progress:
        verified = stage.verify(place, progress.stage)
    raise typer.Exit(print_verified(place, verified))


@app.command()
def destroy(
    deployment: Deployment,
    target: Target = TargetName.local,
    store: Annotated[list[str] | None, typer.Option(help="A store whose data goes; name each.")] = None,
) -> None:
    """Remove a deployment: planned, judged and sealed like any change, and only with every data store named."""
    from workflow import destroy as stage
    from workflow.summary import Progress, print_destroyed

    place = workspace(deployment, target)
    with Progress(f"destroy {deployment}") as progress:
        destroyed = stage.destroy(place, store or [], progress.stage)
    print_destroyed(place, destroyed)


@app.command()
def demo(deployment: Deployment = "orders-dev") -> None:
    """Everything at once on the embedded AWS: plan, gate, apply, verify, send records through, show them, destroy."""
    from workflow import demo as stage

    stage.demo(workspace(deployment, TargetName.local))


@app.command()
def bootstrap(
    environment: Annotated[str, typer.Argument(help="Name of a file in environments/, without its ending.")],
    target: Target = TargetName.local,
) -> None:
    """Make the bucket and key for Terraform's state; doing it again changes nothing."""
    from workflow import bootstrap as stage

    stage.bootstrap(ROOT, environment, target.value)


@app.command()
def emulator(
    deployment: Deployment,
    port: Annotated[int, typer.Option(help="Port to listen on, 1 to 65535; 0 takes a free one.", min=0, max=65535)] = 0,
) -> None:
    """Start the embedded AWS of a deployment and leave it running; `destroy` stops it."""
    from blueprints import BLUEPRINTS
    from blueprints.loading import load_deployment
    from workflow.apply import start_emulator

    place = workspace(deployment, TargetName.local)
    with place.locked():
        started = start_emulator(place, load_deployment(ROOT, deployment, BLUEPRINTS), port)
    print(
        f"the embedded AWS of {deployment} answers at {started.endpoint}; `make destroy DEPLOYMENT={deployment}` stops it"
    )


@app.command()
def drill(
    scenario: Annotated[str, typer.Argument(help="Name of a scenario, or `all`.")],
    deployment: Annotated[str, typer.Option(help="A deployment of account_baseline.")] = "account-dev",
) -> None:
    """Rehearse an incident on the embedded AWS: who notices, and the way back. Exit code 1: nobody, or it does not lead back."""
    from workflow.drill import stage
    from workflow.summary import Progress, print_drills

    place = workspace(deployment, TargetName.local)
    with Progress(f"drill {scenario}") as progress:
        rehearsed = stage.drill(place, scenario, progress.stage)
    raise typer.Exit(print_drills(rehearsed))
