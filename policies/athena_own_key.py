from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class AthenaOwnKey(Policy):
    """
    Query results are encrypted with a customer-managed key of the stack that rotates, whatever a client asks for.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set enforce_workgroup_configuration, and result_configuration.encryption_configuration with SSE_KMS and a
    key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the results of a workgroup are encrypted with a rotating key of its own stack",
            id="MR_ATHENA_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_athena_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Results are encrypted with such a key, and clients cannot choose otherwise.
        """
        settings = block(resource.get("configuration"))
        encryption = block(block(settings.get("result_configuration")).get("encryption_configuration"))
        problems = [self.key_problem(encryption.get("kms_key_arn"))]
        if encryption.get("encryption_option") not in ("SSE_KMS", "CSE_KMS"):
            problems.append(f"results are encrypted with {encryption.get('encryption_option')}")
        if settings.get("enforce_workgroup_configuration", True) is not True:
            problems.append("clients may override the settings of the workgroup")
        return [problem for problem in problems if problem]


check = AthenaOwnKey()
