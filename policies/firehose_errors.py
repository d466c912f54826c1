from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


def _place(prefix: object) -> str:
    return str(prefix or "").partition("!")[0].partition("/")[0]


def _problems(destination: Resource, own: set[str], groups: set[str]) -> list[str]:
    problems = []
    if destination.get("bucket_arn") not in own:
        problems.append(f"writes to {destination.get('bucket_arn')}, which is no bucket of the stack")
    if not destination.get("error_output_prefix"):
        problems.append("has no error_output_prefix")
    elif _place(destination["error_output_prefix"]) == _place(destination.get("prefix")):
        problems.append("puts what it cannot deliver among what it delivers")
    logging = block(destination.get("cloudwatch_logging_options"))
    if logging.get("enabled") is not True or not logging.get("log_group_name"):
        problems.append("does not log what it cannot deliver")
    elif logging["log_group_name"] not in groups:
        problems.append(f"logs to {logging['log_group_name']}, which is no log group of the stack")
    return problems


class FirehoseErrors(Policy):
    """
    A delivery stream writes to a bucket of its stack, keeps what it cannot deliver under a prefix of its own, and
    logs the cause.

    Why: undelivered records otherwise lie among good ones or vanish, and nobody learns why.
    Fix: set bucket_arn to a bucket of the stack, an error_output_prefix that starts with another folder than prefix,
    and cloudwatch_logging_options with a log group of the stack and its stream.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a delivery stream keeps what it cannot deliver, in a bucket of its stack, and logs why",
            id="MR_FIREHOSE_2",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_kinesis_firehose_delivery_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Destination, error prefix and logging of every S3 destination.
        """
        own = {bucket["arn"] for bucket in self.planned("aws_s3_bucket")}
        groups = {group["name"] for group in self.planned("aws_cloudwatch_log_group")}
        found = blocks(resource.get("extended_s3_configuration"))
        return (
            [problem for item in found for problem in _problems(item, own, groups)]
            if found
            else ["has no extended_s3 destination"]
        )


check = FirehoseErrors()
