"""
AWS Config: every change of every setting, recorded and held against managed rules.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import Field

from bindings import Construct, Resource
from bindings.aws import (
    ConfigConfigRule,
    ConfigConfigurationRecorder,
    ConfigConfigurationRecorderStatus,
    ConfigDeliveryChannel,
    IamServiceLinkedRole,
)
from modules.foundation.archive_bucket import ArchiveBucket, Delivery
from modules.foundation.config_rules import RULES
from modules.foundation.key import Key
from modules.foundation.persona import Persona
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.log_bucket import LogBucket

SERVICE = "config.amazonaws.com"
ROLE = f"role/aws-service-role/{SERVICE}/AWSServiceRoleForConfig"


class ConfigRecorderParams(Params):
    retention_days: Annotated[int, Field(ge=365, le=36_500)] = 2_557
    """Days that the history of settings is kept, 365 to 36500; 2557 (7 years) when left out."""

    service_role: Literal["made_here", "exists"] = "made_here"
    """Whether the account's service-linked role of Config is made here, or is there because Config was used before."""


class ConfigRecorder(Construct):
    """
    A recorder of all types, its bucket, and the rules; what exists once per account is recorded in the *home* region.

    Config refuses to deliver to a bucket that locks by default ("Managing the Delivery Channel"), so its records are kept by
    versions and by the bucket's policy.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ConfigRecorderParams,
        *,
        home: bool,
        pipeline: Pipeline,
        key: Key,
    ) -> None:
        super().__init__(scope, id)
        logs = LogBucket(self, "access_logs", pipeline=pipeline)
        looks = ("s3:GetBucketAcl", "s3:ListBucket")
        self.bucket = ArchiveBucket(
            self,
            "bucket",
            zone="config",
            pipeline=pipeline,
            key=key,
            logs=logs,
            deliveries=[Delivery(SERVICE, f"AWSLogs/{pipeline.environment.account_id}/Config/", looks=looks)],
            retention_days=params.retention_days,
            locks_by_default=False,
        )
        recording = pipeline.process("config-recorder", "aws_service", classification=pipeline.classification)
        recording.writes(self.bucket.store)
        readable = [self.bucket.store, logs.store]
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipeline, reads=readable)
        of_account = {"StringEquals": {"aws:SourceAccount": pipeline.environment.account_id}}
        key.serve(SERVICE, ["kms:Decrypt", "kms:GenerateDataKey"], of_account)
        made_here = params.service_role == "made_here"
        roles: list[Resource] = (
            [IamServiceLinkedRole(self, "service_role", aws_service_name=SERVICE)] if made_here else []
        )
        recorder = ConfigConfigurationRecorder(
            self,
            "recorder",
            name=pipeline.resource_name("recorder"),
            role_arn=pipeline.global_arn("iam", ROLE),
            recording_group={"all_supported": True, "include_global_resource_types": home},
            depends_on=roles,
        )
        channel = ConfigDeliveryChannel(
            self,
            "delivery_channel",
            name=pipeline.resource_name("delivery"),
            s3_bucket_name=self.bucket.name,
            s3_kms_key_arn=key.arn,
            snapshot_delivery_properties={"delivery_frequency": "TwentyFour_Hours"},
            depends_on=[recorder, self.bucket.policy],
        )
        status = ConfigConfigurationRecorderStatus(
            self, "recorder_status", name=recorder.name, is_enabled=True, depends_on=[channel]
        )
        for identifier, rule in RULES.items():
            if home or not rule.account_wide:
                self._rule(identifier, rule.mirrors, rule.parameters, pipeline, status)

    def _rule(
        self,
        identifier: str,
        mirrors: str,
        parameters: dict[str, str],
        pipeline: Pipeline,
        status: ConfigConfigurationRecorderStatus,
    ) -> None:
        given: dict[str, Any] = {"input_parameters": json.dumps(parameters)} if parameters else {}
        ConfigConfigRule(
            self,
            identifier.lower(),
            name=pipeline.resource_name(identifier.lower().replace("_", "-")),
            description=f"Mirrors {mirrors}",
            source={"owner": "AWS", "source_identifier": identifier},
            depends_on=[status],
            **given,
        )
