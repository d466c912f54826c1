"""
What stands round the arguments of resources in a configuration: settings of Terraform that could undo what a plan shows.

Checkov never sees them. A command that runs at apply, an argument whose changes are ignored, a provider that speaks
plain HTTP or another account's language: none of them changes a planned value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

SECTIONS = frozenset({"//", "output", "provider", "resource", "terraform"})
PROVIDER = frozenset({"alias", "allowed_account_ids", "default_tags", "region"})
BACKEND = frozenset({"allowed_account_ids", "bucket", "key", "region", "use_lockfile"})

SIZES = frozenset(
    {
        *("desired_capacity", "desired_count", "read_capacity", "scaling_config[0].desired_size", "shard_count"),
        *("target_on_demand_capacity", "target_spot_capacity", "write_capacity"),
        *(
            f"core_instance_fleet[0].{target}_capacity"
            for target in ("target_on_demand", "target_spot", "provisioned_on_demand", "provisioned_spot")
        ),
    }
)
"""Arguments that scaling changes while the stack runs; Terraform may ignore what it finds there."""

KEPT_BY_ENGINES = {"aws_glue_catalog_table": frozenset({"parameters", "storage_descriptor"})}
"""Arguments that AWS keeps itself: the columns and the newest metadata of an Iceberg table."""


def faults(configuration: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """What no module writes, as contradictions of a canonical plan: `address`, `attribute` and `cause`."""
    for section in sorted(set(configuration) - SECTIONS):
        yield _fault(section, "", "no module writes this section")
    for name, blocks in configuration.get("provider", {}).items():
        if name != "aws":
            yield _fault("provider", name, "is no provider that modules use")
        for block in _listed(blocks):
            for setting in sorted(set(block) - PROVIDER):
                yield _fault("provider", f"{name}.{setting}", "no module sets this")
    yield from _state_faults(configuration.get("terraform", {}))
    for kind, resources in configuration.get("resource", {}).items():
        for name, block in resources.items():
            yield from _resource_faults(f"{kind}.{name}", kind, block)


def _state_faults(settings: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    backend = settings.get("backend", {})
    for name in sorted(set(backend) - {"s3"}):
        yield _fault("terraform", f"backend.{name}", "state is kept in S3")
    state: Mapping[str, Any] = next(iter(_listed(backend.get("s3", {}))), {})
    for setting in sorted(set(state) - BACKEND):
        yield _fault("terraform", f"backend.s3.{setting}", "no module sets this")
    if state and state.get("use_lockfile") is not True:
        yield _fault("terraform", "backend.s3.use_lockfile", "must be true, or two applies destroy each other's state")


def _resource_faults(address: str, kind: str, block: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for name in ("connection", "provisioner"):
        if block.get(name):
            yield _fault(address, name, "runs commands that no plan shows")
    free = SIZES | KEPT_BY_ENGINES.get(kind, frozenset())
    for lifecycle in _listed(block.get("lifecycle")):
        ignored = lifecycle.get("ignore_changes") or []
        names = [ignored] if isinstance(ignored, str) else ignored
        for name in sorted(set(names) - free):
            yield _fault(
                address, "lifecycle.ignore_changes", f"ignores changes of {name}, so that a later plan mends none"
            )


def _fault(address: str, attribute: str, cause: str) -> dict[str, str]:
    return {"address": address, "attribute": attribute, "cause": cause}


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
