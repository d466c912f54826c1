"""
Verbs up to a plan that may be applied, and what judges plans.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from modules.errors import InputError
from workflow.verbs.application import ROOT, Deployment, Target, TargetName, app, workspace
from workflow.workspace import Workspace

if TYPE_CHECKING:
    from workflow.findings import Verdict


@app.command()
def package() -> None:
    """Build the archives of the functions, the same bytes on every machine."""
    from workflow.package import package_all

    for name, archive in package_all(ROOT).items():
        print(f"{name}: {archive.path.relative_to(ROOT)}")


@app.command()
def preflight(deployment: Deployment, target: Target = TargetName.aws) -> None:
    """Look whether the account at AWS is ready for a deployment: credentials, zones, services, baseline, names."""
    from workflow.preflight.look import require
    from workflow.preflight.stage import preflight as stage
    from workflow.summary import print_preflight

    place = workspace(deployment, target)
    found = stage(place)
    print_preflight(place, found)
    require(found)


@app.command()
def synth(deployment: Deployment, target: Target = TargetName.local) -> None:
    """Write the stack of a deployment: cdk.tf.json, dataflow.json, source_map.json, assets."""
    from workflow import synth as stage
    from workflow.summary import print_synthesis

    place = workspace(deployment, target)
    with place.locked():
        print_synthesis(place, stage.synth(place))


@app.command()
def plan(deployment: Deployment, target: Target = TargetName.local) -> None:
    """Synthesize, plan with Terraform, judge the plan, and seal it when it passes. Exit code 1: findings."""
    from workflow.checkov_process import CheckovProcess

    with closing(CheckovProcess(ROOT, ROOT / "policies")) as checkov:  # which loads while the rest is imported
        from workflow import plan as stage
        from workflow.summary import Progress, print_plan

        place = workspace(deployment, target)
        with Progress(f"plan {deployment}") as progress:
            planned = stage.plan(place, progress.stage, checkov)
    raise typer.Exit(print_plan(place, planned))


@app.command()
def gate(
    deployment: Annotated[
        str | None, typer.Argument(help="Name of a file in deployments/, without its ending.")
    ] = None,
    target: Target = TargetName.local,
    plan: Annotated[Path | None, typer.Option(help="Any plan in JSON instead, of Terraform or OpenTofu.")] = None,
    template: Annotated[Path | None, typer.Option(help="A CloudFormation template instead.")] = None,
    parameters: Annotated[Path | None, typer.Option(help="Values of the template's parameters, in JSON.")] = None,
) -> None:
    """Judge the plan of a deployment once more, or a plan or template that was not made here. Exit code 1: findings."""
    from workflow.foreign.stage import gate_plan, gate_template
    from workflow.summary import print_verdict

    if sum(given is not None for given in (deployment, plan, template)) != 1:
        raise InputError("name one thing to judge: a deployment, --plan FILE or --template FILE")
    if plan is not None:
        verdict, where = gate_plan(ROOT, plan)
    elif template is not None:
        verdict, where = gate_template(ROOT, template, parameters)
    else:
        verdict, where = _judge_again(workspace(str(deployment), target))
    raise typer.Exit(print_verdict(where, verdict))


def _judge_again(place: Workspace) -> tuple[Verdict, str]:
    from blueprints import BLUEPRINTS
    from blueprints.loading import load_deployment
    from workflow.gate import Gate
    from workflow.judge import judge, plan_of

    with place.locked(), Gate.start(ROOT) as checkov:
        loaded = load_deployment(ROOT, place.deployment, BLUEPRINTS)
        return judge(place, loaded, checkov, plan_of(place)), place.relative(place.folder)


@app.command()
def mutate(
    deployments: Annotated[
        list[str] | None, typer.Argument(help="Deployments that are planned; all when none is named.")
    ] = None,
    sample: Annotated[int | None, typer.Option(min=1, help="How many mutants to judge; all without it.")] = None,
    seed: Annotated[int, typer.Option(help="Decides which mutants are in the sample.")] = 0,
) -> None:
    """Weaken the plans that are there in every way that is known, and see what the gate notices."""
    from workflow.mutation.stage import FOLDER
    from workflow.mutation.stage import mutate as stage
    from workflow.summary import print_mutation

    for name in deployments or ():
        workspace(name, TargetName.local)
    print_mutation(stage(ROOT, deployments or [], sample, seed), str(FOLDER))
