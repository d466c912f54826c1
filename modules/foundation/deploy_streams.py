"""
What Terraform needs for what records flow through: queues, streams, functions, tables, catalogs and queries.
"""

from __future__ import annotations

from typing import Final

from modules.foundation.deploy_family import Family

QUEUES: Final = Family(
    types="sqs_queue sqs_queue_policy",
    read={"sqs": "GetQueueAttributes ListQueueTags"},
    write={"sqs": "CreateQueue DeleteQueue SetQueueAttributes TagQueue UntagQueue"},
    scopes={"sqs": ("{name}-*",)},
)

STREAMS: Final = Family(
    types="kinesis_stream",
    read={"kinesis": "DescribeLimits DescribeStream DescribeStreamSummary ListShards ListTagsForStream"},
    write={
        "kinesis": (
            "AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream EnableEnhancedMonitoring "
            "IncreaseStreamRetentionPeriod RemoveTagsFromStream UpdateShardCount UpdateStreamMode"
        )
    },
    scopes={"kinesis": ("stream/{name}-*",)},
)
"""How a stream is encrypted is about the key too, so deploy_statements.py says it."""

DELIVERY: Final = Family(
    types="cloudwatch_log_stream kinesis_firehose_delivery_stream",
    read={"firehose": "DescribeDeliveryStream ListTagsForDeliveryStream", "logs": "DescribeLogStreams"},
    write={
        "firehose": (
            "CreateDeliveryStream DeleteDeliveryStream StartDeliveryStreamEncryption TagDeliveryStream "
            "UntagDeliveryStream UpdateDestination"
        ),
        "logs": "CreateLogStream DeleteLogStream",
    },
    scopes={"firehose": ("deliverystream/{name}-*",), "logs": ("log-group:/aws/kinesisfirehose/{name}-*",)},
    receivers=("firehose.amazonaws.com",),
)

FUNCTIONS: Final = Family(
    types="lambda_function",
    read={
        "lambda": ("GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency ListTags ListVersionsByFunction")
    },
    write={
        "lambda": (
            "CreateFunction DeleteFunction DeleteFunctionConcurrency PutFunctionConcurrency TagResource UntagResource "
            "UpdateFunctionCode UpdateFunctionConfiguration"
        )
    },
    scopes={"lambda": ("function:{name}-*",), "logs": ("log-group:/aws/lambda/{name}-*",)},
    receivers=("lambda.amazonaws.com",),
)

SOURCES: Final = Family(
    types="lambda_event_source_mapping",
    read={"lambda": "GetEventSourceMapping ListTags"},
    write={
        "lambda": (
            "CreateEventSourceMapping DeleteEventSourceMapping TagResource UntagResource UpdateEventSourceMapping"
        )
    },
    scopes={"lambda": ("event-source-mapping:*",)},
)
"""Mappings have ids of AWS."""

CALLERS: Final = Family(
    types="lambda_permission",
    read={"lambda": "GetPolicy"},
    write={"lambda": "AddPermission RemovePermission"},
    scopes={"lambda": ("function:{name}-*",)},
)

RULES: Final = Family(
    types="cloudwatch_event_rule cloudwatch_event_target",
    read={"events": "DescribeRule ListTagsForResource ListTargetsByRule"},
    write={"events": "DeleteRule DisableRule EnableRule PutRule PutTargets RemoveTargets TagResource UntagResource"},
    scopes={"events": ("rule/{name}-*",)},
)

NOTICES: Final = Family(types="s3_bucket_notification")
"""How a bucket tells of what arrives is one of its settings."""

STATES: Final = Family(
    types="sfn_state_machine",
    read={"states": "DescribeStateMachine ListStateMachineVersions ListTagsForResource ValidateStateMachineDefinition"},
    write={"states": "CreateStateMachine DeleteStateMachine TagResource UntagResource UpdateStateMachine"},
    scopes={"states": ("stateMachine:{name}-*",), "logs": ("log-group:/aws/vendedlogs/states/{name}-*",)},
    receivers=("states.amazonaws.com",),
)

