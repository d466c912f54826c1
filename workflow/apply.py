"""
Stage apply: exactly the sealed plan, after the gate has judged it once more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from blueprints import BLUEPRINTS
from blueprints.deployment import settings
from blueprints.loading import Loaded, load_deployment
from modules.environment import Environment
from modules.errors import FindingsError, InputError, Interrupted
from modules.foundation.boundary import arn as boundary_arn
from modules.foundation.boundary import pipeline_boundary
from modules.foundation.trust import acting_role, is_federated
from workflow.access.stage import keep
from workflow.emulator.limits import NOT_MODELLED
from workflow.emulator.server import Emulator
from workflow.facts import record_facts
from workflow.gate import Gate
from workflow.judge import judge
from workflow.leftovers import clear_leftovers
from workflow.local import LocalPlan, local_plan
from workflow.plan import initialize
from workflow.seal import check_seal, facts
from workflow.synth import write_override
from workflow.terraform import Terraform, TerraformError
from workflow.workspace import Workspace, read_json

ROLE = re.compile(r"arn:[a-z-]+:iam::[0-9]{12}:role/")

Report = Callable[[str], None]


@dataclass(frozen=True)
class Applied:
    """
    What apply did; *left_out* are addresses the embedded AWS cannot serve, *not_modelled* what its IAM does not look at,
    *facts* the file that now says what other deployments have to know.
    """

    resources: int
    left_out: list[str] = field(default_factory=list)
    not_modelled: tuple[str, ...] = ()
    facts: str | None = None


def apply(workspace: Workspace, report: Report) -> Applied:
    """
    Apply the sealed plan. *report* is told the stage that begins and each resource that is done.

    Raises `FindingsError` when the seal is missing or broken or the gate fails; then nothing is changed.
    """
    terraform = Terraform.find(workspace.root)
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
    with workspace.locked(), Gate.start(workspace.root) as gate:
        report("seal")
        clear_leftovers(workspace)
        if workspace.target == "aws" and workspace.configuration.is_file():
            initialize(
                workspace, terraform, {}
            )  # the plan may come from another machine, without what `init` made there
        check(workspace, loaded, terraform, gate)
        if workspace.target == "aws":
            applied = run(workspace, terraform, workspace.plan.name, {}, report)
            return replace(applied, facts=record_facts(workspace, loaded, terraform, {}))
        report("embedded AWS")
        emulator = Emulator.find(workspace.emulator) or start_emulator(workspace, loaded)
        local = local_plan(workspace, terraform, emulator.environment())
        applied = apply_locally(workspace, terraform, emulator, local, report)
        return replace(applied, facts=record_facts(workspace, loaded, terraform, emulator.environment()))


def check(workspace: Workspace, loaded: Loaded, terraform: Terraform, gate: Gate) -> None:
    """The seal has to fit what is here, and the gate has to pass again, rather than trust a verdict anybody could write."""
    if not workspace.plan.is_file():
        raise FindingsError(f"there is no plan of {workspace.deployment} ({workspace.target}); run `make plan`")
    try:
        text = terraform.show(workspace.folder, workspace.plan.name)
    except TerraformError as error:
        raise FindingsError(
            f"{workspace.relative(workspace.plan)} is no plan that Terraform can read, so it was changed since the gate; "
            f"run `make plan` again\n{error}"
        ) from error
    check_seal(workspace, facts(workspace, loaded, terraform, text))
    verdict = judge(workspace, loaded, gate, json.loads(text))
    if not verdict.passed:
        raise FindingsError("the gate does not pass the plan any more; run `make plan` to see why")


def start_emulator(workspace: Workspace, loaded: Loaded, port: int = 0) -> Emulator:
    """The embedded AWS of this deployment, with the roles that its environment and its parameters say are there."""
    place = loaded.environment
    people = [acting_role(name, place) for _, names in place.personas for name in names if not is_federated(name)]
    named = [value for _, value in settings(loaded.deployment.parameters) if ROLE.match(str(value))]
    return Emulator.start(
        workspace.emulator,
        account_id=place.account_id,
        region=place.region,
        roles=sorted({*place.key_administrators, *place.deploy_roles, *place.plan_roles, *people, *named}),
        deploy_role=place.deploy_roles[0],
        policies=existing_policies(workspace, place),
        port=port,
    )


def existing_policies(workspace: Workspace, place: Environment) -> dict[str, str]:
    """
    The environment's boundary, where this deployment does not make it itself: ours as the baseline makes it; of another one
    only the ARN is known, so it allows everything here.
    """
    arn = place.permission_boundary
    planned = (
        read_json(workspace.canonical)["planned_values"]["root_module"]["resources"]
        if arn and workspace.canonical.is_file()
        else []
    )
    if arn is None or arn in {item["values"].get("arn") for item in planned if item["type"] == "aws_iam_policy"}:
        return {}
    everything = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    return {arn: json.dumps(pipeline_boundary(place) if arn == boundary_arn(place) else everything)}


def apply_locally(
    workspace: Workspace, terraform: Terraform, emulator: Emulator, local: LocalPlan, report: Report
) -> Applied:
    try:
        applied = run(workspace, terraform, local.name, emulator.environment(), report)
        return replace(applied, left_out=local.left_out, not_modelled=NOT_MODELLED)
    except (TerraformError, Interrupted) as error:
        if Emulator.find(workspace.emulator) is None:
            raise InputError(
                "the embedded AWS ended during apply, and what it held is gone; the state up to then is in "
                f"{workspace.relative(workspace.state)}. `make destroy DEPLOYMENT={workspace.deployment}` puts it aside"
            ) from error
        raise
    finally:
        (workspace.folder / local.name).unlink(missing_ok=True)
        write_override(workspace, offline=False)


def run(
    workspace: Workspace,
    terraform: Terraform,
    plan: str,
    environment: Mapping[str, str],
    report: Report,
) -> Applied:
    """Apply the saved *plan*; its seal is used up then."""
    report("apply")
    done = 0

    def follow(line: str) -> None:
        nonlocal done
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("type") == "apply_complete":
            done += 1
            report(event["hook"]["resource"]["addr"])
        elif event.get("type") == "apply_progress":
            if environment and Emulator.find(workspace.emulator) is None:
                raise Interrupted("the embedded AWS has ended, and the provider would ask it for many minutes more")
            report(f"{event['hook']['resource']['addr']}, for {event['hook']['elapsed_seconds']} s now")

    try:
        terraform.run(workspace.folder, "apply", "-json", "-input=false", plan, environment=environment, on_line=follow)
    except Interrupted as error:
        raise Interrupted(
            f"apply was interrupted; Terraform has saved the state of what is there. {after_interrupt(workspace)}"
        ) from error
    workspace.seal.unlink()
    keep(workspace)
    return Applied(done)


def after_interrupt(workspace: Workspace) -> str:
    """
    What to do next. The provider drops a request that is under way, so what it asked for may exist without being in the
    state; on the embedded AWS one starts over, at AWS nothing is thrown away.
    """
    if workspace.target == "local":
        return f"`make destroy DEPLOYMENT={workspace.deployment}` and then `make plan` and `make apply` start over"
    return (
        "`make plan` and `make apply` go on; what was being made as the interrupt came may exist without being in the state, "
        "and apply then says that it exists already: `terraform import` it in the deployment's folder under build/"
    )
