from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class RedshiftOwnKey(Policy):
    """
    A warehouse encrypts with a customer-managed key of its own stack that rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set kms_key_id to a key of the stack, and encrypted where it is a cluster.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a warehouse is encrypted with a rotating key of its own stack",
            id="MR_REDSHIFT_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_redshift_cluster", "aws_redshiftserverless_namespace"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The warehouse names such a key.
        """
        cluster = resource["address"].startswith("aws_redshift_cluster.")
        problems = ["is not encrypted"] if cluster and resource.get("encrypted") not in (True, "true") else []
        problem = self.key_problem(resource.get("kms_key_id"))
        return [*problems, problem] if problem else problems


check = RedshiftOwnKey()
