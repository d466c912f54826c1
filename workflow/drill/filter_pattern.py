"""
Metric filter patterns of CloudWatch Logs over JSON events, such as `{ ($.eventName = "StopLogging") && ($.errorCode NOT EXISTS) }`.

The syntax is that of the CloudWatch Logs page "Filter pattern syntax for metric filters". What is not understood is an error,
since a filter that is read wrongly would answer for an alarm that never rings.
"""

from __future__ import annotations

import fnmatch
import functools
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import pyparsing as pp

from modules.errors import InputError

Event = Mapping[str, Any]
Test = Callable[[Event], bool]

MISSING: Final = object()
_STEP = re.compile(r"\.([^.\[\]]+)|\[([0-9]+)\]")
_ORDERS: Final = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def matches(pattern: str, event: Event) -> bool:
    """Whether *pattern* selects *event*; raises `InputError` for a pattern that cannot be read."""
    return _compiled(pattern)(event)


@functools.cache
def _compiled(pattern: str) -> Test:
    try:
        test: Test = _GRAMMAR.parse_string(pattern, parse_all=True)[0]
    except pp.ParseException as error:
        raise InputError(f"the metric filter pattern {pattern!r} cannot be read ({error}); mend it") from error
    return test


def _value(event: Event, selector: str) -> Any:
    """What *selector* (`$.a.b[0]`) names; `MISSING` when there is nothing."""
    value: Any = event
    for step in _STEP.finditer(selector.removeprefix("$")):
        name, index = step[1], step[2]
        if name is not None and isinstance(value, Mapping) and name in value:
            value = value[name]
        elif index is not None and isinstance(value, list) and int(index) < len(value):
            value = value[int(index)]
        else:
            return MISSING
    return value


def _word(tokens: pp.ParseResults) -> Test:
    """`$.x EXISTS`, `NOT EXISTS`, `IS NULL`, `IS TRUE`, `IS FALSE`."""
    selector, word = str(tokens[0]), " ".join(str(token) for token in tokens[1:])
    tests: dict[str, Callable[[Any], bool]] = {
        "EXISTS": lambda value: value is not MISSING,
        "NOT EXISTS": lambda value: value is MISSING,
        "IS NULL": lambda value: value is None,
        "IS TRUE": lambda value: value is True,
        "IS FALSE": lambda value: value is False,
    }
    return lambda event: tests[word](_value(event, selector))


def _comparison(tokens: pp.ParseResults) -> Test:
    """A text, in which `*` stands for any characters, or a number; what is missing compares with nothing."""
    selector, sign, wanted = str(tokens[0]), str(tokens[1]), tokens[2]

    def test(event: Event) -> bool:
        value = _value(event, selector)
        if value is MISSING or isinstance(value, (Mapping, list)):
            return False
        if sign in _ORDERS:
            return isinstance(value, (int, float)) and bool(_ORDERS[sign](value, wanted))
        if isinstance(wanted, float):
            equal = isinstance(value, (int, float)) and value == wanted
        else:
            equal = fnmatch.fnmatchcase(str(value), str(wanted).replace("[", "[[]"))
        return equal is (sign == "=")

    return test


def _both(tokens: pp.ParseResults) -> Test:
    parts: list[Test] = list(tokens)
    return lambda event: all(part(event) for part in parts)


def _either(tokens: pp.ParseResults) -> Test:
    parts: list[Test] = list(tokens)
    return lambda event: any(part(event) for part in parts)


def _grammar() -> pp.ParserElement:
    selector = pp.Regex(r"\$(\.[A-Za-z0-9_\-]+|\[[0-9]+\])+")
    text = pp.QuotedString('"', esc_char="\\")
    number = pp.Regex(r"-?[0-9]+(\.[0-9]+)?(?![\w*.:-])").set_parse_action(lambda tokens: float(tokens[0]))
    bare = pp.Regex(r"[A-Za-z0-9_*.:/@+\-]+")
    sign = pp.one_of("!= <= >= = < >")
    word = pp.Keyword("EXISTS") | pp.Keyword("NOT") + "EXISTS" | pp.Keyword("IS") + pp.one_of("NULL TRUE FALSE")
    comparison = (selector + sign + (text | number | bare)).set_parse_action(_comparison)
    presence = (selector + word).set_parse_action(_word)
    expression = pp.Forward()
    part = presence | comparison | pp.Suppress("(") + expression + pp.Suppress(")")
    both = pp.DelimitedList(part, "&&").set_parse_action(_both)
    expression <<= pp.DelimitedList(both, "||").set_parse_action(_either)
    whole: pp.ParserElement = pp.Suppress("{") + expression + pp.Suppress("}")
    return whole


_GRAMMAR: Final = _grammar()
