from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from warehouses import settings


class RedshiftTls(Policy):
    """
    A warehouse refuses connections without TLS.

    Why: a driver that is set up carelessly sends SQL and rows in the clear, and nobody notices.
    Fix: set require_ssl to true, in the workgroup's config_parameter or in a parameter group of the stack that the cluster uses.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a warehouse refuses connections without TLS",
            id="MR_REDSHIFT_4",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_redshift_cluster", "aws_redshiftserverless_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        TLS is required by the settings that take effect.
        """
        value = settings(self, resource).get("require_ssl")
        return [] if value == "true" else [f"require_ssl is {value or 'not set'}"]


check = RedshiftTls()
