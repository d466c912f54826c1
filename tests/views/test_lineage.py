"""
Lineage holds all of the graph, is what OpenLineage's schemas ask for, and never differs without a cause.
"""

from __future__ import annotations

import copy
import json
import re

import pytest

from modules.errors import FindingsError, InputError
from workflow.lineage import facets
from workflow.lineage.columns import Columns
from workflow.lineage.datasets import Datasets
from workflow.lineage.events import EPOCH, events
from workflow.lineage.stage import checked
from workflow.lineage.validation import problems, validate, validators


@pytest.fixture(name="exported", scope="module")
def _exported(composed):
    return events(composed)


@pytest.fixture(name="by_name")
def _by_name(dev):
    """
    The events of orders-dev by the names of their processes.
    """
    return {event["job"]["name"].removeprefix("orders-dev."): event for event in events(dev)}


def named(datasets):
    return {(each["namespace"], each["name"]) for each in datasets}


def lineage_of(event, store):
    [found] = [each for each in event["outputs"] if each["name"].endswith(store)]

    return found["facets"].get("columnLineage", {}).get("fields", {})


def test_every_process_is_an_event(composed, exported):
    """
    Each process of the graph is one job, and no job is anything else.
    """
    names = [f"{composed.deployment.name}.{process['name']}" for process in composed.dataflow["processes"]]

    assert names == [event["job"]["name"] for event in exported]


def test_every_flow_is_an_input_or_output(composed, exported):
    """
    What a process reads is an input of its event, what it writes an output; nothing is lost and nothing added.
    """
    datasets = Datasets(composed).named
    flows = {(flow["from"], flow["to"]) for flow in composed.dataflow["flows"]}
    names = {dataset: store for store, dataset in datasets.items()}
    found = set()
    for event in exported:
        process = event["job"]["name"].partition(".")[2]
        found |= {(names[each], process) for each in named(event["inputs"])}
        found |= {(process, names[each]) for each in named(event["outputs"])}

    assert flows == found


def test_every_store_is_a_dataset_of_its_own(composed, exported):
    """
    Each store of the graph appears, and no two under one name.
    """
    found = set().union(*(named([*event["inputs"], *event["outputs"]]) for event in exported))

    assert {tuple(dataset) for dataset in Datasets(composed).named.values()} == found
    assert len(composed.dataflow["stores"]) == len(found)


def test_events_are_valid(exported):
    """
    OpenLineage's schema of the event and the schema of each facet in it have nothing to say.
    """
    assert [] == [problem for event in exported for problem in problems(event)]


def test_nothing_is_left_to_refer_to(exported):
    """
    Names are those in AWS, and no references of Terraform's.
    """
    assert "${" not in json.dumps(exported)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("eventTime",), "yesterday", "event.eventTime: 'yesterday' is not a 'date-time'"),
        (("run", "runId"), "1", "event.run.runId: '1' is not a 'uuid'"),
        (("producer",), "us", "event.producer: 'us' is not a 'uri'"),
        (("eventType",), "DONE", "event.eventType: 'DONE' is not one of"),
        (("job", "name"), 7, "event.job.name: 7 is not of type 'string'"),
        (("outputs", 0, "facets", "ownership", "owners"), [{"type": "OWNER"}], "'name' is a required property"),
        (("outputs", 0, "facets", "columnLineage", "fields"), 1, "outputs[0].facets.columnLineage.fields: 1 is not"),
        (("outputs", 0, "facets", "millrace_classification", "classification"), "secret", "'secret' is not one of"),
        (("job", "facets", "millrace_process", "more"), 1, "Additional properties are not allowed ('more'"),
        (("job", "facets", "ownership", "_schemaURL"), "urn:other", "there is no schema urn:other"),
    ],
)
def test_a_mistake_is_found(by_name, path, value, said):
    """
    What a schema forbids is told with its place.
    """
    event = copy.deepcopy(by_name["transform"])
    holder = event
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value

    with pytest.raises(FindingsError, match=re.escape(said)):
        validate([event])


def test_what_is_missing_is_found(by_name):
    """
    An event without its job is none.
    """
    event = {key: value for key, value in by_name["transform"].items() if key != "job"}

    assert ["event: 'job' is a required property"] == list(problems(event))


def test_every_schema_that_is_named_is_known():
    """
    Each address that events and facets point to has its schema here.
    """
    addresses = {value for value in vars(facets).values() if isinstance(value, str) and "#/$defs/" in value}

    assert 7 == len(addresses)
    assert addresses <= set(validators())


def test_the_same_graph_gives_the_same_events(dev):
    """
    No clock and no random number takes part; without a time, the events say plainly that nothing ran.
    """
    assert events(dev) == events(dev)
    assert {"1970-01-01T00:00:00Z"} == {EPOCH, *(event["eventTime"] for event in events(dev))}


def test_another_time_is_another_run(dev):
    """
    The time that is given stands in every event, and its runs have ids of their own.
    """
    time = "2026-11-24T09:30:00Z"
    earlier, later = events(dev), events(dev, time)

    assert {time} == {event["eventTime"] for event in later}
    assert not {event["run"]["runId"] for event in earlier} & {event["run"]["runId"] for event in later}


def test_runs_have_ids_of_their_own(exported):
    """
    Two processes never share a run.
    """
    assert len(exported) == len({event["run"]["runId"] for event in exported})


