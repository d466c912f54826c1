"""
`make bench`: each pair is run in turns, and medians are compared, since times on a shared machine mean little by themselves.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.large import compared, enlarged
from benchmarks.transform import records_per_second
from modules.processing.stream_function import VCPU_RECORDS
from workflow.plan import OFFLINE
from workflow.terraform import Terraform
from workflow.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
PER_RESOURCE = 0.004  # seconds of synth allowed for each resource
SYNTH_RATIO, PLAN_RATIO, GATE_RATIO = 1.5, 1.4, 0.5
ACCESS_SECONDS = 0.5
DEPLOYMENT = "orders-dev"

Row = tuple[str, float, str, str]


def main() -> None:
    workspace = Workspace(ROOT, DEPLOYMENT, "local")
    table = Table(title=f"medians of {RUNS} runs in turns", title_justify="left")
    for name in ("stage", "seconds", "against", "budget"):
        table.add_column(name)
    for row in (*synth_rows(), *plan_rows(workspace), *gate_rows(workspace), *function_rows()):
        table.add_row(row[0], f"{row[1]:.2f}", row[2], row[3])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    Console(width=120).print(
        table, f"largest process of any stage, Terraform and its provider included: {peak:.0f} MiB"
    )


def in_turns(*runs: Callable[[], object]) -> list[float]:
    """Median seconds of each of *runs*, run alternately."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(RUNS):
        for run, taken in zip(runs, times, strict=True):
            started = time.monotonic()
            run()
            taken.append(time.monotonic() - started)
    return [statistics.median(each) for each in times]


def program(*arguments: str) -> Callable[[], object]:
    def run() -> object:
        return subprocess.run([sys.executable, "-E", "-s", *arguments], cwd=ROOT, capture_output=True, check=True)

    return run


def synth_rows() -> list[Row]:
    run = program("main.py")
    bare, whole = in_turns(program("-c", "import cdktf"), run)
    stacks = (ROOT / "cdktf.out" / "stacks").glob("*/source_map.json")
    resources = sum(len(json.loads(path.read_text())) for path in stacks)
    budget = SYNTH_RATIO * bare + PER_RESOURCE * resources
    return [
        ("import cdktf", bare, "", ""),
        (
            f"main.py, all deployments, {resources} resources",
            whole,
            f"{whole / bare:.2f} x the import",
            f"{budget:.2f} s",
        ),
    ]


def plan_rows(workspace: Workspace) -> list[Row]:
    plan = program("-m", "workflow", "plan", DEPLOYMENT)
    plan()
    terraform = Terraform.find(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        saved = str(Path(folder, "bare.tfplan"))

        def bare() -> None:
            """As people run it, who let Go collect garbage as it likes."""
            alone = OFFLINE | {"GOGC": "100"}
            arguments = ("plan", "-input=false", "-no-color", "-refresh=false", f"-out={saved}")
            terraform.run(workspace.folder, *arguments, environment=alone)
            terraform.show(workspace.folder, saved, alone)

        alone, whole = in_turns(bare, plan)
    return [
        ("terraform plan and show", alone, "", ""),
        (f"plan {DEPLOYMENT}: synth, plan, gate, seal", whole, f"{whole / alone:.2f} x Terraform", f"{PLAN_RATIO} x"),
    ]


def command_line(plan: Path) -> object:
    """Checkov as people run it."""
    checkov = ROOT / ".venv-checkov" / "bin" / "checkov"
    command = [str(checkov), "-f", str(plan), "--framework", "terraform_plan", "--skip-download", "--compact"]
    environment = os.environ | {"CKV_SKIP_PACKAGE_UPDATE_CHECK": "true"}
    return subprocess.run(command, capture_output=True, check=False, env=environment)


def gate_rows(workspace: Workspace) -> list[Row]:
    from blueprints import BLUEPRINTS
    from blueprints.loading import load_deployment
    from workflow.access.stage import access_of
    from workflow.gate import Gate
    from workflow.judge import canonical_plan, judge, plan_of

    loaded = load_deployment(ROOT, DEPLOYMENT, BLUEPRINTS)
    large = enlarged(workspace.plan_json.read_text(), DEPLOYMENT, loaded.deployment.blueprint)
    with Gate.start(ROOT) as gate:
        judge(workspace, loaded, gate, plan_of(workspace))
        cold, warm = in_turns(
            lambda: command_line(workspace.plan_json), lambda: judge(workspace, loaded, gate, plan_of(workspace))
        )
        large_cold, large_warm = compared(ROOT, large, gate, command_line, in_turns)
    plan = canonical_plan(workspace)
    [access] = in_turns(lambda: access_of(workspace, plan))
    return [
        *both("the same plan", cold, warm),
        ("in it: policies compared with the graph", access, f"{access / warm:.2f} x the gate", f"{ACCESS_SECONDS} s"),
        *both(f"{len(large['resource_changes'])} resources", large_cold, large_warm),
    ]


def both(what: str, cold: float, warm: float) -> list[Row]:
    return [
        (f"Checkov's command line on {what}", cold, "", ""),
        ("the warm gate", warm, f"{warm / cold:.2f} x the command line", f"{GATE_RATIO} x"),
    ]


def function_rows() -> list[Row]:
    rate = records_per_second()
    return [
        (
            "stream_transform, 10000 records of 1 KiB",
            10_000 / rate,
            f"{rate:.0f} records/s and CPU",
            f"{VCPU_RECORDS} records/s",
        )
    ]


if __name__ == "__main__":
    main()
