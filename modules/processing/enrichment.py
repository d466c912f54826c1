"""
Columns that a batch gets from a store of another deployment.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from bindings import escape
from modules.params import FieldName, Params
from modules.processing.event_schema import GLUE_TYPES, EventField


class Enrichment(Params):
    source: FieldName
    """What the deployment's `imports` calls the store that the columns come from; Parquet files."""

    on: FieldName
    """The column that both have: a row gets the columns of the one there with the same value."""

    fields: Annotated[tuple[EventField, ...], Field(min_length=1, max_length=50)]
    """The columns that are added, as they are there, 1 to 50; empty where the source has no such row."""

    def columns(self) -> list[Any]:
        """The added columns as the catalog has them."""
        return [
            {"name": field.name, "type": GLUE_TYPES.get(field.type, field.type), "comment": escape(field.description)}
            for field in self.fields
        ]
