from __future__ import annotations

from fnmatch import fnmatchcase

from checkov.common.models.enums import CheckCategories
from clusters import for_cluster
from duties import is_boundary, looks_after
from ml_jobs import grants_disks
from planned import Policy, Resource
from statements import identity_statements
from stores import looks_after_stores

PATTERNS = (
    *("iam:*", "organizations:*", "ram:*", "sts:assumerole*", "sts:getfederationtoken", "cloudtrail:*", "config:*"),
    *("kms:putkeypolicy", "kms:creategrant", "kms:disable*", "kms:schedulekeydeletion", "kms:update*", "kms:delete*"),
    *("s3:putbucket*", "s3:deletebucket*", "s3:put*policy", "s3:put*acl", "s3:put*configuration", "s3:put*block"),
    *("s3:bypass*", "s3:putobjectretention", "s3:putobjectlegalhold", "s3:deleteobjectversion", "s3:createaccesspoint"),
    *(
        "*:putresourcepolicy",
        "*:deleteresourcepolicy",
        "*:addpermission",
        "*:setqueueattributes",
        "*:settopicattributes",
    ),
    *(
        "kinesis:delete*",
        "kinesis:update*",
        "kinesis:decrease*",
        "kinesis:stop*",
        "firehose:update*",
        "firehose:delete*",
    ),
    *("firehose:stop*", "lambda:update*", "lambda:delete*", "lambda:create*", "lambda:put*", "sqs:purgequeue"),
    *("sqs:deletequeue", "sns:deletetopic", "logs:delete*", "logs:putretentionpolicy", "logs:disassociate*"),
    *("athena:updateworkgroup", "athena:deleteworkgroup", "glue:delete*", "ec2:authorize*", "ec2:*route*"),
    *("ec2:*vpcendpoint*", "cloudwatch:delete*", "cloudwatch:disable*"),
)
"""In lower case, as IAM does not tell upper from lower case in actions."""


JUDGED_ELSEWHERE = {"iam:PassRole", "logs:DeleteLogDelivery", "logs:PutResourcePolicy"}


def _covers(action: str, pattern: str) -> bool:
    return fnmatchcase(action.lower(), pattern) or fnmatchcase(pattern.replace("*", "x"), action.lower())


class IamAdministration(Policy):
    """
    A process uses data; it administers nothing: no permissions, no keys, no settings of stores, no locked or old
    versions, no other roles.

    Boundaries are judged by MR_IAM_12, roles that look after an account by MR_IAM_13, which roles are handed on by
    MR_IAM_14, who sets up the delivery of logs by MR_IAM_15, and the roles of EMR by MR_IAM_16. A grant that SageMaker alone gets,
    for the disks of a job, passes.

    Why: each of these lets whoever takes over the process undo what the stack guarantees.
    Fix: leave these actions to the deploy role.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure processes may not change permissions, keys or settings",
            id="MR_IAM_7",
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
        No Allow covers an action that administers.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        allowing = [
            item
            for item in identity_statements(resource)
            if not looks_after_stores(self, resource, item)
            and not for_cluster(self, resource, item)
            and not grants_disks(self, resource, item)
        ]
        found = {
            action for item in allowing for action in item.actions for pattern in PATTERNS if _covers(action, pattern)
        }
        return [f"allows {action}" for action in sorted(found - JUDGED_ELSEWHERE)]


check = IamAdministration()
