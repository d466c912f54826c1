from __future__ import annotations

from pathlib import Path

import pytest

from modules.errors import InputError
from workflow.catalog_control import print_control, print_controls
from workflow.controls import read_control_list

ROOT = Path(__file__).parents[2]


def test_all_controls_are_listed(capsys):
    """
    The list has every control, and says how to read about one.
    """
    print_controls(ROOT)
    told = capsys.readouterr().out
    first = {line.split()[0] for line in told.splitlines() if line.strip()}

    assert set() == {control.id for control in read_control_list(ROOT).controls} - first
    assert "make controls CONTROL=" in told


@pytest.mark.parametrize("name", ["encrypt-buckets", "MR_S3_1"])
def test_one_control_is_told_in_full(name, capsys):
    """
    A control is found by its id and by any check that enforces it.
    """
    print_control(ROOT, name)
    told = capsys.readouterr().out

    assert told.startswith("encrypt-buckets: Buckets are encrypted")
    assert all(
        part in told for part in ("SEC08-BP02", "CKV_AWS_145, MR_S3_1", "test_encryption.py", "NIST 800-53r5 SC-28")
    )


def test_an_unknown_control_is_refused():
    """
    The nearest id is named.
    """
    with pytest.raises(InputError, match=r"there is no control encrypt-bucket; did you mean encrypt-buckets"):
        print_control(ROOT, "encrypt-bucket")
