from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account, listed, tag
from statements import EXACT, UNSCOPED_ACTIONS, Statement, statements

SHARED = "region_baseline"
"""The blueprint whose network is for pipelines that are not there yet."""
READING = {"s3:GetObject", "s3:GetBucketLocation", "s3:ListBucket"}


def _problems(statement: Statement, owner: str) -> list[str]:
    wide = [action for action in statement.actions if action.rpartition(":")[2] in ("", "*")]
    problems = [f"lets {action} through" for action in wide]
    if "*" in statement.resources and not {*statement.actions} <= UNSCOPED_ACTIONS:
        problems.append("lets through to every resource")
    callers = statement.values("aws:PrincipalArn", *EXACT)
    named = callers and all(arn.split(":")[4:5] == [owner] and not set(arn) & set("*?") for arn in callers)
    packages = set(statement.actions) <= READING and "*" not in statement.resources
    return problems if named or packages else [*problems, "does not name whom it lets through"]


class VpcEndpointUsers(Policy):
    """
    An endpoint of a pipeline's own network leads to AWS, by its usual name and through a group of the stack, and lets
    through the processes of the pipeline with what each needs.

    Why: in a network of one pipeline nobody else has to use it, so every other caller or action is an intruder's.
    Fix: build the policy from the statements of the processes (`endpoint_statements` of modules/foundation/network.py),
    set private_dns_enabled and security_group_ids.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an endpoint of a pipeline is for the processes of the pipeline",
            id="MR_VPC_8",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_vpc_endpoint"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Service, name, group and policy.
        """
        problems = []
        if ".vpce." in str(resource.get("service_name")):
            problems.append(f"leads to {resource['service_name']}, which is no service of AWS")
        if resource.get("vpc_endpoint_type") == "Interface":
            own = {group["id"] for group in self.planned("aws_security_group")}
            used = set(listed(resource.get("security_group_ids")))
            problems += [] if used else ["is under the default security group"]
            problems += [f"is under {group}, which is not of the stack" for group in sorted(used - own)]
            if resource.get("private_dns_enabled") is not True:
                problems.append("does not answer to the usual name of the service")
        if tag(resource, "blueprint") == SHARED:
            return problems
        allowing = [item for item in statements(resource.get("policy")) if item.allows]
        return problems + [problem for item in allowing for problem in _problems(item, account(resource))]


check = VpcEndpointUsers()
