from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

MOST_AT_ONCE = 1000  # "Configuring maximum concurrency for Amazon SQS event sources"
LEAST_AGE = 3600  # seconds


class LambdaMappings(Policy):
    """
    An event source gives a function every record, from the oldest on, tries again for an hour or more, and asks for no more
    functions at a time than are reserved.

    Why: a filter drops records that nobody sees again; one that begins with the latest loses what came before; a queue without a
    bound throttles the function, and messages that were fine end as dead letters.
    Fix: leave filter_criteria out, set starting_position to TRIM_HORIZON, and scaling_config.maximum_concurrency of a queue to what
    the function reserves.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an event source loses no records and asks for no more than is reserved",
            id="MR_LAMBDA_11",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_lambda_event_source_mapping"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Filter, beginning, tries, and the bound of a queue.
        """
        problems = ["drops records by a filter"] if resource.get("filter_criteria") else []
        if ":sqs:" in str(resource.get("event_source_arn")):
            most = number(block(resource.get("scaling_config")).get("maximum_concurrency"))
            reserved = [
                number(item.get("reserved_concurrent_executions"))
                for item in self.planned("aws_lambda_function")
                if resource.get("function_name") in (item.get("arn"), item.get("function_name"))
            ]
            ceiling = min([MOST_AT_ONCE, *reserved])
            return (
                problems
                if 0 < most <= ceiling
                else [*problems, f"asks for {most:g} at a time; {ceiling:g} are reserved"]
            )
        age, tries = (
            number(resource.get(name, -1)) for name in ("maximum_record_age_in_seconds", "maximum_retry_attempts")
        )
        rules = {
            "begins with the latest record": resource.get("starting_position") != "LATEST",
            f"gives records up after {age:.0f} seconds": age < 0 or age >= LEAST_AGE,
            "does not try again": tries != 0,
        }
        return problems + [problem for problem, held in rules.items() if not held]


check = LambdaMappings()
