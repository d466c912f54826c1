from __future__ import annotations

import sys
from pathlib import Path

import pytest

from blueprints import BLUEPRINTS

MOST_LINES = 80


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_a_blueprint_reads_like_a_diagram(name):
    """
    A blueprint is one file, and that is short enough to be seen at once.
    """
    module = BLUEPRINTS[name].__module__

    assert f"blueprints.{name}" == module
    assert MOST_LINES >= len(Path(sys.modules[module].__file__).read_text().splitlines())


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_the_form_of_a_blueprint_is_beside_it(name):
    """
    What a deployment says is in the file of the same name.
    """
    assert f"blueprints.params.{name}" == BLUEPRINTS[name].params_type.__module__
