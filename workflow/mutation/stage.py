"""
Stage mutate: make the mutants of the plans that are there, judge them, and write how strong the gate is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from blueprints import BLUEPRINTS
from blueprints.loading import deployment_names, load_deployment
from modules.errors import InputError
from workflow.access.stage import declaration
from workflow.canonical import Canonical
from workflow.checkov_process import CheckovProcess
from workflow.gate_controls import read_controls
from workflow.mutation.catalogue import OPERATORS, Mutant, mutants
from workflow.mutation.equivalents import read_equivalents
from workflow.mutation.judging import Judging, Outcome, Scene
from workflow.mutation.report import document, markdown
from workflow.workspace import Workspace, read_json, write_json, write_text

FOLDER = Path("build") / "mutation"
INVENTORIES = Path("tests") / "plans" / "inventories"


def mutate(root: Path, names: Sequence[str], sample: int | None, seed: int) -> dict[str, Any]:
    """
    Judge every mutant of some deployments, of all when none is named, or a *sample* that *seed* decides; write
    `build/mutation/mutation.{json,md}`, and return what the first of them holds.
    """
    scenes = [scene(Workspace(root, name, "local")) for name in names or deployment_names(root)]
    chosen = choose(
        [mutant for each in scenes for mutant in mutants(each.name, each.canonical.resources)], sample, seed
    )
    found = list(judged(root, scenes, chosen))
    about = {"deployments": [each.name for each in scenes], "operators": len(OPERATORS), "sample": sample, "seed": seed}
    report = document(found, read_equivalents(root), read_controls(root).controls, about)
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    write_json(root / FOLDER / "mutation.json", report)
    write_text(root / FOLDER / "mutation.md", markdown(report))
    return report


def choose(every: Sequence[Mutant], sample: int | None, seed: int) -> list[Mutant]:
    """All mutants, or *sample* of them: the same ones for the same *seed*."""
    if sample is None or sample >= len(every):
        return list(every)
    picked = random.Random(seed).sample(range(len(every)), sample)  # noqa: S311  # a sample, and no secret
    return [every[index] for index in sorted(picked)]


def judged(root: Path, scenes: Sequence[Scene], chosen: Sequence[Mutant]) -> Iterator[Outcome]:
    """What becomes of each mutant."""
    checkov = CheckovProcess(root, root / "policies")
    try:
        judging = Judging(checkov, read_controls(root).exceptions)
        for each in scenes:
            own = [mutant for mutant in chosen if mutant.deployment == each.name]
            if own:
                yield from judging.outcomes(each, own)
    finally:
        checkov.close()


def scene(workspace: Workspace) -> Scene:
    """A deployment whose plan `make plan` left; raises `InputError` when there is none."""
    if not workspace.canonical.is_file():
        raise InputError(
            f"{workspace.relative(workspace.canonical)} is missing; run `make plan DEPLOYMENT={workspace.deployment}`"
        )
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
    path = workspace.root / INVENTORIES / f"{workspace.deployment}.yaml"
    inventory = yaml.safe_load(path.read_text()) if path.is_file() else {}
    return Scene(
        name=workspace.deployment,
        canonical=Canonical(read_json(workspace.canonical)),
        declaration=declaration(workspace),
        environment=loaded.environment,
        inventory=inventory,
    )
