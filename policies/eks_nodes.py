from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed, number


class EksNodes(Policy):
    """
    A group of nodes starts from a launch template of the stack, between bounds, in two private subnets or more, without SSH,
    in a cluster whose pods get roles of their own.

    Why: what the template decides, MR_EC2_3 and MR_EC2_4 judge; without roles for pods each pod acts as its node.
    Fix: set launch_template and scaling_config, leave out remote_access, and add the add-on eks-pod-identity-agent.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure nodes of Kubernetes start from a judged template, between bounds, for pods with roles",
            id="MR_EKS_3",
            categories=[CheckCategories.KUBERNETES],
            supported_resources=["aws_eks_node_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Template, bounds, place, ways in, identities.
        """
        scaling = block(resource.get("scaling_config"))
        template = block(resource.get("launch_template"))
        own = {item[name] for item in self.planned("aws_launch_template") for name in ("id", "name") if item.get(name)}
        addons = {
            item.get("addon_name")
            for item in self.planned("aws_eks_addon")
            if item.get("cluster_name") == resource.get("cluster_name")
        }
        rules = {
            "starts from no launch template of the stack": bool({template.get("id"), template.get("name")} & own),
            "has no bounds": 0 < number(scaling.get("min_size")) <= number(scaling.get("max_size")),
            "is in fewer than two subnets": len(listed(resource.get("subnet_ids"))) > 1,
            "is open to SSH": not block(resource.get("remote_access")),
            "has no agent that gives pods their roles": "eks-pod-identity-agent" in addons,
        }
        return [problem for problem, held in rules.items() if not held]


check = EksNodes()
