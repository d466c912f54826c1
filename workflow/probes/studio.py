"""
SageMaker Studio and feature groups: how they are connected, encrypted and bounded.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

LABORATORY, LIVE_LABORATORY = "jupyter_lab_app_settings[0]", "JupyterLabAppSettings"
IDLE, LIVE_IDLE = "app_lifecycle_management[0].idle_settings[0]", "AppLifecycleManagement.IdleSettings"


def _settings(planned: str, live: str) -> dict[str, str]:
    """What users or spaces of a domain get, by where it is planned and where it is."""
    return {
        f"{planned}[0].execution_role": f"{live}.ExecutionRole",
        f"{planned}[0].security_groups": f"{live}.SecurityGroups",
        f"{planned}[0].{LABORATORY}.lifecycle_config_arns": f"{live}.{LIVE_LABORATORY}.LifecycleConfigArns",
        f"{planned}[0].{LABORATORY}.{IDLE}.lifecycle_management": f"{live}.{LIVE_LABORATORY}.{LIVE_IDLE}.LifecycleManagement",
        f"{planned}[0].{LABORATORY}.{IDLE}.idle_timeout_in_minutes": (
            f"{live}.{LIVE_LABORATORY}.{LIVE_IDLE}.IdleTimeoutInMinutes"
        ),
    }


def domain(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_domain(DomainId=planned["id"])
    yield from same(
        planned,
        found,
        {
            "app_network_access_type": "AppNetworkAccessType",
            "auth_mode": "AuthMode",
            "kms_key_id": "KmsKeyId",
            "subnet_ids": "SubnetIds",
            "vpc_id": "VpcId",
            "domain_settings[0].docker_settings[0].enable_docker_access": "DomainSettings.DockerSettings.EnableDockerAccess",
            "domain_settings[0].execution_role_identity_config": "DomainSettings.ExecutionRoleIdentityConfig",
            "default_user_settings[0].sharing_settings[0].notebook_output_option": (
                "DefaultUserSettings.SharingSettings.NotebookOutputOption"
            ),
            **_settings("default_user_settings", "DefaultUserSettings"),
            **_settings("default_space_settings", "DefaultSpaceSettings"),
        },
    )


def user_profile(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_user_profile(
        DomainId=planned["domain_id"], UserProfileName=planned["user_profile_name"]
    )
    yield from same(
        planned,
        found,
        {
            "single_sign_on_user_value": "SingleSignOnUserValue",
            "user_settings[0].execution_role": "UserSettings.ExecutionRole",
            "user_settings[0].security_groups": "UserSettings.SecurityGroups",
        },
    )


def lifecycle_config(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["studio_lifecycle_config_name"]
    found = live.client("sagemaker").describe_studio_lifecycle_config(StudioLifecycleConfigName=name)
    yield from same(
        planned,
        found,
        {
            "studio_lifecycle_config_app_type": "StudioLifecycleConfigAppType",
            "studio_lifecycle_config_content": "StudioLifecycleConfigContent",
        },
    )


def code_repository(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_code_repository(CodeRepositoryName=planned["code_repository_name"])
    yield from same(
        planned,
        found,
        {
            "git_config[0].repository_url": "GitConfig.RepositoryUrl",
            "git_config[0].branch": "GitConfig.Branch",
            "git_config[0].secret_arn": "GitConfig.SecretArn",
        },
    )


def feature_group(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_feature_group(FeatureGroupName=planned["feature_group_name"])
    yield from same(
        planned,
        found,
        {
            "record_identifier_feature_name": "RecordIdentifierFeatureName",
            "event_time_feature_name": "EventTimeFeatureName",
            "role_arn": "RoleArn",
            "online_store_config[0].security_config[0].kms_key_id": "OnlineStoreConfig.SecurityConfig.KmsKeyId",
            "online_store_config[0].ttl_duration[0].value": "OnlineStoreConfig.TtlDuration.Value",
            "offline_store_config[0].s3_storage_config[0].kms_key_id": "OfflineStoreConfig.S3StorageConfig.KmsKeyId",
            "offline_store_config[0].s3_storage_config[0].s3_uri": "OfflineStoreConfig.S3StorageConfig.S3Uri",
        },
    )


PROBES = {
    "aws_sagemaker_code_repository": code_repository,
    "aws_sagemaker_domain": domain,
    "aws_sagemaker_feature_group": feature_group,
    "aws_sagemaker_studio_lifecycle_config": lifecycle_config,
    "aws_sagemaker_user_profile": user_profile,
}
