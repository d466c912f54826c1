"""
The table with the newest version of every entity.
"""

from __future__ import annotations

import decimal
import time
from collections.abc import Callable
from typing import Any, Literal

from botocore.exceptions import ClientError

from .message import Message, RefusedError

DAY = 86_400  # seconds

Outcome = Literal["written", "older"]


class Entities:
    """*table* is boto3's; items expire *retention_days* after their last change. *now* gives seconds since the epoch."""

    def __init__(self, table: Any, retention_days: int, now: Callable[[], float] = time.time) -> None:
        self._table = table
        self._retention_days = retention_days
        self._now = now

    def write(self, message: Message) -> Outcome:
        """
        Write *message* unless the table holds the same or a newer version; DynamoDB compares and writes in one step.

        Raises RefusedError when DynamoDB cannot hold it.
        """
        expires_at = int(self._now()) + self._retention_days * DAY
        try:
            self._table.put_item(
                Item={**vars(message), "expires_at": expires_at},
                ConditionExpression="attribute_not_exists(entity_id) OR version < :version",
                ExpressionAttributeValues={":version": message.version},
            )
        except decimal.DecimalException as error:
            raise RefusedError("not_storable", "a number has more than 38 digits or is out of range") from error
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code == "ConditionalCheckFailedException":
                return "older"
            if code == "ValidationException":
                raise RefusedError("not_storable", "the table takes no such item") from error
            raise
        return "written"
