"""
The warehouse as its administrator reaches it: one statement at a time, through the Data API.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

PATIENCE = 40  # times a second; a workgroup at rest needs some seconds to wake up
DONE = ("ABORTED", "FAILED", "FINISHED")


class Warehouse:
    """*target* says which warehouse and database, *secret_arn* where the administrator's password is."""

    def __init__(self, data_api: Any, target: Mapping[str, str], secret_arn: str) -> None:
        self._data_api = data_api
        self._target = target
        self._secret_arn = secret_arn

    def run(self, statement: str) -> None:
        """Raises `RuntimeError`, without the statement, when it did not finish."""
        asked = self._data_api.batch_execute_statement(**self._target, SecretArn=self._secret_arn, Sqls=[statement])
        for _ in range(PATIENCE):
            found = self._data_api.describe_statement(Id=asked["Id"])
            if found["Status"] in DONE:
                break
            time.sleep(1)
        if found["Status"] != "FINISHED":
            raise RuntimeError(f"statement {asked['Id']} is {found['Status']}")
