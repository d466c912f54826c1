from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.access.conditions import condition, narrower
from workflow.access.patterns import covers, overlaps

PATTERN = st.text("ab/*?", max_size=6)
PLAIN = st.text("ab/", max_size=6)


def means(pattern, text):
    expression = "".join({"*": ".*", "?": "."}.get(mark, re.escape(mark)) for mark in pattern)

    return re.fullmatch(expression, text) is not None


@given(PATTERN, PATTERN, PLAIN)
def test_what_two_patterns_mean_is_an_overlap(one, other, text):
    """
    When a text is meant by both patterns, they overlap.
    """
    assert overlaps(one, other) or not (means(one, text) and means(other, text))


@given(PATTERN, PATTERN, PLAIN)
def test_what_is_covered_is_meant(wide, narrow, text):
    """
    A pattern that covers another means every text of it.
    """
    assert not covers(wide, narrow) or not means(narrow, text) or means(wide, text)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("arn:aws:s3:::raw/*", "arn:aws:s3:::raw/x", True),
        ("arn:aws:s3:::raw/*", "arn:aws:s3:::raw", False),
        ("arn:aws:s3:::*", "arn:aws:s3:::raw/*", True),
        ("b/owner/*", "b/analyst/*", False),
        ("b/*r/x", "b/owner/*", True),
        ("b/?????/*", "b/owner/*", True),
        ("b/????/x", "b/owner/*", False),
        ("*", "", True),
        ("a*c", "ab*", True),
        ("a*b", "*c", False),
    ],
)
def test_overlaps(one, other, both):
    """
    Two patterns overlap when a text can be both, and order does not matter.
    """
    assert (both, both) == (overlaps(one, other), overlaps(other, one))


VIA = {"StringEquals": {"kms:ViaService": "s3.amazonaws.com"}}


@pytest.mark.parametrize(
    ("granted", "declared", "fits"),
    [
        (VIA, VIA, True),
        (VIA, {}, True),
        ({}, VIA, False),
        ({"StringEquals": {"KMS:viaservice": ["s3.amazonaws.com"], "a": "b"}}, VIA, True),
        ({"StringEquals": {"kms:ViaService": ["s3.amazonaws.com", "x"]}}, VIA, False),
        ({"StringEqualsIfExists": VIA["StringEquals"]}, VIA, False),
        ({"StringLike": VIA["StringEquals"]}, VIA, False),
        ({"StringLike": {"k": "a/b*"}}, {"StringLike": {"k": "a/*"}}, True),
        ({"StringLike": {"k": "*"}}, {"StringLike": {"k": "a/*"}}, False),
        ({"StringNotEquals": {"k": ["a", "b"]}}, {"StringNotEquals": {"k": "a"}}, True),
        ({"StringNotEquals": {"k": "a"}}, {"StringNotEquals": {"k": ["a", "b"]}}, False),
        ({"Bool": {"k": True}}, {"Bool": {"k": "true"}}, True),
        ({"NumericLessThan": {"k": "9"}}, {"NumericLessThan": {"k": "1"}}, False),
    ],
)
def test_a_condition_is_narrower(granted, declared, fits):
    """
    A granted condition fits when it lets nothing through that the declared one does not.
    """
    assert fits == narrower(condition(granted), condition(declared))
