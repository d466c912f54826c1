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
from workflow.mutation.judging import Judging, Scene
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
    return list(Judging(checkov, read_controls(ROOT).exceptions).outcomes(scene, chosen))


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
    known = {*checkov.loaded()["known"], "MR_ACCESS_1", "MR_ACCESS_2", "MR_CHANGE_1", "MR_CHANGE_2", "the environment"}

    assert set() == {check for each in found for check in each.checks} - known


@pytest.mark.slow
def test_a_part_gives_the_verdicts_of_the_whole(scene, checkov):
    """
    On a part of the plan the checks that are asked fail where they fail on the whole plan, and no other check would.
    """
    parts = Parts(scene.canonical.plan, checkov.looked_at()["types"])
    [before] = checkov.scan([scene.canonical.plan])
    known = failed(before)
    for mutant in some(scene):
        [part] = checkov.scan_parts([parts.of(mutant)])
        [whole] = checkov.scan([mutated(scene.canonical.plan, mutant)])

        assert failed(whole) - known == failed(part) - known, mutant.name


@pytest.mark.slow
def test_a_mutant_alone_gets_the_verdicts_of_a_scan(scene, checkov):
    """
    Asked about a mutant and what is around it, without a graph, the checks fail where they fail in a scan of the whole plan.
    """
    looked_at = checkov.looked_at()
    parts, asked = Parts(scene.canonical.plan, looked_at["types"]), looked_at["asked"]
    own = [check for check in asked if check.startswith("MR_")]
    around = dict.fromkeys({mutant.kind for mutant in some(scene)}, own)
    [before] = checkov.scan([scene.canonical.plan])
    known = failed(before)
    given = [{"address": mutant.address, "part": parts.single(mutant)} for mutant in some(scene)]
    [at_it] = checkov.try_mutants(scene.canonical.plan, [given], asked)
    [beside_it] = checkov.try_mutants(scene.canonical.plan, [given], asked, around)
    for mutant, *found in zip(some(scene), at_it, beside_it, strict=True):
        [whole] = checkov.scan([mutated(scene.canonical.plan, mutant)])
        expected = {(check, address) for check, address in failed(whole) if check in asked}

        assert expected - known == {(check, address) for each in found for check, address in each} - known, mutant.name


def some(scene):
    return choose([each for each in mutants(NAME, scene.canonical.resources) if not each.actions], 40, SEED)


def failed(answer):
    return {(entry["check"], entry["address"]) for entry in answer["failed"]}
