"""
The facets that Millrace's events have: OpenLineage's, and two of our own.
"""

from __future__ import annotations

from typing import Any, Final

PRODUCER: Final = "urn:millrace"
"""Who made the events. A URN, since this project has no address of its own to point to."""

SPEC: Final = "https://openlineage.io/spec"
RUN_EVENT: Final = f"{SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent"
COLUMN_LINEAGE: Final = f"{SPEC}/facets/1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet"
OWNERSHIP: Final = f"{SPEC}/facets/1-0-1/OwnershipDatasetFacet.json#/$defs/OwnershipDatasetFacet"
JOB_OWNERSHIP: Final = f"{SPEC}/facets/1-0-1/OwnershipJobFacet.json#/$defs/OwnershipJobFacet"
SCHEMA: Final = f"{SPEC}/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet"
CLASSIFICATION: Final = "urn:millrace:facets:1-0-0#/$defs/MillraceClassificationDatasetFacet"
PROCESS: Final = "urn:millrace:facets:1-0-0#/$defs/MillraceProcessJobFacet"


def facet(schema: str, **content: Any) -> dict[str, Any]:
    """A facet that says by which *schema* it is to be read."""
    return {"_producer": PRODUCER, "_schemaURL": schema, **content}
