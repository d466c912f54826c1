from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks


class LambdaCallers(Policy):
    """
    Who may call a function, or write to a queue, does: the rule has the function for a target, the bucket tells the queue.

    Why: a right that nothing uses is one whose use has been taken out, so what should start the work never does.
    Fix: add the aws_cloudwatch_event_target, or the aws_s3_bucket_notification; or take the right out too.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure what may start work does start it",
            id="MR_LANDING_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_lambda_permission", "aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Permissions of event rules, and buckets that a queue takes messages from.
        """
        if resource["address"].startswith("aws_s3_bucket."):
            return self._bucket_problems(resource)
        if resource.get("principal") != "events.amazonaws.com":
            return []
        rules = {
            item.get("name")
            for item in self.planned("aws_cloudwatch_event_rule")
            if item["arn"] == resource.get("source_arn")
        }
        function = str(resource.get("function_name")).split(":function:")[-1]
        started = any(
            item.get("rule") in rules and str(item.get("arn")).split(":function:")[-1] == function
            for item in self.planned("aws_cloudwatch_event_target")
        )
        return [] if started else [f"lets {resource.get('source_arn')} call {function}, which it does not"]

    def _bucket_problems(self, bucket: Resource) -> list[str]:
        arn = f'"{bucket["arn"]}"'
        texts = [json.dumps(item.get("policy")).replace("\\", "") for item in self.planned("aws_sqs_queue_policy")]
        waiting = any(arn in text and "s3.amazonaws.com" in text for text in texts)
        told = any(blocks(item.get("queue")) for item in self.companions(bucket, "aws_s3_bucket_notification"))
        return ["tells no queue, though one waits for its word"] if waiting and not told else []


check = LambdaCallers()
