"""
GuardDuty: threats that show in the logs and on the machines of a region.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import GuarddutyDetector, GuarddutyDetectorFeature
from modules.pipeline import Pipeline

FEATURES: dict[str, tuple[str, ...]] = {
    "EBS_MALWARE_PROTECTION": (),
    "EKS_AUDIT_LOGS": (),
    "LAMBDA_NETWORK_LOGS": (),
    "RDS_LOGIN_EVENTS": (),
    "RUNTIME_MONITORING": ("EC2_AGENT_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EKS_ADDON_MANAGEMENT"),
    "S3_DATA_EVENTS": (),
}
"""What a detector watches beside its basic sources, and the agents it keeps up for that."""


class GuardDuty(Construct):
    """The one detector of the region, with every protection; findings are told within fifteen minutes."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self.detector = GuarddutyDetector(
            self,
            "detector",
            enable=True,
            finding_publishing_frequency="FIFTEEN_MINUTES",
            tags={"Name": pipeline.resource_name("detector")},
        )
        for name, agents in FEATURES.items():
            GuarddutyDetectorFeature(
                self,
                name.lower(),
                detector_id=self.detector.id,
                name=name,
                status="ENABLED",
                additional_configuration=[{"name": agent, "status": "ENABLED"} for agent in agents],
            )
