from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

PARTS = {
    "aws_accessanalyzer_analyzer": "access from outside is not looked for",
    "aws_config_configuration_recorder": "changes of settings are not recorded",
    "aws_guardduty_detector": "threats are not looked for",
    "aws_macie2_account": "sensitive data is not looked for",
    "aws_securityhub_account": "findings are not collected",
}


class DetectionWhole(Policy):
    """
    What watches a region watches all of it: a stack with one of the detecting services has every one.

    Why: a service that is left out is missed by no other check, since there is nothing to look at.
    Fix: make detector, recorder, analyzer of external access, Macie and Security Hub in one stack; Security Hub with the
    foundational standard and its new controls.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure every detecting service is on",
            id="MR_DETECT_4",
            categories=[CheckCategories.LOGGING],
            supported_resources=[*PARTS],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every part is in the plan, and the two that can be there in vain are not.
        """
        own = resource["address"].split(".")[0]
        problems = [words for kind, words in PARTS.items() if kind != own and not self.planned(kind)]
        kinds = {item.get("type", "ACCOUNT") for item in self.planned("aws_accessanalyzer_analyzer")}
        if kinds and not kinds & {"ACCOUNT", "ORGANIZATION"}:
            problems.append(PARTS["aws_accessanalyzer_analyzer"])
        if kinds and not kinds & {"ACCOUNT_UNUSED_ACCESS", "ORGANIZATION_UNUSED_ACCESS"}:
            problems.append("access that nobody uses is not looked for")
        standards = [str(item.get("standards_arn")) for item in self.planned("aws_securityhub_standards_subscription")]
        if not any("aws-foundational-security-best-practices" in arn for arn in standards):
            problems.append("the foundational standard is not checked")
        if own == "aws_securityhub_account" and resource.get("auto_enable_controls", True) is not True:
            problems.append("new controls of the standard stay off")
        return problems


check = DetectionWhole()
