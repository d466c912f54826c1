from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed

SYSTEM = ("kube-node-lease", "kube-public", "kube-system")
NEEDED = ("coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni")
EVERYBODY = ("", "default")


class EksIdentities(Policy):
    """
    Roles for pods go to named service accounts of one's own namespaces, people reach no namespace of the system, and a cluster has
    the add-ons it needs, set as they come.

    Why: every pod that names no service account runs as default; whoever reaches kube-system reaches every node; a setting of the
    network add-on takes pods past the rules of the network.
    Fix: give the workers a service account and a namespace of their own, and leave configuration_values and target_role_arn out.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure roles for pods and rights of people stay out of the system's namespaces",
            id="MR_EKS_4",
            categories=[CheckCategories.KUBERNETES],
            supported_resources=[
                "aws_eks_access_policy_association",
                "aws_eks_addon",
                "aws_eks_cluster",
                "aws_eks_pod_identity_association",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What is wrong, by the type.
        """
        kind = resource["address"].split(".")[0]
        if kind == "aws_eks_addon":
            return ["is set otherwise than it comes"] if resource.get("configuration_values") else []
        if kind == "aws_eks_cluster":
            there = {
                item.get("addon_name")
                for item in self.planned("aws_eks_addon")
                if item.get("cluster_name") == resource.get("name")
            }
            return [f"has no add-on {name}" for name in NEEDED if name not in there]
        if kind == "aws_eks_access_policy_association":
            scopes = resource.get("access_scope")
            named = [
                name
                for scope in (scopes if isinstance(scopes, list) else [scopes or {}])
                for name in listed(scope.get("namespaces"))
            ]
            return [f"reaches {name}" for name in named if name in SYSTEM or "*" in str(name)]
        rules = {
            f"is for {resource.get('namespace')}": resource.get("namespace") not in SYSTEM,
            "is for every pod without an account of its own": resource.get("service_account") not in (None, *EVERYBODY),
            f"goes on to {resource.get('target_role_arn')}": not resource.get("target_role_arn"),
        }
        return [problem for problem, held in rules.items() if not held]


check = EksIdentities()
