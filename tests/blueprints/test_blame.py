"""
Which line of a deployment's file a refusal names that comes only when the deployment is composed.
"""

from __future__ import annotations

from copy import deepcopy

import pytest
import yaml

from blueprints.problems import DocumentError
from tests.blueprints.exchanges import ORDERS, ROOT, repository, synthesized


def told(folder, *path, value=None):
    """
    What is said of orders-dev with the setting at *path* changed, or taken out, and the line of its file that is named.
    """
    content = deepcopy(ORDERS)
    place = content
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    root = repository(folder, orders_dev=content)
    with pytest.raises(DocumentError) as caught:
        synthesized(root, "orders-dev")
    [problem] = caught.value.problems
    return problem, (root / "deployments" / "orders-dev.yaml").read_text().splitlines()[problem.line - 1]


def test_a_path_that_the_message_begins_with(tmp_path):
    """
    Data that is locked longer than it may stay is a matter of the retention.
    """
    content = yaml.safe_load((ROOT / "deployments" / "orders-prod.yaml").read_text())
    content["parameters"]["lake"] = {"raw_retention_days": 40}
    root = repository(tmp_path, orders_prod=content)
    environment = root / "environments" / "prod.yaml"
    environment.write_text(environment.read_text().replace("  days: 30", "  days: 60"))

    with pytest.raises(DocumentError) as caught:
        synthesized(root, "orders-prod")

    [problem] = caught.value.problems
    assert ("parameters", "lake", "raw_retention_days") == problem.path
    assert problem.message.startswith("raw data is locked for")


def test_a_name_that_is_taken(tmp_path):
    """
    A data set called like a zone of the lake is blamed where it is named.
    """
    problem, line = told(tmp_path, "parameters", "dataset", value="quarantine")

    assert "dataset: quarantine" == line.strip()
    assert "the name quarantine is used twice in the graph; choose another" == problem.message


def test_a_persona_that_may_not_read(tmp_path):
    """
    An analyst who would see names of customers is blamed in the list of consumers.
    """
    problem, line = told(tmp_path, "parameters", "event_schema", "sensitive_fields")

    assert "- analyst" == line.strip()
    assert ("parameters", "consumers", 2) == problem.path


def test_a_setting_that_the_message_speaks_of(tmp_path):
    """
    A load that no stream takes is blamed on the workload.
    """
    load = {"records_per_second": 900_000, "average_record_bytes": 900, "peak_factor": 4}
    problem, line = told(tmp_path, "workload", value=load)

    assert "workload:" == line.strip()
    assert "needs 3600 shards" in problem.message
