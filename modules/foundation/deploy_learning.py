"""
What Terraform needs for what learns and what answers: SageMaker, and CloudFormation for the monitors that Terraform cannot make.

What the embedded AWS does not serve (Studio, feature groups, schedules of monitors) was not seen, and follows from what the
types do and from "Amazon SageMaker AI API Permissions: Actions, Permissions, and Resources Reference".
"""

from __future__ import annotations

from typing import Final

from modules.foundation.deploy_family import Family

OWN: Final = "*/{name}-*"
"""Any kind of SageMaker's resources, each of which ends with a name of ours; the actions say which kind."""

LEARNING: Final = Family(
    types=(
        "sagemaker_code_repository sagemaker_domain sagemaker_feature_group sagemaker_model_package_group "
        "sagemaker_model_package_group_policy sagemaker_pipeline sagemaker_studio_lifecycle_config sagemaker_user_profile"
    ),
    read={
        "sagemaker": (
            "DescribeCodeRepository DescribeDomain DescribeFeatureGroup DescribeModelPackageGroup DescribePipeline "
            "DescribeStudioLifecycleConfig DescribeUserProfile GetModelPackageGroupPolicy ListTags"
        )
    },
    write={
        "elasticfilesystem": "CreateFileSystem",
        "sagemaker": (
            "AddTags CreateCodeRepository CreateFeatureGroup CreateModelPackageGroup CreatePipeline "
            "CreateStudioLifecycleConfig CreateUserProfile DeleteCodeRepository DeleteFeatureGroup DeleteModelPackageGroup "
            "DeleteModelPackageGroupPolicy DeletePipeline DeleteStudioLifecycleConfig DeleteTags DeleteUserProfile "
            "PutModelPackageGroupPolicy UpdateCodeRepository UpdateFeatureGroup UpdatePipeline UpdateUserProfile"
        ),
    },
    scopes={"sagemaker": (OWN,)},
    tagged={"sagemaker": "AddTags CreateDomain DeleteDomain UpdateDomain"},
    tagged_scopes={"sagemaker": ("domain/*",)},
    receivers=("sagemaker.amazonaws.com",),
    linked=("elasticfilesystem.amazonaws.com", "sagemaker.amazonaws.com"),
)
"""A domain has an id of AWS, and a file system of its own for what people keep."""

ANSWERING: Final = Family(
    types=(
        "cloudformation_stack cloudwatch_dashboard sagemaker_data_quality_job_definition sagemaker_endpoint "
        "sagemaker_endpoint_configuration sagemaker_model sagemaker_monitoring_schedule"
    ),
    read={
        "cloudformation": "DescribeStackEvents DescribeStacks GetTemplate",
        "cloudwatch": "GetDashboard",
        "sagemaker": (
            "DescribeDataQualityJobDefinition DescribeEndpoint DescribeEndpointConfig DescribeModel "
            "DescribeModelBiasJobDefinition DescribeModelExplainabilityJobDefinition DescribeModelQualityJobDefinition "
            "DescribeMonitoringSchedule ListTags"
        ),
    },
    write={
        "cloudformation": "CreateStack DeleteStack TagResource UntagResource UpdateStack",
        "cloudwatch": "DeleteDashboards PutDashboard",
        "sagemaker": (
            "AddTags CreateDataQualityJobDefinition CreateEndpoint CreateEndpointConfig CreateModel "
            "CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition "
            "CreateMonitoringSchedule DeleteDataQualityJobDefinition DeleteEndpoint DeleteEndpointConfig DeleteModel "
            "DeleteModelBiasJobDefinition DeleteModelExplainabilityJobDefinition DeleteModelQualityJobDefinition "
            "DeleteMonitoringSchedule DeleteTags UpdateEndpoint UpdateEndpointWeightsAndCapacities "
            "UpdateMonitoringSchedule"
        ),
    },
    scopes={
        "cloudformation": ("stack/{name}-*",),
        "cloudwatch": ("dashboard/{name}-*",),
        "logs": ("log-group:/aws/sagemaker/Endpoints/{name}-*",),
        "sagemaker": (OWN,),
    },
    receivers=("events.amazonaws.com", "sagemaker.amazonaws.com"),
    linked=("sagemaker.application-autoscaling.amazonaws.com",),
)
"""CloudFormation makes three kinds of monitors as whoever made the stack, so their actions are here too."""
