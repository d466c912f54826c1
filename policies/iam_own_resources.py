from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from clusters import for_cluster
from duties import is_boundary, looks_after
from elsewhere import reads_elsewhere
from planned import Policy, Resource, account
from statements import Statement, identity_statements
from stores import looks_after_stores

ADDONS = re.compile(
    r"arn:[a-z-]+:ecr:[a-z0-9-]+:(?P<owner>[0-9]{12}):repository/"
    r"(eks/\*|amazon-k8s-cni|amazon-k8s-cni-init|amazon/aws-network-policy-agent)"
)
REGISTRIES = frozenset(
    {
        *("013241004608", "066635153087", "151742754352", "296578399912", "455263428931", "491585149902"),
        *("558608220178", "590381155156", "602401143452", "759879836304", "761377655185", "800184023465"),
        *("877085696533", "900612956339", "900889452093", "918309763551", "961992271922"),
    }
)
"""Accounts of AWS from which clusters fetch the images of add-ons ("View Amazon container image registries")."""
PULL = frozenset({"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"})


def _fetches_addons(statement: Statement) -> bool:
    """
    Whether somebody fetches images of add-ons from AWS, which brings code in and takes nothing out.
    """
    found = [ADDONS.fullmatch(arn) for arn in statement.resources]
    known = all(match and match["owner"] in REGISTRIES for match in found)
    return bool(found) and known and set(statement.actions) <= PULL and not statement.inverted


LEAST_COLONS = 5  # of an ARN; `*` alone is judged by MR_IAM_2


def _own(arn: str, owners: set[str], known: list[str]) -> bool:
    service, owner = arn.split(":")[2], arn.split(":")[4]
    if service == "s3":
        return arn.split("/", maxsplit=1)[0] in known
    return arn in known if service == "kms" else owner in owners


class IamOwnResources(Policy):
    """
    What a process may act on is in its own account, and a bucket or key is one of its stack.

    Boundaries are judged by MR_IAM_12, roles that look after an account by MR_IAM_13, those of EMR by MR_IAM_16. What another
    deployment exports is read, and no more, in buckets that are pinned to the account (policies/elsewhere.py).

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
            if not looks_after_stores(self, resource, item)
            and not reads_elsewhere(item, owners)
            and not _fetches_addons(item)
            and not for_cluster(self, resource, item)
            for arn in item.resources
            if arn.count(":") >= LEAST_COLONS
        }
        return [f"acts on {arn}" for arn in sorted(named) if not _own(arn, owners, known)]


check = IamOwnResources()
