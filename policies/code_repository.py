from __future__ import annotations

from urllib.parse import urlsplit

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class CodeRepository(Policy):
    """
    A Git repository of notebooks is reached by HTTPS, and a password for it is in a secret and nowhere else.

    Why: an address with a password in it is in the plan, the state and the console; without TLS anybody on the way changes
    the code.
    Fix: write the HTTPS address without user and password, and name the secret's ARN in secret_arn.
    """

    looks_at = ("git_config",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure repositories of notebooks hold no secret in their address",
            id="MR_SM_23",
            categories=[CheckCategories.SECRETS],
            supported_resources=["aws_sagemaker_code_repository"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The address, and how the secret is named.
        """
        config = block(resource.get("git_config"))
        address, secret = urlsplit(str(config.get("repository_url", ""))), config.get("secret_arn")
        problems = [] if address.scheme == "https" else ["is not reached by HTTPS"]
        if address.username or address.password or address.query:
            problems.append("has a user, a password or a token in its address")
        if secret and ":secretsmanager:" not in str(secret):
            problems.append("its secret is not named by an ARN of Secrets Manager")
        return problems


check = CodeRepository()
