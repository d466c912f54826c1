"""
Stores that other deployments read, on the side of their owner: who may, and what bucket and key say about it.

The roles of the other deployment may not be there yet, so they are known by how their names start. Each needs the access in
its own policy as well, which follows from the other deployment's graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from modules.dataflow import Graph, Statement, Store
from modules.errors import SettingError
from modules.grants import Export
from modules.pipeline import Pipeline
from modules.spelling import choice

READABLE: Final = ("bucket", "glue_table")
"""Kinds of stores that others may read: files, which stay where they are; who reads a queue or a stream takes part in it."""


class Reader(NamedTuple):
    """A deployment that may read, and the mail address of the team that answers for it."""

    name: str
    owner: str


def find(graph: Graph, name: str, path: tuple[str, ...]) -> Store:
    """
    The store called *name*, or else the one in the zone of that name.

    Raises `SettingError` for the setting at *path* when there is none, or none that others may read.
    """
    shared = [store for store in graph.stores if _is_shared(store)]
    for store in sorted(shared, key=lambda store: store.name != name):
        if name in (store.name, store.zone):
            return store
    known = choice(name, [store.zone or store.name for store in shared])
    raise SettingError(path, f"there is no store {name} that others could read{known}")


def _is_shared(store: Store) -> bool:
    """Files of this deployment's own that somebody other than the auditor may read, or that are meant for other deployments."""
    people = store.persona_readers is None or store.persona_readers - {"auditor"}
    return store.kind in READABLE and not store.origin and (store.offered or bool(people))


def export(pipeline: Pipeline, exports: Mapping[str, Iterable[Reader]]) -> None:
    """
    Let the deployments in *exports* read the stores they stand under.

    Raises `SettingError` for a store that there is not, or that holds nothing for others.
    """
    graph = pipeline.graph
    for name, readers in exports.items():
        store = find(graph, name, ("exports", name))
        for reader in readers:
            pattern = pipeline.global_arn("iam", f"role/{reader.name}-*")
            needed = {resource for statement in store.read_statements for resource in statement.resources}
            graph.grants.exports.append(Export(store.name, reader.name, pattern, tuple(sorted(needed))))
            for statement in _in_buckets(store):
                graph.grants.allow("read", _bucket_statement(pipeline, pattern, statement))
            process = next((each for each in graph.processes if each.name == reader.name), None)
            (process or graph.add_process(reader.name, "deployment", reader.owner)).reads(store)


def bucket_statements(pipeline: Pipeline, bucket: str) -> list[dict[str, Any]]:
    """What the policy of the bucket with the ARN *bucket* says for readers in other deployments."""
    stores = {store.name: store for store in pipeline.graph.stores}
    return [
        _bucket_statement(pipeline, each.principals, statement)
        for each in pipeline.graph.grants.exports
        for statement in _in_buckets(stores[each.store])
        if any(_is_of(resource, bucket) for resource in statement.resources)
    ]


def readers_of(pipeline: Pipeline, bucket: str) -> list[str]:
    """Patterns of the roles of other deployments that read from a bucket."""
    exports = pipeline.graph.grants.exports
    return sorted({each.principals for each in exports if any(_is_of(resource, bucket) for resource in each.resources)})


def key_statements(pipeline: Pipeline, key: str) -> list[dict[str, Any]]:
    """
    What the policy of the key with the ARN *key* says for them: decrypt, through S3, what lies in the store and nothing else
    that the key protects. S3 gives the bucket as the context, or the object where a bucket key is not used ("Using encryption
    context").
    """
    return [
        {
            "Effect": "Allow",
            "Principal": {"AWS": pipeline.global_arn("iam", "root")},
            "Action": ["kms:Decrypt"],
            "Resource": "*",
            "Condition": {
                "ArnLike": {"aws:PrincipalArn": [each.principals]},
                "StringEquals": {
                    "kms:CallerAccount": pipeline.environment.account_id,
                    "kms:ViaService": pipeline.service("s3"),
                },
                "StringLike": {"kms:EncryptionContext:aws:s3:arn": [arn for arn in each.resources if ":s3:::" in arn]},
            },
        }
        for each in pipeline.graph.grants.exports
        if key in each.resources
    ]


def _in_buckets(store: Store) -> list[Statement]:
    return [statement for statement in store.read_statements if statement.actions[0].startswith("s3:")]


def _is_of(resource: str, bucket: str) -> bool:
    return resource == bucket or resource.startswith(f"{bucket}/")


def _bucket_statement(pipeline: Pipeline, pattern: str, statement: Statement) -> dict[str, Any]:
    return {
        **statement.to_json(),
        "Principal": {"AWS": pipeline.global_arn("iam", "root")},
        "Condition": {**statement.condition, "ArnLike": {"aws:PrincipalArn": [pattern]}},
    }
