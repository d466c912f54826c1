from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import is_boundary, looks_after
from elsewhere import reads_elsewhere
from planned import Policy, Resource, account
from statements import identity_statements
from stores import looks_after_stores

LEAST_COLONS = 5  # of an ARN; `*` alone is judged by MR_IAM_2


def _own(arn: str, owners: set[str], known: list[str]) -> bool:
    service, owner = arn.split(":")[2], arn.split(":")[4]
    if service == "s3":
        return arn.split("/", maxsplit=1)[0] in known
    return arn in known if service == "kms" else owner in owners


class IamOwnResources(Policy):
    """
    What a process may act on is in its own account, and a bucket or key is one of its stack.

    Boundaries are judged by MR_IAM_12, roles that look after an account by MR_IAM_13. What another deployment exports is read,
    and no more, in buckets that are pinned to the account (policies/elsewhere.py).

    Why: a right on a foreign bucket, stream or key is a way for data to leave which no other rule sees.
    Fix: name resources of the stack, or import the store from its deployment.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure processes act on resources of their account and stack only",
            id="MR_IAM_8",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_iam_group_policy",
                "aws_iam_policy",
                "aws_iam_role",
                "aws_iam_role_policy",
                "aws_iam_user_policy",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every ARN names the account, or a bucket or key of the stack.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        owners = {account(item) for item in self.planned("aws_iam_role", "aws_kms_key")}
        known = [item["arn"] for item in self.planned("aws_s3_bucket", "aws_kms_key")]
        named = {
            arn
            for item in identity_statements(resource)
            if not looks_after_stores(self, resource, item) and not reads_elsewhere(item, owners)
            for arn in item.resources
            if arn.count(":") >= LEAST_COLONS
        }
        return [f"acts on {arn}" for arn in sorted(named) if not _own(arn, owners, known)]


check = IamOwnResources()
