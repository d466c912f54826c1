from __future__ import annotations

import json

from modules.processing.event_schema import EventSchema
from modules.storage.warehouse_sql import Table, unless, users
from tests.modules.reporting import DEPLOYMENT, cluster, reporting
from tests.modules.sample import ACCOUNT, REGION

TABLE = Table("orders", EventSchema.model_validate_json(json.dumps(DEPLOYMENT["parameters"]["event_schema"])))


def batch(built, name):
    """What a schedule asks of the Data API."""
    return json.loads(built[f"schedule/{name}"]["target"]["input"])


def test_a_load_replaces_what_arrives_again():
    """
    A load copies into a table of its own, removes rows with the same ids, and inserts the newest of each.
    """
    statements = batch(reporting(), "load")["Sqls"]
    role = f"arn:aws:iam::{ACCOUNT}:role/reporting-dev-load"
    location = f"s3://con-reporting-dev-raw-{ACCOUNT}-{REGION}/orders/"

    assert 'CREATE TEMP TABLE arrived (LIKE reporting."orders")' == statements[0]
    assert statements[1].startswith(f"COPY arrived FROM '{location}' IAM_ROLE '{role}' FORMAT AS JSON 'auto' GZIP")
    assert (
        'DELETE FROM reporting."orders" USING arrived WHERE reporting."orders"."order_id" = arrived."order_id"'
        == (statements[2])
    )
    assert 'PARTITION BY "order_id" ORDER BY "ordered_at" DESC' in statements[3]
    assert statements[3].endswith("WHERE occurrence = 1")


def test_old_rows_go():
    """
    A load ends with the removal of rows that are older than they are kept.
    """
    statements = batch(reporting(warehouse={"retention_days": 400}), "load")["Sqls"]

    assert 'DELETE FROM reporting."orders" WHERE "ordered_at" < dateadd(day, -400, getdate())' == statements[-1]


def test_a_stream_is_read_by_the_warehouse_itself():
    """
    Streaming ingestion: an external schema over Kinesis as the load's role, and a view that refreshes by itself.
    """
    built = cluster()
    defined, loaded = (" ; ".join(batch(built, name)["Sqls"]) for name in ("define", "load"))
    role = f"arn:aws:iam::{ACCOUNT}:role/reporting-dev-load"

    assert f"CREATE EXTERNAL SCHEMA IF NOT EXISTS arrival FROM KINESIS IAM_ROLE '{role}'" in defined
    assert 'CREATE MATERIALIZED VIEW reporting."orders_arrived" AUTO REFRESH YES' in defined
    assert 'arrival."reporting-dev-events"' in defined
    assert (
        'FROM reporting."orders_arrived" WHERE approximate_arrival_timestamp > dateadd(hour, -72, getdate())' in loaded
    )
    assert "COPY" not in loaded


def test_a_load_acts_as_its_own_user():
    """
    Loads log in by IAM and have no secret; what defines the table has the administrator's.
    """
    built = reporting()

    assert "SecretArn" not in batch(built, "load")
    assert "<warehouse/serverless/namespace.admin_password_secret_arn>" == batch(built, "define")["SecretArn"]
    assert "secretsmanager:GetSecretValue" not in built.allowed("schedule/order_load_role/policy")


def test_the_database_grants_what_the_graph_says():
    """
    Consumers and reports may select, the load may change rows, and everybody else nothing.
    """
    statements = batch(reporting(), "define")["Sqls"]
    granted = [each for each in statements if each.startswith("GRANT SELECT")]
    readers = ["reports", "IAMR:reporting-dev-persona-engineer-query", "IAMR:reporting-dev-persona-owner-query"]

    assert [
        *(f'GRANT SELECT ON reporting."orders" TO "{reader}"' for reader in readers),
        'GRANT SELECT, INSERT, DELETE ON reporting."orders" TO "IAMR:reporting-dev-order-load"',
    ] == granted
    assert "REVOKE ALL ON ALL TABLES IN SCHEMA reporting FROM PUBLIC" in statements
    assert "REVOKE ASSUMEROLE ON ALL FROM PUBLIC FOR ALL" in statements


def test_a_batch_is_not_too_long():
    """
    The Data API takes 40 statements in a batch.
    """
    viewers = {"consumers": ["owner", "engineer"], "viewers": ["owner"]}
    for built in (reporting(**viewers), cluster()):
        assert {True} == {len(batch(built, name)["Sqls"]) <= 40 for name in ("define", "load")}


def test_failures_are_told():
    """
    A batch that fails later is an event, and the rule for it tells a topic.
    """
    built = reporting()
    pattern = json.loads(built["schedule/failed"]["event_pattern"])

    assert {True} == {batch(built, name)["WithEvent"] for name in ("define", "load")}
    assert ["reporting-dev-load", "reporting-dev-define"] == pattern["detail"]["statementName"]
    assert built["schedule/people"]["arn"].endswith(":reporting-dev-batches")


def test_the_schedule_is_under_the_key():
    """
    What a schedule holds is encrypted with the key, which the scheduler's roles may open through the scheduler only.
    """
    built = reporting()
    uses = [each for each in built.statements("schedule/order_load_role/policy") if each["Action"] == ["kms:Decrypt"]]

    assert "<keys/pipeline/key.arn>" == built["schedule/load"]["kms_key_arn"]
    assert [f"scheduler.{REGION}.amazonaws.com"] == [use["Condition"]["StringEquals"]["kms:ViaService"] for use in uses]


def test_a_user_is_made_once():
    """
    Users are made where there is none, without a password.
    """
    [procedure, call] = users(["IAMR:x"])

    assert "IF NOT EXISTS (SELECT 1 FROM pg_user WHERE usename = 'IAMR:x')" in procedure
    assert "EXECUTE 'CREATE USER \"IAMR:x\" PASSWORD DISABLE'" in procedure
    assert "CALL reporting.declare_user_0()" == call


def test_quotes_in_a_statement_survive():
    """
    A statement within a procedure has its quotes doubled.
    """
    assert "EXECUTE 'SELECT ''a'''" in unless("SELECT 1", "SELECT 'a'", "p")[0]


def test_required_fields_are_required_in_the_table():
    """
    Columns have the types of Redshift, and those of required fields are never empty.
    """
    assert '"ordered_at" timestamptz NOT NULL, "email" varchar(4096) NOT NULL' in TABLE.definition()[1]
