"""
SageMaker: the pipeline that trains, and the group of what came out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned


def pipeline(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_pipeline(PipelineName=planned["pipeline_name"])
    yield from same(
        planned,
        found,
        {
            "role_arn": "RoleArn",
            "pipeline_display_name": "PipelineDisplayName",
            "parallelism_configuration[0].max_parallel_execution_steps": (
                "ParallelismConfiguration.MaxParallelExecutionSteps"
            ),
        },
    )
    yield Fact(
        "pipeline_definition", json.loads(planned["pipeline_definition"]), json.loads(found["PipelineDefinition"])
    )


def model_group(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["model_package_group_name"]
    found = live.client("sagemaker").describe_model_package_group(ModelPackageGroupName=name)
    yield from same(planned, found, {"arn": "ModelPackageGroupArn"})


def model_group_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["model_package_group_name"]
    found = live.client("sagemaker").get_model_package_group_policy(ModelPackageGroupName=name)
    yield Fact("resource_policy", json.loads(planned["resource_policy"]), json.loads(found["ResourcePolicy"]))


PROBES = {
    "aws_sagemaker_model_package_group": model_group,
    "aws_sagemaker_model_package_group_policy": model_group_policy,
    "aws_sagemaker_pipeline": pipeline,
}
