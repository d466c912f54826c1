from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

# Number in the CIS AWS Foundations Benchmark 3.0.0 -> words that the pattern of one metric filter holds.
CIS = {
    "4.1": ("UnauthorizedOperation", "AccessDenied"),
    "4.2": ("ConsoleLogin", "MFAUsed"),
    "4.3": ("userIdentity.type", "Root", "invokedBy", "AwsServiceEvent"),
    "4.4": ("PutRolePolicy", "PutUserPolicy", "PutGroupPolicy", "CreatePolicyVersion", "AttachRolePolicy"),
    "4.5": ("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    "4.6": ("ConsoleLogin", "Failed authentication"),
    "4.7": ("DisableKey", "ScheduleKeyDeletion"),
    "4.8": ("PutBucketPolicy", "DeleteBucketPolicy", "PutBucketAcl", "PutBucketLifecycle"),
    "4.9": ("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"),
    "4.10": ("AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress", "CreateSecurityGroup"),
    "4.11": ("CreateNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclAssociation"),
    "4.12": ("AttachInternetGateway", "CreateCustomerGateway", "DetachInternetGateway"),
    "4.13": ("CreateRoute)", "ReplaceRoute)", "DeleteRouteTable", "DisassociateRouteTable"),
    "4.14": ("CreateVpc)", "DeleteVpc)", "ModifyVpcAttribute", "CreateVpcPeeringConnection"),
    "4.15": ("organizations.amazonaws.com", "LeaveOrganization", "DeletePolicy", "RemoveAccountFromOrganization"),
}

OWN = {
    "changes of who may take on a role": ("iam.amazonaws.com", "UpdateAssumeRolePolicy"),
    "changes of key policies": ("kms.amazonaws.com", "PutKeyPolicy"),
    "detection that is switched off": ("DeleteDetector", "DisableSecurityHub", "DisableMacie"),
    "emergency access": ("AssumeRole", "break-glass"),
    "hands on the archive": ("requestParameters.bucketName", "Delete*"),
    "selectors that narrow the trail": ("cloudtrail.amazonaws.com", "PutEventSelectors"),
    "users and access keys that are made": ("iam.amazonaws.com", "CreateUser", "CreateAccessKey"),
}
"""What the benchmark does not list, and an account with a trail of its own has to be told of."""


class TrailWatched(Policy):
    """
    A metric filter on the log group of the audit trail finds each event of the CIS benchmark, section 4, and of `OWN`.

    Why: an event that nobody looks for is found when it is too late. MR_TRAIL_7 asks for the alarm of each filter.
    Fix: add an aws_cloudwatch_log_metric_filter with the pattern of the benchmark to the log group of the trail.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail is searched for the events of the CIS benchmark",
            id="MR_TRAIL_6",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudtrail"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        For each number, one pattern holds all of its words.
        """
        group = str(resource.get("cloud_watch_logs_group_arn")).removesuffix(":*")
        names = {item["name"] for item in self.planned("aws_cloudwatch_log_group") if item["arn"] == group}
        filters = self.planned("aws_cloudwatch_log_metric_filter")
        patterns = [str(item.get("pattern")) for item in filters if item.get("log_group_name") in names]
        wanted = {**{f"CIS {number}": words for number, words in CIS.items()}, **OWN}
        return [
            f"nobody looks for {event}"
            for event, words in wanted.items()
            if not any(all(word in pattern for word in words) for pattern in patterns)
        ]


check = TrailWatched()
