from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account, block, listed

NARROW = ("AmazonEKSEditPolicy", "AmazonEKSViewPolicy")
WIDE_GROUPS = ("system:masters",)


class EksAccess(Policy):
    """
    Whoever enters a cluster is a role of the account, and may look or edit in named namespaces, and no more.

    Why: an administrator of a cluster reads every secret in it and becomes every pod, with all their roles.
    Fix: associate AmazonEKSEditPolicy or AmazonEKSViewPolicy with the access scope namespace.
    """

    looks_at = ("principal_arn", "policy_arn", "access_scope", "kubernetes_groups")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure people have narrow rights on clusters of Kubernetes",
            id="MR_EKS_2",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_eks_access_entry", "aws_eks_access_policy_association"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Who, and what where.
        """
        principal = str(resource.get("principal_arn"))
        owners = {account(item) for item in self.planned("aws_iam_role", "aws_kms_key")}
        named = principal.count(":") == 5 and ":role/" in principal and "*" not in principal
        problems = (
            [] if named and principal.split(":")[4] in owners else [f"admits {principal}, no role of the account"]
        )
        if resource["address"].startswith("aws_eks_access_entry."):
            groups = set(listed(resource.get("kubernetes_groups"))) & set(WIDE_GROUPS)
            return problems + [f"puts it into {group}" for group in sorted(groups)]
        scope = block(resource.get("access_scope"))
        if str(resource.get("policy_arn")).rpartition("/")[2] not in NARROW:
            problems.append(f"gives {resource.get('policy_arn')}")
        if scope.get("type") != "namespace" or not listed(scope.get("namespaces")):
            problems.append("is for every namespace")
        return problems


check = EksAccess()
