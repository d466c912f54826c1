"""
Condition blocks of IAM policies, as the IAM user guide defines them ("IAM JSON policy elements: Condition operators").
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from workflow.emulator.iam_errors import NotModelledError

type_of_value = str | Sequence[str] | None  # one value, a multivalued key, or absent
Lookup = Callable[[str], type_of_value]

ARN_PARTS = 6


def as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


@cache
def _wildcard(pattern: str, *, ignore_case: bool) -> re.Pattern[str]:
    text = "".join({"*": ".*", "?": "."}.get(character, re.escape(character)) for character in pattern)
    return re.compile(text, re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def glob(pattern: str, value: str, *, ignore_case: bool = False) -> bool:
    """`*` stands for any characters, `?` for one; everything else for itself."""
    if "${" in pattern:
        raise NotModelledError(f"policy variables are not modelled: {pattern}")
    return _wildcard(pattern, ignore_case=ignore_case).fullmatch(value) is not None


def arn_glob(pattern: str, value: str) -> bool:
    """Each of the six parts of an ARN is matched on its own; a wildcard never reaches over a colon between them."""
    wanted, given = pattern.split(":", ARN_PARTS - 1), value.split(":", ARN_PARTS - 1)
    if len(wanted) != ARN_PARTS:
        raise NotModelledError(f"not an ARN of {ARN_PARTS} parts: {pattern}")
    return len(given) == ARN_PARTS and all(glob(w, g) for w, g in zip(wanted, given, strict=True))


def _arn_or_star(pattern: str, value: str) -> bool:
    return pattern == "*" or arn_glob(pattern, value)


def _moment(text: str) -> datetime:
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return datetime.fromtimestamp(float(text), UTC)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _in_network(wanted: str, given: str) -> bool:
    return ipaddress.ip_address(given) in ipaddress.ip_network(wanted)


def _same_boolean(wanted: str, given: str) -> bool:
    return wanted.lower() == given.lower()


POSITIVE: Mapping[str, Callable[[str, str], bool]] = {
    "stringequals": lambda wanted, given: wanted == given,
    "stringequalsignorecase": lambda wanted, given: wanted.lower() == given.lower(),
    "stringlike": glob,
    "numericequals": lambda wanted, given: float(given) == float(wanted),
    "numericlessthan": lambda wanted, given: float(given) < float(wanted),
    "numericlessthanequals": lambda wanted, given: float(given) <= float(wanted),
    "numericgreaterthan": lambda wanted, given: float(given) > float(wanted),
    "numericgreaterthanequals": lambda wanted, given: float(given) >= float(wanted),
    "dateequals": lambda wanted, given: _moment(given) == _moment(wanted),
    "datelessthan": lambda wanted, given: _moment(given) < _moment(wanted),
    "datelessthanequals": lambda wanted, given: _moment(given) <= _moment(wanted),
    "dategreaterthan": lambda wanted, given: _moment(given) > _moment(wanted),
    "dategreaterthanequals": lambda wanted, given: _moment(given) >= _moment(wanted),
    "bool": _same_boolean,
    "ipaddress": _in_network,
    "arnequals": _arn_or_star,
    "arnlike": _arn_or_star,
}

NEGATED = {
    "stringnotequals": "stringequals",
    "stringnotequalsignorecase": "stringequalsignorecase",
    "stringnotlike": "stringlike",
    "numericnotequals": "numericequals",
    "datenotequals": "dateequals",
    "notipaddress": "ipaddress",
    "arnnotequals": "arnequals",
    "arnnotlike": "arnlike",
}


def conditions_met(condition: Mapping[str, Mapping[str, Any]], lookup: Lookup) -> bool:
    """Every operator and every key of the block has to be met; the values of one key are alternatives."""
    return all(
        _met(
            operator,
            [str(value) if not isinstance(value, bool) else str(value).lower() for value in as_list(wanted)],
            lookup(key),
            key,
        )
        for operator, keys in condition.items()
        for key, wanted in keys.items()
    )


def _met(operator: str, wanted: Sequence[str], given: type_of_value, key: str) -> bool:
    quantifier, _, name = operator.lower().rpartition(":")
    if name == "null":
        return all(_same_boolean(value, str(given is None)) for value in wanted)
    if_exists = name.endswith("ifexists")
    name = name.removesuffix("ifexists")
    if name not in POSITIVE and name not in NEGATED:
        raise NotModelledError(f"condition operator {operator} is not modelled")
    if given is None and if_exists:
        return True
    if quantifier:
        return _met_by_set(quantifier, name, wanted, given)
    if given is None:
        return name in NEGATED
    if not isinstance(given, str):
        raise NotModelledError(f"{key} has several values, so {operator} needs ForAnyValue or ForAllValues")
    return _matches(name, wanted, given)


def _met_by_set(quantifier: str, name: str, wanted: Sequence[str], given: type_of_value) -> bool:
    values = [] if given is None else as_list(given)
    if quantifier == "forallvalues":
        return all(_matches(name, wanted, value) for value in values)
    if quantifier == "foranyvalue":
        return any(_matches(name, wanted, value) for value in values)
    raise NotModelledError(f"condition quantifier {quantifier} is not modelled")


def _matches(name: str, wanted: Sequence[str], given: str) -> bool:
    """One of *wanted* for a positive operator, none of them for a negated one."""
    if name in NEGATED:
        return not _matches(NEGATED[name], wanted, given)
    return any(POSITIVE[name](value, given) for value in wanted)
