from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

LEAST_RECEIVES = 2
LEAST_BYTES = 65_536
ONE_BY_ONE = "byQueue"


class SqsReceivers(Policy):
    """
    A queue gives a message at once, more than once if need be, takes ones of 64 KiB, and one for dead letters takes those of
    queues that it names.

    Why: a message that is seen once only is lost with the worker that has it; a queue for dead letters that takes any may be filled
    by any; a delay is time in which nobody works on what has come.
    Fix: set maxReceiveCount to 2 or more, redrive_allow_policy with byQueue, and leave delay_seconds at 0.
    """

    looks_at = ("delay_seconds", "max_message_size", "redrive_allow_policy", "redrive_policy")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a queue gives messages at once, and again, and takes dead letters of named queues",
            id="MR_SQS_6",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Delay, size, tries, and whose dead letters it takes.
        """
        redrive, allowed = (_document(resource, f"redrive{part}_policy") for part in ("", "_allow"))
        tries = number(redrive.get("maxReceiveCount", LEAST_RECEIVES))
        size = number(resource.get("max_message_size", 4 * LEAST_BYTES))
        rules = {
            "holds messages back": not number(resource.get("delay_seconds", 0)),
            f"takes no more than {size:.0f} bytes": size >= LEAST_BYTES,
            f"gives a message {tries:.0f} time": tries >= LEAST_RECEIVES,
            "takes dead letters of any queue": not allowed
            or allowed.get("redrivePermission") in (ONE_BY_ONE, "denyAll"),
        }
        problems = [problem for problem, held in rules.items() if not held]
        takes = [
            item.get("name")
            for item in self.planned("aws_sqs_queue")
            if resource["arn"] == _document(item, "redrive_policy").get("deadLetterTargetArn")
        ]
        return problems if not takes or allowed else [*problems, "does not say whose dead letters it takes"]


def _document(queue: Resource, name: str) -> Resource:
    text = queue.get(name)
    return json.loads(text) if isinstance(text, str) and text else block(text)


check = SqsReceivers()
