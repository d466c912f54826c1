from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks
from statements import statements

SERVICES = {
    "aws_ecs_task_definition": {
        "task_role_arn": "ecs-tasks.amazonaws.com",
        "execution_role_arn": "ecs-tasks.amazonaws.com",
    },
    "aws_eks_addon": {"role_arn": "pods.eks.amazonaws.com"},
    "aws_eks_cluster": {"role_arn": "eks.amazonaws.com"},
    "aws_eks_node_group": {"node_role_arn": "ec2.amazonaws.com"},
    "aws_eks_pod_identity_association": {"role_arn": "pods.eks.amazonaws.com"},
    "aws_iam_instance_profile": {"role": "ec2.amazonaws.com"},
}
"""By type, the arguments that name a role, and the one service that takes it on."""


class IamComputeRoles(Policy):
    """
    Tasks, pods, nodes and machines act under roles of their own stack, each taken on by the one service that runs it; what
    starts a task is another role than the task's.

    Why: what a role of another stack may do is in no plan of this one, and a role that another service takes on too does more
    than this work.
    Fix: make the role in the stack, with the trust of the form the workers run in.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure containers and machines act under roles of their stack, made for them alone",
            id="MR_IAM_18",
            categories=[CheckCategories.IAM],
            supported_resources=list(SERVICES),
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each role is of the plan and trusts its service and nobody else.
        """
        kind = resource["address"].split(".")[0]
        places = [resource, *blocks(resource.get("pod_identity_association"))]
        named = [(item[name], service) for item in places for name, service in SERVICES[kind].items() if item.get(name)]
        expected = len(SERVICES[kind]) if kind != "aws_eks_addon" else 0
        problems = ["names no role of its own"] if len({role for role, _ in named}) < expected else []
        return problems + [problem for role, service in named if (problem := self._problem(str(role), service))]

    def _problem(self, named: str, service: str) -> str:
        for role in self.planned("aws_iam_role"):
            if named in (role["arn"], role.get("name"), role["id"]):
                allowing = [item for item in statements(role.get("assume_role_policy")) if item.allows]
                trusted = {value for item in allowing for _, value in item.principals}
                return "" if trusted == {service} else f"acts as {named}, which {', '.join(sorted(trusted))} takes on"
        return f"acts as {named}, which is no role of the stack"


check = IamComputeRoles()
