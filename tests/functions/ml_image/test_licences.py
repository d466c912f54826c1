from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest

from modules.errors import FindingsError
from tools.check_licences import IMAGE, check

LOCK = "numpy==2.0 \\\n    --hash=sha256:00\nskops==0.1 \\\n"
TOLD = 'allowed = ["MIT", "Apache-2.0"]\n[libraries]\nnumpy = "{}"\nskops = "MIT"\n'


def test_the_libraries_of_the_image_may_be_in_it():
    """
    Each library of the lock has a licence that is allowed.
    """
    lock = (IMAGE / "image.txt").read_text()

    assert lock.count("==") == check(lock, (IMAGE / "licences.toml").read_text())


def test_licences_are_those_that_the_packages_say():
    """
    Where a package states an SPDX expression, the list has the same one.
    """
    told = tomllib.loads((IMAGE / "licences.toml").read_text())["libraries"]
    said = {each.name.lower(): each.metadata.get("License-Expression") for each in metadata.distributions()}
    stated = {name: said[name] for name in told if said.get(name)}

    assert len(stated) > 8
    assert stated == {name: told[name] for name in stated}


@pytest.mark.parametrize("licence", ["MIT", "MIT OR GPL-3.0-only", "MIT AND Apache-2.0"])
def test_a_choice_and_a_sum_of_licences_are_understood(licence):
    """
    One of a choice is enough; of a sum each must be allowed.
    """
    assert 2 == check(LOCK, TOLD.format(licence))


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "MIT AND GPL-3.0-only", "mit", "", "(MIT)"])
def test_another_licence_is_a_finding(licence):
    """
    A licence that is not allowed, or cannot be read, is told with its library.
    """
    with pytest.raises(FindingsError, match=re.escape(f"numpy is under {licence}")):
        check(LOCK, TOLD.format(licence))


def test_a_library_without_licence_is_a_finding():
    """
    A new library does not come in unseen, and the list holds none that is gone.
    """
    with pytest.raises(FindingsError, match="cleanlab is locked and has no licence"):
        check(f"{LOCK}cleanlab==2.9 \\\n", TOLD.format("MIT"))
    with pytest.raises(FindingsError, match=r"skops has a licence in licences.toml and is not locked"):
        check("numpy==2.0 \\\n", TOLD.format("MIT"))
