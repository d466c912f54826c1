"""
The steps of training, in the words of SageMaker's pipelines ("Amazon SageMaker Model Building Pipeline Definition JSON Schema").
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import Field

from modules.training.isolated_jobs import JobParams, JobRole, processing_job
from modules.training.ml_zones import MlZones
from modules.training.workplace import Workplace

ENTRY: Final = ("python", "-m", "functions.training_jobs")
BATCH: Final = {"Get": "Parameters.Batch"}
EXECUTION: Final = {"Get": "Execution.PipelineExecutionId"}
SEED: Final = "20261125"  # the same split and the same start each time, so that a run can be repeated
PATIENCE: Final = [
    {
        "ExceptionType": ["Step.SERVICE_FAULT", "Step.THROTTLING"],
        "IntervalSeconds": 30,
        "BackoffRate": 2.0,
        "MaxAttempts": 5,
    }
]


class TrainingParams(JobParams):
    instances: Annotated[int, Field(ge=1, le=16)] = 1
    """Machines that train together, 1 to 16; what they say to each other is encrypted."""

    wait_seconds: Annotated[int, Field(ge=0, le=86_400)] = 7_200
    """Seconds that a job may wait for Spot machines beside its run time, 0 to 86400."""


@dataclass(frozen=True)
class Phases:
    """Who acts in each step: three roles of jobs, and the function that registers."""

    check: JobRole
    train: JobRole
    evaluate: JobRole
    register_arn: str


@dataclass(frozen=True)
class Task:
    """What is learned, from which column, compared by which groups, and how good a model has to be (area under the ROC curve)."""

    dataset: str
    label: str
    compared: str | None
    least_auc: float
    pretrained: Mapping[str, str]
    """SHA-256 by name of the artefacts that training may begin with."""


def joined(*parts: Any) -> dict[str, Any]:
    return {"Std:Join": {"On": "/", "Values": list(parts)}}


class Steps:
    """Makes the steps; each later one depends on the ones before it."""

    def __init__(self, task: Task, phases: Phases, zones: MlZones, place: Workplace) -> None:
        self._task, self._phases, self._zones, self._place = task, phases, zones, place
        self._data = {"S3Uri": joined(f"s3://{zones.approved.name}/data/{task.dataset}", BATCH, "")}
        self._pretrained = {"S3Uri": f"s3://{zones.approved.name}/pretrained/{task.dataset}/"}
        self._reports = joined(f"s3://{zones.reports.name}/reports/{task.dataset}", EXECUTION)

    def check(self, params: JobParams) -> dict[str, Any]:
        """
        Every file is in the record of the batch's approval, with the same digest, and every pretrained artefact is a pinned one.
        """
        zones, dataset = self._zones, self._task.dataset
        pins = [f"{name}={digest}" for name, digest in sorted(self._task.pretrained.items())]
        arguments = processing_job(
            params,
            role=self._phases.check,
            place=self._place,
            entry=(*ENTRY, "check"),
            inputs={
                "data": self._data,
                "approvals": {"S3Uri": f"s3://{zones.approved.name}/approvals/{dataset}/"},
                **({"pretrained": self._pretrained} if pins else {}),
            },
            output={"S3Uri": joined(f"s3://{zones.reports.name}/reports/{dataset}", EXECUTION, "check")},
            bucket=zones.reports,
            ContainerArguments=["--batch", BATCH, *(word for pin in pins for word in ("--pretrained", pin))],
        )
        return {"Name": "Check", "Type": "Processing", "Arguments": arguments, "RetryPolicies": PATIENCE}

    def train(self, params: TrainingParams) -> dict[str, Any]:
        """On Spot machines, from the last checkpoint when they are taken away."""
        zones, task, key = self._zones, self._task, self._place.key
        channels: dict[str, Mapping[str, Any]] = {
            "train": self._data,
            **({"pretrained": self._pretrained} if task.pretrained else {}),
        }
        pins = {"pretrained": json.dumps(dict(task.pretrained), sort_keys=True)} if task.pretrained else {}
        return {
            "Name": "Train",
            "Type": "Training",
            "DependsOn": ["Check"],
            "RetryPolicies": PATIENCE,
            "Arguments": {
                "AlgorithmSpecification": {
                    "TrainingImage": self._place.image,
                    "TrainingInputMode": "File",
                    "ContainerEntrypoint": [*ENTRY, "train"],
                },
                "RoleArn": self._phases.train.arn,
                "HyperParameters": {"label_field": task.label, "seed": SEED, **pins},
                "InputDataConfig": [_channel(name, there) for name, there in channels.items()],
                "OutputDataConfig": {
                    "S3OutputPath": joined(f"s3://{zones.models.name}/models/{task.dataset}", EXECUTION),
                    "KmsKeyId": zones.models.key.arn,
                },
                "ResourceConfig": {
                    "InstanceCount": params.instances,
                    "InstanceType": params.instance_type,
                    "VolumeSizeInGB": params.volume_gib,
                    "VolumeKmsKeyId": key.arn,
                },
                "VpcConfig": self._phases.train.vpc(),
                "EnableNetworkIsolation": True,
                "EnableInterContainerTrafficEncryption": True,
                "EnableManagedSpotTraining": True,
                "CheckpointConfig": {
                    "S3Uri": joined(f"s3://{zones.models.name}/checkpoints", EXECUTION),
                    "LocalPath": "/opt/ml/checkpoints",
                },
                "StoppingCondition": {
                    "MaxRuntimeInSeconds": params.longest_seconds,
                    "MaxWaitTimeInSeconds": params.longest_seconds + params.wait_seconds,
                },
            },
        }

    def evaluate(self, params: JobParams) -> dict[str, Any]:
        """On rows that were held out: how good the model is, for whom it is worse, and what it goes by."""
        task, zones = self._task, self._zones
        compared = ["--sensitive-field", task.compared] if task.compared else []
        arguments = processing_job(
            params,
            role=self._phases.evaluate,
            place=self._place,
            entry=(*ENTRY, "evaluate"),
            inputs={"data": self._data, "model": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}},
            output={"S3Uri": self._reports},
            bucket=zones.reports,
            ContainerArguments=["--label-field", task.label, *compared],
        )
        files = [{"PropertyFileName": "evaluation", "OutputName": "output", "FilePath": "evaluation.json"}]
        return {
            "Name": "Evaluate",
            "Type": "Processing",
            "Arguments": arguments,
            "PropertyFiles": files,
            "RetryPolicies": PATIENCE,
        }

    def decide(self) -> dict[str, Any]:
        """What is good enough is signed and registered, where it waits for the owner; anything else ends here."""
        metric = {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.evaluation"}, "Path": "metrics.auc.value"}
        enough = {
            "Type": "GreaterThanOrEqualTo",
            "LeftValue": {"Std:JsonGet": metric},
            "RightValue": self._task.least_auc,
        }
        register = {
            "Name": "Register",
            "Type": "Lambda",
            "FunctionArn": self._phases.register_arn,
            "Arguments": {
                "model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"},
                "batch": BATCH,
                "execution": EXECUTION,
                "reports": self._reports,
            },
            "OutputParameters": [{"OutputName": "model_package_arn", "OutputType": "String"}],
        }
        words = f"the area under the ROC curve is below {self._task.least_auc}; see the reports of this execution"
        weak = {"Name": "TooWeak", "Type": "Fail", "Arguments": {"ErrorMessage": words}}
        arguments = {"Conditions": [enough], "IfSteps": [register], "ElseSteps": [weak]}
        return {"Name": "GoodEnough", "Type": "Condition", "Arguments": arguments}


def _channel(name: str, there: Mapping[str, Any]) -> dict[str, Any]:
    source = {"S3DataType": "S3Prefix", **there, "S3DataDistributionType": "FullyReplicated"}
    return {"ChannelName": name, "DataSource": {"S3DataSource": source}}


def definition(steps: Sequence[dict[str, Any]], experiment: str) -> dict[str, Any]:
    """Each execution is a trial of one experiment, since an isolated container cannot reach a tracking server."""
    trial = {"Std:Join": {"On": "-", "Values": [experiment, EXECUTION]}}
    return {
        "Version": "2020-12-01",
        "Parameters": [{"Name": "Batch", "Type": "String"}],
        "PipelineExperimentConfig": {"ExperimentName": experiment, "TrialName": trial},
        "Steps": list(steps),
    }
