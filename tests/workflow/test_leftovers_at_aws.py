from __future__ import annotations

import pytest

from modules.errors import InputError
from workflow.leftovers import clear_leftovers
from workflow.workspace import Workspace


def test_an_override_has_no_place_at_aws(tmp_path):
    """
    The override file of the embedded AWS, which Terraform would read, is a stranger in the workspace of an account.
    """
    local, aws = Workspace(tmp_path, "orders-dev", "local"), Workspace(tmp_path, "orders-dev", "aws")
    for place in (local, aws):
        place.folder.mkdir(parents=True)
        place.override.write_text("{}")
    clear_leftovers(local)

    with pytest.raises(InputError, match=r"millrace_override\.tf\.json"):
        clear_leftovers(aws)
