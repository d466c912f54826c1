from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from statements import denies_plain_http, statements


class SqsTlsOnly(Policy):
    """
    The policy of a queue denies every request without TLS.

    Why: SQS answers plain HTTP unless a policy forbids it.
    Fix: add an aws_sqs_queue_policy with Effect Deny, Principal *, Action sqs:*, the ARN of the queue and the one
    condition Bool aws:SecureTransport false.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a queue refuses requests without TLS",
            id="MR_SQS_3",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One statement of the queue's policy denies everybody everything without TLS.
        """
        names = {resource["id"], resource["arn"], resource.get("url")}
        documents = [
            item.get("policy") for item in self.planned("aws_sqs_queue_policy") if item.get("queue_url") in names
        ]
        denied = {
            arn
            for statement in statements([resource.get("policy"), *documents])
            if denies_plain_http(statement, "sqs")
            for arn in statement.resources
        }
        return [] if denied & {resource["arn"], "*"} else ["requests without TLS are not denied"]


check = SqsTlsOnly()
