"""
Measure the gate: `python -m benchmarks.quarantine FIRST LAST CLEAN` draws each kind with the seeds from FIRST to LAST, and
CLEAN clean sets of each. The table is printed as Markdown.

Seeds below 100 were used to choose the gate's limits and models; the published table is of seeds from 100 on.
"""

from __future__ import annotations

import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.quarantine.kinds import KINDS, Kind, schema
from benchmarks.quarantine.poisons import FLIPS, OTHERS
from functions.data_quarantine.baseline import Baseline
from functions.data_quarantine.contract import Contract
from functions.data_quarantine.limits import Limits

FLIP_SHARES = (0.02, 0.06, 0.08, 0.12, 0.2)
OTHER_SHARES = (0.06, 0.12)
CLEAN = "clean"

Result = tuple[str, bool]


def results(kind: Kind, seed: int, clean: int) -> Iterator[Result]:
    """What was done to each set of *kind*, and whether it was stopped."""
    chance = np.random.default_rng([seed, KINDS.index(kind)])
    draw = kind.population(chance)
    frame = draw(kind.baseline_rows, chance)
    baseline = Baseline.learn(frame, Contract.load(schema(frame), "label"))
    for _ in range(clean):
        yield CLEAN, bool(baseline.compare(draw(kind.new_rows, chance), Limits())[0])
    for poisons, shares in ((FLIPS, FLIP_SHARES), (OTHERS, OTHER_SHARES)):
        for name, poison in poisons.items():
            for share in shares:
                poisoned = poison(draw(kind.new_rows, chance), share, chance)
                yield f"{name}, {share:.0%}", bool(baseline.compare(poisoned, Limits())[0])


def main(first: int, last: int, clean: int) -> None:
    counts: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for seed in range(first, last + 1):
        for kind in KINDS:
            for name, stopped in results(kind, seed, clean):
                counts[kind.name][name].append(stopped)
            sys.stderr.write(f"{seed} {kind.name} {dict(_sums(counts[kind.name]))}\n")
    sys.stdout.write("\n".join(table(counts)) + "\n")


def table(counts: dict[str, dict[str, list[bool]]]) -> Iterator[str]:
    """Of each kind, and of all: how many clean sets passed, and how many poisoned ones were stopped."""
    yield "| kind | clean passed | flips of 2 % stopped | flips above 5 % stopped | other poisons stopped |"
    yield "|---|---|---|---|---|"
    whole: dict[str, list[bool]] = defaultdict(list)
    for kind, found in counts.items():
        for name, stopped in found.items():
            whole[name].extend(stopped)
        yield _row(kind, found)
    yield _row("all", whole)
    yield ""
    yield "| poison | stopped |"
    yield "|---|---|"
    for name, stopped in whole.items():
        if name != CLEAN:
            yield f"| {name} | {sum(stopped)} of {len(stopped)} |"


def _row(kind: str, found: dict[str, list[bool]]) -> str:
    sums = _sums(found)
    passed = len(found[CLEAN]) - sums[CLEAN][0]
    cells = [f"{passed} of {len(found[CLEAN])}", *(f"{stopped} of {of}" for stopped, of in list(sums.values())[1:])]
    return f"| {kind} | {' | '.join(cells)} |"


def _sums(found: dict[str, list[bool]]) -> dict[str, tuple[int, int]]:
    """Sets stopped and sets made, by group."""
    groups: dict[str, list[bool]] = {CLEAN: [], "2 %": [], "flips": [], "others": []}
    for name, stopped in found.items():
        flips = name.startswith("labels")
        group = CLEAN if name == CLEAN else "2 %" if flips and name.endswith(" 2%") else "flips" if flips else "others"
        groups[group].extend(stopped)
    return {group: (sum(stopped), len(stopped)) for group, stopped in groups.items()}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with threadpool_limits(1):  # so that figures of one machine are figures of any
        main(*(int(each) for each in sys.argv[1:4]))
