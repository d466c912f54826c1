from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

SERVICE_ROLE = "SSE-KMS-WITH-SERVICE-ROLE"


class GlueCatalog(Policy):
    """
    The Glue catalog is encrypted under a key of the stack that rotates, and so are passwords of connections; where Glue uses
    the key as a role, the role is of the stack.

    Why: descriptions of tables tell what there is about whom, and statistics hold values.
    Fix: set encryption_at_rest with a key and SSE-KMS or SSE-KMS-WITH-SERVICE-ROLE, and connection_password_encryption.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the Glue catalog is encrypted with a key of its stack",
            id="MR_GLUE_6",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_glue_data_catalog_encryption_settings"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both encryptions are on, under keys of the stack.
        """
        settings = block(resource.get("data_catalog_encryption_settings"))
        rest, passwords = (
            block(settings.get(f"{part}")) for part in ("encryption_at_rest", "connection_password_encryption")
        )
        mode = rest.get("catalog_encryption_mode")
        problems = [] if mode in ("SSE-KMS", SERVICE_ROLE) else ["its descriptions are in the clear"]
        if passwords.get("return_connection_password_encrypted") is not True:
            problems.append("hands out passwords of connections in the clear")
        keys = (rest.get("sse_aws_kms_key_id"), passwords.get("aws_kms_key_id"))
        problems += [fault for key in keys if (fault := self.key_problem(key))]
        roles = {item["arn"] for item in self.planned("aws_iam_role")}
        if mode == SERVICE_ROLE and rest.get("catalog_encryption_service_role") not in roles:
            problems.append("is encrypted as a role that is not of the stack")
        return problems


check = GlueCatalog()
