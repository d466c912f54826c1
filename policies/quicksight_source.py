from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class QuicksightSource(Policy):
    """
    A data source is reached through a connection into the network, with TLS and a secret of the stack, and is open to nobody.

    Why: without a connection the warehouse would need a public address; who may use the source itself makes data sets without the
    rules for rows and columns.
    Fix: set vpc_connection_properties, credentials.secret_arn and ssl_properties.disable_ssl = false; give permissions on data
    sets only.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a data source is reached through the network with TLS and a secret, and is open to nobody",
            id="MR_QUICKSIGHT_1",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_quicksight_data_source"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The way to the data is the stack's own, and nobody's beside it.
        """
        connections = {item["arn"] for item in self.planned("aws_quicksight_vpc_connection")}
        secrets = {item["arn"] for item in self.planned("aws_secretsmanager_secret")}
        reached = block(resource.get("vpc_connection_properties")).get("vpc_connection_arn") in connections
        known = block(resource.get("credentials")).get("secret_arn") in secrets
        problems = [] if reached else ["is not reached through a connection of the stack"]
        problems += [] if known else ["has no secret of the stack"]
        problems += (
            ["takes connections without TLS"]
            if block(resource.get("ssl_properties")).get("disable_ssl") is not False
            else []
        )
        opened = [str(item.get("principal")) for item in blocks(resource.get("permission"))]
        return problems + [f"is open to {principal}" for principal in opened]


check = QuicksightSource()
