"""
Who looks after an account, as policies tell: boundaries, and roles of the account's own blueprint that carry one.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from planned import Policy, Resource, listed, tag
from statements import Statement

ACCOUNT_BLUEPRINTS = ("account_baseline",)
"""Blueprints whose roles administer; those of every other one are processes."""

BOUNDING_BLUEPRINTS = (*ACCOUNT_BLUEPRINTS, "region_baseline")
"""Blueprints that make boundaries."""


OF_PIPELINES = "millrace-boundary"
"""What the boundary is called that every role of every pipeline carries."""


def is_boundary(policy: Policy, resource: Resource) -> bool:
    """
    Whether a resource is a policy of an account's blueprint that says it is a boundary, and nothing in the plan attaches it.
    """
    own = tag(resource, "purpose") == "boundary" and tag(resource, "blueprint") in BOUNDING_BLUEPRINTS
    attachments = policy.planned("aws_iam_policy_attachment", "aws_iam_role_policy_attachment")
    attachments += policy.planned("aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment")
    named = {arn for item in attachments for arn in listed(item.get("policy_arn"))}
    named |= {arn for role in policy.planned("aws_iam_role") for arn in listed(role.get("managed_policy_arns"))}
    return bool(own and resource["arn"] not in named)


def boundary_of(policy: Policy, bearer: Resource) -> Resource | None:
    """
    The boundary of the plan that a role or user carries; none when it carries no such.
    """
    carried = bearer.get("permissions_boundary")
    found = (item for item in policy.planned("aws_iam_policy") if carried and item["arn"] == carried)
    return next((item for item in found if is_boundary(policy, item)), None)


def ceiling_of(policy: Policy, role: Resource) -> Resource | None:
    """
    The boundary that was made for this very role; none for one under the boundary of all pipelines.
    """
    found = boundary_of(policy, role)
    return found if found and found.get("name") != OF_PIPELINES else None


def looks_after(policy: Policy, resource: Resource) -> bool:
    """
    Whether a resource is a policy of roles that administer an account, each within a boundary of its own, and of nobody else.
    """
    bearers = _bearers(policy, resource)
    return bool(bearers) and all(
        tag(bearer, "blueprint") in ACCOUNT_BLUEPRINTS and ceiling_of(policy, bearer) is not None for bearer in bearers
    )


def _bearers(policy: Policy, resource: Resource) -> list[Resource]:
    """
    The roles that have a policy; none of a managed one that is attached in another way than to roles one by one.
    """
    roles = policy.planned("aws_iam_role")
    if resource["address"].startswith("aws_iam_role_policy."):
        return [role for role in roles if resource.get("role") in (role["id"], role.get("name"))][:1]
    others = policy.planned(
        "aws_iam_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment"
    )
    named = {arn for item in others for arn in listed(item.get("policy_arn"))}
    named |= {arn for role in roles for arn in listed(role.get("managed_policy_arns"))}
    if not resource["address"].startswith("aws_iam_policy.") or resource["arn"] in named:
        return []
    attached = [
        item["role"]
        for item in policy.planned("aws_iam_role_policy_attachment")
        if item.get("policy_arn") == resource["arn"]
    ]
    found = [next((role for role in roles if name in (role["id"], role.get("name"))), {}) for name in attached]
    return found if all(found) else []


def denies(found: list[Statement], action: str) -> bool:
    """
    Whether some statements refuse an action on everything, whoever asks.
    """
    return any(
        not item.allows and not item.conditions and "*" in item.resources and _speaks_of(item, action) for item in found
    )


def _speaks_of(statement: Statement, action: str) -> bool:
    matched = any(fnmatchcase(action.lower(), mine.lower()) for mine in statement.actions)
    return not matched if "NotAction" in statement.inverted else matched
