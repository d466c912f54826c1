"""
Whether events are what OpenLineage's schema, and the schema of every facet in them, ask for.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

from modules.errors import FindingsError
from workflow.workspace import read_json

HERE = Path(__file__).parent
OPENLINEAGE = HERE / "openlineage.schema.json"
MILLRACE = HERE / "millrace.schema.json"
FORMATS = FormatChecker(formats=["date-time", "uuid"])


def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(urlsplit(value).scheme)


FORMATS.checks("uri", raises=ValueError)(_is_uri)


@functools.cache
def validators() -> dict[str, Draft202012Validator]:
    """By the address at which a schema is published, what validates by it."""
    found = {}
    for path in (OPENLINEAGE, MILLRACE):
        schema = read_json(path)
        Draft202012Validator.check_schema(schema)
        base = schema.get("$id")
        for name, definition in schema["$defs"].items():
            address = f"{base}#/$defs/{name}" if base else definition.get("$comment")
            whole = {**schema, "$ref": f"#/$defs/{name}"}
            if address:
                found[address] = Draft202012Validator(whole, format_checker=FORMATS)
    return found


def validate(events: Iterable[dict[str, Any]]) -> None:
    """Raises `FindingsError` with everything that is wrong."""
    wrong = [problem for event in events for problem in problems(event)]
    if wrong:
        raise FindingsError("the lineage does not fit OpenLineage's schema:\n" + "\n".join(wrong))


def problems(event: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an event; a part whose schema is not known is wrong."""
    yield from _problems(event, event.get("schemaURL"), "event")
    for place, holder in [("job", event.get("job", {})), ("run", event.get("run", {}))]:
        yield from _facet_problems(holder, place)
    for side in ("inputs", "outputs"):
        for index, dataset in enumerate(event.get(side, [])):
            yield from _facet_problems(dataset, f"{side}[{index}]")


def _facet_problems(holder: dict[str, Any], place: str) -> Iterator[str]:
    for name, facet in holder.get("facets", {}).items():
        yield from _problems(facet, facet.get("_schemaURL"), f"{place}.facets.{name}")


def _problems(value: Any, address: str | None, place: str) -> Iterator[str]:
    validator = validators().get(address or "")
    if validator is None:
        yield f"{place}: there is no schema {address}"
        return
    for error in validator.iter_errors(value):
        yield f"{place}{error.json_path[1:]}: {error.message}"
