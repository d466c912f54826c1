from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, block, blocks, tag
from statements import Statement, statements

DEFAULT = "apply_server_side_encryption_by_default"
KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id"
GIVEN = "s3:x-amz-server-side-encryption"
CALLER = "s3:x-amz-server-side-encryption-customer-algorithm"


def _denies_uploads(statement: Statement, bucket: Resource) -> bool:
    everybody = {value for _, value in statement.principals} == {"*"} and not statement.inverted
    objects = {f"{bucket['arn']}/*", "*"} & {*statement.resources}
    return bool(not statement.allows and everybody and statement.may("s3:PutObject") and objects)


def _when(statement: Statement) -> set[str]:
    return {key for _, key, _ in statement.conditions}


class S3UploadKeys(Policy):
    """
    A bucket refuses uploads under any key but its own.

    Why: an uploader chooses the key of each object; one under a foreign key, or a key that only the caller has, is lost to
    its owner, and may be readable elsewhere.
    Fix: deny s3:PutObject to everybody when s3:x-amz-server-side-encryption-aws-kms-key-id is given and differs from the key
    of the bucket, and when s3:x-amz-server-side-encryption-customer-algorithm is given.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket refuses uploads under foreign keys",
            id="MR_S3_9",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both kinds of uploads are denied; a log bucket has no key of its own, and an archive takes uploads of services only.
        """
        if tag(resource, "zone") in ("logs", *ARCHIVES):
            return []
        documents = [policy.get("policy") for policy in self.companions(resource, "aws_s3_bucket_policy")]
        denied = [item for item in statements(documents) if _denies_uploads(item, resource)]
        settings = self.companions(resource, "aws_s3_bucket_server_side_encryption_configuration")
        rules = [block(rule.get(DEFAULT)) for setting in settings for rule in blocks(setting.get("rule"))]
        keys = {rule.get("kms_master_key_id") for rule in rules}
        own = any({*item.values(KEY, "StringNotEquals")} == keys and _when(item) <= {KEY, GIVEN} for item in denied)
        callers = any(item.values(CALLER, "Null") == ("false",) and _when(item) == {CALLER} for item in denied)
        problems = [] if own else ["accepts uploads under other keys than its own"]
        return problems if callers else [*problems, "accepts uploads under keys that only the caller has"]


check = S3UploadKeys()
