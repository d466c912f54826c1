from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class LambdaOwnKey(Policy):
    """
    The environment variables of a function are encrypted with a customer-managed key of its own stack that rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set kms_key_arn to a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the environment of a function is encrypted with a rotating key of its own stack",
            id="MR_LAMBDA_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The function names such a key, and variables that name keys name keys of the stack.
        """
        problem = self.key_problem(resource.get("kms_key_arn"))
        variables = block(block(resource.get("environment")).get("variables"))
        own = {key[name] for key in self.planned("aws_kms_key") for name in ("arn", "id", "key_id") if key.get(name)}
        foreign = [
            f"{name} is no key of the stack"
            for name, key in variables.items()
            if name.endswith("KEY_ID") and key not in own
        ]
        return [problem, *foreign] if problem else foreign


check = LambdaOwnKey()
