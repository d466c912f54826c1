from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, tag

REQUIRED = ("deployment", "environment", "owner", "blueprint")


class TagsPresent(Policy):
    """
    A resource has the tags deployment, environment, owner, blueprint and a classification that exists.

    Why: the class decides protection and retention; cost, ownership and clean-up go by the others.
    Fix: set default_tags on the provider, and classification on the stores that differ.
    """

    looks_at = ("tags_all",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure every resource says what it belongs to, who owns it and how sensitive its data is",
            id="MR_TAGS_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=[
                "aws_accessanalyzer_analyzer",
                "aws_appautoscaling_target",
                "aws_athena_workgroup",
                "aws_backup_plan",
                "aws_backup_vault",
                "aws_budgets_budget",
                "aws_ce_anomaly_monitor",
                "aws_ce_anomaly_subscription",
                "aws_cloudtrail",
                "aws_cloudformation_stack",
                "aws_cloudwatch_composite_alarm",
                "aws_cloudwatch_event_rule",
                "aws_cloudwatch_log_group",
                "aws_cloudwatch_metric_alarm",
                "aws_config_config_rule",
                "aws_default_security_group",
                "aws_default_vpc",
                "aws_dynamodb_table",
                "aws_ecr_repository",
                "aws_ecs_cluster",
                "aws_ecs_service",
                "aws_ecs_task_definition",
                "aws_eks_access_entry",
                "aws_eks_addon",
                "aws_eks_cluster",
                "aws_eks_node_group",
                "aws_emr_cluster",
                "aws_emrserverless_application",
                "aws_flow_log",
                "aws_glue_catalog_database",
                "aws_glue_data_quality_ruleset",
                "aws_glue_job",
                "aws_guardduty_detector",
                "aws_iam_instance_profile",
                "aws_iam_openid_connect_provider",
                "aws_iam_policy",
                "aws_iam_role",
                "aws_iam_service_linked_role",
                "aws_iam_user",
                "aws_kinesis_firehose_delivery_stream",
                "aws_kinesis_stream",
                "aws_kms_key",
                "aws_lambda_event_source_mapping",
                "aws_lambda_function",
                "aws_launch_template",
                "aws_macie2_classification_job",
                "aws_quicksight_data_set",
                "aws_quicksight_data_source",
                "aws_redshift_cluster",
                "aws_redshift_parameter_group",
                "aws_redshift_snapshot_copy_grant",
                "aws_redshift_subnet_group",
                "aws_redshift_usage_limit",
                "aws_redshiftserverless_namespace",
                "aws_redshiftserverless_workgroup",
                "aws_route_table",
                "aws_s3_bucket",
                "aws_s3_object",
                "aws_sagemaker_code_repository",
                "aws_sagemaker_data_quality_job_definition",
                "aws_sagemaker_domain",
                "aws_sagemaker_endpoint",
                "aws_sagemaker_endpoint_configuration",
                "aws_sagemaker_feature_group",
                "aws_sagemaker_model",
                "aws_sagemaker_model_package_group",
                "aws_sagemaker_monitoring_schedule",
                "aws_sagemaker_pipeline",
                "aws_sagemaker_studio_lifecycle_config",
                "aws_sagemaker_user_profile",
                "aws_scheduler_schedule_group",
                "aws_secretsmanager_secret",
                "aws_security_group",
                "aws_sfn_state_machine",
                "aws_sns_topic",
                "aws_sqs_queue",
                "aws_ssoadmin_permission_set",
                "aws_subnet",
                "aws_vpc",
                "aws_vpc_endpoint",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every tag has a value, and the class is one of the four.
        """
        missing = [f"has no tag {name}" for name in REQUIRED if not tag(resource, name)]
        classification = tag(resource, "classification")
        if classification not in CLASSES:
            missing.append(f"classification is {classification or 'missing'}, not one of {', '.join(CLASSES)}")
        return missing


check = TagsPresent()
