"""
Verbs that are interrupted or killed, and verbs that meet: one message, the state as Terraform saved it, nobody left running,
and the obvious next command works.
"""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.checkout import POLL_SECONDS, commands, ended, wait_until
from tests.faults.conftest import clean, locked, partial
from workflow.workspace import read_json

INTERRUPTED = 130


def to_process(process):
    process.send_signal(signal.SIGINT)


def to_group(process):
    """As a terminal sends it: everything that the verb started and did not separate gets it too."""
    os.killpg(process.pid, signal.SIGINT)


def terminate(process):
    process.send_signal(signal.SIGTERM)


def twice(process):
    """Somebody is impatient."""
    to_group(process)
    to_group(process)


WAYS = [to_process, to_group, terminate, twice]


def stopped(made, process):
    """What holds after any interrupt."""
    done = ended(process)

    assert INTERRUPTED == done.code, done.said
    assert clean(done.said)
    assert "interrupted" in done.said
    assert set() == partial(made)
    assert not locked(made)
    return done


def running(made, word):
    """Whether a process with this word in its command line works in the copy."""
    return lambda: any(word in command for command in made.processes())


def serving(made):
    return (made.place().emulator / "emulator.json").is_file


def holding(made):
    """Whether Terraform has written resources to the state."""
    state = made.place().state
    return lambda: state.is_file() and b'"instances"' in state.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_interrupt_during_plan(bare, way):
    """
    An interrupted plan leaves no process and no plan; the next one works.
    """
    process = bare.start("plan", "orders-dev")
    wait_until(running(bare, "terraform plan"), process)
    way(process)
    stopped(bare, process)

    assert [] == bare.processes()
    assert not bare.place().plan.exists()
    assert not bare.place().seal.exists()
    assert 0 == bare.run("plan", "orders-dev").code


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_interrupt_at_the_start(bare, way):
    """
    So does one that is interrupted while it synthesizes.
    """
    process = bare.start("plan", "orders-dev")
    wait_until(running(bare, "checkov_worker"), process)
    way(process)
    stopped(bare, process)

    assert [] == bare.processes()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_interrupt_during_apply(planned, way):
    """
    An interrupted apply has its state saved and says how one starts over on the embedded AWS; that works.
    """
    process = planned.start("apply", "orders-dev")
    wait_until(holding(planned), process)
    way(process)
    done = stopped(planned, process)

    assert "make destroy DEPLOYMENT=orders-dev" in done.said
    assert read_json(planned.place().state)["resources"]
    assert [0, 0] == [planned.run(verb, "orders-dev").code for verb in ("destroy", "plan")]
    assert [] == planned.processes()


@pytest.mark.slow
def test_interrupt_during_destroy(planned):
    """
    An interrupted destroy leaves the state of what is still there, and the same verb again removes the rest.
    """
    assert 0 == planned.run("apply", "orders-dev").code
    process = planned.start("destroy", "orders-dev")
    wait_until(running(planned, "terraform apply"), process)
    to_group(process)
    done = stopped(planned, process)

    assert "Run `make destroy` again" in done.said
    assert planned.place().has_state()
    assert 0 == planned.run("destroy", "orders-dev").code
    assert not planned.place().has_state()
    assert [] == planned.processes()


@pytest.mark.slow
def test_interrupt_while_the_embedded_aws_starts(planned):
    """
    The embedded AWS that was just started ends with the verb, or is found by the next one.
    """
    process = planned.start("apply", "orders-dev")
    wait_until(running(planned, "workflow.emulator"), process)
    to_group(process)
    stopped(planned, process)

    assert 0 == planned.run("destroy", "orders-dev").code
    assert [] == planned.processes()


@pytest.mark.slow
def test_emulator_killed_during_apply(planned):
    """
    What the embedded AWS held is gone: apply names it, the state is kept aside, and one starts over.
    """
    place = planned.place()
    process = planned.start("apply", "orders-dev")
    wait_until(holding(planned), process)
    os.killpg(read_json(place.emulator / "emulator.json")["pid"], signal.SIGKILL)
    done = ended(process)

    assert 2 == done.code, done.said
    assert clean(done.said)
    assert "the embedded AWS ended during apply" in done.said
    assert read_json(place.state)["resources"]
    refused = planned.run("plan", "orders-dev")
    assert (2, True) == (refused.code, "make destroy" in refused.said)
    assert 0 == planned.run("destroy", "orders-dev").code
    assert list(place.folder.glob("terraform.tfstate.lost-*"))
    assert 0 == planned.run("plan", "orders-dev").code


@pytest.mark.slow
def test_killed_during_plan(bare):
    """
    A verb that was killed outright blocks nobody, once Terraform has ended.
    """
    process = bare.start("plan", "orders-dev")
    wait_until(running(bare, "terraform plan"), process)
    process.kill()
    ended(process)
    while running(bare, "terraform")():
        time.sleep(POLL_SECONDS)

    assert 0 == bare.run("plan", "orders-dev").code
    assert set() == partial(bare)


@pytest.mark.parametrize("verb", ["plan", "apply"])
def test_two_at_once(planned, verb):
    """
    The second of two verbs on one deployment is refused at once and disturbs nothing.
    """
    first = planned.start("plan", "orders-dev")
    wait_until(running(planned, "terraform"), first)
    second = planned.run(verb, "orders-dev")

    assert 2 == second.code, second.said
    assert "another verb is at work" in second.said
    assert 0 == ended(first).code


@pytest.mark.slow
def test_apply_twice(planned):
    """
    A seal is used up by its apply.
    """
    first = planned.run("apply", "orders-dev")
    second = planned.run("apply", "orders-dev")

    assert (0, 1) == (first.code, second.code), second.said
    assert "make plan" in second.said


@pytest.mark.slow
def test_worker_of_checkov_killed(bare):
    """
    Without a verdict there is no seal.
    """
    process = bare.start("plan", "orders-dev")
    wait_until(running(bare, "terraform plan"), process)
    for pid in workers(bare):
        os.kill(pid, signal.SIGKILL)
    done = ended(process)

    assert done.code in {1, 2}, done.said
    assert clean(done.said)
    assert "Checkov" in done.said
    assert not bare.place().seal.exists()


def workers(made):
    """Process ids of Checkov's workers of one repository."""
    return [pid for pid, command in commands() if "checkov_worker" in command and str(made.root) in command]
