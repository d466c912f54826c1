"""
The four steps of a rotation: make a password, set it in the warehouse, see that it was set, and let it count.
"""

from __future__ import annotations

import json
import secrets
import string
from typing import Any

from .warehouse import Warehouse

LENGTH = 48  # characters; Redshift takes 8 to 64
KINDS = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
"""Redshift wants one of each; letters and digits need no escaping anywhere."""


class Rotation:
    """Rotates the password of *user* in one secret of *secretsmanager*."""

    def __init__(self, secretsmanager: Any, warehouse: Warehouse, user: str) -> None:
        self._secrets = secretsmanager
        self._warehouse = warehouse
        self._user = user

    def create(self, secret: str, version: str) -> None:
        """Keep a new password as the pending version, unless an earlier try has."""
        stages = self._stages(secret)
        if "AWSPENDING" in stages.get(version, ()) and self._has_value(secret, version):
            return
        value = {"engine": "redshift", "username": self._user, "password": password()}
        self._secrets.put_secret_value(
            SecretId=secret, ClientRequestToken=version, SecretString=json.dumps(value), VersionStages=["AWSPENDING"]
        )

    def set(self, secret: str, version: str) -> None:
        """Give the user the pending password."""
        pending = self._value(secret, version)
        self._warehouse.run(f"ALTER USER \"{self._user}\" PASSWORD '{pending['password']}'")

    def test(self, secret: str, version: str) -> None:
        """The pending version is of this user, and the warehouse knows the user with a password."""
        if self._value(secret, version)["username"] != self._user:
            raise ValueError(f"the pending version is not of the user {self._user}")
        self._warehouse.run(f'ALTER USER "{self._user}" NOCREATEUSER NOCREATEDB')

    def finish(self, secret: str, version: str) -> None:
        """Let the pending version be the current one."""
        stages = self._stages(secret)
        current = next((each for each, labels in stages.items() if "AWSCURRENT" in labels), None)
        if current == version:
            return
        before = {"RemoveFromVersionId": current} if current else {}
        self._secrets.update_secret_version_stage(
            SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=version, **before
        )

    def _stages(self, secret: str) -> dict[str, list[str]]:
        stages: dict[str, list[str]] = self._secrets.describe_secret(SecretId=secret).get("VersionIdsToStages", {})
        return stages

    def _has_value(self, secret: str, version: str) -> bool:
        try:
            self._value(secret, version)
        except self._secrets.exceptions.ResourceNotFoundException:
            return False
        return True

    def _value(self, secret: str, version: str) -> dict[str, str]:
        found = self._secrets.get_secret_value(SecretId=secret, VersionId=version, VersionStage="AWSPENDING")
        value: dict[str, str] = json.loads(found["SecretString"])
        return value


def password() -> str:
    """Letters and digits, some of each."""
    every = "".join(KINDS)
    while True:
        made = "".join(secrets.choice(every) for _ in range(LENGTH))
        if all(set(made) & set(kind) for kind in KINDS):
            return made
