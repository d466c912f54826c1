from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, tag
from statements import Statement, statements

DELETING = (
    "s3:BypassGovernanceRetention",
    "s3:DeleteObject",
    "s3:DeleteObjectVersion",
    "s3:PutObjectLegalHold",
    "s3:PutObjectRetention",
)
MANAGING = (
    "s3:DeleteBucket",
    "s3:DeleteBucketPolicy",
    "s3:PutBucketObjectLockConfiguration",
    "s3:PutBucketPolicy",
    "s3:PutBucketVersioning",
    "s3:PutLifecycleConfiguration",
    "s3:PutReplicationConfiguration",
)


def _denies(statement: Statement, action: str, resource: str) -> bool:
    everybody = {value for _, value in statement.principals} == {"*"} and not statement.inverted
    return bool(not statement.allows and everybody and statement.may(action) and resource in statement.resources)


def _spares_named_roles(statement: Statement) -> bool:
    """
    Whether all it spares is roles named one by one.
    """
    spared = statement.values("aws:PrincipalArn", "ArnNotEquals")
    alone = len(statement.conditions) == 1
    return bool(alone and spared and all(":role/" in arn and "*" not in arn for arn in spared))


class ArchiveDeletion(Policy):
    """
    Nobody deletes a record about the account or weakens its lock, and only named roles change how the bucket is kept.

    Why: versioning and a lock in governance mode can be undone by whoever has the rights; this is what MFA delete is
    for, which cannot be set by configuration.
    Fix: deny everybody, without a condition, to delete objects and versions and to change retention, holds and the
    bypass of the lock; deny bucket settings to everybody but the roles that run Terraform (ArnNotEquals
    aws:PrincipalArn).
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure nobody deletes records about the account",
            id="MR_ARCHIVE_2",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each action is denied on the bucket or on all of its objects.
        """
        if tag(resource, "zone") not in ARCHIVES:
            return []
        documents = [policy.get("policy") for policy in self.companions(resource, "aws_s3_bucket_policy")]
        found = statements(documents)
        arn = resource["arn"]
        problems = [
            f"does not deny {action} to everybody"
            for action in DELETING
            if not any(_denies(each, action, f"{arn}/*") and not each.conditions for each in found)
        ]
        return problems + [
            f"does not deny {action} to all but named roles"
            for action in MANAGING
            if not any(_denies(each, action, arn) and _spares_named_roles(each) for each in found)
        ]


check = ArchiveDeletion()
