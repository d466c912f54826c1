from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, rank, tag

TYPES = (
    "aws_cloudwatch_log_group",
    "aws_kinesis_stream",
    "aws_kms_key",
    "aws_lambda_function",
    "aws_s3_bucket",
    "aws_vpc",
)


class TagsArrival(Policy):
    """
    What takes data in as it arrives has the strictest class of its stack: stream, function, its logs, its failure
    queue, raw and quarantine zone.

    Why: a lower tag on one of them would lower its retention, key and readers, while it holds the same data.
    Fix: leave the class to the deployment; only what is de-identified is one class weaker.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure what takes data in has the strictest class of its stack",
            id="MR_TAGS_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=[
                "aws_cloudwatch_log_group",
                "aws_kinesis_stream",
                "aws_lambda_function",
                "aws_s3_bucket",
                "aws_sqs_queue",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The class is that of the strictest resource.
        """
        kind = resource["address"].split(".")[0]
        if kind == "aws_s3_bucket" and tag(resource, "zone") not in ("raw", "quarantine"):
            return []
        if kind == "aws_cloudwatch_log_group" and not str(resource.get("name")).startswith("/aws/lambda/"):
            return []
        classes = [rank(item) for item in self.planned(*TYPES) if tag(item, "classification") in CLASSES]
        strictest = max(classes, default=0)
        return (
            [f"is less strict than {CLASSES[strictest]}, the class of its stack"] if rank(resource) < strictest else []
        )


check = TagsArrival()
