"""
What policies share: plain values of resources, and a look at the other resources of the plan.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from checkov.common.models.enums import CheckResult
from checkov.terraform.checks.resource.base_resource_check import BaseResourceCheck

CLASSES = ("public", "internal", "confidential", "restricted")
"""Weakest first; the values of the tag `classification`."""
ARCHIVES = ("audit", "config")
"""Values of the tag `zone` of buckets that hold records about the account itself; MR_ARCHIVE_* say how they are kept."""
Resource = dict[str, Any]


class Policy(BaseResourceCheck):
    """A check that lists what is wrong with a resource; a resource with nothing wrong passes."""

    looks_at: tuple[str, ...] = ()
    """The arguments a verdict depends on; empty when it depends on other resources too."""

    @abstractmethod
    def problems(self, resource: Resource) -> list[str]:
        """
        What is wrong with one resource, a sentence each.
        """

    def scan_resource_conf(self, conf: dict[str, list[Any]]) -> CheckResult:
        """
        Fail with the problems as details.
        """
        self.evaluated_keys = list(self.looks_at)
        self.details.extend(self.problems(plain(conf)))
        return CheckResult.FAILED if self.details else CheckResult.PASSED

    def planned(self, *types: str) -> list[Resource]:
        """
        The resources of some types in the plan, each with its `address`.
        """
        by_type = _INDEX.of(self.graph)
        return [resource for kind in types for resource in by_type.get(kind, [])]

    def companions(self, bucket: Resource, kind: str) -> list[Resource]:
        """
        The resources of a type that configure a bucket.
        """
        return [item for item in self.planned(kind) if item.get("bucket") in (bucket["id"], bucket.get("bucket"))]

    def key_problem(self, key: Any) -> str:
        """
        Why a key is none of this plan's own with rotation; empty when it is one.
        """
        if not key:
            return "no key is named, so AWS uses one of its own"
        names = {key, *(alias["target_key_id"] for alias in self.planned("aws_kms_alias") if key in _names(alias))}
        for candidate in self.planned("aws_kms_key"):
            if names & _names(candidate):
                rotates = candidate.get("enable_key_rotation") is True
                return "" if rotates else f"the key {candidate['address']} does not rotate"
        return f"the key {key} is none of this stack's"


class Index:
    """The resources of one graph by type, read once: every policy looks at the same plan, and plans may share resources."""

    def __init__(self) -> None:
        self._graph: Any = None
        self._by_type: dict[str, list[Resource]] = {}
        self._read: dict[int, tuple[Any, Resource]] = {}

    def of(self, graph: Any) -> dict[str, list[Resource]]:
        """
        The resources of a graph; another graph is read anew.
        """
        if graph is not self._graph:
            before, self._read = self._read, {}
            self._graph, self._by_type = graph, {}
            for _, node in graph.nodes():
                if node.get("block_type_") == "resource":
                    written = _configuration(node)
                    kept = before.get(id(written))
                    read = kept if kept and kept[0] is written else (written, plain(written))
                    self._read[id(written)] = read
                    self._by_type.setdefault(node["resource_type"], []).append(read[1])
        return self._by_type


_INDEX = Index()


def plain(value: Any) -> Any:
    """
    A value without the lists and line numbers that Checkov wraps around it.
    """
    if isinstance(value, dict):
        named = {"address": value["__address__"]} if "__address__" in value else {}
        kept = {key: plain(item) for key, item in value.items() if not _internal(key)}
        return {**kept, **named}
    if isinstance(value, list):
        if len(value) == 1 and not isinstance(value[0], dict):
            return plain(value[0])
        return [plain(item) for item in value]
    return value


def blocks(value: Any) -> list[Resource]:
    """
    The blocks of one kind, however many there are.
    """
    if isinstance(value, dict):
        return [value]
    return [item for item in listed(value) if isinstance(item, dict)]


def block(value: Any) -> Resource:
    """
    The first block of a kind, or an empty one.
    """
    return next(iter(blocks(value)), {})


def listed(value: Any) -> list[Any]:
    """
    A value as a list: nothing, one or several.
    """
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def number(value: Any) -> float:
    """
    A number, however it is written; 0 when there is none.
    """
    return float(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else 0.0


def tag(resource: Resource, name: str) -> str:
    """
    The value of a tag, the stack's default tags included; empty when there is none.
    """
    return str(block(resource.get("tags_all")).get(name, ""))


def rank(resource: Resource) -> int:
    """
    How strict a resource's classification is, from 0; an unclassified resource counts as the strictest.
    """
    classification = tag(resource, "classification")
    return CLASSES.index(classification) if classification in CLASSES else len(CLASSES)


def account(resource: Resource) -> str:
    """
    The account a resource is in.
    """
    return str(resource["arn"]).split(":")[4]


def _internal(key: str) -> bool:
    return key in ("start_line", "end_line", "references_") or key.startswith("__")


def _configuration(node: dict[str, Any]) -> dict[str, Any]:
    kind, _, name = node["block_name_"].partition(".")
    configuration: dict[str, Any] = node["config_"][kind][name]
    return configuration


def _names(key: Resource) -> set[str]:
    return {key[name] for name in ("arn", "id", "key_id", "name") if key.get(name)}
