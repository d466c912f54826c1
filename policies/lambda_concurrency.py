from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number


class LambdaConcurrency(Policy):
    """
    A function reserves a concurrency of one or more.

    Why: without a reservation one function can use up the account, or be starved by others; zero stops it and -1
    removes the bound.
    Fix: set reserved_concurrent_executions to what the workload needs.
    """

    looks_at = ("reserved_concurrent_executions",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function has a concurrency of its own, with an upper bound",
            id="MR_LAMBDA_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The reservation is one or more.
        """
        reserved = number(resource.get("reserved_concurrent_executions", -1))
        return [f"reserved_concurrent_executions is {reserved:.0f}"] if reserved < 1 else []


check = LambdaConcurrency()
