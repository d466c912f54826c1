"""
What is known of a container before it runs, whatever it runs on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from moto.ecr import ecr_backends

from workflow.emulator.problems import NotEmulatedError

IMAGE = re.compile(
    r"(?P<account>\d{12})\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?/(?P<repository>[^@:]+)"
    r"@(?P<digest>sha256:[0-9a-f]{64})"
)


@dataclass(frozen=True)
class Logs:
    """Where a container's output goes, written as *role_arn*; `{id}` in *stream* is the first *digits* of the container's id."""

    group: str
    stream: str
    digits: int
    role_arn: str

    def stream_of(self, container_id: str) -> str:
        return self.stream.replace("{id}", container_id[: self.digits])


@dataclass(frozen=True)
class Container:
    """
    One container, as whoever starts it is told.

    *role_arn* is who its code is, *puller_arn* who fetches its image, *subnets* where it runs. Without *logs* nobody keeps
    what it says.
    """

    image: str
    command: tuple[str, ...]
    variables: Mapping[str, str]
    role_arn: str
    puller_arn: str
    subnets: tuple[str, ...]
    logs: Logs | None

    def repository(self, account_id: str, region: str) -> tuple[str, str]:
        """The repository of this account and region that the image is from, and its digest; no other image is emulated."""
        found = IMAGE.fullmatch(self.image)
        held = ecr_backends[account_id][region].repositories
        if not found or (found["account"], found["region"]) != (account_id, region) or found["repository"] not in held:
            raise NotEmulatedError(
                f"the image {self.image} is not named by its digest in a repository that account {account_id} has in {region}"
            )
        return found["repository"], found["digest"]


def refuse(of: str, given: Mapping[str, object], *names: str) -> None:
    """Refuse settings in *given* that would change what the code sees and that are not emulated."""
    found = [name for name in names if given.get(name)]
    if found:
        raise NotEmulatedError(f"{', '.join(found)} of {of} is not emulated")


def texts(environment: object) -> dict[str, str]:
    """The variables in *environment*, a list of `name` and `value`; one that has its value from elsewhere is not emulated."""
    entries = environment if isinstance(environment, list) else []
    foreign = [str(entry.get("name")) for entry in entries if not isinstance(entry.get("value"), str)]
    if foreign:
        raise NotEmulatedError(f"the variable {foreign[0]} has its value from elsewhere, which is not emulated")
    return {entry["name"]: entry["value"] for entry in entries}
