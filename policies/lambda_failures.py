from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, listed, number

MOST_RETRIES = 100
SHORTEST_AGE = 3600  # seconds; what a fault of an hour must not lose


def _stream_problems(mapping: Resource, streams: set[str]) -> list[str]:
    """What a reader of a stream may lose beside what fails."""
    if ":kinesis:" not in str(mapping.get("event_source_arn")):
        return []
    checks = {
        f"reads {mapping['event_source_arn']}, which is no stream of the stack": mapping["event_source_arn"] in streams,
        "does not start with the oldest record": mapping.get("starting_position") == "TRIM_HORIZON",
        "leaves records out": not blocks(mapping.get("filter_criteria")),
        "does not try again": number(mapping.get("maximum_retry_attempts", -1)) != 0,
        "gives a record up within an hour": number(mapping.get("maximum_record_age_in_seconds", -1)) < 0
        or number(mapping.get("maximum_record_age_in_seconds", -1)) >= SHORTEST_AGE,
    }
    return [text for text, good in checks.items() if not good]


def _queue(mapping: Resource) -> bool:
    return ":sqs:" in str(mapping.get("event_source_arn"))  # its queue redrives by itself


class LambdaFailures(Policy):
    """
    An event source mapping bounds its retries, isolates the bad record and sends what failed to a queue or topic of
    its stack; from a stream, which is of its stack, it leaves nothing out.

    Why: by default one bad record blocks a shard until it expires, and is then lost.
    Fix: set destination_config.on_failure, bisect_batch_on_function_error, maximum_retry_attempts from 0 to 100, a
    maximum record age, and function_response_types ReportBatchItemFailures; for a stream also starting_position
    TRIM_HORIZON, a retry or more, an age of an hour or more, and no filter_criteria.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an event source gives up on bad records, keeps them and goes on",
            id="MR_LAMBDA_3",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_lambda_event_source_mapping"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Destination, bisection, retries, age and partial responses.
        """
        own = {item["arn"] for item in self.planned("aws_sqs_queue", "aws_sns_topic", "aws_s3_bucket")}
        target = block(block(resource.get("destination_config")).get("on_failure")).get("destination_arn")
        checks = {
            f"what fails goes to {target}, which is none of the stack's": target in own,
            "does not bisect a failing batch": resource.get("bisect_batch_on_function_error") is True,
            "retries without bound": 0 <= number(resource.get("maximum_retry_attempts", -1)) <= MOST_RETRIES,
            "keeps records without bound": number(resource.get("maximum_record_age_in_seconds", -1)) > 0,
            "takes a batch as failed as a whole": "ReportBatchItemFailures"
            in listed(resource.get("function_response_types")),
            "is off": resource.get("enabled", True) is True,
        }
        if _queue(resource):
            checks = {
                text: good for text, good in checks.items() if text in ("is off", "takes a batch as failed as a whole")
            }
        streams = {item["arn"] for item in self.planned("aws_kinesis_stream")}
        return [text for text, good in checks.items() if not good] + _stream_problems(resource, streams)


check = LambdaFailures()