def test_datasets_are_named_by_convention(dev):
    """
    S3 by bucket and path and Glue by table, as OpenLineage has it; the rest by ARN likewise.
    """
    names = Datasets(dev).named

    assert ("s3://con-orders-dev-raw-111122223333-eu-central-1", "/") == names["raw"]
    assert ("s3://int-orders-dev-results-111122223333-eu-central-1", "owner") == names["results-owner"]
    assert ("arn:aws:glue:eu-central-1:111122223333", "table/orders_dev/orders") == names["orders"]
    assert ("arn:aws:kinesis:eu-central-1:111122223333", "stream/orders-dev-events") == names["events"]


def test_a_store_without_arn_has_a_name_of_ours(dev):
    """
    What AWS gives no name at synth is named by its deployment.
    """
    composition = copy.deepcopy(dev)
    stores = {store["name"]: store for store in composition.dataflow["stores"]}
    stores["raw"]["arn"] = "arn:aws:s3:::${aws_s3_bucket.other.bucket}/*"
    stores["events"]["arn"] = None
    names = Datasets(composition).named

    assert [("millrace://dev", "orders-dev/raw"), ("millrace://dev", "orders-dev/events")] == [
        names["raw"],
        names["events"],
    ]


def test_the_schema_of_a_table_is_that_of_the_catalog(by_name):
    """
    A table has its columns with type and comment, the partition's last.
    """
    [table] = [each for each in by_name["delivery"]["outputs"] if "glue" in each["namespace"]]
    fields = {field["name"]: field for field in table["facets"]["schema"]["fields"]}

    assert {"name": "amount", "type": "decimal(12,2)", "description": "Price of the order in euro"} == fields["amount"]
    assert "event_date" == list(fields)[-1]


def test_owner_and_class_are_told(by_name):
    """
    Each dataset says whose it is, how sensitive, and how long it is kept.
    """
    [stream] = by_name["producer"]["outputs"]
    told = stream["facets"]["millrace_classification"]

    assert [{"name": "orders-team@example.com", "type": "OWNER"}] == stream["facets"]["ownership"]["owners"]
    assert ("confidential", "kinesis_stream", 3) == (told["classification"], told["kind"], told["retentionDays"])


def test_tokenized_columns_lead_to_their_source(by_name, loaded):
    """
    Each sensitive field of the treated output comes, masked, from the field of that name in the stream.
    """
    fields = lineage_of(by_name["transform"], "deliverystream/orders-dev-delivery")
    [source] = fields["customer_email"]["inputFields"]

    assert set(loaded.deployment.parameters.event_schema.sensitive_fields) == set(fields)
    assert ("stream/orders-dev-events", "customer_email") == (source["name"], source["field"])
    assert [{"type": "DIRECT", "subtype": "TRANSFORMATION", "masking": True, "description": "tokenize"}] == source[
        "transformations"
    ]


def test_tokens_are_followed_into_the_table(by_name):
    """
    What was tokenized before is passed on as it is.
    """
    [source] = lineage_of(by_name["delivery"], "orders_dev/orders")["customer_email"]["inputFields"]

    assert "deliverystream/orders-dev-delivery" == source["name"]
    assert [("IDENTITY", False)] == [(each["subtype"], each["masking"]) for each in source["transformations"]]


def test_what_is_refused_is_not_said_to_be_tokenized(by_name):
    """
    Quarantine holds records as they came.
    """
    [quarantine] = [each for each in by_name["transform"]["outputs"] if "quarantine" in each["namespace"]]

    assert "columnLineage" not in quarantine["facets"]


@pytest.mark.parametrize(
    ("method", "subtypes"), [("mask", {"TRANSFORMATION"}), ("aggregate", {"AGGREGATION"}), ("drop", set())]
)
def test_treatments_have_openlineages_words(dev, method, subtypes):
    """
    An aggregated column is an aggregation; of a dropped one nothing is left to say.
    """
    composition = copy.deepcopy(dev)
    [transform] = [each for each in composition.dataflow["processes"] if each["name"] == "transform"]
    transform["deidentifies"]["method"] = method
    found = Columns(composition, Datasets(composition)).facets.get(("transform", "delivery-buffer"), {"fields": {}})
    said = [source["transformations"][0] for field in found["fields"].values() for source in field["inputFields"]]

    assert subtypes == {each["subtype"] for each in said}


@pytest.mark.parametrize("time", ["yesterday", "2026-11-24", "2026-11-24T09:30:00", "2026-11-24 09:30:00Z"])
def test_a_time_has_a_zone(time):
    """
    A time that means another moment elsewhere is refused.
    """
    with pytest.raises(InputError, match="give date, time and zone as in 2026-11-24T09:30:00Z"):
        checked(time)


def test_the_verb_writes_the_events(place):
    """
    The events lie in the deployment's workspace, and nothing else of it changes.
    """
    ended = place.run("lineage", "orders-dev", "--time", "2026-11-24T09:30:00Z")
    [first, *_] = json.loads((place.place().folder / "lineage.json").read_text())

    assert 0 == ended.code, ended.said
    assert re.fullmatch(r"13 processes and \d+ datasets in build/orders-dev/local/lineage.json\n", ended.said)
    assert "2026-11-24T09:30:00Z" == first["eventTime"]
    assert {"lineage.json", "diagram.svg", ".lock"} >= place.files()
