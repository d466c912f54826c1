"""
The dataflow graph as data: what `dataflow.json` holds, and from which lineage and diagrams are drawn.
"""

from __future__ import annotations

from typing import Any

from modules.dataflow import Flow, Graph, Load, Process, Store
from modules.grants import Asset

TABLE = ":table/"


def to_json(graph: Graph) -> dict[str, Any]:
    """Nodes and edges, each edge with the class and the load that travel along it, and the stages by how full they are."""
    utilization = graph.utilization()
    return {
        "stores": [store_json(store) for store in graph.stores],
        "processes": [process_json(process) for process in graph.processes],
        "flows": [flow_json(graph, flow) for flow in graph.flows],
        "assets": [asset_json(asset) for asset in graph.grants.assets],
        "grants": [{"duty": grant.duty, "on": grant.on, "statement": grant.statement} for grant in graph.grants.all()],
        "trustees": [
            {"process": each.process, "duty": each.duty, "resources": list(each.resources)}
            for each in graph.grants.trustees
        ],
        "refusals": graph.grants.refused(),
        "utilization_at_peak": {name: round(share, 4) for name, share in sorted(utilization.items())},
        "narrowest": max(utilization, key=lambda name: utilization[name], default=None),
    }


def store_json(store: Store) -> dict[str, Any]:
    """*resources* are the ARNs, or patterns of them, that its readers and writers are granted; keys are among them."""
    statements = (*store.read_statements, *store.write_statements)
    granted = {resource for statement in statements for resource in statement.resources}
    return {
        "name": store.name,
        "kind": store.kind,
        "arn": arn_of(store),
        "classification": store.classification.value,
        "owner": store.owner,
        "retention_days": store.retention_days,
        "origin": store.origin,
        "known_as": list(store.known_as) if store.known_as else None,
        "resources": sorted(store.places or granted),
    }


def asset_json(asset: Asset) -> dict[str, Any]:
    return {"name": asset.name, "kind": asset.kind, "classification": asset.classification, "arn": asset.arn}


def process_json(process: Process) -> dict[str, Any]:
    treated = process.deidentifies_to
    return {
        "name": process.name,
        "kind": process.kind,
        "persona": process.persona,
        "in_network": process.in_network,
        "oversees": process.oversees,
        "owner": process.owner,
        "carries": process.carries,
        "principal": process.principal,
        "trust": process.trust,
        "statements": [statement.to_json() for statement in process.statements()],
        "deidentifies": {"method": treated.method, "fields": list(treated.fields), "to": treated.to.value}
        if treated
        else None,
    }


def flow_json(graph: Graph, flow: Flow) -> dict[str, Any]:
    """The class that travels is the store's: what is read has it, and what is written gets it."""
    load = graph.load_on(flow.store) if flow.direction == "reads" else flow.process.input_load()
    reading = flow.direction == "reads"
    return {
        "from": flow.store.name if reading else flow.process.name,
        "to": flow.process.name if reading else flow.store.name,
        "classification": flow.store.classification.value,
        "load": load_json(load) if load and not flow.process.persona else None,
    }


def load_json(load: Load) -> dict[str, float]:
    return {
        "records_per_second": load.records_per_second,
        "average_record_bytes": load.record_bytes,
        "peak_factor": load.peak_factor,
        "peak_kib_per_second": round(load.peak_kib_per_second, 3),
    }


def arn_of(store: Store) -> str | None:
    """
    What holds the data: the first ARN that a reader needs, or else a writer; a table rather than its files. It may refer to
    other resources. `None` when neither needs anything that is no key.
    """
    if store.places:
        return store.places[0]
    for statements in (store.read_statements, store.write_statements):
        resources = [each for statement in statements for each in statement.resources if each.startswith("arn:")]
        resources.sort(key=lambda resource: TABLE not in resource)
        if resources:
            return resources[0]
    return None


def origins(graph: Graph, store: Store) -> str:
    """How data comes into *store*, as `source > store > process`, each way once; people are left out."""
    return ", ".join(dict.fromkeys(" > ".join(way) for way in _ways(graph, store)))


def _ways(graph: Graph, store: Store) -> list[list[str]]:
    ways = []
    for writer in graph.writers(store):
        if not writer.persona:
            before = [[*way, read.name] for read in writer.stores("reads") for way in _ways(graph, read)]
            ways += [[*way, writer.name] for way in before or [[]]]
    return ways