TABLES: Final = Family(
    types="dynamodb_contributor_insights dynamodb_table",
    read={
        "dynamodb": (
            "DescribeContinuousBackups DescribeContributorInsights DescribeTable DescribeTimeToLive ListTagsOfResource"
        )
    },
    write={
        "dynamodb": (
            "CreateTable DeleteTable TagResource UntagResource UpdateContinuousBackups UpdateContributorInsights "
            "UpdateTable UpdateTimeToLive"
        )
    },
    scopes={"dynamodb": ("table/{name}-*",)},
    linked=("dynamodb.application-autoscaling.amazonaws.com",),
)
"""A replica is left out: DynamoDB asks whoever adds one for the right to read and write items ("DynamoDB global tables security")."""

SCALING: Final = Family(
    types="appautoscaling_policy appautoscaling_target",
    read={"application-autoscaling": "DescribeScalableTargets DescribeScalingPolicies ListTagsForResource"},
    write={
        "application-autoscaling": (
            "DeleteScalingPolicy DeregisterScalableTarget PutScalingPolicy RegisterScalableTarget TagResource UntagResource"
        )
    },
    scopes={"application-autoscaling": ("scalable-target/*",)},
)

CATALOG: Final = Family(
    types="glue_catalog_database glue_catalog_table",
    read={"glue": "GetDatabase GetPartitionIndexes GetTable GetTags"},
    write={
        "glue": "CreateDatabase CreateTable DeleteDatabase DeleteTable TagResource UntagResource UpdateDatabase UpdateTable"
    },
    scopes={"glue": ("catalog", "database/{table}", "table/{table}/*", "userDefinedFunction/{table}/*")},
)

QUERIES: Final = Family(
    types="athena_workgroup",
    read={"athena": "GetWorkGroup ListTagsForResource"},
    write={"athena": "CreateWorkGroup DeleteWorkGroup TagResource UntagResource UpdateWorkGroup"},
    scopes={"athena": ("workgroup/{name}-*",)},
)

JOBS: Final = Family(
    types="glue_catalog_table_optimizer glue_data_quality_ruleset glue_job glue_security_configuration",
    read={"glue": "GetDataQualityRuleset GetJob GetSecurityConfiguration GetTableOptimizer GetTags"},
    write={
        "glue": (
            "CreateDataQualityRuleset CreateJob CreateSecurityConfiguration CreateTableOptimizer DeleteDataQualityRuleset "
            "DeleteJob DeleteSecurityConfiguration DeleteTableOptimizer TagResource UntagResource "
            "UpdateDataQualityRuleset UpdateJob UpdateTableOptimizer"
        )
    },
    scopes={
        "glue": ("dataQualityRuleset/{name}-*", "job/{name}-*", "securityConfiguration/{name}-*"),
        "logs": (
            "log-group:/aws-glue/iceberg-maintenance/{name}",
            "log-group:/aws-glue/iceberg-maintenance/{name}:*",
            "log-group:/aws-glue/jobs/{name}-*",
        ),
    },
    receivers=("glue.amazonaws.com",),
)

SERVERLESS_SPARK: Final = Family(
    types="emrserverless_application",
    read={"emr-serverless": "GetApplication ListTagsForResource"},
    write={
        "emr-serverless": (
            "CreateApplication DeleteApplication StopApplication TagResource UntagResource UpdateApplication"
        )
    },
    scopes={
        "emr-serverless": ("/applications/*", "/"),
        "logs": ("log-group:/aws/emr-serverless/{name}-*",),
    },
    linked=("ops.emr-serverless.amazonaws.com",),
)

LAKE_FORMATION: Final = Family(
    types=(
        "lakeformation_data_cells_filter lakeformation_lf_tag lakeformation_permissions lakeformation_resource "
        "lakeformation_resource_lf_tags"
    ),
    read={
        "lakeformation": (
            "DescribeResource GetDataCellsFilter GetLFTag GetResourceLFTags ListDataCellsFilter ListPermissions"
        )
    },
    write={
        "lakeformation": (
            "AddLFTagsToResource CreateDataCellsFilter CreateLFTag DeleteDataCellsFilter DeleteLFTag DeregisterResource "
            "GrantPermissions RegisterResource RemoveLFTagsFromResource RevokePermissions UpdateDataCellsFilter "
            "UpdateLFTag UpdateResource"
        )
    },
    receivers=("lakeformation.amazonaws.com",),
)

CODE: Final = Family(types="s3_object")
"""Scripts of jobs, the only objects that Terraform puts; deploy_roles.py says where."""
