"""
What models are trained with, made with boto3, with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json

from tests.verify.resources import ACCOUNT, name

ROLE = f"arn:aws:iam::{ACCOUNT}:role/training"
STEPS = {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"RoleArn": ROLE}}]}


def training(session):
    """A pipeline of one step that runs two steps at a time, and a group of models."""
    sagemaker, this = session.client("sagemaker"), name()
    sagemaker.create_pipeline(
        PipelineName=this,
        PipelineDisplayName=this,
        PipelineDefinition=json.dumps(STEPS),
        ClientRequestToken=this.ljust(32, "0"),
        RoleArn=ROLE,
        ParallelismConfiguration={"MaxParallelExecutionSteps": 2},
    )
    group = sagemaker.create_model_package_group(ModelPackageGroupName=this)
    return {
        "aws_sagemaker_pipeline.p": {
            "pipeline_name": this,
            "pipeline_display_name": this,
            "pipeline_definition": json.dumps(STEPS, indent=1),
            "role_arn": ROLE,
            "parallelism_configuration": [{"max_parallel_execution_steps": 2}],
        },
        "aws_sagemaker_model_package_group.g": {
            "model_package_group_name": this,
            "arn": group["ModelPackageGroupArn"],
        },
    }


MAKERS = (training,)
