from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

FEATURES = frozenset(
    {
        "EBS_MALWARE_PROTECTION",
        "EKS_AUDIT_LOGS",
        "LAMBDA_NETWORK_LOGS",
        "RDS_LOGIN_EVENTS",
        "RUNTIME_MONITORING",
        "S3_DATA_EVENTS",
    }
)


class DetectionThreats(Policy):
    """
    A detector of GuardDuty is on, with every protection, and tells of findings within the hour.

    Why: a protection that is off is silence that looks like peace.
    Fix: leave enable on, publish every fifteen minutes or every hour, and give the detector an
    aws_guardduty_detector_feature for each protection with status ENABLED.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure threats are looked for with every protection",
            id="MR_DETECT_1",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_guardduty_detector"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, soon, and whole.
        """
        features = [
            item for item in self.planned("aws_guardduty_detector_feature") if item.get("detector_id") == resource["id"]
        ]
        on = {item.get("name") for item in features if item.get("status") == "ENABLED"}
        off = {item.get("name") for item in features if item.get("status") != "ENABLED"}
        problems = [] if resource.get("enable", True) is True else ["the detector is off"]
        if resource.get("finding_publishing_frequency", "SIX_HOURS") == "SIX_HOURS":
            problems.append("findings are told after six hours")
        return problems + [f"{name} is off" for name in sorted((FEATURES - on) | (FEATURES & off))]


check = DetectionThreats()
