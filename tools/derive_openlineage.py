"""
Write `workflow/lineage/openlineage.schema.json`: the schemas of OpenLineage that lineage is validated against.

OpenLineage publishes them as JSON Schema, and a Python client whose classes are generated from them. The client is on the
package index and the schemas are not, so they are derived back from its classes: types, required keys, words to choose from,
formats, and the address at which each is published. `python -m tools.derive_openlineage` does so in an environment of its own.
"""

from __future__ import annotations

import enum
import importlib
import json
import subprocess
import sys
import types
import typing
from pathlib import Path
from typing import Any

VERSION = "1.54.0"  # of openlineage-python; a new one is a reviewable difference of the file
TARGET = Path(__file__).resolve().parents[1] / "workflow" / "lineage" / "openlineage.schema.json"
GENERATED = "openlineage.client.generated"
WANTED = {
    "base": ("RunEvent", "DatasetFacet", "JobFacet"),
    "column_lineage_dataset": ("ColumnLineageDatasetFacet",),
    "ownership_dataset": ("OwnershipDatasetFacet",),
    "ownership_job": ("OwnershipJobFacet",),
    "schema_dataset": ("SchemaDatasetFacet",),
}
LICENCE = (
    f"Derived from the classes of openlineage-python {VERSION} by tools/derive_openlineage.py. Copyright 2018-2026 "
    "contributors to the OpenLineage project, Apache-2.0; published at https://openlineage.io/spec/2-0-2/OpenLineage.json "
    "and, for each facet, at the address in its $comment."
)
SIMPLE = {str: "string", int: "integer", bool: "boolean", float: "number"}
FORMATS = {"urlparse": "uri", "isoparse": "date-time", "UUID": "uuid"}
"""By the function that the client checks a value with, the format of it."""


class Derivation:
    """The definitions that were derived so far."""

    def __init__(self) -> None:
        self.attr = importlib.import_module("attr")
        self.definitions: dict[str, dict[str, Any]] = {}

    def schema(self, kind: Any) -> dict[str, Any]:
        """What a value of the type *kind* has to be."""
        if kind in SIMPLE:
            return {"type": SIMPLE[kind]}
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin is types.UnionType:
            return self.schema(next(each for each in inner if each is not types.NoneType))
        if origin is list:
            return {"type": "array", "items": self.schema(inner[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.schema(inner[1])}
        if issubclass(kind, enum.Enum):
            return {"type": "string", "enum": [member.value for member in kind]}
        return {"$ref": f"#/$defs/{self.define(kind)}"}

    def define(self, kind: Any) -> str:
        """The name under which the class *kind* is defined."""
        name = f"{kind.__module__.rsplit('.', 1)[1]}.{kind.__name__}"
        if name not in self.definitions:
            published = {"$comment": kind._get_schema()} if hasattr(kind, "_get_schema") else {}  # noqa: SLF001
            self.definitions[name] = definition = {**published, "type": "object"}
            hints = typing.get_type_hints(kind)
            fields = self.attr.fields(kind)
            definition["properties"] = {each.name: self.schema(hints[each.name]) | format_of(each) for each in fields}
            definition["required"] = sorted(each.name for each in fields if self.is_required(each))
        return name

    def is_required(self, field: Any) -> bool:
        """The client fills an empty address in, so that it is never missing."""
        return field.default is self.attr.NOTHING or isinstance(field.default, str)


def format_of(field: Any) -> dict[str, str]:
    """The format that the client checks a field for."""
    code = getattr(field.validator, "__code__", None)
    names = {*code.co_names, *code.co_varnames} if code else set()
    return next(({"format": word} for name, word in FORMATS.items() if name in names), {})


def derive() -> dict[str, Any]:
    derivation = Derivation()
    for module, names in WANTED.items():
        for name in names:
            derivation.define(getattr(importlib.import_module(f"{GENERATED}.{module}"), name))
    definitions = dict(sorted(derivation.definitions.items()))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": LICENCE, "$defs": definitions}


def main() -> int:
    if "--here" in sys.argv:
        TARGET.write_text(json.dumps(derive(), indent=2) + "\n")
        return 0
    uv = [sys.executable, "-m", "uv", "run", "--isolated", "--no-project", f"--with=openlineage-python=={VERSION}"]
    return subprocess.run([*uv, "python", __file__, "--here"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
