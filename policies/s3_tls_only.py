from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from statements import denies_plain_http, statements


class S3TlsOnly(Policy):
    """
    The policy of a bucket denies every request without TLS, on the bucket and on its objects.

    Why: S3 answers plain HTTP unless a policy forbids it, and data would cross networks readable.
    Fix: add a statement with Effect Deny, Principal *, Action s3:*, both ARNs of the bucket and the one condition
    Bool aws:SecureTransport false.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket refuses requests without TLS",
            id="MR_S3_2",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One statement of the bucket's policy denies everybody everything without TLS.
        """
        policies = self.companions(resource, "aws_s3_bucket_policy")
        if not policies:
            return ["has no bucket policy"]
        denied: set[str] = set()
        for statement in statements([policy.get("policy") for policy in policies]):
            if denies_plain_http(statement, "s3"):
                denied.update(statement.resources)
        arn = resource["arn"]
        missing = [name for name in (arn, f"{arn}/*") if name not in denied and "*" not in denied]
        return [f"requests without TLS on {name} are not denied" for name in missing]


check = S3TlsOnly()
