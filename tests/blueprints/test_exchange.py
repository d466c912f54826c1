from __future__ import annotations

import json

import pytest

from blueprints import BLUEPRINTS
from blueprints.problems import DocumentError
from modules.errors import InputError
from tests.blueprints.exchanges import EXPORTS, ORDERS, READER, pair, repository, synthesized
from tests.blueprints.lake_reader import LakeReader

ROLES = "arn:aws:iam::111122223333:role/lakehouse-dev-*"
BUCKET = "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1"


@pytest.fixture(autouse=True)
def _known(monkeypatch):
    monkeypatch.setitem(BLUEPRINTS, "lake_reader", LakeReader)


@pytest.fixture(name="sides", scope="module")
def _sides(tmp_path_factory):
    """
    Stack and graph of the deployment that reads, and of the one that is read.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(BLUEPRINTS, "lake_reader", LakeReader)
        root = pair(tmp_path_factory.mktemp("repository"))
        return synthesized(root, "lakehouse-dev"), synthesized(root, "orders-dev")


@pytest.fixture(name="reading")
def _reading(sides):
    return sides[0]


@pytest.fixture(name="owning")
def _owning(sides):
    return sides[1]


def named(dataflow, part, name):
    [found] = [each for each in dataflow[part] if each["name"] == name]
    return found


def statements(stack, resource_type, part):
    [policy] = [
        each["policy"] for name, each in stack["resource"][resource_type].items() if part in name and "policy" in each
    ]
    return json.loads(policy)["Statement"]


def refused(root, name="lakehouse-dev"):
    """
    What is said about the repository, file, line and column first.
    """
    with pytest.raises(DocumentError) as caught:
        synthesized(root, name)
    return str(caught.value)


def test_class_owner_and_retention_cross(reading):
    """
    The imported store is of the class, the owner and the retention that its own deployment says.
    """
    store = named(reading[1], "stores", "orders")

    assert ("orders-dev/curated", "internal", ORDERS["owner"], 365) == (
        store["origin"],
        store["classification"],
        store["owner"],
        store["retention_days"],
    )


def test_load_crosses(reading, owning):
    """
    What comes into the store over there is the load on its reader here.
    """
    [there] = [flow["load"] for flow in owning[1]["flows"] if flow["to"] == "orders"]
    [here] = [flow["load"] for flow in reading[1]["flows"] if flow["to"] == "copy"]

    assert here["records_per_second"] == ORDERS["workload"]["records_per_second"]
    assert there == here


def test_lineage_meets(reading, owning):
    """
    Both sides call the store by the same ARN; here it comes from the other deployment, there it goes to this one.
    """
    here, there = named(reading[1], "stores", "orders"), named(owning[1], "stores", "orders")
    flows = [{(flow["from"], flow["to"]) for flow in dataflow["flows"]} for _, dataflow in (reading, owning)]

    assert "arn:aws:glue:eu-central-1:111122223333:table/orders_dev/orders" == here["arn"]
    assert there["arn"].startswith("arn:aws:glue:eu-central-1:111122223333:table/${aws_glue_catalog_database.")
    assert ("orders-dev/curated", "orders") in flows[0]
    assert ("orders", "lakehouse-dev") in flows[1]


def test_the_reader_is_granted_names_and_the_key_by_its_alias(reading):
    """
    The role reads the rows of that table, and decrypts through S3 with the key that has the owner's alias.
    """
    stack = reading[0]
    found = [each for each in statements(stack, "aws_iam_role_policy", "lake_reader_role") if each["Effect"] == "Allow"]
    by_action = {action: each for each in found for action in each["Action"] if BUCKET in str(each["Resource"])}
    [key] = [each for each in found if "key/*" in str(each["Resource"])]

    assert [f"{BUCKET}/orders/*"] == by_action["s3:GetObject"]["Resource"]
    assert {
        "StringLike": {"s3:prefix": ["orders/*"]},
        "StringEquals": {"aws:ResourceAccount": "111122223333"},
    } == by_action["s3:ListBucket"]["Condition"]
    assert ["kms:Decrypt"] == key["Action"]
    assert {
        "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"},
        "ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]},
    } == key["Condition"]


def test_nothing_refers_to_the_other_stack(reading):
    """
    Every reference in the stack is to a resource in it.
    """
    text = json.dumps(reading[0])

    assert "int-orders-dev-curated" in text
    assert "stream_analytics" not in text


def test_the_blueprint_learns_where_to_read(reading):
    """
    Files and table are told as the job needs them.
    """
    outputs = reading[0]["output"]

    assert "s3://int-orders-dev-curated-111122223333-eu-central-1/orders/" == outputs["files"]["value"]
    assert "orders_dev.orders" == outputs["table"]["value"]


def test_the_owner_lets_the_bucket_be_read(owning):
    """
    Roles of the reader get the rows of the exported table and the list of them, and nothing else of the bucket.
    """
    found = [each for each in statements(owning[0], "aws_s3_bucket_policy", "curated") if each["Effect"] == "Allow"]

    assert {"s3:GetObject", "s3:ListBucket"} == {action for each in found for action in each["Action"]}
    assert all({"aws:PrincipalArn": [ROLES]} == each["Condition"]["ArnLike"] for each in found)
    assert all("StringLike" in each["Condition"] for each in found if each["Action"] == ["s3:ListBucket"])


def test_the_owner_lets_the_key_open_that_bucket_only(owning):
    """
    The key decrypts for them through S3 and with the exported bucket as the context.
    """
    [found] = [each for each in statements(owning[0], "aws_kms_key", "pipeline_key") if ROLES in json.dumps(each)]
    contexts = found["Condition"]["StringLike"]["kms:EncryptionContext:aws:s3:arn"]

    assert ["kms:Decrypt"] == found["Action"]
    assert "s3.eu-central-1.amazonaws.com" == found["Condition"]["StringEquals"]["kms:ViaService"]
    assert contexts
    assert all("_lake_curated_" in context for context in contexts)


def test_grants_are_declared(owning):
    """
    Each statement for the reader is in the graph, so that the gate misses none and finds none too many.
    """
    granted = [each["statement"] for each in owning[1]["grants"] if each["duty"] == "read"]

    assert 3 == len(granted)
    assert all(ROLES in json.dumps(each) for each in granted)


def test_without_exports_nothing_changes(tmp_path):
    """
    A deployment that exports nothing names no role of another one.
    """
    stack, _ = synthesized(repository(tmp_path, orders_dev=ORDERS), "orders-dev")

    assert "lakehouse" not in json.dumps(stack)


def test_strict_data_names_the_reader_among_known_paths(tmp_path):
    """
    Where data moves by known paths only, the reader's roles are one of them.
    """
    reader = {"classification": "confidential", "imports": {"orders": "orders-dev/raw"}}
    root = pair(tmp_path, reader, {"exports": {"raw": ["lakehouse-dev"]}})
    found = statements(synthesized(root, "orders-dev")[0], "aws_s3_bucket_policy", "raw")
    [known] = [each for each in found if each.get("Sid") == "KnownPathsOnly"]

    assert {"aws:PrincipalArn": [ROLES]} == known["Condition"]["ArnNotLike"]


def test_a_weaker_deployment_is_refused(tmp_path):
    """
    A deployment of a weaker class than the data that it imports is refused at the import.
    """
    root = pair(tmp_path, {"imports": {"orders": "orders-dev/raw"}}, {"exports": {"raw": ["lakehouse-dev"]}})

    assert (
        "deployments/lakehouse-dev.yaml:7:11: imports.orders: orders-dev/raw holds confidential data, "
        "and this deployment is internal; raise its classification"
    ) in refused(root)


def test_a_weaker_sink_is_refused(tmp_path, monkeypatch):
    """
    Imported data reaches no store of a weaker class, and the message names the way from the other deployment.
    """

    class Weak(LakeReader):
        def __init__(self, scope, id, params, *, context):
            super().__init__(scope, id, params, context=context)
            job = self.pipeline.process("publish", "spark_job")
            job.reads(self.orders.store)
            job.writes(next(store for store in self.pipeline.graph.stores if "access-logs" == store.name))

    monkeypatch.setitem(BLUEPRINTS, "lake_reader", Weak)
    reader = {"classification": "confidential", "imports": {"orders": "orders-dev/raw"}}
    root = pair(tmp_path, reader, {"exports": {"raw": ["lakehouse-dev"]}})

    with pytest.raises(InputError, match=r"orders-dev/raw \(?.*orders \(confidential\) -> publish -> access-logs"):
        synthesized(root, "lakehouse-dev")


def test_an_import_that_nothing_reads_is_refused(tmp_path):
    """
    Access that no process needs is not asked for.
    """
    imports = {"orders": "orders-dev/curated", "more": "orders-dev/raw"}
    exports = {"exports": {"curated": ["lakehouse-dev"], "raw": ["lakehouse-dev"]}}
    root = pair(tmp_path, {"classification": "confidential", "imports": imports}, exports)

    with pytest.raises(InputError, match=r"lakehouse-dev.yaml:8:9: imports.more: nothing reads it"):
        synthesized(root, "lakehouse-dev")


def test_a_missing_import_is_asked_for(tmp_path):
    """
    A blueprint that reads an import says which one it lacks.
    """
    root = repository(tmp_path, lakehouse_dev={**READER, "imports": {}}, orders_dev=ORDERS)

    assert "imports: has no orders, which the blueprint lake_reader reads" in refused(root)


def test_a_renamed_store_is_told(tmp_path):
    """
    A store that its deployment does not have any more is told at its owner, with those there are; both sides fail.
    """
    root = pair(tmp_path, {"imports": {"orders": "orders-dev/curatd"}}, {"exports": {"curatd": ["lakehouse-dev"]}})
    told = "exports.curatd: there is no store curatd that others could read; did you mean curated? (allowed: raw,"

    assert "deployments/orders-dev.yaml:57:3: " in refused(root)
    assert told in refused(root)
    assert told in refused(root, "orders-dev")


@pytest.mark.parametrize("store", ["failures", "events", "access-logs", "delivery-buffer", "undelivered"])
def test_what_is_no_file_of_the_lake_stays_at_home(tmp_path, store):
    """
    Queues, streams, the auditor's logs and what nobody reads are not for other deployments.
    """
    root = pair(tmp_path, {"imports": {"orders": f"orders-dev/{store}"}}, {"exports": {store: ["lakehouse-dev"]}})

    assert f"there is no store {store} that others could read" in refused(root, "orders-dev")


FAULTS = {
    "not granted": (
        {},
        {"exports": {}},
        "imports.orders: orders-dev does not export curated to lakehouse-dev; who owns orders-dev grants it in deployments/",
    ),
    "another store granted": (
        {},
        {"exports": {"curate": ["lakehouse-dev"]}},
        "orders-dev does not export curated to lakehouse-dev; did you mean curate? (allowed: curate)",
    ),
    "no such deployment": (
        {"imports": {"orders": "order-dev/curated"}},
        {},
        "imports.orders: there is no deployment order-dev; did you mean orders-dev?",
    ),
    "itself": ({"imports": {"orders": "lakehouse-dev/raw"}}, {}, "imports.orders: is this deployment itself"),
    "no path": ({"imports": {"orders": "orders-dev"}}, {}, "imports.orders: "),
}


@pytest.mark.parametrize("name", FAULTS)
def test_wrong_imports(tmp_path, name):
    """
    What is wrong with an import is told at its place in the file, with what to do.
    """
    reader, orders, message = FAULTS[name]
    told = refused(pair(tmp_path, reader, orders))

    assert told.startswith("deployments/lakehouse-dev.yaml:7:11: ")
    assert message in told


def test_another_environment(tmp_path):
    """
    Imports and exports stay within one environment.
    """
    prod = {**ORDERS, "environment": "prod", **EXPORTS}
    reader = {**READER, "imports": {"orders": "orders-prod/curated"}}
    root = repository(tmp_path, lakehouse_dev=reader, orders_prod=prod)

    assert (
        "lakehouse-dev.yaml:7:11: imports.orders: orders-prod is of environment prod (deployments/orders-prod.yaml:2), "
        "and this deployment of dev"
    ) in refused(root)


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "a: &b c\n"])
def test_the_other_file_is_no_deployment(tmp_path, text):
    """
    When the other file cannot be read, the import says which file that is.
    """
    root = pair(tmp_path)
    (root / "deployments" / "orders-dev.yaml").write_text(text)

    assert "imports.orders: deployments/orders-dev.yaml is no deployment yet; mend it first" in refused(root)


def test_circles(tmp_path):
    """
    Deployments that import from each other are told the whole circle.
    """
    orders = {**ORDERS, **EXPORTS, "imports": {"back": "lakehouse-dev/raw"}}
    reader = {**READER, "exports": {"raw": ["orders-dev"]}}
    root = repository(tmp_path, lakehouse_dev=reader, orders_dev=orders)

    assert "imports go in a circle: lakehouse-dev -> orders-dev -> lakehouse-dev" in refused(root)
    assert "imports go in a circle: orders-dev -> lakehouse-dev -> orders-dev" in refused(root, "orders-dev")


def test_an_export_that_nobody_imports(tmp_path):
    """
    Access that nobody asks for is not granted.
    """
    root = pair(tmp_path, {"imports": {}})

    assert "exports.curated[0]: lakehouse-dev does not import orders-dev/curated" in refused(root, "orders-dev")


def test_names_that_cannot_be_told_apart(tmp_path):
    """
    A deployment whose roles would match the pattern of another's is no neighbour of an export.
    """
    orders = {**ORDERS, **EXPORTS}
    root = repository(tmp_path, lakehouse_dev=READER, lakehouse_dev_dev=READER, orders_dev=orders)

    assert "roles of lakehouse-dev-dev are named as roles of lakehouse-dev are" in refused(root, "orders-dev")


def test_an_imported_store_is_not_passed_on(tmp_path):
    """
    A store is imported from its owner and nobody else.
    """
    third = {**READER, "imports": {"orders": "lakehouse-dev/orders"}}
    root = repository(
        tmp_path,
        lakehouse_dev={**READER, "exports": {"orders": ["third-dev"]}},
        orders_dev={**ORDERS, **EXPORTS},
        third_dev=third,
    )

    assert "there is no store orders that others could read" in refused(root)
