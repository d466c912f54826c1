"""
What a verb says at its end: what happened, what it means, and what to do next.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from rich.console import Console
from rich.status import Status

from blueprints.synthesis import Synthesis
from workflow.apply import Applied
from workflow.destroy import Destroyed
from workflow.findings import Verdict
from workflow.fullness import fullness
from workflow.plan import Planned
from workflow.preflight.result import Result
from workflow.verdict_text import SEVERITIES, lines, outcome
from workflow.verify import Verified
from workflow.workspace import Workspace

if TYPE_CHECKING:
    from workflow.drill.stage import Rehearsed

QUIET_SECONDS = 15.0

console = Console(highlight=False, soft_wrap=True)


class Progress:
    """What is being done: one line that changes on a terminal, a new line now and then elsewhere."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._status = Status(title, console=console)
        self._told = time.monotonic()

    def __enter__(self) -> Self:
        if console.is_terminal:
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._status.stop()

    def stage(self, name: str) -> None:
        self._status.update(f"{self._title}: {name}")
        if not console.is_terminal and time.monotonic() - self._told > QUIET_SECONDS:
            self._told = time.monotonic()
            console.print(f"{self._title}: {name}", markup=False)


def print_preflight(workspace: Workspace, results: Sequence[Result]) -> None:
    for result in results:
        console.print(f"{result.state:9}{result.part}: {result.text}", markup=False)
    if all(result.state != "missing" for result in results):
        console.print(f"next: make plan DEPLOYMENT={workspace.deployment} TARGET={workspace.target}")


def print_drills(rehearsed: Sequence[Rehearsed]) -> int:
    """Print each drill in short; the exit code is 0 when all passed and 1 otherwise."""
    for each in rehearsed:
        drill = each.drill
        outcome = "took effect" if drill.broken else "was prevented"
        console.print(f"{drill.scenario.name}: it {outcome}; report: {each.path}", markup=False)
        for notice in drill.notices:
            console.print(f"  noticed by {notice.kind} {notice.name} ({', '.join(notice.receivers)})", markup=False)
        if not drill.notices:
            console.print("  nobody would notice")
        if not drill.recovered:
            console.print("  the way back does not lead back")
    failed = [each.drill.scenario.name for each in rehearsed if not each.drill.passed]
    console.print(f"drills: {len(rehearsed)}, failed: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def print_synthesis(workspace: Workspace, synthesis: Synthesis) -> None:
    console.print(
        f"{workspace.deployment}: {synthesis.resources} resources in {workspace.relative(workspace.configuration)}"
    )
    print_narrowest(synthesis.dataflow)


def print_narrowest(dataflow: Mapping[str, Any]) -> None:
    name = dataflow["narrowest"]
    if name:
        share = dataflow["utilization_at_peak"][name]
        warning = "; raise its quota or lower the workload" if share > 1 else ""
        console.print(f"narrowest stage: {name}, {fullness(share)} of its capacity at peak load{warning}")


def print_plan(workspace: Workspace, planned: Planned) -> int:
    changes = planned.changes
    console.print(
        f"plan of {workspace.deployment} ({workspace.target}): {planned.synthesis.resources} resources in "
        f"{planned.seconds:.1f} s; {changes['create']} to create, {changes['update']} to change, {changes['replace']} to "
        f"replace, {changes['delete']} to destroy"
    )
    print_narrowest(planned.synthesis.dataflow)
    code = print_verdict(workspace.relative(workspace.folder), planned.verdict)
    if not code:
        console.print(f"sealed; next: make apply DEPLOYMENT={workspace.deployment} TARGET={workspace.target}")
    return code


def print_mutation(report: Mapping[str, Any], where: str) -> None:
    gate, both = report["gate"], report["gate_or_plan_tests"]
    for name, each in report["families"].items():
        console.print(f"{name:20} {each['killed']:6} of {each['mutants']:6} killed, {each['percent']:5} %")
    asleep = [name for name, each in report["controls"].items() if not each["noticed"]]
    console.print(
        f"mutate: the gate killed {gate['killed']} of {gate['mutants']} mutants ({gate['percent']} %), with the plan tests "
        f"{both['percent']} %; {report['equivalent']} equivalent, {len(report['survivors'])} survivors, {len(asleep)} controls "
        f"noticed nothing; reports: {where}/mutation.*"
    )


def print_verdict(where: str, verdict: Verdict) -> int:
    """Print the verdict, whose reports are in the folder *where*; the exit code is 0 when it passed and 1 otherwise."""
    for line in lines(verdict):
        console.print(line, markup=False, style="bold red" if line.split(" ")[0] in SEVERITIES else None)
    console.print(outcome(verdict, where), markup=False)
    return 0 if verdict.passed else 1


def print_applied(workspace: Workspace, applied: Applied) -> None:
    console.print(f"applied {workspace.deployment} ({workspace.target}): {applied.resources} resources")
    for address in applied.left_out:
        console.print(f"left out, since the embedded AWS cannot serve it: {address}", markup=False)
    for note in applied.not_modelled:
        console.print(f"the embedded AWS does not model: {note}", markup=False)
    if applied.facts:
        remark = "; review and commit it" if workspace.target == "aws" else ""
        console.print(f"what other deployments have to know is in {applied.facts}{remark}", markup=False)
    console.print(f"next: make verify DEPLOYMENT={workspace.deployment} TARGET={workspace.target}")


def print_verified(workspace: Workspace, verified: Verified) -> int:
    """Print the differences; the exit code is 0 when there are none and 1 otherwise."""
    for difference in verified.differences:
        console.print(difference.text(), markup=False)
    console.print(
        f"verify {workspace.deployment} ({workspace.target}): {verified.resources} resources read back, {verified.facts} settings "
        f"compared, {len(verified.differences)} differences; second plan: "
        f"{'empty' if not verified.drift else f'{len(verified.drift)} changes'}"
    )
    for address in verified.drift:
        console.print(f"would change: {address}", markup=False)
    for entry in verified.unprobed:
        console.print(f"not read back: {entry}", markup=False)
    return 0 if not (verified.differences or verified.drift) else 1


def print_destroyed(workspace: Workspace, destroyed: Destroyed) -> None:
    console.print(f"destroyed {workspace.deployment} ({workspace.target}): {destroyed.resources} resources")
    buckets = [address for address in destroyed.discarded if address.startswith("aws_s3_bucket.")]
    for address in buckets:
        console.print(f"locked, so it went with the embedded AWS: {address}", markup=False)
    if buckets:
        console.print(f"with what belongs to it: {len(destroyed.discarded) - len(buckets)} resources of S3")
    if destroyed.failure:
        console.print(
            f"resources could not be destroyed one by one, so the embedded AWS was thrown away: {destroyed.failure}",
            markup=False,
        )
    if destroyed.kept_state:
        console.print(f"the state that was lost with the embedded AWS is kept as {destroyed.kept_state}", markup=False)
