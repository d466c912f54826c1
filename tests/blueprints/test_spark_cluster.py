from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.sample import ROLE
from tests.modules.spark_sample import build

SENSITIVE = {"event_id": "feature_id", "event_time": "computed_at", "sensitive_fields": ["name"]}


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


def test_data_flows_from_landing_to_readers(built):
    """
    Producers fill raw, jobs read it and write the table and quarantine, the owner reads the table.
    """
    flows = {(flow.process.name, flow.direction, flow.store.name) for flow in built.graph.flows}
    jobs = {(direction, store) for process, direction, store in flows if process == "spark-jobs"}

    assert {("reads", "raw"), ("reads", "code"), ("writes", "features"), ("writes", "quarantine")} == jobs
    assert ("producer", "writes", "raw") in flows
    assert ("spark-submitter", "writes", "code") in flows
    assert ("spark-nodes", "writes", "job-logs") in flows
    assert ("persona-owner-query", "reads", "features") in flows


def test_nothing_here_replaces_values():
    """
    A schema with sensitive fields is refused, since no process of the blueprint would tokenize them.
    """
    fields = [{"name": "name", "type": "string"}]
    with pytest.raises(ValueError, match="sensitive_fields, which nothing here replaces"):
        build(parameters={"row_schema": {**SENSITIVE, "fields": [*fields, *FIELDS]}})


FIELDS = [{"name": "feature_id", "type": "string"}, {"name": "computed_at", "type": "timestamp"}]


def test_the_submitter_is_who_the_deployment_names(built):
    """
    The named scheduler alone takes on the role that starts jobs.
    """
    [trust] = built.statements("submitter/role/role", "assume_role_policy")

    assert {"AWS": [f"{ROLE}scheduler"]} == trust["Principal"]


def test_an_analyst_reads_no_confidential_features():
    """
    What jobs write has the class of what they read.
    """
    with pytest.raises(InputError, match="the persona analyst may not read features, which is confidential"):
        build(parameters={"consumers": ["analyst"]})
