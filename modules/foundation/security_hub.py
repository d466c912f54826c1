"""
Security Hub: what services of AWS have found, in one form, and the checks of the foundational standard.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import SecurityhubAccount, SecurityhubStandardsSubscription
from modules.pipeline import Pipeline

FOUNDATIONAL = "aws-foundational-security-best-practices/v/1.0.0"


class SecurityHub(Construct):
    """The hub of the region, with the AWS Foundational Security Best Practices standard and its new controls."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        place = pipeline.environment
        self.account = SecurityhubAccount(
            self,
            "account",
            auto_enable_controls=True,
            control_finding_generator="SECURITY_CONTROL",
            enable_default_standards=False,
        )
        SecurityhubStandardsSubscription(
            self,
            "foundational",
            standards_arn=f"arn:{place.partition}:securityhub:{place.region}::standards/{FOUNDATIONAL}",
            depends_on=[self.account],
        )
