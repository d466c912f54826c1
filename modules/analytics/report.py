"""
The data set of a warehouse's reports: which columns and rows each persona sees follows from the dataflow graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import model_validator

from bindings import Construct
from bindings.aws import QuicksightDataSet, QuicksightRefreshSchedule
from bindings.aws.quicksight_data_set import (
    PhysicalTableMapCustomSql,
    PhysicalTableMapCustomSqlColumns,
    QuicksightDataSetArguments,
)
from modules.dataflow import Classification, Deidentification, Store
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.persona import Consumer
from modules.params import Fault, FieldName, Params, RuleError, Some, text
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.protection import PROFILES
from modules.storage.warehouse_sql import SCHEMA

TYPES = {
    "string": "STRING",
    "integer": "INTEGER",
    "bigint": "INTEGER",
    "double": "DECIMAL",
    "boolean": "BOOLEAN",
    "timestamp": "DATETIME",
    "date": "DATETIME",
}
DAYS = 1  # a data set is replaced by the next refresh
VIEW = (
    "quicksight:DescribeDataSet",
    "quicksight:DescribeDataSetPermissions",
    "quicksight:DescribeIngestion",
    "quicksight:ListIngestions",
    "quicksight:PassDataSet",
)
Value = Annotated[
    str,
    text(r"^[A-Za-z0-9 _.-]{1,64}$", "1 to 64 letters, digits, blanks, dots, hyphens and underscores"),
]


class RowsParams(Params):
    field: FieldName
    """The field, a string, whose value decides."""

    values: dict[Consumer, Some[Value]]
    """By persona, the values whose rows it sees; a persona that is not named sees every row."""


class ReportParams(Params):
    refresh_at: Annotated[str, text(r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "a time of the day (UTC), such as 05:30")] = (
        "05:30"
    )
    """The time (UTC) at which the data set is read again every day."""

    rows: RowsParams | None = None
    """Which rows a persona sees; every row when left out."""

    @model_validator(mode="after")
    def _rows(self) -> Self:
        if self.rows is not None and not self.rows.values:
            RuleError.raise_any([Fault("names no persona; leave rows out to show every row", ("rows", "values"))])
        return self


class Report(Construct):
    """
    A data set of *table* for the personas of *groups* (names to ARNs).

    Sensitive columns are open to those who may read the table itself; without such columns it is one class weaker, and those
    see it to whom that class is open. A second data set says who sees which rows: who is in neither sees none.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: ReportParams,
        *,
        schema: EventSchema,
        groups: Mapping[Consumer, str],
        pipeline: Pipeline,
        table: Store,
        source_arn: str,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._groups, self._source_arn = pipeline, groups, source_arn
        self._tags: dict[str, str] = {"classification": pipeline.classification}
        hidden = schema.sensitive_fields
        self.cleared = self._flows(table, hidden)
        columns = {
            field.name: TYPES.get(field.type, "DECIMAL")
            for field in schema.fields
            if self.cleared or field.name not in hidden
        }
        name = pipeline.resource_name(table.name)
        arguments: QuicksightDataSetArguments = {
            "data_set_id": name,
            "name": name,
            "import_mode": "SPICE",
            "physical_table_map": [
                {
                    "physical_table_map_id": "table",
                    "relational_table": {
                        "data_source_arn": source_arn,
                        "schema": SCHEMA,
                        "name": table.name,
                        "input_columns": [{"name": column, "type": kind} for column, kind in columns.items()],
                    },
                }
            ],
            "permissions": [{"principal": arn, "actions": list(VIEW)} for arn in groups.values()],
            "row_level_permission_data_set": {
                "arn": self._rules(params, schema).arn,
                "permission_policy": "GRANT_ACCESS",
                "format_version": "VERSION_1",
                "status": "ENABLED",
            },
            "data_set_usage_configuration": {
                "disable_use_as_direct_query_source": True,
                "disable_use_as_imported_source": True,
            },
            "tags": self._tags,
        }
        if hidden and self.cleared:
            arguments["column_level_permission_rules"] = [
                {"column_names": list(hidden), "principals": [groups[persona] for persona in self.cleared]}
            ]
        self.data_set = QuicksightDataSet(self, "data_set", **arguments)
        QuicksightRefreshSchedule(
            self,
            "refresh",
            data_set_id=self.data_set.data_set_id,
            schedule_id="daily",
            schedule=[
                {
                    "refresh_type": "FULL_REFRESH",
                    "schedule_frequency": [
                        {"interval": "DAILY", "time_of_the_day": params.refresh_at, "timezone": "UTC"}
                    ],
                }
            ],
        )
        alarms.add(
            "report-refresh",
            "The report could not be refreshed",
            namespace="AWS/QuickSight",
            metric_name="IngestionErrorCount",
            dimensions={"DatasetId": name},
            threshold=0,
            statistic="Sum",
        )

    def _flows(self, table: Store, hidden: tuple[str, ...]) -> list[Consumer]:
        """State in the graph who looks at what; the personas that may see the sensitive columns."""
        weaker = table.classification.weaker() if hidden else table.classification
        treated = Deidentification("drop", hidden, weaker) if hidden else None
        refresh = self._pipeline.process("report-refresh", "aws_service", deidentifies_to=treated)
        refresh.reads(table)
        cleared = [persona for persona in self._groups if persona in PROFILES[table.classification].persona_readers]
        parts = {"report": (table.classification, cleared if hidden else list(self._groups))}
        parts["report-open"] = (weaker, [persona for persona in self._groups if persona not in parts["report"][1]])
        for name, (classification, personas) in parts.items():
            if personas:
                refresh.writes(store := self._store(name, classification))
                for persona in personas:
                    self._pipeline.process(f"viewer-{persona}", "persona", persona=persona).reads(store)
        return cleared

    def _store(self, name: str, classification: Classification) -> Store:
        """What QuickSight holds; it is read by its users, not by roles of IAM."""
        return self._pipeline.graph.add_store(
            Store(
                name=name,
                kind="quicksight_data_set",
                classification=classification,
                owner=self._pipeline.owner,
                retention_days=DAYS,
                read_statements=(),
                write_statements=(),
                persona_readers=PROFILES[classification].persona_readers,
            )
        )

    def _rules(self, params: ReportParams, schema: EventSchema) -> QuicksightDataSet:
        """A line for each group: the values whose rows it sees, or nothing, which stands for all."""
        rows = params.rows
        field = rows.field if rows else schema.event_id
        self._check(field, rows.values if rows else {}, schema)
        lines = [
            f"SELECT '{arn}' AS grouparn, {allowed(rows.values.get(persona) if rows else None)} AS \"{field}\""
            for persona, arn in self._groups.items()
        ]
        name = self._pipeline.resource_name("rows")
        columns: list[PhysicalTableMapCustomSqlColumns] = [
            {"name": "grouparn", "type": "STRING"},
            {"name": field, "type": "STRING"},
        ]
        query: PhysicalTableMapCustomSql = {
            "data_source_arn": self._source_arn,
            "name": "rules",
            "sql_query": " UNION ALL ".join(lines),
            "columns": columns,
        }
        return QuicksightDataSet(
            self,
            "rows",
            data_set_id=name,
            name=name,
            import_mode="SPICE",
            physical_table_map=[{"physical_table_map_id": "rules", "custom_sql": query}],
            tags=self._tags,
        )

    def _check(self, field: str, values: Mapping[Consumer, object], schema: EventSchema) -> None:
        found = schema.by_name.get(field)
        strings = [each.name for each in schema.fields if each.type == "string"]
        if found is None or found.type != "string":
            raise InputError(
                f"parameters.report.rows.field: {field} is no string field of the event schema; allowed are {', '.join(strings)}"
            )
        if others := sorted(set(values) - set(self._groups)):
            raise InputError(
                f"parameters.report.rows.values: {', '.join(others)} views no report; name personas of parameters.viewers "
                f"({', '.join(self._groups)})"
            )


def allowed(values: tuple[str, ...] | None) -> str:
    """What a line of the rules says: values with a comma between, of which a row may have any; nothing stands for all."""
    return f"'{','.join(values)}'" if values else "CAST(NULL AS varchar)"
