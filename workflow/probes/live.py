"""
The account as probes see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import boto3

Planned = Mapping[str, Any]
"""The planned values of one resource; what is known only after apply is in them too."""


class MissingError(Exception):
    """The account has no such resource."""


class Live:
    """
    Clients of one account and region (the session's unless named), each made once; and what is planned beside the resource
    that is probed.
    """

    def __init__(self, session: boto3.Session, planned: Mapping[str, Planned], region: str | None = None) -> None:
        self._region = region
        self._session = session
        self._clients: dict[str, Any] = {}
        self._planned = planned
        self.account_id = str(self.client("sts").get_caller_identity()["Account"])

    def client(self, service: str) -> Any:
        if service not in self._clients:
            self._clients[service] = self._session.client(service, region_name=self._region)  # type: ignore[call-overload] # no literal
        return self._clients[service]

    def planned(self, kind: str, **values: Any) -> list[Planned]:
        """The planned resources of type *kind* that have these *values*."""
        return [
            planned
            for address, planned in self._planned.items()
            if address.partition(".")[0] == kind
            and values.items() <= {name: planned.get(name) for name in values}.items()
        ]

    def pages(self, service: str, operation: str, result: str, **arguments: Any) -> Iterator[Any]:
        """The items under *result* of every page of an answer."""
        for page in self.client(service).get_paginator(operation).paginate(**arguments):
            yield from page[result]

    def only(self, items: Iterator[Any], **values: Any) -> Any:
        """The one of *items* that has these *values*; raises `MissingError` when there is none."""
        for item in items:
            if all(item.get(name) == value for name, value in values.items()):
                return item
        raise MissingError
