"""
What a deployment of `warehouse_reporting` says.
"""

from __future__ import annotations

from typing import Literal

from modules.analytics.report import ReportParams
from modules.foundation.persona import Consumer
from modules.ingestion.event_stream import EventStreamParams
from modules.params import FieldName, Params, RoleArn, Some
from modules.processing.event_schema import EventSchema
from modules.storage.landing import LandingParams
from modules.storage.warehouse import WarehouseParams
from modules.storage.warehouse_schedule import ScheduleParams


class WarehouseReportingParams(Params):
    dataset: FieldName
    """Name of the table, and of the folder in which producers put files."""

    event_schema: EventSchema
    """What an event looks like, and which of its fields only those may see to whom the data's class is open."""

    arrival: Literal["files", "stream"] = "files"
    """`files`: producers put gzipped JSON lines into the landing zone; `stream`: they put events on a Kinesis stream."""

    producers: Some[RoleArn]
    """Roles of the environment's account that may take on the producer's role; at least one."""

    consumers: Some[Consumer]
    """Personas who say SQL; the data's class must be open to each."""

    viewers: Some[Consumer]
    """Personas who look at reports; without sensitive fields a report is one class weaker."""

    lake: LandingParams = LandingParams()
    """How long files are kept, where they arrive as files."""

    stream: EventStreamParams = EventStreamParams()
    """The stream, where events arrive by one."""

    warehouse: WarehouseParams = WarehouseParams()
    """Which form the warehouse has, its bounds, and how long it keeps rows."""

    schedule: ScheduleParams = ScheduleParams()
    """How often the warehouse is loaded."""

    report: ReportParams = ReportParams()
    """When the report is refreshed, and which rows a persona sees."""
