from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, tag
from statements import Statement, statements

READING = ("s3:GetObject", "s3:GetObjectVersion")
SERVICE = "aws:principalisawsservice"
CALLER = "aws:principalarn"


def _is_auditor(role: Resource) -> bool:
    return tag(role, "process").startswith("persona-auditor-")


def _denies(statement: Statement, action: str, bucket: Resource) -> bool:
    everybody = {value for _, value in statement.principals} == {"*"} and not statement.inverted
    objects = f"{bucket['arn']}/*" in statement.resources
    return bool(not statement.allows and everybody and statement.may(action) and objects)


def _spares(statement: Statement, *keys: str) -> bool:
    """
    Whether all it spares is told by some keys: services as such, and named callers.
    """
    services = {value for _, key, values in statement.conditions if key == SERVICE for value in values} == {"false"}
    return services and {key for _, key, _ in statement.conditions} == {SERVICE, *keys}


class ArchiveAccess(Policy):
    """
    Records about the account are written by services of AWS, and read by auditors of the stack.

    Why: a record that anybody can add to proves nothing, and records name people, addresses and everything there is.
    Fix: deny s3:PutObject to everybody who is no service (BoolIfExists aws:PrincipalIsAWSService false), and
    s3:GetObject and s3:GetObjectVersion to everybody who is neither a service nor an auditor's role (ArnNotEquals
    aws:PrincipalArn).
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure only services write records about the account, and only auditors read them",
            id="MR_ARCHIVE_3",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Writing is denied to all but services, reading to all but services and auditors.
        """
        if tag(resource, "zone") not in ARCHIVES:
            return []
        auditors = {item["arn"] for item in self.planned("aws_iam_role") if _is_auditor(item)}
        documents = [policy.get("policy") for policy in self.companions(resource, "aws_s3_bucket_policy")]
        found = statements(documents)
        written = any(_denies(each, "s3:PutObject", resource) and _spares(each) for each in found)
        problems = [] if written else ["others than services can write"]
        return problems + [
            f"others than auditors have {action}"
            for action in READING
            if not any(
                _denies(each, action, resource)
                and _spares(each, CALLER)
                and {*each.values(CALLER, "ArnNotEquals")} <= auditors
                for each in found
            )
        ]


check = ArchiveAccess()
