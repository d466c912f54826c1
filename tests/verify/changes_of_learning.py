"""
What somebody might change on what trains models.
"""

from __future__ import annotations

import json

PIPELINE = ("training", "sagemaker", "aws_sagemaker_pipeline.p", "pipeline_name")
UNCHECKED = {"Version": "2020-12-01", "Steps": []}


CHANGES_OF_LEARNING = {
    "training without a check": (
        *PIPELINE,
        lambda sagemaker, it: sagemaker.update_pipeline(PipelineName=it, PipelineDefinition=json.dumps(UNCHECKED)),
        "aws_sagemaker_pipeline: pipeline_definition",
    ),
    "training as somebody else": (
        *PIPELINE,
        lambda sagemaker, it: sagemaker.update_pipeline(
            PipelineName=it, RoleArn="arn:aws:iam::111122223333:role/administrator"
        ),
        "aws_sagemaker_pipeline: role_arn",
    ),
    "no group of models": (
        "training",
        "sagemaker",
        "aws_sagemaker_model_package_group.g",
        "model_package_group_name",
        lambda sagemaker, it: sagemaker.delete_model_package_group(ModelPackageGroupName=it),
        "aws_sagemaker_model_package_group: can be read",
    ),
}
