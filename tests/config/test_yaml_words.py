from __future__ import annotations

import pytest

from blueprints.yaml_words import ambiguity, value_of

VALUES = [
    ("", None),
    ("~", None),
    ("null", None),
    ("true", True),
    ("FALSE", False),
    ("0", 0),
    ("-17", -17),
    ("+5", 5),
    ("0x1F", 31),
    ("1.5", 1.5),
    (".5", 0.5),
    ("1e3", 1000.0),
    ("nUll", "nUll"),
    ("2026-01-01", "2026-01-01"),
    ("y", "y"),
    ("1.2.3", "1.2.3"),
    ("-", "-"),
    ("e5", "e5"),
    ("decimal(12,2)", "decimal(12,2)"),
]


@pytest.mark.parametrize(("word", "value"), VALUES)
def test_values(word, value):
    """
    A word means what the core schema of YAML 1.2 says, type included.
    """
    assert (type(value), value) == (type(value_of(word)), value_of(word))
    assert ambiguity(word) is None


@pytest.mark.parametrize(
    "word", ["no", "Yes", "ON", "off", "010", "0o17", "0b1", "1_000", "1:30", "-1:30.5", ".inf", "-.INF"]
)
def test_unclear(word):
    """
    A word that readers of YAML take for different things has to be written more clearly.
    """
    assert ambiguity(word)
