from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from statements import Statement, statements


def _denies_old(statement: Statement) -> bool:
    everybody = {value for _, value in statement.principals} == {"*"} and not statement.inverted
    everything = {"s3:*", "*"} & {*statement.actions}
    versions = statement.values("s3:TlsVersion", "NumericLessThan")
    old = len(statement.conditions) == 1 and len(versions) == 1 and float(versions[0]) >= LEAST
    return bool(not statement.allows and everybody and everything and old)


LEAST = 1.2


class S3TlsVersion(Policy):
    """
    The policy of a bucket denies TLS older than 1.2.

    Why: TLS 1.0 and 1.1 are broken; S3 keeps what it accepts to itself unless a policy says so.
    Fix: add a statement with Effect Deny, Principal *, Action s3:*, both ARNs of the bucket and the one condition
    NumericLessThan s3:TlsVersion 1.2.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket refuses TLS older than 1.2",
            id="MR_S3_10",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One statement denies everybody everything by an older version.
        """
        documents = [policy.get("policy") for policy in self.companions(resource, "aws_s3_bucket_policy")]
        denied = {arn for statement in statements(documents) if _denies_old(statement) for arn in statement.resources}
        missing = {resource["arn"], f"{resource['arn']}/*"} - denied
        return (
            [] if not missing or "*" in denied else [f"TLS older than 1.2 is accepted on {', '.join(sorted(missing))}"]
        )


check = S3TlsVersion()
