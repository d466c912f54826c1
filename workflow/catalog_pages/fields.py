"""
The fields of a form, from the JSON Schema of a deployment: what a browser asks for, and what it lets through.

The schema is the one that editors use, so the form, the editor and the loader agree about what is allowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

Kind = Literal["boolean", "choice", "choices", "group", "list", "mapping", "number", "text", "variants"]

SCALARS: Final[Mapping[str, Kind]] = {"boolean": "boolean", "integer": "number", "number": "number", "string": "text"}


@dataclass(frozen=True)
class Field:
    """
    One thing to fill in. *limits* are attributes of an `input` of HTML; *fields* are those of a group, or the variants of which
    one is chosen; *item* is what a list or a mapping consists of.
    """

    kind: Kind
    name: str = ""
    meaning: str = ""
    required: bool = False
    default: str = ""
    allowed: str = ""
    whole: bool = False
    limits: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    item: Field | None = None
    least: int = 0
    most: int | None = None


class Fields:
    """Fields of the parts of one *schema*, whose definitions they look up."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._definitions = schema.get("$defs", {})

    def of(self, node: Mapping[str, Any], name: str = "", *, required: bool = False) -> Field:
        """The field for *node*; raises `ValueError` for a schema of a sort that no parameter has."""
        shape = self._shape(node)
        made = replace(
            self._sort(shape), name=name, required=required, meaning=" ".join(str(node.get("description", "")).split())
        )
        default = node.get("default")
        return replace(made, default=_word(default)) if made.kind in ("boolean", "choice", "number", "text") else made

    def _shape(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """What *node* refers to, or what it is when it is not null."""
        if "$ref" in node:
            return self._shape(self._definitions[node["$ref"].rpartition("/")[2]])
        some = [part for part in node.get("anyOf", ()) if part.get("type") != "null"]
        return self._shape(some[0]) if len(some) == 1 else node

    def _sort(self, shape: Mapping[str, Any]) -> Field:
        if "oneOf" in shape:
            return Field("variants", fields=tuple(self._variant(part) for part in shape["oneOf"]))
        if "enum" in shape:
            return Field("choice", options=tuple(map(_word, shape["enum"])), whole=shape.get("type") == "integer")
        if "const" in shape:
            return Field("choice", options=(_word(shape["const"]),))
        kind = shape.get("type")
        if kind == "array":
            return self._list(shape)
        if kind == "object":
            return self._object(shape)
        if kind not in SCALARS:
            raise ValueError(f"no field of a form for {dict(shape)}")
        return _scalar(shape)

    def _variant(self, node: Mapping[str, Any]) -> Field:
        """A group that is named after what tells it from the others."""
        made = self.of(node)
        [told] = [each.options[0] for each in made.fields if each.kind == "choice" and len(each.options) == 1]
        return replace(made, name=told)

    def _list(self, shape: Mapping[str, Any]) -> Field:
        item = self.of(shape["items"])
        if item.kind == "choice":
            return Field("choices", options=item.options, least=shape.get("minItems", 0))
        return Field("list", item=item, least=shape.get("minItems", 0), most=shape.get("maxItems"))

    def _object(self, shape: Mapping[str, Any]) -> Field:
        if "properties" in shape:
            required = shape.get("required", ())
            return Field(
                "group",
                fields=tuple(
                    self.of(part, name, required=name in required) for name, part in shape["properties"].items()
                ),
            )
        [(pattern, part)] = shape.get("patternProperties", {"": shape.get("additionalProperties")}).items()
        names = self._shape(shape.get("propertyNames", {}))
        return Field(
            "mapping",
            item=self.of(part),
            limits={"data-pattern": pattern} if pattern else {},
            options=tuple(names.get("enum", ())),
            least=shape.get("minProperties", 0),
        )


def _scalar(shape: Mapping[str, Any]) -> Field:
    kind = SCALARS[shape["type"]]
    limits = {
        html: _word(shape[word])
        for word, html in (
            ("minimum", "min"),
            ("maximum", "max"),
            ("exclusiveMaximum", "max"),
            ("maxLength", "maxlength"),
            ("pattern", "data-pattern"),
        )
        if word in shape
    }
    whole = shape["type"] == "integer"
    if kind == "number":
        limits["step"] = _word(shape.get("multipleOf", 1)) if whole else "any"
    allowed = str(shape.get("patternErrorMessage", "")).removeprefix("must be ") or _range(shape)
    return Field(kind, limits=limits, allowed=allowed, whole=whole)


def _range(shape: Mapping[str, Any]) -> str:
    least, most = shape.get("minimum"), shape.get("maximum")
    words = {
        "at least": least if most is None else None,
        "above": shape.get("exclusiveMinimum"),
        "at most": most if least is None else None,
        "below": shape.get("exclusiveMaximum"),
    }
    both = [f"{_word(least)} to {_word(most)}"] if least is not None and most is not None else []
    steps = [f"in steps of {_word(shape['multipleOf'])}"] if "multipleOf" in shape else []
    return ", ".join([*both, *(f"{word} {_word(bound)}" for word, bound in words.items() if bound is not None), *steps])


def _word(value: Any) -> str:
    """A scalar as YAML has it; nothing for one that is not there."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
