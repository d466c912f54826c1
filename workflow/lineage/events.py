"""
The graph of a deployment as OpenLineage's run events, one for each process.

The same files give the same events: no clock and no random number takes part.
"""

from __future__ import annotations

import json
import uuid
from typing import Any

from workflow.composition import Composition
from workflow.lineage.columns import Columns
from workflow.lineage.datasets import Datasets
from workflow.lineage.facets import JOB_OWNERSHIP, PROCESS, PRODUCER, RUN_EVENT, facet

EPOCH = "1970-01-01T00:00:00Z"
"""The time of events when none is given: plainly no time at which anything ran."""


def events(composition: Composition, time: str = EPOCH) -> list[dict[str, Any]]:
    """
    The events of *composition*, said to have occurred at *time*. What other deployments do with a store they say themselves,
    of the same dataset.
    """
    datasets = Datasets(composition)
    columns = Columns(composition, datasets).facets
    own = [process for process in composition.dataflow["processes"] if process["kind"] != "deployment"]
    return [_event(composition, process, datasets, columns, time) for process in own]


def _event(
    composition: Composition,
    process: dict[str, Any],
    datasets: Datasets,
    columns: dict[tuple[str, str], dict[str, Any]],
    time: str,
) -> dict[str, Any]:
    name, flows = process["name"], composition.dataflow["flows"]
    inputs = [datasets.json(flow["from"]) for flow in flows if flow["to"] == name]
    outputs = [
        datasets.json(flow["to"], {"columnLineage": columns[name, flow["to"]]} if (name, flow["to"]) in columns else {})
        for flow in flows
        if flow["from"] == name
    ]
    content = {
        "eventTime": time,
        "eventType": "OTHER",
        "producer": PRODUCER,
        "schemaURL": RUN_EVENT,
        "job": {
            "namespace": f"millrace://{composition.environment.name}",
            "name": f"{composition.deployment.name}.{name}",
            "facets": _job_facets(process),
        },
        "inputs": inputs,
        "outputs": outputs,
    }
    return {**content, "run": {"runId": run_id(content), "facets": {}}}


def _job_facets(process: dict[str, Any]) -> dict[str, Any]:
    facts = {"carries": process["carries"], "persona": process["persona"], "deidentifies": process["deidentifies"]}
    known = {key: value for key, value in facts.items() if value}
    return {
        "ownership": facet(JOB_OWNERSHIP, owners=[{"name": process["owner"], "type": "OWNER"}]),
        "millrace_process": facet(PROCESS, kind=process["kind"], inNetwork=process["in_network"], **known),
    }


def run_id(content: dict[str, Any]) -> str:
    """The id of a run that says just this: sending it twice is one run, and a changed graph is another one."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{PRODUCER}:{json.dumps(content, sort_keys=True)}"))
