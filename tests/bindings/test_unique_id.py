from __future__ import annotations

import functools

from hypothesis import given, settings
from hypothesis import strategies as st

from bindings.construct import Construct, unique_id
from bindings.seam import App, TerraformStack

IDS = (
    st.text("abcz019_-", min_size=1, max_size=9)
    | st.text("a0_", min_size=1, max_size=2)  # so short that they often repeat one another
    | st.sampled_from(["Default", "Resource", "key", "key_key"])
)


@functools.cache
def scopes():
    """
    A stack, and its scopes by path; a scope is made once, since every call crosses a pipe.
    """
    stack = TerraformStack(App(), "stack")

    return stack, {}


def named_by_the_library(path):
    """
    What the construct library itself would call an element at *path*.
    """
    stack, known = scopes()
    scope = stack
    for depth, part in enumerate(path, start=1):
        if path[:depth] not in known:
            known[path[:depth]] = Construct(scope, part)
        scope = known[path[:depth]]

    return stack.get_logical_id(scope.node)


@settings(deadline=None, max_examples=150)
@given(st.lists(IDS, min_size=1, max_size=5).map(tuple).filter(lambda path: set(path) != {"Default"}))
def test_names_are_those_of_the_library(path):
    """
    A name computed here is the one the library would give, for any path of ids that it takes.
    """
    assert named_by_the_library(path) == unique_id(path)


def test_repeated_parts_are_told_once():
    """
    A part with which the one before already ends is not repeated for the reader; the digest tells paths apart.
    """
    assert unique_id(("key", "key")).startswith("key_")
    assert unique_id(("key", "key")) != unique_id(("key", "key", "key"))


def test_one_part_stays_as_it_is():
    """
    A resource right below the stack has its id as its name.
    """
    assert "orders-queue" == unique_id(("orders-queue",))


def test_long_paths_are_cut():
    """
    The readable part has at most 240 characters, so a name at most 249.
    """
    assert 249 == len(unique_id(("a" * 200, "b" * 200)))
