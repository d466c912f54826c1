"""
A sample of mutants of one deployment, by the real gate.
"""

from __future__ import annotations

import pytest

from tests.planning import ROOT, SCHEMA, planned
from workflow.access.findings import Declaration
from workflow.checkov_process import CheckovProcess
from workflow.gate_controls import read_controls
from workflow.mutation.catalogue import mutants
from workflow.mutation.judging import Scene, outcomes
from workflow.mutation.part import Parts, mutated
from workflow.mutation.stage import choose
from workflow.symbols import Symbols, place

NAME, SAMPLE, SEED = "orders-dev", 48, 20261125
LEAST = 0.9
"""Of a sample; the whole has to reach 98 %."""


@pytest.fixture(scope="module")
def scene():
    real = planned(NAME)
    declared = Symbols(real.configuration, SCHEMA).resolve(real.dataflow)
    account = place(real.configuration).account
    return Scene(NAME, real.canonical, Declaration(declared, account), real.loaded.environment)


@pytest.fixture(scope="module")
def checkov():
    process = CheckovProcess(ROOT, ROOT / "policies")
    yield process
    process.close()


@pytest.fixture(scope="module")
def found(scene, checkov):
    chosen = choose(list(mutants(NAME, scene.canonical.resources)), SAMPLE, SEED)
    return list(outcomes(scene, chosen, checkov, read_controls(ROOT).exceptions))


def test_the_gate_notices_most(found):
    """
    At least nine of ten mutants of a seeded sample are found.
    """
    survivors = [each.mutant.name for each in found if not each.killed]

    assert SAMPLE == len(found)
    assert len(survivors) <= (1 - LEAST) * SAMPLE, survivors


def test_kills_name_checks_that_exist(found, checkov):
    """
    What killed a mutant is a check that is loaded, a comparison of the gate, or the environment.
    """
    known = {*checkov.loaded()["known"], "MR_ACCESS_1", "MR_ACCESS_2", "the environment"}

    assert set() == {check for each in found for check in each.checks} - known


@pytest.mark.slow
def test_a_part_gives_the_verdicts_of_the_whole(scene, checkov):
    """
    On a part of the plan the checks that are asked fail where they fail on the whole plan, and no other check would.
    """
    parts = Parts(scene.canonical.plan, checkov.looked_at()["types"])
    [before] = checkov.scan([scene.canonical.plan])
    known = failed(before)
    for mutant in choose(list(mutants(NAME, scene.canonical.resources)), 40, SEED):
        [part] = checkov.scan_parts([parts.of(mutant)])
        [whole] = checkov.scan([mutated(scene.canonical.plan, mutant)])

        assert failed(whole) - known == failed(part) - known, mutant.name


def failed(answer):
    return {(entry["check"], entry["address"]) for entry in answer["failed"]}
