from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


def _problems(destination: Resource, own: set[str]) -> list[str]:
    problems = []
    if destination.get("bucket_arn") not in own:
        problems.append(f"writes to {destination.get('bucket_arn')}, which is no bucket of the stack")
    if not destination.get("error_output_prefix"):
        problems.append("has no error_output_prefix")
    logging = block(destination.get("cloudwatch_logging_options"))
    if logging.get("enabled") is not True or not logging.get("log_group_name"):
        problems.append("does not log what it cannot deliver")
    return problems


class FirehoseErrors(Policy):
    """
    A delivery stream writes to a bucket of its stack, keeps what it cannot deliver under a prefix of its own, and
    logs the cause.

    Why: undelivered records otherwise lie among good ones or vanish, and nobody learns why.
    Fix: set bucket_arn to a bucket of the stack, error_output_prefix, and cloudwatch_logging_options with a log
    group and stream.
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
        found = blocks(resource.get("extended_s3_configuration"))
        return (
            [problem for item in found for problem in _problems(item, own)]
            if found
            else ["has no extended_s3 destination"]
        )


check = FirehoseErrors()
