"""
What is said to a warehouse in SQL: the table, who may use it, and how a load replaces what arrived again.

Every statement can be said any number of times. Names are checked by their models and quoted; values from users do not
occur. A batch of the Data API is one transaction ("Amazon Redshift Data API: running a batch of statements").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modules.processing.event_schema import EventSchema

SCHEMA = "reporting"
ARRIVAL = "arrival"
"""The schema through which a stream is read."""

LONGEST_TEXT = 4_096  # bytes of a text column; a longer value makes the load fail, which is told
TYPES = {
    "string": f"varchar({LONGEST_TEXT})",
    "integer": "integer",
    "bigint": "bigint",
    "double": "double precision",
    "boolean": "boolean",
    "timestamp": "timestamptz",
    "date": "date",
}
FORMATS = "FORMAT AS JSON 'auto' GZIP TIMEFORMAT 'auto' DATEFORMAT 'auto'"


@dataclass(frozen=True)
class Table:
    """The one table of a warehouse, and the view of a stream from which it may be filled."""

    dataset: str
    schema: EventSchema

    @property
    def name(self) -> str:
        return f'{SCHEMA}."{self.dataset}"'

    @property
    def arrived(self) -> str:
        """What a stream holds, as far as it has been read."""
        return f'{SCHEMA}."{self.dataset}_arrived"'

    @property
    def columns(self) -> dict[str, str]:
        return {field.name: TYPES.get(field.type, field.type) for field in self.schema.fields}

    def definition(self) -> list[str]:
        """The schema and the table; rows of one event lie together, and are sorted by when it happened."""
        required = {field.name for field in self.schema.fields if field.required}
        columns = ", ".join(
            f'"{name}" {kind}{" NOT NULL" if name in required else ""}' for name, kind in self.columns.items()
        )
        order = f'DISTKEY("{self.schema.event_id}") SORTKEY("{self.schema.event_time}")'
        return [
            f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
            f"CREATE TABLE IF NOT EXISTS {self.name} ({columns}) {order}",
        ]

    def replace(self, arrived: str, retention_days: int) -> list[str]:
        """Rows of *arrived*, the newest of each event, take the place of those with the same id; what is too old goes."""
        key, time = f'"{self.schema.event_id}"', f'"{self.schema.event_time}"'
        names = ", ".join(f'"{name}"' for name in self.columns)
        newest = (
            f"SELECT {names}, row_number() OVER (PARTITION BY {key} ORDER BY {time} DESC) AS occurrence FROM {arrived}"  # noqa: S608  # names are checked by their model
        )
        return [
            f"DELETE FROM {self.name} USING {arrived} WHERE {self.name}.{key} = {arrived}.{key}",  # noqa: S608
            f"INSERT INTO {self.name} ({names}) SELECT {names} FROM ({newest}) AS newest WHERE occurrence = 1",  # noqa: S608
            f"DELETE FROM {self.name} WHERE {time} < dateadd(day, -{retention_days}, getdate())",  # noqa: S608
        ]

    def load_files(self, location: str, role_arn: str, retention_days: int) -> list[str]:
        """Load all files under *location*, as *role_arn*; a row that does not fit makes the whole load fail."""
        return [
            f"CREATE TEMP TABLE arrived (LIKE {self.name})",
            f"COPY arrived FROM '{location}' IAM_ROLE '{role_arn}' {FORMATS}",
            *self.replace("arrived", retention_days),
        ]

    def load_stream(self, hours: int, retention_days: int) -> list[str]:
        """Take over what came in the last *hours*; a field that does not fit makes the whole load fail."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        fields = ", ".join(f'payload."{name}"::{kind}' for name, kind in self.columns.items())
        since = f"approximate_arrival_timestamp > dateadd(hour, -{hours}, getdate())"
        return [
            f"CREATE TEMP TABLE arrived (LIKE {self.name})",
            f"INSERT INTO arrived ({names}) SELECT {fields} FROM {self.arrived} WHERE {since}",  # noqa: S608
            *self.replace("arrived", retention_days),
        ]

    def streaming(self, stream: str, role_arn: str, writer: str) -> list[str]:
        """Read *stream* as *role_arn* by itself, for *writer*; what is no JSON is left out."""
        view = (
            f"CREATE MATERIALIZED VIEW {self.arrived} AUTO REFRESH YES AS "  # noqa: S608
            "SELECT approximate_arrival_timestamp, json_parse(kinesis_data) AS payload "
            f'FROM {ARRIVAL}."{stream}" WHERE can_json_parse(kinesis_data)'
        )
        known = f"SELECT 1 FROM svv_mv_info WHERE schema_name = '{SCHEMA}' AND name = '{self.dataset}_arrived'"  # noqa: S608
        return [
            f"CREATE EXTERNAL SCHEMA IF NOT EXISTS {ARRIVAL} FROM KINESIS IAM_ROLE '{role_arn}'",
            *unless(known, view, "declare_arrival"),
            f'GRANT SELECT ON {self.arrived} TO "{writer}"',
        ]

    def grants(self, readers: Sequence[str], writer: str) -> list[str]:
        """*readers* and *writer* are users of the database; nobody else has a right on the schema."""
        return [
            f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC",
            f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM PUBLIC",
            "REVOKE ASSUMEROLE ON ALL FROM PUBLIC FOR ALL",
            *(f'GRANT USAGE ON SCHEMA {SCHEMA} TO "{user}"' for user in (*readers, writer)),
            *(f'GRANT SELECT ON {self.name} TO "{user}"' for user in readers),
            f'GRANT SELECT, INSERT, DELETE ON {self.name} TO "{writer}"',
        ]


def users(names: Sequence[str]) -> list[str]:
    """Users without a password, who come with credentials of IAM; each is made once."""
    return [
        statement
        for index, name in enumerate(names)
        for statement in unless(
            f"SELECT 1 FROM pg_user WHERE usename = '{name}'",  # noqa: S608
            f'CREATE USER "{name}" PASSWORD DISABLE',
            f"declare_user_{index}",
        )
    ]


def unless(known: str, statement: str, procedure: str) -> list[str]:
    """Say *statement* where the query *known* finds nothing; SQL has no other way to make a thing only once."""
    quoted = statement.replace("'", "''")
    name = f"{SCHEMA}.{procedure}"
    body = f"BEGIN IF NOT EXISTS ({known}) THEN EXECUTE '{quoted}'; END IF; END"
    return [f"CREATE OR REPLACE PROCEDURE {name}() AS $$ {body} $$ LANGUAGE plpgsql", f"CALL {name}()"]
