"""
Whatever stands in a deployment's file, it is a model or a list of problems, each at a line that exists.
"""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

GARBAGE = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            *("- ", ": ", "? ", "&a ", "*a", "!!int ", "!", "|", ">", "[", "]", "{", "}", '"', "'", "#", "%", "@", "`"),
            *("---\n", "...\n", "\t", "\n", "\r", "  ", "<<: ", "~", "no", "010", "1:30", ".inf", "1e999", "0x1f"),
            *('"\\ud800"', '"\\UFFFFFFFF"', "%YAML 1.99\n", "%TAG ! x\n", "\ufeff", "\x00", "\x85", "\u2028", "é"),
            *("2026-01-01", "-0", "+1", "1_000", "9" * 40, "[" * 20, "{a: " * 20, "name: x\n", "null", "=", "<<"),
        ]
    ),
)


@st.composite
def edits(draw):
    """A function that mutates a text in a few places."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["delete", "double", "swap", "insert", "cut", "value"]),
                st.floats(0, 1, exclude_max=True),
                st.floats(0, 1, exclude_max=True),
                GARBAGE,
            ),
            min_size=1,
            max_size=4,
        )
    )

    def apply(text):
        for kind, first, second, garbage in steps:
            text = mutate(text, kind, first, second, garbage)
        return text

    return apply


def mutate(text, kind, first, second, garbage):
    lines = text.splitlines(keepends=True) or [""]
    one, two = int(first * len(lines)), int(second * len(lines))
    index = int(first * (len(text) + 1))
    if kind == "delete":
        del lines[one]
    elif kind == "double":
        lines.insert(two, lines[one])
    elif kind == "swap":
        lines[one], lines[two] = lines[two], lines[one]
    elif kind == "value":
        lines[one] = f"{lines[one].partition(':')[0]}: {garbage}\n"
    elif kind == "insert":
        return text[:index] + garbage + text[index:]
    else:
        return text[:index]
    return "".join(lines)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edit=edits())
def test_mutated_deployments(load, valid, edit):
    """
    A mutated deployment is a model or a list of problems, and never any other error.
    """
    check(load, edit(valid).encode("utf-8", "replace"))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
)
@example(content=b"? ? ? ?")
@example(content=b"a: !<%ff> b")
@example(content=b"%YAML 1.1\n%YAML 1.1\n---\n")
def test_any_bytes(load, content):
    """
    Any bytes at all are a list of problems, and never any other error.
    """
    loaded, _ = check(load, content)

    assert loaded is None


def check(load, content):
    loaded, problems = load(content)
    lines = max(len(content.decode("utf-8", "replace").splitlines()), 1)

    assert bool(loaded) != bool(problems)
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)
    return loaded, problems
