"""
One event source mapping of a queue: messages taken as the function's role, and what becomes of those that fail.

What the function has done with is deleted. What fails is seen again at once, since nobody waits for visibility timeouts
here, until the queue's redrive policy moves it to the dead-letter queue.
"""

from __future__ import annotations

from typing import Any

from moto.sqs import sqs_backends

from workflow.emulator.clients import Clients
from workflow.emulator.function_process import FunctionProcesses, Outcome
from workflow.emulator.problems import NotEmulatedError

MOST_MESSAGES = 10  # of one ReceiveMessage


class QueueMapping:
    """*settings* and *function* are moto's models of the mapping and of its function."""

    def __init__(self, settings: Any, function: Any, clients: Clients, processes: FunctionProcesses) -> None:
        self.settings, self.function = settings, function
        self._clients, self._processes = clients, processes
        self._account_id, self._name = settings.event_source_arn.split(":")[4:6]
        self._url = f"{clients.endpoint}/{self._account_id}/{self._name}"

    @property
    def role_arn(self) -> str:
        """The function's role, as which the queue is read."""
        return str(self.function.role)

    def __str__(self) -> str:
        return f"function {self.function.function_name} cannot be fed from {self.settings.event_source_arn}"

    def step(self) -> bool:
        """Invoke the function with what is in the queue, up to the batch size; True when there was something."""
        if self.settings.filter_criteria:
            raise NotEmulatedError("the mapping's filter_criteria is not emulated")
        messages = self._receive()
        if not messages:
            return False
        outcome = self._processes.invoke(self.function, {"Records": [self._worded(each) for each in messages]})
        failed = self._failed(messages, outcome)
        for message in messages:
            if message["MessageId"] in failed:
                self._show_again(message)
            else:
                self._sqs().delete_message(QueueUrl=self._url, ReceiptHandle=message["ReceiptHandle"])
        return True

    def _receive(self) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = []
        while len(messages) < self.settings.batch_size:
            most = min(MOST_MESSAGES, self.settings.batch_size - len(messages))
            answer = self._sqs().receive_message(
                QueueUrl=self._url,
                MaxNumberOfMessages=most,
                WaitTimeSeconds=0,
                AttributeNames=["All"],
                MessageAttributeNames=["All"],
            )
            if not answer.get("Messages"):
                break
            messages += answer["Messages"]
        return messages

    def _failed(self, messages: list[dict[str, Any]], outcome: Outcome) -> set[str]:
        """The ids of the messages that are not done."""
        everything = {message["MessageId"] for message in messages}
        if outcome.error:
            return everything
        if "ReportBatchItemFailures" not in (self.settings.function_response_types or []):
            return set()
        items = outcome.result.get("batchItemFailures") if isinstance(outcome.result, dict) else None
        if not isinstance(outcome.result, dict | None) or not isinstance(items, list | None):
            return everything  # AWS takes a malformed answer for a failure of the whole batch
        reported = {str(item.get("itemIdentifier")) if isinstance(item, dict) else "" for item in items or []}
        return everything if reported - everything else reported

    def _show_again(self, message: dict[str, Any]) -> None:
        backend = sqs_backends[self._account_id][self._clients.region]
        backend.change_message_visibility(self._name, message["ReceiptHandle"], 0)

    def _worded(self, message: dict[str, Any]) -> dict[str, Any]:
        told = message.get("MessageAttributes", {})
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": message.get("Attributes", {}),
            "messageAttributes": {
                name: {
                    "dataType": value["DataType"],
                    "stringValue": value.get("StringValue"),
                    "stringListValues": [],
                    "binaryListValues": [],
                }
                for name, value in told.items()
            },
            "md5OfBody": message["MD5OfBody"],
            "eventSource": "aws:sqs",
            "eventSourceARN": self.settings.event_source_arn,
            "awsRegion": self._clients.region,
        }

    def _sqs(self) -> Any:
        return self._clients.get("sqs", self.role_arn)
