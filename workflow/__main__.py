"""
Every verb as one command; `make` calls it. `python -m workflow --help` lists them.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from modules.errors import InputError, Interrupted, MillraceError
from workflow.workspace import Workspace

if TYPE_CHECKING:
    from workflow.findings import Verdict

ROOT = Path(__file__).resolve().parents[1]
YOUNG = 50_000  # objects between two looks for garbage; at Python's 700 a tenth of synth goes into finding none
INTERRUPTED = 130  # what shells give for a program that ended by an interrupt
NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}
FULL = {errno.ENOSPC, errno.EDQUOT}


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
def waivers() -> None:
    """Print every waiver and consent of every deployment, with its days left and what it hides. Exit code 1: one is not taken."""
    from workflow.approvals.listing import print_rows, rows
    from workflow.clock import today

    raise typer.Exit(print_rows(rows(ROOT, today(ROOT))))


@app.command()
def waive(  # noqa: PLR0913, PLR0917  # one option for each word of a waiver
    deployment: Deployment,
    target: Target = TargetName.local,
    control: Annotated[str | None, typer.Option(help="Id of the check, as the finding prints it.")] = None,
    resource: Annotated[str | None, typer.Option(help="Address of the resource, as the finding prints it.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why the finding is acceptable.")] = None,
    owner: Annotated[str | None, typer.Option(help="Mail address of who answers for it.")] = None,
    approver: Annotated[str | None, typer.Option(help="Mail address of who approved it; not the owner.")] = None,
    ticket: Annotated[str | None, typer.Option(help="Where the decision is recorded.")] = None,
    days: Annotated[int, typer.Option(help="Days that it holds, 0 to 180.")] = 30,
) -> None:
    """Write a waiver, or a consent to a change, into the deployment file; asks for what is not given."""
    from workflow.approvals.asking import answers, finding_for
    from workflow.approvals.writing import approve, expiry, findings_to_accept
    from workflow.clock import today

    place, day = workspace(deployment, target), today(ROOT)
    expires = expiry(days, day)
    finding = finding_for(findings_to_accept(place), control, resource)
    words = answers({"reason": reason, "owner": owner, "approver": approver, "ticket": ticket})
    key, file = approve(place, finding, {**words, "expires": expires}, day)
    print(
        f"{finding['check']} on {finding['address']} stands under {key} in {file} until {expires}; `make plan` judges with it"
    )


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


@app.command()
def anatomy(blueprint: Annotated[str, typer.Argument(help="Name of a blueprint, as `list` prints it.")]) -> None:
    """Print a blueprint as CloudFormation users know it: Parameters, Conditions, Resources, Outputs."""
    from workflow.anatomy.printing import print_anatomy

    print_anatomy(ROOT, blueprint)


@app.command()
def runbooks() -> None:
    """Write a runbook for each scenario of a drill into docs/runbooks/."""
    from workflow.drill.runbook import write_runbooks

    for path in write_runbooks(ROOT):
        print(path.relative_to(ROOT))


@app.command()
def schemas() -> None:
    """Write the JSON Schemas of environments and deployments, for editors."""
    from blueprints import BLUEPRINTS
    from workflow.schemas import write_schemas

    write_schemas(ROOT, BLUEPRINTS)


@app.command()
def lock() -> None:
    """Resolve every requirements.in into a hashed lock without download addresses."""
    from workflow.lock import lock_all

    for path in lock_all(ROOT):
        print(path.relative_to(ROOT))


def interrupt(*_: object) -> NoReturn:
    """The first interrupt ends the verb; later ones do not disturb it in ending."""
    gc.set_threshold(YOUNG)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    raise KeyboardInterrupt


def leave(code: int) -> int:
    """*code*, after what could not be written is forgotten: the interpreter would try once more, and complain, at its end."""
    with suppress(OSError):
        sys.stdout.close()
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    return code


def main() -> int:
    """Run a verb; an error a person can cause is a message and an exit code, a bug is a traceback."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    try:
        app(prog_name="millrace")
    except MillraceError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except Interrupted as error:
        sys.unraisablehook = lambda _: (
            None
        )  # a terminal interrupts CDKTF's Node too, and its exit handler would complain
        print(error, file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno in FULL:  # told by the system without the name of a file
            print(
                f"{error.filename or 'a file or the output'}: {error.strerror}; make room and try again",
                file=sys.stderr,
            )
            return leave(InputError.exit_code)
        if error.errno not in NOT_OURS or error.filename is None:
            raise
        print(f"{error.filename}: {error.strerror}; make the place writable and try again", file=sys.stderr)
        return InputError.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
