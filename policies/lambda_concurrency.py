from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

MOST = 900  # AWS Lambda quotas: an account starts with 1000, of which 100 stay unreserved


class LambdaConcurrency(Policy):
    """
    A function reserves a concurrency from 1 to 900.

    Why: without a reservation, or with all there is, one function can use up the account; without one it can also be
    starved by others; zero stops it and -1 removes the bound.
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
        The reservation is one or more, and leaves something to others.
        """
        reserved = number(resource.get("reserved_concurrent_executions", -1))
        return [f"reserved_concurrent_executions is {reserved:.0f}"] if not 1 <= reserved <= MOST else []


check = LambdaConcurrency()
