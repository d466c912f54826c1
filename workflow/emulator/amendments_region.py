"""
Corrections of moto for what exists once per region; of the same kind as those in `amendments.py`, and listed there.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

from moto.backup.responses import BackupResponse
from moto.core.responses import ActionResult
from moto.ec2.responses import EC2Response
from moto.guardduty.models import Detector
from moto.securityhub.responses import SecurityHubResponse


def keep_default_volume_key() -> None:
    """`aws_ebs_default_kms_key`: cannot be read or destroyed (HTTP 500); moto 5.2.5 forgets the key and has no reset."""

    def modify(self: Any) -> ActionResult:
        self.ec2_backend.default_volume_key = self._get_param("KmsKeyId")
        return get(self)

    def get(self: Any) -> ActionResult:
        return ActionResult({"KmsKeyId": getattr(self.ec2_backend, "default_volume_key", "alias/aws/ebs")})

    def reset(self: Any) -> ActionResult:
        self.ec2_backend.default_volume_key = "alias/aws/ebs"
        return get(self)

    EC2Response.modify_ebs_default_kms_key_id = modify
    EC2Response.get_ebs_default_kms_key_id = get
    EC2Response.reset_ebs_default_kms_key_id = reset


def configure_security_hub() -> None:
    """`aws_securityhub_account`: an apply fails (HTTP 500); moto 5.2.5 has no UpdateSecurityHubConfiguration."""
    describe = SecurityHubResponse.describe_hub

    def update_security_hub_configuration(self: Any) -> str:
        self.securityhub_backend.configuration = json.loads(self.body)
        return "{}"

    def describe_hub(self: Any) -> str:
        return json.dumps({**json.loads(describe(self)), **getattr(self.securityhub_backend, "configuration", {})})

    SecurityHubResponse.update_security_hub_configuration = update_security_hub_configuration
    SecurityHubResponse.describe_hub = describe_hub


def keep_detector_features() -> None:
    """`aws_guardduty_detector_feature`: the second one of a detector fails; moto 5.2.5 replaces all features by the new one."""
    update = Detector.update

    def update_some(
        self: Any, enable: Any, frequency: Any, sources: Any, features: list[dict[str, Any]] | None
    ) -> None:
        known = {feature["name"]: feature for feature in self.features}
        update(self, enable, frequency, sources, [*(known | {item["name"]: item for item in features or []}).values()])

    Detector.update = update_some


def find_tags_of_backups() -> None:
    """`aws_backup_vault`, `aws_backup_plan`: tags are added on every plan; moto 5.2.5 asks for a slash after the ARN."""

    def list_tags(self: Any) -> str:
        arn = unquote(self.path).partition("/tags/")[2].rstrip("/")
        return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})

    BackupResponse.list_tags = list_tags
