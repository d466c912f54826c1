from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from clusters import configuration, inside
from planned import Policy, Resource

METADATA = "InstanceMetadataServiceConfiguration"
RUNTIME_ROLES = "AuthorizationConfiguration/IAMConfiguration/EnableApplicationScopedIAMRole"
SOURCE = "AuthorizationConfiguration/IAMConfiguration/ApplicationScopedIAMRoleConfiguration/PropagateSourceIdentity"
KERBEROS = "AuthenticationConfiguration/KerberosConfiguration"


class EmrIdentity(Policy):
    """
    Nodes of a cluster ask the metadata service with session tokens only, and a job acts under a role or a name of its own.

    Why: otherwise every job has all that the machines may do, and a job that fetches a crafted address gives it away.
    Fix: MinimumInstanceMetadataServiceVersion 2 with one hop, and EnableApplicationScopedIAMRole with PropagateSourceIdentity, or Kerberos.
    """

    looks_at = ("configuration",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure jobs of a cluster do not act as its machines",
            id="MR_EMR_2",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_emr_security_configuration"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The version and the hops of the metadata service, and who a job is.
        """
        document = configuration(resource)
        problems = []
        if inside(document, f"{METADATA}/MinimumInstanceMetadataServiceVersion") != 2:
            problems.append("the metadata service answers without a session token")
        if inside(document, f"{METADATA}/HttpPutResponseHopLimit") != 1:
            problems.append("answers of the metadata service leave the machine")
        if inside(document, RUNTIME_ROLES) is not True and not inside(document, KERBEROS):
            problems.append("jobs act as the machines do")
        if inside(document, RUNTIME_ROLES) is True and inside(document, SOURCE) is not True:
            problems.append("does not tell whose job it is")
        return problems


check = EmrIdentity()
