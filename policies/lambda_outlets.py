from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

TRUE = ("1", "true", "yes", "on", "y", "t")
LOUD = ("DEBUG", "TRACE", "NOTSET")
LEVELS = ("AWS_LAMBDA_LOG_LEVEL", "LOG_LEVEL", "POWERTOOLS_LOG_LEVEL")


class LambdaOutlets(Policy):
    """
    A function puts its failures and objects into the stack, and does not write its events into the log.

    Why: a log is read by more people than the data; what goes to a bucket or queue elsewhere escapes every rule of the
    stack.
    Fix: drop POWERTOOLS_LOGGER_LOG_EVENT, keep log levels at INFO or above, and name buckets, queues and log groups of
    the stack.
    """

    looks_at = ("dead_letter_config", "environment", "logging_config")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function keeps what it handles in its stack and out of its log",
            id="MR_LAMBDA_7",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Log, dead letters, and buckets that its environment names.
        """
        variables = block(block(resource.get("environment")).get("variables"))
        logging = block(resource.get("logging_config"))
        levels = [str(variables.get(name, "")) for name in LEVELS]
        levels += [str(logging.get(name, "")) for name in ("application_log_level", "system_log_level")]
        problems = [f"logs at level {level}" for level in levels if level.upper() in LOUD]
        if str(variables.get("POWERTOOLS_LOGGER_LOG_EVENT", "")).lower() in TRUE:
            problems.append("writes its events into the log")
        buckets = {bucket["id"] for bucket in self.planned("aws_s3_bucket")}
        named = {name: value for name, value in variables.items() if name.endswith("_BUCKET")}
        problems += [
            f"{name} is {value}, no bucket of the stack" for name, value in named.items() if value not in buckets
        ]
        groups = {group["name"] for group in self.planned("aws_cloudwatch_log_group")}
        if logging.get("log_group") and logging["log_group"] not in groups:
            problems.append(f"logs to {logging['log_group']}, which is no log group of the stack")
        letters = block(resource.get("dead_letter_config")).get("target_arn")
        own = {item["arn"] for item in self.planned("aws_sqs_queue", "aws_sns_topic")}
        return [*problems, f"leaves failures at {letters}"] if letters and letters not in own else problems


check = LambdaOutlets()
