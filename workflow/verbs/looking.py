"""
Verbs that show something and change nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workflow.verbs.application import ROOT, Deployment, Target, TargetName, app, workspace


@app.command("list")
def list_blueprints() -> None:
    """Print the blueprints and what each is for."""
    from workflow.catalog import print_list

    print_list()


@app.command()
def show(blueprint: Annotated[str, typer.Argument(help="Name of a blueprint, as `list` prints it.")]) -> None:
    """Print a blueprint: what it is for, its parameters, what it creates, its controls."""
    from workflow.catalog import print_blueprint

    print_blueprint(ROOT, blueprint)


@app.command()
def catalog() -> None:
    """Write the blueprints as pages for a browser, with pictures and a form for each: build/catalog/index.html."""
    from workflow.catalog_pages.pages import write_pages

    first = write_pages(ROOT, ROOT / "build" / "catalog")
    print(f"written: {first.relative_to(ROOT)}; any browser shows it, and any web server can offer the folder")


@app.command()
def controls(
    control: Annotated[
        str, typer.Argument(help="Id of a control, or of a check that enforces it; all without it.")
    ] = "",
) -> None:
    """Print the controls of the gate, or one: why it is there, how to mend a breach, where it is proven."""
    from workflow.catalog_control import print_control, print_controls

    if control:
        print_control(ROOT, control)
    else:
        print_controls(ROOT)


@app.command()
def anatomy(blueprint: Annotated[str, typer.Argument(help="Name of a blueprint, as `list` prints it.")]) -> None:
    """Print a blueprint as CloudFormation users know it: Parameters, Conditions, Resources, Outputs."""
    from workflow.anatomy.printing import print_anatomy

    print_anatomy(ROOT, blueprint)


@app.command()
def changed(
    base: Annotated[str, typer.Option(help="Branch or commit that the change is compared with.")] = "origin/main",
    matrix: Annotated[bool, typer.Option("--matrix", help="As JSON for a matrix of jobs, roles included.")] = False,
    deployable: Annotated[bool, typer.Option("--deployable", help="Only what automation may deploy.")] = False,
) -> None:
    """Print the deployments that a change touches, by git: what CI has to plan and judge."""
    import json

    from workflow import changed as stage

    found = [each for each in stage.changed(ROOT, base) if each.plan_role or not deployable]
    print(json.dumps(stage.matrix(found)) if matrix else "\n".join(each.deployment for each in found))


@app.command()
def access(
    deployment: Deployment,
    target: Target = TargetName.local,
    before: Annotated[
        Path | None,
        typer.Option(help="An earlier access.json; prints what changed since. Without it: the last applied one."),
    ] = None,
) -> None:
    """Print who can do what with which store, by the plan that is there. Exit code 1: not as the dataflow graph declares."""
    from workflow.access.stage import print_access

    raise typer.Exit(print_access(workspace(deployment, target), before))


@app.command()
def lineage(
    deployment: Deployment,
    target: Target = TargetName.local,
    time: Annotated[
        str | None, typer.Option(help="Date, time and zone that the events say, as in 2026-11-24T09:30:00Z.")
    ] = None,
) -> None:
    """Write where data comes from and goes to as OpenLineage events, validated: lineage.json."""
    from workflow.lineage.stage import lineage as stage

    place = workspace(deployment, target)
    exported = stage(place, time)
    print(f"{exported.events} processes and {exported.datasets} datasets in {place.relative(exported.path)}")


@app.command()
def diagram(deployment: Deployment, target: Target = TargetName.local) -> None:
    """Draw the stores and processes of a deployment, and what flows between them: diagram.svg."""
    from workflow.diagram.stage import diagram as stage

    place = workspace(deployment, target)
    print(f"drawn: {place.relative(stage(place))}; any browser shows it")
