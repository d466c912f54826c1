"""
From a YAML file to rows that people read, on the embedded AWS with IAM enforced, and back to nothing.

One file, since one application of the deployment serves all of it.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
from collections import Counter
from datetime import UTC, datetime

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.e2e.conftest import alive
from tests.emulator.acting import refused
from tests.planning import SCHEMA, kind
from workflow.canonical import canonical
from workflow.gate import Gate
from workflow.terraform import Terraform
from workflow.workspace import read_json, write_json

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]

SENSITIVE = ("customer_email", "customer_name")
REASONS = {"not_json": 5, "not_an_object": 5, "missing_field": 5, "unknown_field": 5, "wrong_type": 5}
TYPES = {
    "order_id": pa.string(),
    "customer_email": pa.string(),
    "quantity": pa.int32(),
    "amount": pa.decimal128(12, 2),
    "express": pa.bool_(),
}


def curated(life, session):
    """Parquet files of the curated zone by key, as *session* gets them."""
    table = session.client("glue").get_table(DatabaseName=life.trial.database, Name=life.trial.table)["Table"]
    bucket, _, prefix = table["StorageDescriptor"]["Location"].removeprefix("s3://").partition("/")
    return life.objects(life.trial.reader(), "curated", prefix) if bucket == life.trial.bucket("curated") else {}


def test_plan_and_apply(life):
    """
    The plan passes the gate and is applied, with the left-out resource named.
    """
    assert [0, 0] == [life.said["plan"].code, life.said["apply"].code]
    assert (
        "left out, since the embedded AWS cannot serve it: aws_cloudwatch_composite_alarm." in life.said["apply"].said
    )


def test_verified(verified):
    """
    What is live is what was planned, and a second plan is empty.
    """
    assert 0 == verified.code
    assert "0 differences; second plan: empty" in verified.said


def test_each_good_event_once(current, sample):
    """
    The deduplicating view holds every good event, duplicates once, and no bad one.
    """
    assert Counter(sample.good.keys()) == Counter(row["event_id"] for row in current)


def test_duplicates_were_delivered(life, sample):
    """
    The table itself holds the duplicates, so that the view is what removes them.
    """
    assert len(sample.sent) - len(sample.bad) == life.trial.delivered(life.trial.reader())


def test_values(current, sample):
    """
    Fields that are not sensitive arrive as they were sent.
    """
    sent = {key: (event["country"], event["quantity"], f"{event['amount']:.2f}") for key, event in sample.good.items()}

    assert sent == {row["event_id"]: (row["country"], row["quantity"], str(row["amount"])) for row in current}


@pytest.mark.parametrize("field", SENSITIVE)
def test_tokens(current, sample, field):
    """
    A sensitive value is a labelled token, equal for equal values and different for others; what was left out stays empty.
    """
    pairs = {(sample.good[row["event_id"]].get(field), row[field]) for row in current}
    values, tokens = {value for value, _ in pairs if value}, {token for _, token in pairs if token}

    assert len(values) == len(tokens) == len([pair for pair in pairs if pair != (None, None)])
    assert all(token.startswith("v1:") and len(token) > 40 for token in tokens)


def test_no_plaintext(life, reader, sample):
    """
    No sensitive value stands anywhere in the curated zone, whatever the encoding of its column.
    """
    secrets = {event[field] for event in sample.good.values() for field in SENSITIVE if field in event}
    found = set()
    for content in curated(life, reader).values():
        columns = pq.read_table(io.BytesIO(content)).columns
        found |= {str(value) for column in columns for value in column.to_pylist()}

    assert set() == secrets & found


def test_partition_is_the_events_date(life, reader, sample):
    """
    A row lies under the date of its event in UTC.
    """
    misplaced = []
    for key, content in curated(life, reader).items():
        day = key.split("event_date=")[1].split("/")[0]
        ids = pq.read_table(io.BytesIO(content), columns=["event_id"]).column("event_id").to_pylist()
        misplaced += [each for each in ids if not sample.good[each]["ordered_at"].startswith(day)]

    assert [] == misplaced


def test_types_of_files(life, reader):
    """
    Parquet columns have the declared types.
    """
    schemas = [pq.read_schema(io.BytesIO(content)) for content in curated(life, reader).values()]
    wrong = [
        (name, schema.field(name).type)
        for schema in schemas
        for name in TYPES
        if schema.field(name).type != TYPES[name]
    ]

    assert [] == wrong
    assert all(pa.types.is_timestamp(schema.field("ordered_at").type) for schema in schemas)


def test_types_of_the_view(life):
    """
    The view has the declared types.
    """
    shown = life.trial.current(life.trial.reader())
    types = dict(zip(shown.columns, map(str, shown.types), strict=True))
    wanted = {"quantity": "INTEGER", "amount": "DECIMAL(12,2)", "express": "BOOLEAN", "event_date": "DATE"}

    assert wanted == {name: types[name] for name in wanted}
    assert types["ordered_at"].startswith("TIMESTAMP")


def test_moments(current, sample):
    """
    A timestamp is the moment that was sent.
    """
    sent = {key: datetime.fromisoformat(event["ordered_at"]) for key, event in sample.good.items()}

    assert sent == {row["event_id"]: moment(row["ordered_at"]) for row in current}


def moment(value):
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def test_quarantine(life, sample):
    """
    Every bad record is in quarantine as it came.
    """
    kept = life.trial.refused()

    assert Counter(sample.bad) == Counter(base64.b64decode(entry["payload"]) for entry in kept)


def test_reasons(life):
    """
    Every bad record has the reason for which it was refused.
    """
    assert REASONS == Counter(entry["reason"] for entry in life.trial.refused())


def test_raw(raw, sample):
    """
    The raw zone holds all records as they came, byte for byte, and nothing else.
    """
    kept = b"\0".join(gzip.decompress(content) for content in raw.values())
    for record in sample.sent:
        assert record in kept
        kept = kept.replace(record, b"", 1)

    assert b"" == kept.strip(b"\0\n")


def test_raw_is_nobodys(life):
    """
    Not even the role that deploys reads raw data.
    """
    s3 = life.deployer.client("s3")
    bucket = life.trial.bucket("raw")
    key = s3.list_objects_v2(Bucket=bucket)["Contents"][0]["Key"]

    assert "AccessDenied" == refused(s3.get_object, Bucket=bucket, Key=key)


def test_zones_refused_to_the_reader(life):
    """
    Whoever queries cannot even list what the graph does not give them.
    """
    assert {"raw": "AccessDenied", "quarantine": "AccessDenied", "logs": "AccessDenied"} == life.trial.denials(
        life.trial.reader()
    )


def test_results_of_others(life, reader):
    """
    A query's result is for the persona that asked.
    """
    owner = life.trial.persona("owner", "query").client("s3")
    bucket = life.trial.bucket("results")
    prefix = result_prefix(life, "owner")
    owner.put_object(Bucket=bucket, Key=f"{prefix}test.csv", Body=b"1")

    assert "" == refused(owner.get_object, Bucket=bucket, Key=f"{prefix}test.csv")
    assert "AccessDenied" == refused(reader.client("s3").get_object, Bucket=bucket, Key=f"{prefix}test.csv")


def result_prefix(life, persona):
    """Where the results of *persona* go, below their bucket."""
    groups = life.deployer.client("athena").list_work_groups()["WorkGroups"]
    name = next(each["Name"] for each in groups if each["Name"].endswith(f"-{persona}"))
    group = life.deployer.client("athena").get_work_group(WorkGroup=name)["WorkGroup"]
    return group["Configuration"]["ResultConfiguration"]["OutputLocation"].split("/", 3)[3].rstrip("/") + "/"


def test_reader_makes_no_tokens(life, reader):
    """
    The token key is closed to whoever sees tokens, or they could try values out.
    """
    key = token_key(life)

    assert "AccessDeniedException" == refused(
        reader.client("kms").generate_mac, KeyId=key, Message=b"v1", MacAlgorithm="HMAC_SHA_256"
    )


def token_key(life):
    name = f"{life.trial._deployment}-transform"
    settings = life.deployer.client("lambda").get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    return settings["TOKEN_KEY_ID"]


def test_reader_puts_no_records(life, reader):
    """
    Whoever queries cannot write to the stream.
    """
    put = reader.client("kinesis").put_record

    assert "AccessDeniedException" == refused(
        put, StreamName=f"{life.trial._deployment}-events", Data=b"{}", PartitionKey="1"
    )


def test_reader_changes_no_rows(life, reader):
    """
    Whoever queries cannot write where rows lie.
    """
    put = reader.client("s3").put_object

    assert "AccessDenied" == refused(put, Bucket=life.trial.bucket("curated"), Key="orders/x", Body=b"")


def test_producer_reads_nothing(life):
    """
    The producer puts and does not get.
    """
    producer = life.trial._session("producer", life.trial._parameters.producers[0])
    stream = f"{life.trial._deployment}-events"
    shard = "shardId-000000000000"
    iterator = producer.client("kinesis").get_shard_iterator

    assert "AccessDeniedException" == refused(
        iterator, StreamName=stream, ShardId=shard, ShardIteratorType="TRIM_HORIZON"
    )
    assert "AccessDenied" == refused(producer.client("s3").list_objects_v2, Bucket=life.trial.bucket("curated"))


def test_function_reads_no_lake(life):
    """
    The function writes refused records, and reads neither them nor anything else of the lake.
    """
    s3 = life.service("transform").client("s3")
    zones = ("raw", "curated", "quarantine", "results", "logs")

    assert ["AccessDenied"] * len(zones) == [
        refused(s3.list_objects_v2, Bucket=life.trial.bucket(zone)) for zone in zones
    ]


@pytest.mark.parametrize("algorithm", ["HMAC_SHA_384", "HMAC_SHA_512"])
def test_function_makes_one_kind_of_mac(life, algorithm):
    """
    The function uses the token key for its tokens and for nothing else.
    """
    mac = life.service("transform").client("kms").generate_mac

    assert refused(mac, KeyId=token_key(life), Message=b"v1", MacAlgorithm=algorithm)


def test_function_reaches_no_further(life):
    """
    The function takes from the stream and never puts on it, and writes to its own delivery stream alone.
    """
    session = life.service("transform")
    name = life.trial._deployment
    put = session.client("kinesis").put_record
    deliver = session.client("firehose").put_record

    assert "AccessDeniedException" == refused(put, StreamName=f"{name}-events", Data=b"{}", PartitionKey="1")
    assert "AccessDeniedException" == refused(deliver, DeliveryStreamName=f"{name}-archive", Record={"Data": b"{}"})


def test_strangers_take_on_no_role(life):
    """
    Only whom the trust policy names becomes an analyst or owner.
    """
    stranger = life.emulator.session(life.trial._parameters.producers[0])

    assert "AccessDenied" == refused(
        stranger.client("sts").assume_role, RoleArn=life.role("persona-owner-query"), RoleSessionName="stranger"
    )


def test_view_is_plain_sql(life, reader):
    """
    The view's text is SQL that another engine understands, and names the table once.
    """
    from workflow.lake_reader import view_sql

    text = view_sql(reader, life.trial.database, f"{life.trial.table}_current")

    assert [life.trial.table] == [name.strip('"') for name in duckdb.get_table_names(text)]


@pytest.fixture(name="later", scope="module")
def _later(life, verified, tmp_path_factory):
    """The same repository after the first apply, to plan in again; the embedded AWS is shared, nothing is applied."""
    return life.checkout.copy(tmp_path_factory.mktemp("later") / "millrace")


def test_unchanged_plan(life, later):
    """
    Planned again after it was applied, the gate sees the very same plan and says the same.
    """
    name = life.trial._deployment
    done = later.run("plan", name)

    assert 0 == done.code, done.said
    assert read_json(life.checkout.place(name).canonical) == read_json(later.place(name).canonical)


def test_update_plan(life, later):
    """
    A setting that is changed after the apply is all that the gate sees change.
    """
    name = life.trial._deployment
    path = later.root / "deployments" / f"{name}.yaml"
    path.write_text(re.sub("curated_retention_days: [0-9]+", "curated_retention_days: 2000", path.read_text()))
    done = later.run("plan", name)
    before, after = (resources(read_json(each.place(name).canonical)) for each in (life.checkout, later))
    changed = {address for address in before | after if before.get(address) != after.get(address)}

    assert 0 == done.code, done.said
    assert {"aws_s3_bucket_lifecycle_configuration"} == {kind(each) for each in changed}


def resources(judged):
    return {each["address"]: each["values"] for each in judged["planned_values"]["root_module"]["resources"]}


@pytest.mark.parametrize(
    ("of", "arguments", "check"),
    [
        ("aws_kinesis_stream", ("encryption_type", "kms_key_id"), "CKV_AWS_43"),
        ("aws_cloudwatch_log_group", ("kms_key_id",), "CKV_AWS_158"),
        ("aws_sqs_queue", ("kms_master_key_id",), "CKV_AWS_27"),
    ],
)
def test_encryption_removed_after_apply(life, later, of, arguments, check):
    """
    Encryption that is there, and that the configuration no longer asks for, fails the gate.
    """
    place = later.place(life.trial._deployment)
    configuration = read_json(place.configuration)
    [*named] = configuration["resource"][of]
    weakened = {**configuration["resource"][of][named[0]]}
    for argument in arguments:
        weakened.pop(argument)
    changed = {**configuration["resource"], of: {**configuration["resource"][of], named[0]: weakened}}
    configuration = {**configuration, "resource": changed}
    write_json(place.configuration, configuration)
    terraform = Terraform.find(later.root)
    environment = life.emulator.environment()
    terraform.run(place.folder, "plan", "-input=false", f"-out={check}.tfplan", environment=environment)
    plan = json.loads(terraform.show(place.folder, f"{check}.tfplan", environment))
    with Gate.start(later.root) as gate:
        verdict = gate.judge(canonical(plan, configuration, SCHEMA), (), datetime.now(UTC).date())

    assert (check, f"{of}.{named[0]}") in {(found.check, found.address) for found in verdict.findings}


def test_destroy_leaves_nothing(life, gone):
    """
    Destroy ends well and leaves no state of the deployment.
    """
    assert 0 == gone.code
    assert not life.checkout.place(life.trial._deployment).has_state()


def test_destroy_names_what_is_locked(life, gone):
    """
    The locked bucket, whose objects nobody can delete yet, went with the embedded AWS and is named.
    """
    assert "locked, so it went with the embedded AWS: aws_s3_bucket." in gone.said


def test_destroy_stops_everything(life, gone):
    """
    The server and the workers of its functions have ended.
    """
    assert not alive(life.pid)
    assert [] == life.checkout.processes()


def test_destroy_leaves_no_lock(life, gone):
    """
    The next verb can start: nothing is locked, no half-written or used-up file lies about.
    """
    left = life.checkout.files(life.trial._deployment)

    assert set() == {name for name in left if "partial" in name or "lock.info" in name or "unprotect" in name}
    assert set() == left & {"seal.json", "destroy.tfplan", "local.tfplan", "second.tfplan"}


def test_destroy_left_the_rest(life, gone):
    """
    Destroying twice is no fault.
    """
    again = life.checkout.run("destroy", life.trial._deployment)

    assert (0, True) == (again.code, "0 resources" in json.dumps(again.said))
