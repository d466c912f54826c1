"""
What the columns of a training set must be, as declared in the deployment.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Self

NUMBERS = ("integer", "bigint", "double", "boolean", "decimal")
TYPES = (*NUMBERS, "string", "timestamp", "date")

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_DECIMAL = re.compile(r"decimal\(([1-9][0-9]?),\s?([0-9][0-9]?)\)", re.ASCII)
_FIELD = {"name", "type", "required", "allowed", "minimum", "maximum"}


class ContractError(Exception):
    """The declared columns contradict themselves; the message names the column."""


@dataclass(frozen=True)
class Column:
    """One declared column; *allowed* is empty where every value of the type is, bounds are inclusive."""

    name: str
    type: str
    required: bool = False
    allowed: tuple[Any, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    precision: int = 0
    scale: int = 0


@dataclass(frozen=True)
class Contract:
    """The columns in their order; *label* names the one that a model learns to predict."""

    columns: tuple[Column, ...]
    label: str

    @classmethod
    def load(cls, text: str, label: str) -> Self:
        """The contract in the JSON *text*, `{"fields": [{"name": ..., "type": ...}]}`; raises ContractError."""
        document = json.loads(text)
        declared = document.get("fields") if isinstance(document, dict) else None
        if not isinstance(declared, list) or not declared:
            raise ContractError('no fields are declared; expected {"fields": [{"name": ..., "type": ...}]}')
        columns = tuple(_column(each) for each in declared)
        names = [column.name.lower() for column in columns]
        if len(set(names)) < len(names):
            raise ContractError("a field is declared twice; names must differ by more than case")
        found = [column for column in columns if column.name == label]
        if not found or not found[0].required or found[0].type in ("timestamp", "date", "double", "decimal"):
            raise ContractError(f"the label {label!r} must be a declared, required string, integer or boolean")
        return cls(columns, label)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numeric columns beside the label."""
        return tuple(each.name for each in self.columns if each.type in NUMBERS and each.name != self.label)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text columns beside the label."""
        return tuple(each.name for each in self.columns if each.type == "string" and each.name != self.label)

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def _column(item: Any) -> Column:
    if not isinstance(item, dict) or not {"name", "type"} <= set(item) <= _FIELD:
        raise ContractError(f"a field holds name and type, and of {', '.join(sorted(_FIELD))} what is wanted: {item!r}")
    name, kind = item["name"], item["type"]
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ContractError(f"the field name {name!r} must match {_NAME.pattern}")
    digits = _DECIMAL.fullmatch(str(kind))
    precision, scale = (int(digits[1]), int(digits[2])) if digits else (0, 0)
    kind = "decimal" if digits else kind
    if kind not in TYPES or (kind == "decimal" and not digits) or scale > precision or precision > 38:
        raise ContractError(f"field {name} has the type {item['type']!r}; known: {', '.join(TYPES)}")
    return Column(
        name=name,
        type=kind,
        required=bool(item.get("required", False)),
        allowed=tuple(item.get("allowed", ())),
        minimum=item.get("minimum"),
        maximum=item.get("maximum"),
        precision=precision,
        scale=scale,
    )
