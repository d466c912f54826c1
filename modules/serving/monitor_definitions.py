"""
The jobs of the four monitors as SageMaker and CloudFormation are asked for them: isolated, encrypted, in the network, bounded.

The provider has a resource for data quality only (terraform-provider-aws, issue 31378); the other three definitions are those
of CloudFormation. Both say the same: what `settings` holds is said once, and `snake` writes it in Terraform's way.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, Final, cast

from bindings.aws.sagemaker_data_quality_job_definition import SagemakerDataQualityJobDefinitionArguments
from modules.serving.monitor_params import ModelMonitorParams, MonitorKind
from modules.serving.serving_zones import ServingZones
from modules.training.isolated_jobs import JobRole
from modules.training.workplace import Workplace

CAPTURED: Final = "/opt/ml/processing/input/captured"
OUTPUT: Final = "/opt/ml/processing/output"
SHOWN: Final = 12  # digits of what a definition says, in its name

DEFINITIONS: Final[dict[MonitorKind, tuple[str, str]]] = {
    "data-quality": ("DataQuality", "DataQuality"),
    "model-quality": ("ModelQuality", "ModelQuality"),
    "bias": ("ModelBias", "ModelBias"),
    "explainability": ("ModelExplainability", "ModelExplainability"),
}
"""By kind, what its parts are called, and the type of its schedule."""


@dataclass(frozen=True)
class Definitions:
    """Makes the definition of each monitor of the endpoint *endpoint*; *settings* is where their common settings lie."""

    params: ModelMonitorParams
    endpoint: str
    settings: str
    role: JobRole
    zones: ServingZones
    place: Workplace

    def name(self, kind: MonitorKind) -> str:
        """What says something else is called something else: neither SageMaker nor CloudFormation changes a definition."""
        digest = hashlib.sha256(json.dumps(self._said(kind), sort_keys=True).encode()).hexdigest()[:SHOWN]
        return self.place.pipeline.resource_name(f"{kind}-{digest}")

    def of(self, kind: MonitorKind) -> dict[str, Any]:
        """The properties of the definition, in the words of the API."""
        return {"JobDefinitionName": self.name(kind), **self._said(kind)}

    def _said(self, kind: MonitorKind) -> dict[str, Any]:
        params, place, zones = self.params, self.place, self.zones
        part, _ = DEFINITIONS[kind]
        environment = {"MONITOR": kind, "SETTINGS": params.to_json(), "publish_cloudwatch_metrics": "Enabled"}
        application: dict[str, Any] = {"ImageUri": place.image, "Environment": environment}
        if kind in ("bias", "explainability"):
            application["ConfigUri"] = self.settings
        if kind == "model-quality":
            application["ProblemType"] = "BinaryClassification"
        return {
            "RoleArn": self.role.arn,
            f"{part}AppSpecification": application,
            f"{part}BaselineConfig": {
                "ConstraintsResource": {"S3Uri": f"s3://{zones.truths.name}/baseline/constraints.json"}
            },
            f"{part}JobInput": self._input(kind),
            f"{part}JobOutputConfig": {
                "KmsKeyId": zones.reports.key.arn,
                "MonitoringOutputs": [
                    {
                        "S3Output": {
                            "S3Uri": f"s3://{zones.reports.name}/monitored/{kind}",
                            "LocalPath": OUTPUT,
                            "S3UploadMode": "EndOfJob",
                        }
                    }
                ],
            },
            "JobResources": {
                "ClusterConfig": {
                    "InstanceCount": 1,
                    "InstanceType": params.instance_type,
                    "VolumeSizeInGB": params.volume_gib,
                    "VolumeKmsKeyId": place.key.arn,
                }
            },
            "NetworkConfig": {
                "EnableInterContainerTrafficEncryption": True,
                "EnableNetworkIsolation": True,
                "VpcConfig": self.role.vpc(),
            },
            "StoppingCondition": {"MaxRuntimeInSeconds": params.runtime},
        }

    def _input(self, kind: MonitorKind) -> dict[str, Any]:
        captured: dict[str, Any] = {
            "EndpointName": self.endpoint,
            "LocalPath": CAPTURED,
            "S3DataDistributionType": "FullyReplicated",
            "S3InputMode": "File",
        }
        if kind not in ("model-quality", "bias"):
            return {"EndpointInput": captured}
        days = {
            "StartTimeOffset": "-P2D",
            "EndTimeOffset": "-P1D",
        }  # the truth about a request comes later than its answer
        return {
            "EndpointInput": {**captured, **days, "InferenceAttribute": "predictions"},
            "GroundTruthS3Input": {"S3Uri": f"s3://{self.zones.truths.name}/truth/"},
        }

    def data_quality(self, tags: dict[str, str]) -> SagemakerDataQualityJobDefinitionArguments:
        """The arguments of Terraform's resource."""
        said = snake(self.of("data-quality")) | {"tags": tags}
        said["name"] = said.pop("job_definition_name")
        outputs = said["data_quality_job_output_config"]
        [outputs["monitoring_outputs"]] = outputs["monitoring_outputs"]
        return cast("SagemakerDataQualityJobDefinitionArguments", said)

    def template(self, tags: dict[str, str]) -> dict[str, Any]:
        """The template of the other three; CloudFormation takes tags as a list."""
        listed = [{"Key": key, "Value": value} for key, value in sorted(tags.items())]
        return {
            "AWSTemplateFormatVersion": "2010-09-09",
            "Description": "Monitors of a model that the Terraform provider has no resource for",
            "Resources": {
                f"{DEFINITIONS[kind][0]}JobDefinition": {
                    "Type": f"AWS::SageMaker::{DEFINITIONS[kind][0]}JobDefinition",
                    "Properties": {**self.of(kind), "Tags": listed},
                }
                for kind in DEFINITIONS
                if kind != "data-quality"
            },
        }


def snake(value: Any) -> Any:
    """*value* with the API's names as Terraform writes them; names of variables stay as they are."""
    if isinstance(value, dict):
        return {_snake(name): item if name == "Environment" else snake(item) for name, item in value.items()}
    if isinstance(value, list):
        return [snake(item) for item in value]
    return value


def _snake(name: str) -> str:
    """`VolumeSizeInGB` is `volume_size_in_gb`, `S3Uri` is `s3_uri`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
