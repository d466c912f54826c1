"""
Verify says what is missing before it compares anything.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from modules.errors import InputError
from workflow.verify import Difference, Verified, verify
from workflow.workspace import Workspace, write_json

ROOT = Path(__file__).parents[2]
PRINTED = {"resources", "facts", "differences", "drift", "unprobed"}


@pytest.fixture(name="place")
def _place(tmp_path):
    """A workspace of orders-dev in which nothing has been done yet."""
    for name in ("deployments", "environments"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "toolchain").symlink_to(ROOT / "build" / "toolchain")
    place = Workspace(tmp_path, "orders-dev", "local")
    place.folder.mkdir(parents=True)
    return place


def test_without_a_plan(place):
    """
    There has to be a plan to compare with.
    """
    with pytest.raises(InputError, match=r"cdk.tf.json is missing, so nothing can be compared; run `make plan`"):
        verify(place, print)


def test_without_the_embedded_aws(place):
    """
    When the embedded AWS is gone there is nothing to read back.
    """
    write_json(place.configuration, {})
    write_json(place.plan_json, {})

    with pytest.raises(InputError, match="the embedded AWS of orders-dev is not running"):
        verify(place, print)


def test_everything_found_is_told():
    """
    The printed summary knows every part of what verify found.
    """
    assert {field.name for field in dataclasses.fields(Verified)} == PRINTED


@pytest.mark.parametrize(
    ("verified", "code"),
    [
        (Verified(1, 1), 0),
        (Verified(1, 1, drift=["a.b"]), 1),
        (Verified(1, 1, [Difference("a.b", "exists", planned=True, live=False)]), 1),
        (Verified(1, 1, unprobed=["a.b: cannot be served"]), 0),
    ],
    ids=["well", "drift", "difference", "left out"],
)
def test_exit_code(place, verified, code, capsys):
    """
    A difference or a drift ends the verb with 1, and its address is printed; so is what was left out, with 0.
    """
    from workflow.summary import print_verified

    assert code == print_verified(place, verified)
    assert ("a.b" in capsys.readouterr().out) == (verified != Verified(1, 1))
