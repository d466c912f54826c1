from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from clusters import for_cluster
from duties import is_boundary, looks_after
from elsewhere import opens_by_alias
from ml_jobs import for_jobs
from planned import Policy, Resource
from statements import UNSCOPED_ACTIONS, Statement, identity_statements
from stores import looks_after_stores


def _wide(arn: str) -> bool:
    parts = arn.split(":", 5)
    if len(parts) < 6:
        return True
    separator = ":" if parts[2] == "logs" else "[:/]"
    names = re.split(separator, parts[5])
    named = names[:1] if parts[2] in ONE_NAME else names[:2]
    return any(set(part) & set("*?") for part in (*parts[:5], *named))


def _tags_what_it_makes(statement: Statement) -> bool:
    """
    Whether somebody may tag things of EC2, which have no names beforehand, only while making them or with named tags.
    """
    made = statement.values("ec2:CreateAction", "StringEquals")
    named = statement.values("aws:TagKeys", "ForAnyValue:StringLike", "ForAllValues:StringEquals")
    return statement.actions == ("ec2:CreateTags",) and bool(made or named) and "*" not in (*made, *named)


ONE_NAME = ("s3", "sqs", "sns")  # their ARNs start with the name, without a kind before it


class IamResources(Policy):
    """
    An identity policy names the resources it allows actions on: no *, no ARN that stands for all resources of a
    kind, no NotResource.

    Boundaries are judged by MR_IAM_12, roles that look after an account by MR_IAM_13, those of EMR by MR_IAM_16.

    Why: a condition narrows who or where, not what; behind any condition a wildcard passes the checks of Checkov.
    Fix: build the ARN from the name of the resource. Only actions that AWS does not scope to a resource, listed in
    policies/statements.py, take *, and the role of AWS Backup (policies/stores.py) the buckets of its classes.
    The keys of an import are named by their aliases (policies/elsewhere.py), jobs of SageMaker by how their names begin, once
    they are bound (policies/ml_jobs.py).
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure identity policies name the resources they allow actions on",
            id="MR_IAM_2",
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
        No Allow has a resource that is wider than one named thing, except for actions without resources.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        problems = []
        for statement in identity_statements(resource):
            if "NotResource" in statement.inverted:
                problems.append("allows by NotResource")
            if set(statement.actions) <= UNSCOPED_ACTIONS or _tags_what_it_makes(statement):
                continue
            if looks_after_stores(self, resource, statement):
                continue
            if opens_by_alias(statement):
                continue
            if for_cluster(self, resource, statement) or for_jobs(statement):
                continue
            problems += [f"allows {', '.join(statement.actions)} on {arn}" for arn in statement.resources if _wide(arn)]
        return problems


check = IamResources()
