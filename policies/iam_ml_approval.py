from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, tag
from statements import Statement
from stores import WRITE, role_statements, touches

STATUS = "sagemaker:ModelApprovalStatus"
WAITING = ("PendingManualApproval",)
DECIDED = {"Approved", "Rejected"}


def _statuses(statement: Statement) -> tuple[str, ...]:
    return statement.values(STATUS, "StringEquals")


class IamMlApproval(Policy):
    """
    Who registers a model can only say that it waits for approval; who approves one registers, signs, trains and releases
    none; who releases signs none.

    Why: an approval that somebody can give to a model of their own, or a signature that is made where it is looked at, says
    nothing.
    Fix: put the condition StringEquals sagemaker:ModelApprovalStatus on CreateModelPackage (PendingManualApproval) and on
    UpdateModelPackage (Approved, Rejected), and give kms:Sign, UpdateModelPackage and the release to three roles.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a model is registered, approved and released by different roles",
            id="MR_IAM_21",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The statuses a role may set, and what it may do beside.
        """
        allowing = role_statements(self, resource)
        registering = [item for item in allowing if item.may("sagemaker:CreateModelPackage")]
        approving = [item for item in allowing if item.may("sagemaker:UpdateModelPackage")]
        problems = ["registers models that need no approval" for item in registering if _statuses(item) != WAITING]
        problems += [
            "changes more of a model than whether it is approved"
            for item in approving
            if not _statuses(item) or not set(_statuses(item)) <= DECIDED
        ]
        signs = any(item.may("kms:Sign") for item in allowing)
        zones = {tag(item, "zone") for item in self.planned("aws_s3_bucket") if touches(allowing, item, WRITE)}
        beside = {
            "registers": bool(registering),
            "signs": signs,
            "trains": "models" in zones,
            "releases": "released" in zones,
        }
        problems += [f"approves models and {what} them" for what, does in beside.items() if approving and does]
        return [*problems, "signs models and releases them"] if signs and beside["releases"] else problems


check = IamMlApproval()
