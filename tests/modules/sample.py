"""
A deployment that uses every module, composed in memory, with its resources laid open for tests.
"""

from __future__ import annotations

import copy
import functools
import json
import re
import tempfile
from collections.abc import Mapping
from typing import Any

from bindings import App
from blueprints import BLUEPRINTS
from blueprints.deployment import deployment_type
from blueprints.stack import Exchange, add_stack
from modules.archive import Archive
from modules.dataflow import Graph
from modules.environment import Environment
from modules.facts import Facts
from modules.imported import Imported

ACCOUNT = "111122223333"
REGION = "eu-central-1"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
ARCHIVES = {
    name: Archive(f"assets/{name}.zip", "ab" * 32, f"{name}.handler.handler")
    for name in ("stream_transform", "warehouse_login")
}
REFERENCE = re.compile(r"(?<!\$)\$\{([a-z0-9_]+\.[\w-]+)\.(\w+)\}")

ENVIRONMENT: dict[str, Any] = {
    "name": "dev",
    "account_id": ACCOUNT,
    "region": REGION,
    "zones": [f"{REGION}a", f"{REGION}b", f"{REGION}c"],
    "network": {"own": {"cidr_block": "10.20.0.0/20"}},
    "state_bucket": "millrace-state",
    "key_administrators": [f"{ROLE}key-administrator"],
    "deploy_roles": [f"{ROLE}deploy"],
    "personas": {name: [f"{ROLE}{name}"] for name in ("owner", "engineer", "analyst", "auditor")},
    "alarm_receivers": ["team@example.com", "on-call@example.com"],
    "allowed_classifications": ["public", "internal", "confidential", "restricted"],
    "immutability": {"mode": "governance", "days": 7},
}

DEPLOYMENT: dict[str, Any] = {
    "name": "orders-dev",
    "blueprint": "stream_analytics",
    "environment": "dev",
    "owner": "orders@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 200, "average_record_bytes": 900, "peak_factor": 5},
    "parameters": {
        "dataset": "orders",
        "event_schema": {
            "event_id": "order_id",
            "event_time": "ordered_at",
            "sensitive_fields": ["email", "customer"],
            "fields": [
                {"name": "order_id", "type": "string", "description": "Identifies the order"},
                {"name": "ordered_at", "type": "timestamp"},
                {"name": "email", "type": "string"},
                {"name": "customer", "type": "bigint"},
                {"name": "amount", "type": "decimal(12,2)"},
                {"name": "quantity", "type": "integer"},
            ],
        },
        "producers": [f"{ROLE}web-shop"],
        "consumers": ["owner", "engineer"],
        "stream": {"capacity_mode": "provisioned"},
    },
}

BUCKETS = {"raw": "con", "quarantine": "con", "curated": "int", "results": "int", "logs": "int"}
"""What the names of the sample's buckets start with, by zone."""


def bucket_name(zone: str) -> str:
    """The name of the sample's bucket of *zone*."""
    return f"{BUCKETS[zone]}-orders-dev-{zone}-{ACCOUNT}-{REGION}"


class Built:
    """
    A composed deployment. `built[path]` is what stands in `cdk.tf.json` for the resource made at this path of ids, with
    each reference replaced by the value it has in the plan, or else by `<path.attribute>`.
    """

    def __init__(
        self,
        deployment: dict[str, Any],
        environment: dict[str, Any],
        facts: dict[str, Any] | None = None,
        archives: Mapping[str, Archive] = ARCHIVES,
        imports: Mapping[str, Imported] | None = None,
    ) -> None:
        model = deployment_type(BLUEPRINTS[deployment["blueprint"]])
        with tempfile.TemporaryDirectory() as folder:
            stack, graph = add_stack(
                App(outdir=folder),
                model.model_validate_json(json.dumps(deployment)),
                Environment.model_validate_json(json.dumps(environment)),
                archives,
                Facts.model_validate_json(json.dumps(facts or {})),
                Exchange(imports or {}, {}),
            )
            self.blocks = stack.blocks
        self.graph: Graph = graph
        self._paths = {
            resource.resource_address: "/".join(resource.construct_path[1:]) for resource in stack.resources()
        }
        self._rendered = {self._paths[resource.resource_address]: resource.render() for resource in stack.resources()}
        self._stack: dict[str, dict[str, Any]] = {}
        for resource in stack.resources():
            kind, name = resource.resource_address.split(".")
            self._stack.setdefault(kind, {})[name] = resource.render()
        self.types = {self._paths[resource.resource_address]: resource.resource_type for resource in stack.resources()}

    def configuration(self) -> dict[str, Any]:
        """What stands in `cdk.tf.json`."""
        return {**copy.deepcopy(self.blocks), "resource": copy.deepcopy(self._stack)}

    def __getitem__(self, path: str) -> dict[str, Any]:
        resolved: dict[str, Any] = self._resolved(self._rendered[path])
        return resolved

    def __contains__(self, path: str) -> bool:
        return path in self._rendered

    def rendered(self, path: str) -> dict[str, Any]:
        """The resource with its references as they are."""
        return self._rendered[path]

    def of_type(self, resource_type: str) -> dict[str, dict[str, Any]]:
        return {path: self[path] for path, found in self.types.items() if found == resource_type}

    def statements(self, path: str, argument: str = "policy") -> list[dict[str, Any]]:
        """The statements of a policy."""
        statements: list[dict[str, Any]] = json.loads(self[path][argument])["Statement"]
        return statements

    def statement(self, path: str, sid: str) -> dict[str, Any]:
        [found] = [statement for statement in self.statements(path) if statement.get("Sid") == sid]
        return found

    def allowed(self, path: str) -> dict[str, list[str]]:
        """Of a role's policy, the resources on which each action is allowed."""
        allowed: dict[str, list[str]] = {}
        for statement in self.statements(path):
            if statement["Effect"] == "Allow":
                for action in statement["Action"]:
                    allowed.setdefault(action, []).extend(statement["Resource"])
        return allowed

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._resolved(element) for key, element in value.items()}
        if isinstance(value, list):
            return [self._resolved(element) for element in value]
        return REFERENCE.sub(self._value, value) if isinstance(value, str) else value

    def _value(self, match: re.Match[str]) -> str:
        path = self._paths[match[1]]
        return str(self._rendered[path].get(match[2], f"<{path}.{match[2]}>"))


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """*base* with *changes* laid over it, objects key by key; what is changed to `None` is removed."""
    result = copy.deepcopy(base)
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        elif value is None:
            result.pop(key, None)
        else:
            result[key] = value
    return result


@functools.cache
def _built(changes: str) -> Built:
    deployment, environment = json.loads(changes)
    return Built(merged(DEPLOYMENT, deployment), merged(ENVIRONMENT, environment))


def build(environment: dict[str, Any] | None = None, **deployment: Any) -> Built:
    """The sample with changes to its environment and to the keys of its deployment."""
    return _built(json.dumps([deployment, environment or {}], sort_keys=True))


def parameters(**changes: Any) -> Built:
    """The sample with changes to the parameters of its deployment."""
    return build(parameters=changes)
