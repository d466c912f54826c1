from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import boundary_of, ceiling_of, denies, is_boundary
from planned import Policy, Resource, tag
from statements import Statement, statements

HANDS = ("iam:CreatePolicyVersion", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion")
REGION = "aws:RequestedRegion"
OF_WORK = ("millrace-boundary", "millrace-learning-boundary", "millrace-serving-boundary")
"""The boundaries of what runs, which stays in its region."""
SERVING = "millrace-serving-boundary"
LEARNED_FROM = ("approved", "models", "quarantine", "staged")
REFUSED_ZONES = {
    "s3:GetObject": LEARNED_FROM,
    "s3:GetObjectVersion": LEARNED_FROM,
    "s3:PutObject": (*LEARNED_FROM, "released"),
}
"""What serves models reads only those that are released, and releases none, by the zone in the names of buckets."""
GUARDS = (
    *(
        "account:CloseAccount",
        "account:DisableRegion",
        "access-analyzer:DeleteAnalyzer",
        "cloudtrail:PutEventSelectors",
    ),
    *("organizations:LeaveOrganization", "cloudtrail:DeleteTrail", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail"),
    *("config:DeleteConfigurationRecorder", "config:StopConfigurationRecorder", "guardduty:DeleteDetector"),
    *("securityhub:DisableSecurityHub", "macie2:DisableMacie", "iam:DeleteRolePermissionsBoundary"),
    "iam:DeleteUserPermissionsBoundary",
)
ESCALATION = (
    *("iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile"),
    *("iam:CreatePolicyVersion", "iam:CreateRole", "iam:CreateUser", "iam:PutRolePolicy", "iam:PutUserPolicy"),
    *("iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy"),
)


def _refused_there(found: list[Statement], action: str) -> bool:
    """
    Whether an action is refused on every boundary of the account at least.
    """
    refusing = [item for item in found if not item.allows and not item.inverted and item.may(action)]
    return any(arn == "*" or arn.endswith(":policy/*-boundary") for item in refusing for arn in item.resources)


def _place_problems(found: list[Statement]) -> list[str]:
    """
    What a boundary of what runs leaves open about regions and roles.
    """
    regions = any(
        not item.allows and item.may("s3:GetObject") and item.values(REGION, "StringNotEquals") for item in found
    )
    problems = [] if regions else ["does not refuse other regions"]
    assumes = any(item.allows and item.may("sts:AssumeRole") for item in found)
    named = any(
        not item.allows and "sts:AssumeRole" in item.actions and "NotResource" in item.inverted for item in found
    )
    return [*problems, "does not refuse to take on other roles"] if assumes and not named else problems


def _serving_problems(found: list[Statement]) -> list[str]:
    """
    What a boundary of what serves models leaves open about models that are not released.
    """
    refusing = [item for item in found if not item.allows and not item.conditions and not item.inverted]
    return [
        f"does not refuse {action} in zone {zone}"
        for action, zones in REFUSED_ZONES.items()
        for zone in zones
        if not any(
            item.may(action) and f":s3:::*-{zone}-" in arn and arn.endswith("/*")
            for item in refusing
            for arn in item.resources
        )
    ]


class IamBoundaries(Policy):
    """
    A boundary of the account allows no whole service, and refuses to leave the organization, to stop the trail or
    detection and to shed boundaries; one for roles of other stacks refuses every change of rights too, and that of serving
    every model that is not released.

    Why: a boundary is the last line when a policy is too wide; one that allows everything bounds nothing.
    Fix: build the boundary with `guards` of modules/foundation/boundary.py, and list what is allowed.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a permission boundary bounds",
            id="MR_IAM_12",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_policy"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What a policy tagged as boundary lets through.
        """
        if tag(resource, "purpose") != "boundary":
            return []
        problems = [] if is_boundary(self, resource) else ["is attached, or is of no blueprint of an account"]
        found = statements(resource.get("policy"))
        allowing = [item for item in found if item.allows]
        wide = {action for item in allowing for action in item.actions if action.rpartition(":")[2] in ("", "*")}
        problems += [f"allows {action}" for action in sorted(wide)]
        problems += ["allows by exclusion" for item in allowing if item.inverted]
        ceilings = [ceiling_of(self, role) for role in self.planned("aws_iam_role")]
        own = resource in [*ceilings, *(boundary_of(self, user) for user in self.planned("aws_iam_user"))]
        needed = GUARDS if own else (*GUARDS, *ESCALATION)
        problems += [f"does not refuse {action}" for action in needed if not denies(found, action)]
        if own and not denies(found, "s3:GetObject"):
            problems += [
                f"does not refuse {action} on boundaries" for action in HANDS if not _refused_there(found, action)
            ]
        problems += _serving_problems(found) if resource.get("name") == SERVING else []
        return problems + (_place_problems(found) if resource.get("name") in OF_WORK else [])


check = IamBoundaries()
