"""
An applied deployment on the embedded AWS, as the people and services see it that act on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from modules.environment import Environment
from modules.errors import InputError
from modules.foundation.trust import acting_role, is_federated
from workflow.emulator.server import Emulator

if TYPE_CHECKING:
    import boto3


class Deployed:
    """*consumers* are the personas that it has, *buckets* the names of its buckets by zone."""

    def __init__(
        self,
        deployment: str,
        environment: Environment,
        emulator: Emulator,
        buckets: Mapping[str, str],
        consumers: Sequence[str],
    ) -> None:
        self._deployment = deployment
        self._environment = environment
        self._emulator = emulator
        self._buckets = buckets
        self._consumers = consumers

    def reader(self) -> str:
        """The consumer with the fewest rights: the analyst where there is one."""
        return next(
            persona for persona in ("analyst", "ml_engineer", "engineer", "owner") if persona in self._consumers
        )

    def persona(self, persona: str, duty: str) -> boto3.Session:
        """A session of somebody whom the environment lets act as *persona*."""
        named = [each for each in getattr(self._environment.personas, persona) if not is_federated(each)]
        if not named:
            raise InputError(
                f"personas.{persona} of environment {self._environment.name} names providers of identities only, and the "
                "embedded AWS signs nobody in; name a role or a permission set beside them to try a deployment here"
            )
        return self._session(f"persona-{persona}-{duty}", acting_role(named[0], self._environment))

    def bucket(self, zone: str) -> str:
        return self._buckets[zone]

    def _session(self, role: str, via: str) -> boto3.Session:
        place = self._environment
        arn = f"arn:{place.partition}:iam::{place.account_id}:role/{self._deployment}-{role}"
        return self._emulator.session(arn, via=via)
