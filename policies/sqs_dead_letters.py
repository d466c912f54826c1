from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

MOST_RECEIVES = 100
FAILING = (
    *(
        "aws_cloudwatch_event_target",
        "aws_lambda_event_source_mapping",
        "aws_lambda_function",
        "aws_lambda_function_event_invoke_config",
    ),
    *("aws_scheduler_schedule", "aws_sfn_state_machine", "aws_sns_topic_subscription"),
)
"""Types that name a queue for what failed."""


class SqsDeadLetters(Policy):
    """
    A queue that is worked on, which is every one that takes no failures, gives up on a message after 100 receives or fewer, and keeps it in a queue of its stack
    that takes it. No queue gives messages up to a queue of somebody else.

    Why: a message that always fails is otherwise tried until it expires, and is then lost.
    Fix: set redrive_policy with the ARN of a queue of the stack and maxReceiveCount from 1 to 100; where that queue has a
    redrive_allow_policy, name this queue in it.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a queue that feeds a function has a dead-letter queue of its stack",
            id="MR_SQS_4",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is a redrive policy, bounded, to a queue of the stack that admits this one.
        """
        mappings = self.planned("aws_lambda_event_source_mapping")
        feeds = resource["arn"] in {mapping.get("event_source_arn") for mapping in mappings}
        if not resource.get("redrive_policy"):
            return ["has no redrive_policy"] if feeds or not self._receives_failures(resource) else []
        redrive = json.loads(resource["redrive_policy"])
        target = redrive.get("deadLetterTargetArn")
        own = {item["arn"]: item for item in self.planned("aws_sqs_queue")}
        if target not in own or target == resource["arn"]:
            return [f"redrives to {target}, which is no other queue of the stack"]
        allowed = json.loads(own[target].get("redrive_allow_policy") or "{}")
        checks = {
            "tries a message without bound": 1 <= int(redrive.get("maxReceiveCount", 0)) <= MOST_RECEIVES,
            f"{target} does not take its messages": allowed.get("redrivePermission", "allowAll") == "allowAll"
            or resource["arn"] in allowed.get("sourceQueueArns", []),
        }
        return [text for text, good in checks.items() if not good]

    def _receives_failures(self, queue: Resource) -> bool:
        """
        Whether something of the plan gives up to this queue what failed.
        """
        names = [str(queue[name]) for name in ("arn", "url", "id") if queue.get(name)]
        texts = [str(item.get("redrive_policy")) for item in self.planned("aws_sqs_queue")]
        texts += [json.dumps(item).replace("\\", "") for item in self.planned(*FAILING)]
        return any(f'"{name}"' in text for name in names for text in texts)


check = SqsDeadLetters()
