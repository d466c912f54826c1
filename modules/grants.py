"""
What access the design wants beside the flows of data: who administers a key, which service delivers into a bucket.

Plain Python, as the dataflow graph that holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Duty = Literal["administer", "back_up", "deliver", "fetch", "look", "maintain", "read", "search", "use"]
"""
`administer`: settings and removal, and never the data; `back_up`: copy all data, and set up what tells of changes;
`deliver`: put data in; `fetch`: read what is no other's data, a certificate or one's own output; `look`: see that it is there
and how it is set up; `maintain`: write files anew and remove old ones, of a place that stays what it is; `read`: read data,
which another deployment does; `search`: read all data to find what is sensitive; `use`: encrypt, decrypt, send.
"""


@dataclass(frozen=True)
class Grant:
    """One statement of a resource policy that allows, as it stands there, and the *duty* its principals have."""

    duty: Duty
    statement: Mapping[str, Any]
    on: str = ""
    """The ARN of what the policy stands on, for which `*` stands in it; empty where the statement names its resources."""


@dataclass(frozen=True)
class Asset:
    """Something that access is granted on and that holds no records: a key, a topic. *grants* are known at the end."""

    name: str
    kind: str
    classification: str
    arn: str
    grants: Callable[[], Sequence[Grant]]


@dataclass(frozen=True)
class Trustee:
    """A process whose *duty* reaches stores without a flow, because it moves no data from one to another."""

    process: str
    duty: Duty
    resources: tuple[str, ...]
    """Patterns of ARNs; what it needs on them, it requires."""


@dataclass(frozen=True)
class Export:
    """A store that the deployment *to* may read."""

    store: str
    to: str
    principals: str
    """A pattern of the ARNs of its roles."""
    resources: tuple[str, ...]
    """What a reader of the store needs, its key among them."""


@dataclass(eq=False)
class Grants:
    """All assets, grants, exports and refusals of one deployment."""

    assets: list[Asset] = field(default_factory=list)
    refusals: list[Callable[[], Sequence[Mapping[str, Any]]]] = field(default_factory=list)
    on_stores: list[Grant] = field(default_factory=list)
    trustees: list[Trustee] = field(default_factory=list)
    exports: list[Export] = field(default_factory=list)

    def add_asset(self, asset: Asset) -> None:
        self.assets.append(asset)

    def allow(self, duty: Duty, statement: Mapping[str, Any]) -> None:
        """Declare a statement of a store's own policy."""
        self.on_stores.append(Grant(duty, statement))

    def refuse(self, statements: Callable[[], Sequence[Mapping[str, Any]]]) -> None:
        """Declare statements of a resource's policy that refuse, so that one that is dropped or loosened is missed."""
        self.refusals.append(statements)

    def refused(self) -> list[Mapping[str, Any]]:
        return [statement for statements in self.refusals for statement in statements()]

    def all(self) -> list[Grant]:
        return [*self.on_stores, *(grant for asset in self.assets for grant in asset.grants())]
