from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from clusters import BECOMING, is_of_nodes, is_service, node_problem, role_of, service_problem, step_problem
from duties import looks_after
from planned import Policy, Resource
from statements import Statement, identity_statements

EMR = "elasticmapreduce:"


class IamClusterRoles(Policy):
    """
    EMR makes, tags and ends machines of its own cluster, in its subnets and groups; machines take on the roles of jobs alone,
    and whoever starts jobs names a role of the stack. Roles that look after an account are judged by MR_IAM_13.

    Why: whoever may start machines with a role, in any network, has what the role may do; and a node that could become any
    role would make the roles of jobs pointless.
    Fix: take the statements from modules/processing/spark_service.py: subnets and groups by their ids, machines by the tag
    deployment, no right to change security groups; let nodes take on roles that trust them, and name them one by one.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure EMR and its machines do what one cluster needs",
            id="MR_IAM_16",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role_policy"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every Allow of the service's role, those of the machines' role that are about other roles, and who starts jobs.
        """
        if looks_after(self, resource):
            return []
        role = role_of(self, resource)
        allowing = identity_statements(resource)
        if is_service(self, role):
            return [problem for item in allowing if (problem := service_problem(self, role, item))]
        if is_of_nodes(self, role):
            becoming = [item for item in allowing if _becomes(item)]
            return [problem for item in becoming if (problem := node_problem(self, role, item))]
        starting = [item for item in allowing if any(action.startswith(EMR) for action in item.actions)]
        return [problem for item in starting if (problem := step_problem(self, role, item))]


def _becomes(statement: Statement) -> bool:
    return statement.may(*BECOMING, "iam:PassRole")


check = IamClusterRoles()
