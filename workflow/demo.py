"""
The whole way of a deployment on the embedded AWS, for a person to watch: from the YAML file to what an analyst reads.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rich.table import Table

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from blueprints.params.container_workers import ContainerWorkersParams
from blueprints.params.stream_analytics import StreamAnalyticsParams
from modules.environment import Environment
from modules.errors import FindingsError, InputError
from workflow import apply as applying
from workflow import destroy as destroying
from workflow import plan as planning
from workflow import summary
from workflow import verify as verifying
from workflow.emulator.server import Emulator
from workflow.trial import Trial, buckets
from workflow.work_trial import WorkTrial
from workflow.workspace import Workspace, read_json

RECORDS = 500
DOCUMENTS = 40


def demo(workspace: Workspace) -> None:
    """
    Plan, gate, apply, verify, send records, show them, destroy. What was applied is destroyed also when a stage fails.

    Raises `InputError` for a deployment that has no events to send or is applied already.
    """
    if workspace.has_state():
        raise InputError(
            f"{workspace.deployment} is applied already; `make destroy DEPLOYMENT={workspace.deployment}` first"
        )
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
    parameters = loaded.deployment.parameters
    if type(parameters) not in SHOWS:
        raise InputError(
            "the demo knows how to send events to stream_analytics and documents to container_workers, not to "
            f"{loaded.deployment.blueprint}"
        )
    with step("plan and gate", workspace) as progress:
        planned = planning.plan(workspace, progress.stage)
    if summary.print_plan(workspace, planned):
        raise FindingsError("the gate does not pass, so nothing was applied")
    try:
        show_applied(workspace, parameters, loaded.environment)
    finally:
        with step("destroy", workspace) as progress:
            destroyed = destroying.destroy(workspace, [], progress.stage)
        summary.print_destroyed(workspace, destroyed)
    summary.console.print("[bold]demo: done[/]; nothing is left behind, and the embedded AWS is stopped")


def show_applied(workspace: Workspace, parameters: Any, environment: Environment) -> None:
    with step("apply", workspace) as progress:
        applied = applying.apply(workspace, progress.stage)
    summary.print_applied(workspace, applied)
    with step("verify", workspace) as progress:
        verified = verifying.verify(workspace, progress.stage)
    if summary.print_verified(workspace, verified):
        raise FindingsError("what is live is not what was planned")
    emulator = Emulator.find(workspace.emulator)
    if emulator is None:
        raise InputError("the embedded AWS ended during the demo; see its log and try again")
    SHOWS[type(parameters)](workspace, parameters, environment, emulator)


def show_stream(
    workspace: Workspace, parameters: StreamAnalyticsParams, environment: Environment, emulator: Emulator
) -> None:
    trial = Trial(workspace.deployment, parameters, environment, emulator, buckets(read_json(workspace.configuration)))
    with step(f"send {RECORDS} records", workspace):
        trial.send(RECORDS)
    show_rows(trial)


def show_rows(trial: Trial) -> None:
    console = summary.console
    reader = trial.reader()
    rows = trial.current(reader)
    event_id, sent = next(iter(trial.sample.good.items()))
    [values] = rows.filter(f"event_id = '{event_id}'").fetchall()
    table = Table("field", "as the producer sent it", f"as the {reader} reads it", title=f"one event of {trial.table}")
    for name, value in zip(rows.columns, values, strict=True):
        table.add_row(name, str(sent.get(name, "")), str(value))
    console.print(table)
    reasons = Counter(record["reason"] for record in trial.refused())
    console.print(
        f"sent {len(trial.sample.sent)}: {len(trial.sample.good)} good, "
        f"{len(trial.sample.sent) - len(trial.sample.good) - len(trial.sample.bad)} of them twice, {len(trial.sample.bad)} malformed"
    )
    console.print(f"delivered rows, duplicates included: {trial.delivered(reader)}; through the view: {len(rows)}")
    console.print(
        f"in quarantine: {sum(reasons.values())} ({', '.join(f'{count} {reason}' for reason, count in sorted(reasons.items()))})"
    )
    for store, refusal in trial.denials(reader).items():
        console.print(f"the {reader} is refused {store}: {refusal}")


def show_work(
    workspace: Workspace, parameters: ContainerWorkersParams, environment: Environment, emulator: Emulator
) -> None:
    trial = WorkTrial(workspace.deployment, parameters, environment, emulator, read_json(workspace.configuration))
    with step(f"send {DOCUMENTS} documents", workspace):
        trial.start()
        trial.send(DOCUMENTS)
    show_results(trial)


def show_results(trial: WorkTrial) -> None:
    console = summary.console
    reader = trial.reader()
    results = trial.results(reader)
    by_document = {result["document_id"]: (key, result) for key, result in results.items()}
    sent = next(reversed(trial.documents.values()))
    key, result = by_document[sent["document_id"]]
    table = Table("field", "as the producer sent it", f"as the {reader} reads it", title=key)
    for name in {**sent, **result}:
        table.add_row(name, sent.get(name, ""), str(result.get(name, "")))
    console.print(table)
    console.print(f"sent {len(trial.documents)} documents: {len(results)} results")
    given_up = trial.given_up()
    console.print(f"in the dead-letter queue: {len(given_up)} ({', '.join(sorted(given_up))})", markup=False)
    for zone, refusal in trial.denials(reader, "query").items():
        console.print(
            f"the {reader} may read {zone}" if refusal == "none" else f"the {reader} is refused {zone}: {refusal}"
        )
    console.print("what ran is functions/queue_worker, as one process; images are not looked into here")


SHOWS: Mapping[type, Callable[[Workspace, Any, Environment, Emulator], None]] = {
    StreamAnalyticsParams: show_stream,
    ContainerWorkersParams: show_work,
}
"""What the demo does with an applied deployment, by its blueprint's parameters."""


@contextmanager
def step(name: str, workspace: Workspace) -> Iterator[summary.Progress]:
    """A stage of the demo with its time."""
    started = time.monotonic()
    with summary.Progress(f"{name} {workspace.deployment}") as progress:
        yield progress
    summary.console.print(f"[bold]{name}[/]: {time.monotonic() - started:.1f} s")
