from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, tag


class S3OwnKey(Policy):
    """
    A bucket encrypts with a customer-managed key of its own stack that rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: name a key of the stack in the default encryption of the bucket, and set bucket_key_enabled. Only the bucket that receives server
    access logs (tag zone=logs) uses SSE-S3, since AWS delivers logs to no other.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket is encrypted with a rotating key of its own stack",
            id="MR_S3_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every default encryption of the bucket names such a key, and there is one.
        """
        settings = self.companions(resource, "aws_s3_bucket_server_side_encryption_configuration")
        rules = [rule for setting in settings for rule in blocks(setting.get("rule"))]
        if not rules:
            return ["has no default encryption"]
        defaults = [block(rule.get("apply_server_side_encryption_by_default")) for rule in rules]
        if tag(resource, "zone") == "logs":
            return [] if all(default.get("sse_algorithm") for default in defaults) else ["has no default encryption"]
        problems = [problem for default in defaults if (problem := self._problem(default))]
        plain = any(rule.get("bucket_key_enabled") is not True for rule in rules)
        return [*problems, "asks KMS for every object, without a bucket key"] if plain else problems

    def _problem(self, default: Resource) -> str:
        if default.get("sse_algorithm") not in ("aws:kms", "aws:kms:dsse"):
            return f"encrypts with {default.get('sse_algorithm')}, not with a key of the stack"
        return self.key_problem(default.get("kms_master_key_id"))


check = S3OwnKey()
