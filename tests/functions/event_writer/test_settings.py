from __future__ import annotations

import pytest

from functions.event_writer.settings import Settings, SettingsError

ENVIRONMENT = {
    "TABLE": "t",
    "IDEMPOTENCY_TABLE": "i",
    "DEAD_LETTER_URL": "u",
    "RETENTION_DAYS": "90",
    "REMEMBERED_SECONDS": "60",
}


def test_settings():
    """
    Every variable becomes a setting.
    """
    assert Settings("t", "i", "u", 90, 60) == Settings.load(ENVIRONMENT)


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_missing(name):
    """
    A variable that is missing is named.
    """
    with pytest.raises(SettingsError, match=name):
        Settings.load(ENVIRONMENT | {name: ""})


@pytest.mark.parametrize("value", ["0", "-1", "x"])
def test_no_number(value):
    """
    A retention that is no whole number from 1 is an error, never a guess.
    """
    with pytest.raises(SettingsError, match="RETENTION_DAYS"):
        Settings.load(ENVIRONMENT | {"RETENTION_DAYS": value})
