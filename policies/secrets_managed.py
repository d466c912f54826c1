from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

MANAGED = ("manage_admin_password", "manage_master_password")
KEYS = ("admin_password_secret_kms_key_id", "master_password_secret_kms_key_id")
PASSWORDS = (
    *("admin_user_password", "admin_user_password_wo", "admin_user_password_wo_version"),
    *("master_password", "master_password_wo", "master_password_wo_version"),
)


class SecretsManaged(Policy):
    """
    AWS makes, keeps and changes the password of a warehouse's administrator, in a secret under a key of the stack.

    Why: a password in a plan or in the state is known to everybody who may read them, and is never changed.
    Fix: set manage_master_password or manage_admin_password, and the key of the secret; name no password.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the administrator's password is made and kept by AWS under a key of the stack",
            id="MR_SECRETS_1",
            categories=[CheckCategories.SECRETS],
            supported_resources=["aws_redshift_cluster", "aws_redshiftserverless_namespace"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Managed, under a key of the stack, and no password in sight.
        """
        managed = any(resource.get(name) is True for name in MANAGED)
        problems = [] if managed else ["has a password that somebody else makes"]
        problems += [f"names a password ({name})" for name in PASSWORDS if resource.get(name)]
        keys = [resource.get(name) for name in KEYS if resource.get(name)]
        problem = self.key_problem(keys[0] if keys else None)
        return [*problems, f"its secret: {problem}"] if problem else problems


check = SecretsManaged()
