"""
Stage destroy: first the named stores lose their protection, as a change of its own, then everything goes. Both plans are
judged and sealed like any other, and applied as they were sealed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded, load_deployment
from modules.errors import FindingsError, InputError, Interrupted
from workflow.canonical import canonical
from workflow.changes.naming import short_name
from workflow.clock import today
from workflow.emulator.leave_outs import leave_out
from workflow.emulator.server import Emulator
from workflow.facts import forget_facts
from workflow.gate import Gate
from workflow.leftovers import UNPROTECT, clear_leftovers
from workflow.local import completed, without
from workflow.locked_stores import locked_addresses
from workflow.plan import initialize
from workflow.seal import file_digest
from workflow.synth import write_override
from workflow.terraform import Terraform, TerraformError
from workflow.workspace import Workspace, read_json, write_json

UNPROTECTED = {
    "aws_athena_workgroup": {"force_destroy": True},
    "aws_dynamodb_table": {"deletion_protection_enabled": False},
    "aws_emr_cluster": {"termination_protection": False},
    "aws_s3_bucket": {"force_destroy": True},
}
DATA_TYPES = (
    "aws_backup_vault",
    "aws_dynamodb_table",
    "aws_kinesis_stream",
    "aws_redshift_cluster",
    "aws_redshiftserverless_namespace",
    "aws_s3_bucket",
    "aws_sagemaker_domain",
    "aws_sagemaker_feature_group",
    "aws_sagemaker_model_package_group",
    "aws_sqs_queue",
)
DELETION = (
    "MR_ATHENA_3",
    "MR_DYNAMODB_3",
    "MR_EMR_7",
    "MR_S3_5",
)  # find what may be deleted with what it holds: what this change is for
PLAN = "destroy.tfplan"

Report = Callable[[str], None]


@dataclass(frozen=True)
class Destroyed:
    """
    How many resources went; *discarded* went with the embedded AWS.

    *kept_state* is a state whose resources are lost; *failure* says why they could not be destroyed one by one, so that the
    embedded AWS was thrown away with all it held.
    """

    resources: int = 0
    discarded: list[str] = field(default_factory=list)
    kept_state: str | None = None
    failure: str | None = None


def destroy(workspace: Workspace, stores: Sequence[str], report: Report) -> Destroyed:
    """
    Remove what was applied. At AWS, *stores* has to name every store whose data goes.

    Raises `InputError` when a store is not named, and then nothing is changed.
    """
    with workspace.locked():
        clear_leftovers(workspace)
        workspace.seal.unlink(missing_ok=True)
        emulator = Emulator.find(workspace.emulator) if workspace.target == "local" else None
        if workspace.target == "local" and emulator is None:
            return put_aside(workspace)
        terraform = Terraform.find(workspace.root)
        loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
        environment = emulator.environment() if emulator else {}
        if not workspace.configuration.is_file():
            raise InputError(f"{workspace.relative(workspace.configuration)} is missing; run `make plan` first")
        if workspace.target == "local":
            write_override(workspace, offline=False, left_out=leave_out(read_json(workspace.configuration))[0])
        initialize(workspace, terraform, environment)
        with Gate.start(workspace.root) as gate:
            try:
                destroyed = remove(workspace, loaded, terraform, gate, environment, stores, report)
            except Interrupted as error:
                raise Interrupted(
                    "destroy was interrupted; Terraform has saved the state of what is still there. Run `make destroy` again"
                ) from error
            except (FindingsError, TerraformError) as error:
                if emulator is None:
                    raise
                emulator.stop()
                forget_facts(workspace, loaded)
                return replace(put_aside(workspace), failure=str(error))
        forget_facts(workspace, loaded)
        if emulator:
            emulator.stop()
            for path in (workspace.state, workspace.plan, *workspace.folder.glob("terraform.tfstate*.backup")):
                path.unlink(missing_ok=True)
        return destroyed


def put_aside(workspace: Workspace) -> Destroyed:
    """Without an embedded AWS nothing can be destroyed; a state that still names resources is kept under another name."""
    if not workspace.has_state():
        return Destroyed()
    serial = workspace.read_state()["serial"]
    kept = workspace.state.with_name(f"terraform.tfstate.lost-{serial}")
    workspace.state.replace(kept)
    return Destroyed(kept_state=workspace.relative(kept))


def remove(
    workspace: Workspace,
    loaded: Loaded,
    terraform: Terraform,
    gate: Gate,
    environment: Mapping[str, str],
    stores: Sequence[str],
    report: Report,
) -> Destroyed:
    state = json.loads(terraform.run(workspace.folder, "show", "-json", environment=environment).stdout)
    resources = state.get("values", {}).get("root_module", {}).get("resources", [])
    if not resources:
        return Destroyed()
    if workspace.target == "aws":
        require_named(workspace, resources, stores)
    discarded = []
    if workspace.target == "local":
        discarded = locked_addresses(resources, read_json(workspace.configuration))
    try:
        report("unprotect")
        unprotect(workspace, loaded, terraform, gate, environment, discarded, resources)
        report("destroy")
        if discarded:
            terraform.run(workspace.folder, "state", "rm", *discarded, environment=environment)
        gone = carry_out(workspace, terraform, environment, check_deletes, "-destroy")
    finally:
        (workspace.folder / UNPROTECT).unlink(missing_ok=True)
    return Destroyed(gone, discarded)


def require_named(workspace: Workspace, resources: Sequence[Mapping[str, Any]], stores: Sequence[str]) -> None:
    held = {label(workspace, resource) for resource in resources if resource["type"] in DATA_TYPES}
    if unknown := sorted(set(stores) - held):
        raise InputError(f"there is no store {', '.join(unknown)}; the stores are {' '.join(sorted(held))}")
    if missing := sorted(held - set(stores)):
        raise InputError(
            f"destroy deletes the data of {' '.join(missing)} for good; name every store: "
            f'make destroy DEPLOYMENT={workspace.deployment} TARGET=aws STORES="{" ".join(sorted(held))}"'
        )


def label(workspace: Workspace, resource: Mapping[str, Any]) -> str:
    """The short name of a store."""
    return short_name(workspace.deployment, resource["values"])


def unprotect(
    workspace: Workspace,
    loaded: Loaded,
    terraform: Terraform,
    gate: Gate,
    environment: Mapping[str, str],
    discarded: Sequence[str],
    resources: Sequence[Mapping[str, Any]],
) -> None:
    """Let the stores that are there be deleted with what they hold; nothing else changes, and the gate has to pass it."""
    present = [each for each in resources if each["type"] in UNPROTECTED and each["address"] not in discarded]
    changes: dict[str, dict[str, Any]] = {}
    for resource in present:
        changes.setdefault(resource["type"], {})[resource["name"]] = UNPROTECTED[resource["type"]]
    if not changes:
        return
    write_json(workspace.folder / UNPROTECT, {"resource": changes})

    def check(plan: dict[str, Any]) -> None:
        check_unprotects(plan, changes)
        judge_unprotect(workspace, loaded, gate, plan, changes)

    carry_out(workspace, terraform, environment, check)


def judge_unprotect(
    workspace: Workspace, loaded: Loaded, gate: Gate, plan: dict[str, Any], changes: Mapping[str, Mapping[str, Any]]
) -> None:
    configuration = read_json(workspace.configuration)
    planned = {resource["address"] for resource in plan["planned_values"]["root_module"]["resources"]}
    configured = [f"{kind}.{name}" for kind, named in configuration["resource"].items() for name in named]
    kept = without(configuration, [address for address in configured if address not in planned])
    for kind, named in changes.items():
        for name, values in named.items():
            kept["resource"][kind][name] = {**kept["resource"][kind][name], **values}
    judged = canonical(plan, kept, read_json(workspace.root / "bindings" / "schema.json"))
    if workspace.target == "local" and workspace.canonical.is_file():
        judged = completed(judged, read_json(workspace.canonical), set(leave_out(configuration)[1]) - planned)
    verdict = gate.judge(judged, loaded.deployment.waivers, today(workspace.root))
    unprotected = {f"{kind}.{name}" for kind, named in changes.items() for name in named}
    others = [
        found.text() for found in verdict.findings if found.check not in DELETION or found.address not in unprotected
    ]
    if others or verdict.errors or verdict.not_evaluated:
        raise FindingsError("\n".join(["the gate refuses the change that unprotects stores", *others, *verdict.errors]))


def check_unprotects(plan: dict[str, Any], changes: Mapping[str, Mapping[str, Any]]) -> None:
    """The unprotect plan changes the stores it is for and nothing else."""
    stores = {f"{kind}.{name}" for kind, named in changes.items() for name in named}
    others = [
        change["address"]
        for change in plan.get("resource_changes", [])
        if change["change"]["actions"] != ["no-op"]
        and (change["address"] not in stores or change["change"]["actions"] != ["update"])
    ]
    if others:
        raise FindingsError(
            f"{', '.join(others)} would change too: what is deployed is not what the deployment file says; "
            "run `make plan` and `make apply` first. Nothing was destroyed"
        )


def check_deletes(plan: dict[str, Any]) -> None:
    """A destroy plan deletes and does nothing else."""
    others = [
        change["address"]
        for change in plan.get("resource_changes", [])
        if set(change["change"]["actions"]) - {"delete", "no-op"}
    ]
    if others:
        raise FindingsError(f"the destroy plan would change or create {', '.join(others)}; nothing was destroyed")


def carry_out(
    workspace: Workspace,
    terraform: Terraform,
    environment: Mapping[str, str],
    check: Callable[[dict[str, Any]], None],
    *arguments: str,
) -> int:
    """Plan with the given arguments, have the plan checked, seal it, and apply it as sealed; how many resources it touched."""
    saved = workspace.folder / PLAN
    try:
        terraform.run(
            workspace.folder, "plan", "-input=false", "-no-color", f"-out={PLAN}", *arguments, environment=environment
        )
        sealed = file_digest(saved)
        plan = json.loads(terraform.show(workspace.folder, PLAN, environment))
        check(plan)
        if file_digest(saved) != sealed:
            raise FindingsError(f"{workspace.relative(saved)} was changed while it was judged; nothing was destroyed")
        terraform.run(workspace.folder, "apply", "-json", "-input=false", PLAN, environment=environment)
    finally:
        saved.unlink(missing_ok=True)
    return sum(change["change"]["actions"] != ["no-op"] for change in plan.get("resource_changes", []))
