"""
What Terraform needs to plan, and to apply, a family of resource types: the unit of which deploy roles are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from modules.foundation.account_actions import Actions

Scopes = Mapping[str, Sequence[str]]
"""By service, what its resources are called in their ARNs; `{name}` is the deployment, `{table}` the same for Glue."""

MAKING: Final = ("AddTags", "Create", "RunJobFlow", "TagResource")
"""How actions begin that are asked of a resource before it has a tag."""


@dataclass(frozen=True)
class Family:
    """Resource types that come together, and the calls that the AWS provider makes for them."""

    types: str
    """Terraform's resource types, without `aws_`."""

    read: Actions = field(default_factory=dict)
    write: Actions = field(default_factory=dict)

    scopes: Scopes = field(default_factory=dict)
    """What the writing actions are about, by names of the deployment, or any where AWS makes the names."""

    tagged: Actions = field(default_factory=dict)
    """Writing actions on resources that AWS names: they are told by their tag `deployment`."""

    tagged_scopes: Scopes = field(default_factory=dict)

    copies: Scopes = field(default_factory=dict)
    """What is made in a second region too, where the deployment keeps a copy."""

    receivers: Sequence[str] = ()
    """Services that roles of the deployment are handed to."""

    linked: Sequence[str] = ()
    """Services that get a role of their own in the account, made when they are used for the first time."""


def together(families: Iterable[Family]) -> Family:
    """What some families need, each action and scope once."""
    found = list(families)
    return Family(
        types=_words(family.types for family in found),
        read=_merged(family.read for family in found),
        write=_merged(family.write for family in found),
        scopes=_joined(family.scopes for family in found),
        tagged=_merged(family.tagged for family in found),
        tagged_scopes=_joined(family.tagged_scopes for family in found),
        copies=_joined(family.copies for family in found),
        receivers=tuple(sorted({name for family in found for name in family.receivers})),
        linked=tuple(sorted({name for family in found for name in family.linked})),
    )


def made(actions: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """*actions* that make or tag, and those on what is there already."""
    making = tuple(name for name in actions if name.partition(":")[2].startswith(MAKING))
    return making, tuple(name for name in actions if name not in making)


def _words(texts: Iterable[str]) -> str:
    return " ".join(sorted({word for text in texts for word in text.split()}))


def _merged(tables: Iterable[Actions]) -> dict[str, str]:
    found = list(tables)
    services = sorted({service for table in found for service in table})
    return {service: _words(table.get(service, "") for table in found) for service in services}


def _joined(tables: Iterable[Scopes]) -> dict[str, tuple[str, ...]]:
    found = list(tables)
    services = sorted({service for table in found for service in table})
    return {
        service: tuple(dict.fromkeys(scope for table in found for scope in table.get(service, ())))
        for service in services
    }
