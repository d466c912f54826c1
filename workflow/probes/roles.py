"""
Roles and what they may do.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact
from workflow.probes.live import Live, Planned
from workflow.probes.policies import same_policy


def role(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["name"]
    found = live.client("iam").get_role(RoleName=name)["Role"]
    yield from same_policy("assume_role_policy", planned["assume_role_policy"], found["AssumeRolePolicyDocument"])
    boundary = found.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
    yield Fact("permissions_boundary", planned.get("permissions_boundary"), boundary)
    yield Fact("max_session_duration", planned["max_session_duration"], found["MaxSessionDuration"])
    attached = live.pages("iam", "list_attached_role_policies", "AttachedPolicies", RoleName=name)
    yield Fact("attached policies", [], [policy["PolicyArn"] for policy in attached])
    inline = [policy["name"] for policy in live.planned("aws_iam_role_policy", role=name)]
    yield Fact("inline policies", inline, [*live.pages("iam", "list_role_policies", "PolicyNames", RoleName=name)])


def role_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_role_policy(RoleName=planned["role"], PolicyName=planned["name"])
    yield from same_policy("policy", planned["policy"], found["PolicyDocument"])


def service_linked_role(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_role(RoleName=planned["name"])["Role"]
    yield Fact("path", f"/aws-service-role/{planned['aws_service_name']}/", found["Path"])


PROBES = {
    "aws_iam_role": role,
    "aws_iam_role_policy": role_policy,
    "aws_iam_service_linked_role": service_linked_role,
}
