from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed

LOGS = {"api", "audit", "authenticator", "controllerManager", "scheduler"}


class EksClusters(Policy):
    """
    A cluster of Kubernetes is reached from its network only, encrypts secrets with a key of its own stack, writes every log
    to a group of the stack, and knows who may enter by access entries alone.

    Why: a public endpoint is one stolen credential away from everything that runs; a creator who stays administrator, and
    rights in a map inside the cluster, are in no plan.
    Fix: set vpc_config, encryption_config, enabled_cluster_log_types and access_config as modules/processing does.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure clusters of Kubernetes are private, encrypted, logged and closed",
            id="MR_EKS_1",
            categories=[CheckCategories.KUBERNETES],
            supported_resources=["aws_eks_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Endpoint, secrets, logs, access.
        """
        network, access = block(resource.get("vpc_config")), block(resource.get("access_config"))
        encryption = block(resource.get("encryption_config"))
        problem = self.key_problem(block(encryption.get("provider")).get("key_arn"))
        problems = [f"secrets: {problem}"] if problem else []
        group = f"/aws/eks/{resource.get('name')}/cluster"
        rules = {
            "is reached from the internet": network.get("endpoint_public_access") is False,
            "is not reached from its network": network.get("endpoint_private_access") is True,
            "is in fewer than two subnets": len(listed(network.get("subnet_ids"))) > 1,
            "does not encrypt secrets": "secrets" in listed(encryption.get("resources")),
            "does not write every log": set(listed(resource.get("enabled_cluster_log_types"))) >= LOGS,
            f"writes its log to {group}, which is no group of the stack": group
            in {item.get("name") for item in self.planned("aws_cloudwatch_log_group")},
            "takes rights from inside the cluster": access.get("authentication_mode") == "API",
            "leaves its creator an administrator": access.get("bootstrap_cluster_creator_admin_permissions") is False,
        }
        problems += [problem for problem, held in rules.items() if not held]
        if self.planned("aws_subnet"):
            own = {item["id"] for item in self.planned("aws_subnet", "aws_security_group")}
            used = {*listed(network.get("subnet_ids")), *listed(network.get("security_group_ids"))}
            problems += [f"uses {item}, which is not of the stack" for item in sorted(used - own)]
        return problems


check = EksClusters()
