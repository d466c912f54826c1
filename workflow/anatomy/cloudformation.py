"""
What CloudFormation calls the types of resources that Terraform calls otherwise, reviewed one by one.

Some types of Terraform's are a property of another resource there: `AWS::S3::Bucket (VersioningConfiguration)`. A type that
is not listed keeps its name; CloudFormation has nothing for some, such as a VPC's default security group.
"""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "aws_accessanalyzer_analyzer": "AWS::AccessAnalyzer::Analyzer",
    "aws_athena_workgroup": "AWS::Athena::WorkGroup",
    "aws_backup_plan": "AWS::Backup::BackupPlan",
    "aws_backup_selection": "AWS::Backup::BackupSelection",
    "aws_backup_vault": "AWS::Backup::BackupVault",
    "aws_backup_vault_lock_configuration": "AWS::Backup::BackupVault (LockConfiguration)",
    "aws_budgets_budget": "AWS::Budgets::Budget",
    "aws_ce_anomaly_monitor": "AWS::CE::AnomalyMonitor",
    "aws_ce_anomaly_subscription": "AWS::CE::AnomalySubscription",
    "aws_cloudtrail": "AWS::CloudTrail::Trail",
    "aws_cloudwatch_composite_alarm": "AWS::CloudWatch::CompositeAlarm",
    "aws_cloudwatch_event_rule": "AWS::Events::Rule",
    "aws_cloudwatch_event_target": "AWS::Events::Rule (Targets)",
    "aws_cloudwatch_log_group": "AWS::Logs::LogGroup",
    "aws_cloudwatch_log_metric_filter": "AWS::Logs::MetricFilter",
    "aws_cloudwatch_log_stream": "AWS::Logs::LogStream",
    "aws_cloudwatch_metric_alarm": "AWS::CloudWatch::Alarm",
    "aws_config_config_rule": "AWS::Config::ConfigRule",
    "aws_config_configuration_recorder": "AWS::Config::ConfigurationRecorder",
    "aws_config_delivery_channel": "AWS::Config::DeliveryChannel",
    "aws_ebs_snapshot_block_public_access": "AWS::EC2::SnapshotBlockPublicAccess",
    "aws_flow_log": "AWS::EC2::FlowLog",
    "aws_emrserverless_application": "AWS::EMRServerless::Application",
    "aws_glue_catalog_database": "AWS::Glue::Database",
    "aws_glue_catalog_table": "AWS::Glue::Table",
    "aws_glue_catalog_table_optimizer": "AWS::Glue::TableOptimizer",
    "aws_glue_data_catalog_encryption_settings": "AWS::Glue::DataCatalogEncryptionSettings",
    "aws_glue_data_quality_ruleset": "AWS::Glue::DataQualityRuleset",
    "aws_glue_job": "AWS::Glue::Job",
    "aws_glue_security_configuration": "AWS::Glue::SecurityConfiguration",
    "aws_guardduty_detector": "AWS::GuardDuty::Detector",
    "aws_guardduty_detector_feature": "AWS::GuardDuty::Detector (Features)",
    "aws_iam_openid_connect_provider": "AWS::IAM::OIDCProvider",
    "aws_iam_policy": "AWS::IAM::ManagedPolicy",
    "aws_iam_role": "AWS::IAM::Role",
    "aws_iam_role_policy": "AWS::IAM::RolePolicy",
    "aws_iam_service_linked_role": "AWS::IAM::ServiceLinkedRole",
    "aws_iam_user": "AWS::IAM::User",
    "aws_kinesis_firehose_delivery_stream": "AWS::KinesisFirehose::DeliveryStream",
    "aws_kinesis_stream": "AWS::Kinesis::Stream",
    "aws_kms_alias": "AWS::KMS::Alias",
    "aws_kms_key": "AWS::KMS::Key",
    "aws_lakeformation_data_cells_filter": "AWS::LakeFormation::DataCellsFilter",
    "aws_lakeformation_data_lake_settings": "AWS::LakeFormation::DataLakeSettings",
    "aws_lakeformation_lf_tag": "AWS::LakeFormation::Tag",
    "aws_lakeformation_permissions": "AWS::LakeFormation::PrincipalPermissions",
    "aws_lakeformation_resource": "AWS::LakeFormation::Resource",
    "aws_lakeformation_resource_lf_tags": "AWS::LakeFormation::TagAssociation",
    "aws_lambda_event_source_mapping": "AWS::Lambda::EventSourceMapping",
    "aws_lambda_function": "AWS::Lambda::Function",
    "aws_macie2_account": "AWS::Macie::Session",
    "aws_route_table": "AWS::EC2::RouteTable",
    "aws_route_table_association": "AWS::EC2::SubnetRouteTableAssociation",
    "aws_s3_bucket": "AWS::S3::Bucket",
    "aws_s3_bucket_lifecycle_configuration": "AWS::S3::Bucket (LifecycleConfiguration)",
    "aws_s3_bucket_logging": "AWS::S3::Bucket (LoggingConfiguration)",
    "aws_s3_bucket_notification": "AWS::S3::Bucket (NotificationConfiguration)",
    "aws_s3_bucket_object_lock_configuration": "AWS::S3::Bucket (ObjectLockConfiguration)",
    "aws_s3_bucket_ownership_controls": "AWS::S3::Bucket (OwnershipControls)",
    "aws_s3_bucket_policy": "AWS::S3::BucketPolicy",
    "aws_s3_bucket_public_access_block": "AWS::S3::Bucket (PublicAccessBlockConfiguration)",
    "aws_s3_bucket_server_side_encryption_configuration": "AWS::S3::Bucket (BucketEncryption)",
    "aws_s3_bucket_versioning": "AWS::S3::Bucket (VersioningConfiguration)",
    "aws_security_group": "AWS::EC2::SecurityGroup",
    "aws_securityhub_account": "AWS::SecurityHub::Hub",
    "aws_securityhub_standards_subscription": "AWS::SecurityHub::Standard",
    "aws_sfn_state_machine": "AWS::StepFunctions::StateMachine",
    "aws_sns_topic": "AWS::SNS::Topic",
    "aws_sns_topic_policy": "AWS::SNS::TopicPolicy",
    "aws_sns_topic_subscription": "AWS::SNS::Subscription",
    "aws_sqs_queue": "AWS::SQS::Queue",
    "aws_sqs_queue_policy": "AWS::SQS::QueuePolicy",
    "aws_ssoadmin_account_assignment": "AWS::SSO::Assignment",
    "aws_ssoadmin_permission_set": "AWS::SSO::PermissionSet",
    "aws_ssoadmin_permission_set_inline_policy": "AWS::SSO::PermissionSet (InlinePolicy)",
    "aws_ssoadmin_permissions_boundary_attachment": "AWS::SSO::PermissionSet (PermissionsBoundary)",
    "aws_subnet": "AWS::EC2::Subnet",
    "aws_vpc": "AWS::EC2::VPC",
    "aws_vpc_endpoint": "AWS::EC2::VPCEndpoint",
    "aws_vpc_security_group_egress_rule": "AWS::EC2::SecurityGroupEgress",
    "aws_vpc_security_group_ingress_rule": "AWS::EC2::SecurityGroupIngress",
}


def cloudformation_type(resource_type: str) -> str:
    """The name in CloudFormation, or Terraform's where there is none."""
    return NAMES.get(resource_type, resource_type)


def logical_id(*parts: str) -> str:
    """Letters and digits only, as CloudFormation asks for: `lake/raw_bucket` becomes LakeRawBucket."""
    words = "".join(letter if letter.isalnum() else " " for letter in " ".join(parts)).split()
    return "".join(word[0].upper() + word[1:] for word in words)
