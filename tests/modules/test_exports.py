from __future__ import annotations

import json
from dataclasses import replace

import pytest

from modules.dataflow import Classification, Graph, Load, Statement, Store
from modules.environment import Environment
from modules.errors import SettingError
from modules.foundation.exports import Reader, bucket_statements, export, find, key_statements, readers_of
from modules.imported import Imported, bring_in
from modules.pipeline import Pipeline
from tests.modules.sample import ENVIRONMENT

BUCKET = "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1"
KEY = "${aws_kms_key.pipeline.arn}"
READER = Reader("lakehouse-dev", "lakehouse@example.com")


def pipeline(classification="confidential"):
    place = Environment.model_validate_json(json.dumps(ENVIRONMENT))
    return Pipeline("orders-dev", place, "orders@example.com", Classification(classification))


def store(name="orders", **changes):
    made = Store(
        name=name,
        kind="bucket",
        classification=Classification.INTERNAL,
        owner="orders@example.com",
        retention_days=30,
        read_statements=(
            Statement(("s3:GetObject",), (f"{BUCKET}/orders/*",)),
            Statement(("s3:ListBucket",), (BUCKET,), {"StringLike": {"s3:prefix": ["orders/*"]}}),
            Statement(("kms:Decrypt",), (KEY,), {"StringEquals": {"kms:ViaService": "s3"}}),
        ),
        write_statements=(),
        zone="curated",
    )
    return replace(made, **changes)


def exporting():
    made = pipeline()
    made.graph.add_store(store())
    export(made, {"curated": [READER]})
    return made


def test_a_name_goes_before_a_zone():
    """
    A store that is called so is meant before one that lies in a zone of that name.
    """
    graph = Graph()
    graph.add_store(store("orders", zone="curated"))
    second = graph.add_store(store("curated", zone="raw"))

    assert second is find(graph, "curated", ("exports", "curated"))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "queue"},
        {"kind": "kinesis_stream"},
        {"persona_readers": frozenset({"auditor"})},
        {"persona_readers": frozenset()},
        {"origin": "billing-dev/raw"},
    ],
    ids=str,
)
def test_what_others_cannot_read(changes):
    """
    Queues, streams, what is for the auditor or for nobody, and what is imported itself are not to be exported.
    """
    graph = Graph()
    graph.add_store(store(**changes))

    with pytest.raises(SettingError, match=r"^exports.curated: there is no store curated that others could read"):
        find(graph, "curated", ("exports", "curated"))


def test_what_no_person_reads_can_be_for_other_deployments():
    """
    A store that is offered is found although it is open to nobody here, as models are that may be served.
    """
    graph = Graph()
    offered = graph.add_store(store(persona_readers=frozenset(), offered=True))

    assert offered is find(graph, "curated", ("exports", "curated"))


def test_only_what_is_exported_is_granted():
    """
    Another bucket and another key say nothing of the readers.
    """
    made = exporting()

    assert [] == bucket_statements(made, f"{BUCKET}-2")
    assert [] == readers_of(made, f"{BUCKET}-2")
    assert [] == key_statements(made, "${aws_kms_key.other.arn}")


def test_the_key_opens_the_exported_files():
    """
    The context of what the key opens is the bucket, or an object under the exported prefix.
    """
    [found] = key_statements(exporting(), KEY)

    assert [BUCKET, f"{BUCKET}/orders/*"] == found["Condition"]["StringLike"]["kms:EncryptionContext:aws:s3:arn"]
    assert ["kms:Decrypt"] == found["Action"]


def test_the_reader_is_a_process_that_reads():
    """
    In the owner's graph the other deployment is one process, however many stores it reads.
    """
    made = pipeline()
    made.graph.add_store(store())
    made.graph.add_store(store("invoices", zone="invoices"))
    export(made, {"curated": [READER], "invoices": [READER]})
    [process] = made.graph.processes

    assert ("lakehouse-dev", "deployment", "lakehouse@example.com") == (process.name, process.kind, process.owner)
    assert ["orders", "invoices"] == [each.name for each in process.stores("reads")]


def test_load_and_class_come_in():
    """
    An imported store is filled by its deployment, with the class and the load that it has there.
    """
    made = pipeline()
    load = Load(200.0, 900.0, 5.0)
    imported = bring_in(made, "orders", Imported(store(origin="orders-dev/curated"), load))
    [source] = made.graph.processes

    assert load == made.graph.load_on(imported.store)
    assert ("orders-dev/curated", Classification.INTERNAL) == (source.name, source.carries)


def test_stricter_than_the_deployment():
    """
    A deployment imports nothing that is stricter than itself.
    """
    imported = Imported(store(origin="orders-dev/raw", classification=Classification.RESTRICTED), None)

    with pytest.raises(
        SettingError, match=r"^imports.orders: orders-dev/raw holds restricted data, and this deployment is"
    ):
        bring_in(pipeline(), "orders", imported)


def test_where_files_are():
    """
    Files are where their objects are, and what is no table has none.
    """
    imported = Imported(store(), None)

    assert "s3://int-orders-dev-curated-111122223333-eu-central-1/orders/" == imported.files
    assert imported.table is None
