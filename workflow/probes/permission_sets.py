"""
Permission sets of IAM Identity Center.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned
from workflow.probes.policies import same_policy


def _named(planned: Planned) -> dict[str, Any]:
    return {
        "InstanceArn": planned["instance_arn"],
        "PermissionSetArn": planned.get("permission_set_arn") or planned["arn"],
    }


def permission_set(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sso-admin").describe_permission_set(**_named(planned))["PermissionSet"]
    yield from same(planned, found, {"name": "Name", "session_duration": "SessionDuration"})


def inline_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sso-admin").get_inline_policy_for_permission_set(**_named(planned))
    yield from same_policy("inline_policy", planned["inline_policy"], found["InlinePolicy"])


def boundary(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sso-admin").get_permissions_boundary_for_permission_set(**_named(planned))
    yield from same(
        planned,
        found["PermissionsBoundary"],
        {"permissions_boundary[0].customer_managed_policy_reference[0].name": "CustomerManagedPolicyReference.Name"},
    )


def assignment(live: Live, planned: Planned) -> Iterator[Fact]:
    listed = live.client("sso-admin").list_account_assignments(AccountId=planned["target_id"], **_named(planned))
    for found in listed["AccountAssignments"]:
        if found["PrincipalId"] == planned["principal_id"]:
            yield from same(planned, found, {"principal_type": "PrincipalType", "target_id": "AccountId"})
            return
    raise MissingError


PROBES = {
    "aws_ssoadmin_account_assignment": assignment,
    "aws_ssoadmin_permission_set": permission_set,
    "aws_ssoadmin_permission_set_inline_policy": inline_policy,
    "aws_ssoadmin_permissions_boundary_attachment": boundary,
}
