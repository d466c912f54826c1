"""
boto3 clients that act as a role against the emulator's own address.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import boto3
from botocore.config import Config

from workflow.emulator.caller import UnknownCallerError
from workflow.emulator.problems import NoRoleError


class Clients:
    """Makes clients and keeps them, since making one takes tens of milliseconds."""

    def __init__(self, region: str, endpoint: str, credentials_for: Callable[[str], dict[str, str]]) -> None:
        self.region = region
        self.endpoint = endpoint
        self._credentials_for = credentials_for
        self._clients: dict[tuple[str, str], Any] = {}
        self._lock = threading.Lock()

    def get(self, service: str, role_arn: str) -> Any:
        """The client of *service* that acts as *role_arn*."""
        with self._lock:
            client = self._clients.get((service, role_arn))
            if client is None:
                client = self._clients[service, role_arn] = self._make(service, role_arn)
            return client

    def credentials(self, role_arn: str) -> dict[str, str]:
        """The role's credentials, as keyword arguments of `boto3.Session`; NoRoleError when there is no such role."""
        try:
            return self._credentials_for(role_arn)
        except UnknownCallerError as error:
            raise NoRoleError(str(error)) from error

    def forget(self, role_arn: str) -> None:
        """Ask for the role's credentials again before its next call."""
        with self._lock:
            for key in [key for key in self._clients if key[1] == role_arn]:
                del self._clients[key]

    def _make(self, service: str, role_arn: str) -> Any:
        session = boto3.Session(region_name=self.region, **self.credentials(role_arn))  # type: ignore[arg-type]
        config = Config(
            retries={"mode": "standard", "max_attempts": 3},
            s3={"addressing_style": "path"},
            connect_timeout=5,
            read_timeout=30,
            proxies={},
        )
        return session.client(service, endpoint_url=self.endpoint, config=config)  # type: ignore[call-overload]
