"""
Every resource of a plan read back from the account, and its settings compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.exceptions import ClientError, ParamValidationError

from workflow.probes import PROBES
from workflow.probes.fact import Fact
from workflow.probes.live import Live, MissingError

MISSING = (
    "ClusterNotFoundException",
    "EntityNotFoundException",
    "LifecyclePolicyNotFoundException",
    "NoSuchBucket",
    "NoSuchEntity",
    "NotFoundException",
    "NoSuchBucketPolicy",
    "NoSuchConfigRuleException",
    "NoSuchConfigurationRecorderException",
    "NoSuchDeliveryChannelException",
    "NoSuchLifecycleConfiguration",
    "NoSuchPublicAccessBlockConfiguration",
    "ObjectLockConfigurationNotFoundError",
    "OwnershipControlsNotFoundError",
    "RepositoryNotFoundException",
    "ResourceNotFoundException",
    "NoSuchTagSet",
    "ServerSideEncryptionConfigurationNotFoundError",
    "TrailNotFoundException",
)
"""Codes with which AWS says that something is not there, beside those that say it in their name."""


@dataclass
class Found:
    """What was read back so far."""

    resources: int = 0
    facts: int = 0
    differing: list[tuple[str, Fact]] = field(default_factory=list)
    unprobed: list[str] = field(default_factory=list)


def read_back(
    session: boto3.Session,
    plan: Mapping[str, Any],
    state: Mapping[str, Mapping[str, Any]],
    left_out: Mapping[str, str],
) -> Found:
    """
    Compare each resource of *plan* (plan JSON) with the account; *state* holds its ids, *left_out* says why one is not there.
    """
    found = Found()
    planned = planned_values(plan, state)
    places = regions(plan)
    there = {address: values for address, values in planned.items() if address not in left_out}
    lives = {region: Live(session, there, region) for region in {None, *places.values()}}
    for address in sorted({*planned, *state}):
        if address in left_out:
            found.unprobed.append(f"{address}: {left_out[address]}")
        elif address not in planned or address not in state:
            found.differing.append((address, Fact("exists", address in planned, address in state)))
        elif (kind := address.partition(".")[0]) not in PROBES:
            found.unprobed.append(f"{address}: there is no probe for {kind}")
        else:
            _compare(found, lives[places.get(address)], address, planned[address])
    return found


def regions(plan: Mapping[str, Any]) -> dict[str, str]:
    """The region of every resource that is not in the session's, by address: that of the provider it names."""
    configuration = plan.get("configuration", {})
    providers = {
        name: provider["expressions"]["region"]["constant_value"]
        for name, provider in configuration.get("provider_config", {}).items()
        if "alias" in provider
    }
    return {
        resource["address"]: providers[resource["provider_config_key"]]
        for resource in configuration.get("root_module", {}).get("resources", [])
        if resource.get("provider_config_key") in providers
    }


def planned_values(plan: Mapping[str, Any], state: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """
    The values of every planned resource, by address.

    What is known only after apply comes from the state: Terraform puts there what the plan led to, and a later change of
    the account does not reach it.
    """
    unknown = {change["address"]: change["change"].get("after_unknown") or {} for change in plan["resource_changes"]}
    return {
        resource["address"]: {
            **state.get(resource["address"], {}),
            **{
                name: value
                for name, value in resource.get("values", {}).items()
                if not _any_unknown(unknown.get(resource["address"], {}).get(name))
            },
        }
        for resource in plan["planned_values"]["root_module"].get("resources", [])
    }


def _any_unknown(mark: Any) -> bool:
    """Whether a value, whose unknown parts are marked by `true` in *mark*, has any."""
    if isinstance(mark, dict):
        return any(_any_unknown(each) for each in mark.values())
    return any(_any_unknown(each) for each in mark) if isinstance(mark, list) else bool(mark)


def _compare(found: Found, live: Live, address: str, planned: Mapping[str, Any]) -> None:
    kind = address.partition(".")[0]
    found.resources += 1
    for fact in _facts(live, kind, planned):
        found.facts += 1
        if not fact.agrees:
            found.differing.append((address, fact))


def _facts(live: Live, kind: str, planned: Mapping[str, Any]) -> Iterator[Fact]:
    """The facts of one resource; that it is not there, or may not be read, is one too."""
    try:
        yield from PROBES[kind](live, planned)
    except (MissingError, ParamValidationError):  # the latter: the state knows no id of it, so it was never made
        yield Fact("exists", planned=True, live=False)
    except ClientError as error:
        if is_missing(error):
            yield Fact("exists", planned=True, live=False)
        else:
            yield Fact("can be read", planned=True, live=str(error))


def is_missing(error: ClientError) -> bool:
    """Whether AWS says that something is not there."""
    code = error.response["Error"]["Code"]
    return code in MISSING or code.endswith((".NotFound", ".NonExistentQueue", "NotFound", "404"))
