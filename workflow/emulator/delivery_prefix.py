"""
Firehose's prefix expressions, `!{namespace:value}`.

A prefix without an expression gets `yyyy/MM/dd/HH/` appended, an error prefix without one the kind of error before that;
one with an expression stands as it is. Of Java's date patterns the letters y, M, d, H, m and s, literals and quotes work.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import datetime

from workflow.emulator.problems import NotEmulatedError

_EXPRESSION = re.compile(r"!\{(\w+):([^}]*)\}")
_JAVA = re.compile(r"'([^']*)'|([A-Za-z])\2*|([^A-Za-z'])")
_LETTERS = {"yyyy": "%Y", "yy": "%y", "MM": "%m", "dd": "%d", "HH": "%H", "mm": "%M", "ss": "%S"}
_DEFAULT = "!{timestamp:yyyy/MM/dd/HH}/"


def check_prefix(template: str, names: frozenset[str]) -> None:
    """Raise NotEmulatedError unless every expression of *template* is known and asks for partition keys of *names* only."""
    moment = datetime(2000, 1, 1)  # noqa: DTZ001  # any moment will do
    _evaluated(template, moment, dict.fromkeys(names, ""), "processing-failed")


def prefix(template: str, arrival: datetime, partition: Mapping[str, str]) -> str:
    """The prefix of an object whose oldest record arrived at *arrival* and whose partition keys are *partition*."""
    return _evaluated(template if "!{" in template else template + _DEFAULT, arrival, partition, "")


def error_prefix(template: str, arrival: datetime, kind: str) -> str:
    """The prefix of an object of failed records, such as `format-conversion-failed`."""
    default = "!{firehose:error-output-type}/" + _DEFAULT
    return _evaluated(template if "!{" in template else template + default, arrival, {}, kind)


def _evaluated(template: str, moment: datetime, partition: Mapping[str, str], kind: str) -> str:
    def value(match: re.Match[str]) -> str:
        namespace, argument = match.groups()
        if namespace == "timestamp":
            return _formatted(moment, argument)
        if namespace == "partitionKeyFromQuery" and argument in partition:
            return partition[argument]
        if namespace == "firehose" and argument == "random-string":
            return uuid.uuid4().hex[:11]
        if namespace == "firehose" and argument == "error-output-type" and kind:
            return kind
        raise NotEmulatedError(f"the prefix expression {match[0]} has no value here")

    return _EXPRESSION.sub(value, template)


def _formatted(moment: datetime, pattern: str) -> str:
    def value(match: re.Match[str]) -> str:
        quoted, letter, literal = match.groups()
        if not letter:
            return literal or quoted or "'"
        if match[0] not in _LETTERS:
            raise NotEmulatedError(f"the date pattern {match[0]!r} in a prefix; known: {', '.join(_LETTERS)}")
        return moment.strftime(_LETTERS[match[0]])

    return _JAVA.sub(value, pattern)
