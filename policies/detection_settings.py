from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class DetectionSettings(Policy):
    """
    AWS Config records every type without a break, and delivers to a bucket of the stack.

    Why: what is not recorded cannot be looked into after an incident, and no rule judges it.
    Fix: set all_supported, name no exclusions, and add an aws_config_configuration_recorder_status with is_enabled and an
    aws_config_delivery_channel to a bucket of the stack with a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure changes of all settings are recorded",
            id="MR_DETECT_2",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_config_configuration_recorder"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Everything, always, kept here.
        """
        group = block(resource.get("recording_group"))
        problems = [] if group.get("all_supported", True) is True else ["records some types only"]
        if block(resource.get("recording_mode")).get("recording_frequency", "CONTINUOUS") != "CONTINUOUS":
            problems.append("records once a day only")
        statuses = [
            item
            for item in self.planned("aws_config_configuration_recorder_status")
            if item.get("name") in (resource["id"], resource.get("name"))
        ]
        if not statuses or not all(item.get("is_enabled") is True for item in statuses):
            problems.append("is not switched on")
        return problems + self._role_problems(str(resource.get("role_arn"))) + self._delivery_problems()

    def _role_problems(self, role: str) -> list[str]:
        own = {item["arn"] for item in self.planned("aws_iam_role", "aws_iam_service_linked_role") if item.get("arn")}
        owners = {
            arn.split(":")[4]
            for item in self.planned("aws_s3_bucket", "aws_kms_key")
            if len((arn := str(item.get("arn"))).split(":")) > 4
        }
        known = role in own or (":role/aws-service-role/" in role and role.split(":")[4] in owners)
        return [] if known else [f"records as {role}, which is no role of the stack"]

    def _delivery_problems(self) -> list[str]:
        buckets = {name for item in self.planned("aws_s3_bucket") for name in (item["id"], item.get("bucket"))}
        channels = self.planned("aws_config_delivery_channel")
        if not channels:
            return ["delivers nowhere"]
        foreign = [
            f"delivers to {item.get('s3_bucket_name')}, which is no bucket of the stack"
            for item in channels
            if item.get("s3_bucket_name") not in buckets
        ]
        keys = [self.key_problem(item.get("s3_kms_key_arn")) for item in channels]
        return foreign + [problem for problem in keys if problem]


check = DetectionSettings()
