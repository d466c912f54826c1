from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from statements import Statement, statements

STATUS, ACCOUNT, WHO = "sagemaker:ModelApprovalStatus", "aws:PrincipalAccount", "aws:PrincipalArn"


def _covers(statement: Statement, group: Resource) -> bool:
    start = str(group["arn"]).replace(":model-package-group/", ":model-package/")
    named = set(statement.resources)
    return named == {"*"} or {str(group["arn"]), f"{start}/*"} <= named


class MlModelGroups(Policy):
    """
    A group of models refuses, by a policy of its own: callers of other accounts, versions that do not wait for approval, and
    approvals by anybody but named roles.

    Why: a right that somebody else's policy gives, an administrator's among them, could otherwise register a model that is
    approved already.
    Fix: add aws_sagemaker_model_package_group_policy with Deny statements for everybody on the group and its versions:
    StringNotEquals aws:PrincipalAccount; CreateModelPackage with StringNotEquals sagemaker:ModelApprovalStatus
    PendingManualApproval; UpdateModelPackage with ArnNotEquals aws:PrincipalArn of who approves.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a group of models refuses what nobody has approved",
            id="MR_SM_25",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_sagemaker_model_package_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The refusals in the policy that stands on the group.
        """
        policies = [
            item
            for item in self.planned("aws_sagemaker_model_package_group_policy")
            if item.get("model_package_group_name") in (resource["id"], resource.get("model_package_group_name"))
        ]
        refusing = [
            statement
            for item in policies
            for statement in statements(item.get("resource_policy"))
            if not statement.allows and ("*", "*") in statement.principals and not statement.inverted
        ]
        mine = [statement for statement in refusing if _covers(statement, resource)]
        held = {
            "callers of other accounts": any(
                item.values(ACCOUNT, "StringNotEquals")
                and item.may("sagemaker:CreateModelPackage")
                and item.may("sagemaker:UpdateModelPackage")
                and item.may("sagemaker:DescribeModelPackage")
                for item in mine
            ),
            "versions that do not wait for approval": any(
                item.values(STATUS, "StringNotEquals") == ("PendingManualApproval",)
                and item.may("sagemaker:CreateModelPackage")
                for item in mine
            ),
            "approvals by others than named roles": any(
                _named(item.values(WHO, "ArnNotEquals")) and item.may("sagemaker:UpdateModelPackage") for item in mine
            ),
        }
        return [f"does not refuse {what}" for what, refused in held.items() if not refused]


def _named(arns: tuple[str, ...]) -> bool:
    return bool(arns) and not any(set(arn) & set("*?") for arn in arns)


check = MlModelGroups()
