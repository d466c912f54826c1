from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class LambdaTracing(Policy):
    """
    A function traces its invocations with X-Ray.

    Why: PassThrough only traces what an upstream service chose to trace, which for a stream is nothing.
    Fix: set tracing_config.mode to Active.
    """

    looks_at = ("tracing_config",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function traces its invocations",
            id="MR_LAMBDA_4",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The mode is Active.
        """
        mode = block(resource.get("tracing_config")).get("mode")
        return [] if mode == "Active" else [f"tracing mode is {mode}"]


check = LambdaTracing()
