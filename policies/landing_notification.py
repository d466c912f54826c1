from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks


class LandingNotification(Policy):
    """
    A bucket tells of new objects to queues of its stack with a dead-letter queue, and only of those that a filter names; to
    nobody else.

    Why: a topic or function of others learns the names of all objects; word that is lost is a batch that nobody works on.
    Fix: name a queue of the stack with a redrive_policy, and a filter_prefix or filter_suffix.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure word of new objects goes to a queue of the stack that gives up on nothing silently",
            id="MR_LANDING_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_s3_bucket_notification"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every queue is of the stack and redrives, and has a filter.
        """
        queues = {item["arn"]: item for item in self.planned("aws_sqs_queue")}
        problems = [f"tells a {kind}" for kind in ("topic", "lambda_function") if blocks(resource.get(kind))]
        for told in blocks(resource.get("queue")):
            queue = queues.get(told.get("queue_arn"))
            if queue is None:
                problems.append(f"tells {told.get('queue_arn')}, which is no queue of the stack")
            elif not queue.get("redrive_policy"):
                problems.append(f"tells {queue['address']}, which has no dead-letter queue")
            if not (told.get("filter_prefix") or told.get("filter_suffix")):
                problems.append("tells of every object")
        return problems if blocks(resource.get("queue")) else [*problems, "tells no queue"]


check = LandingNotification()
