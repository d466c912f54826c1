"""
What somebody might change behind Terraform's back: how, and which setting verify has to name.
"""

from __future__ import annotations

from tests.verify import (
    resources,
    resources_account,
    resources_batches,
    resources_clusters,
    resources_compute,
    resources_learning,
    resources_network,
    resources_pods,
    resources_region,
    resources_serving,
    resources_tables,
    resources_trail,
    resources_warehouse,
)
from tests.verify.changes_of_accounts import CHANGES_OF_ACCOUNTS
from tests.verify.changes_of_batches import CHANGES_OF_BATCHES
from tests.verify.changes_of_clusters import CHANGES_OF_CLUSTERS
from tests.verify.changes_of_compute import CHANGES_OF_COMPUTE
from tests.verify.changes_of_learning import CHANGES_OF_LEARNING
from tests.verify.changes_of_pods import CHANGES_OF_PODS
from tests.verify.changes_of_regions import CHANGES_OF_REGIONS
from tests.verify.changes_of_serving import CHANGES_OF_SERVING
from tests.verify.changes_of_stores import CHANGES_OF_STORES
from tests.verify.changes_of_tables import CHANGES_OF_TABLES
from tests.verify.changes_of_trail import CHANGES_OF_TRAIL
from tests.verify.changes_of_warehouses import CHANGES_OF_WAREHOUSES

MAKERS = {
    make.__name__: make
    for make in (
        resources.alarm,
        resources.alias,
        resources.bucket,
        resources.log_group,
        resources.queue,
        resources.role,
        resources.stream,
        resources.topic,
        resources_trail.trail,
        resources.workgroup,
        resources_account.event_rule,
        resources_account.managed_policy,
        resources_account.attached_policy,
        resources_account.oidc_provider,
        resources_account.password_policy,
        resources_account.user,
        *resources_clusters.MAKERS,
        resources_network.delivery,
        resources_network.function,
        resources_network.network,
        resources_network.table,
        *resources_batches.MAKERS,
        *resources_region.MAKERS,
        resources_tables.store,
        *resources_warehouse.MAKERS,
        *resources_compute.MAKERS,
        *resources_pods.MAKERS,
        *resources_learning.MAKERS,
        *resources_serving.MAKERS,
    )
}


EVERYTHING = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}


def lift_workgroup(athena, name):
    athena.update_work_group(
        WorkGroup=name,
        ConfigurationUpdates={
            "EnforceWorkGroupConfiguration": False,
            "BytesScannedCutoffPerQuery": 10**12,
            "ResultConfigurationUpdates": {"EncryptionConfiguration": {"EncryptionOption": "SSE_S3"}},
        },
    )


# maker, what changes behind Terraform's back (the client's service, then what is done with it), what verify names
CHANGES = {
    **CHANGES_OF_ACCOUNTS,
    **CHANGES_OF_COMPUTE,
    **CHANGES_OF_PODS,
    **CHANGES_OF_LEARNING,
    **CHANGES_OF_SERVING,
    **CHANGES_OF_STORES,
    **CHANGES_OF_TRAIL,
    **CHANGES_OF_CLUSTERS,
    **CHANGES_OF_REGIONS,
    **CHANGES_OF_WAREHOUSES,
    **CHANGES_OF_BATCHES,
    **CHANGES_OF_TABLES,
    "stream in the clear": (
        *("stream", "kinesis", "aws_kinesis_stream.s", "name"),
        lambda kinesis, it: kinesis.stop_stream_encryption(StreamName=it, EncryptionType="KMS", KeyId="x"),
        "aws_kinesis_stream: encryption_type",
    ),
    "stream keeps less": (
        *("stream", "kinesis", "aws_kinesis_stream.s", "name"),
        lambda kinesis, it: kinesis.decrease_stream_retention_period(StreamName=it, RetentionPeriodHours=24),
        "aws_kinesis_stream: retention_period",
    ),
    "stream with more shards": (
        *("stream", "kinesis", "aws_kinesis_stream.s", "name"),
        lambda kinesis, it: kinesis.update_shard_count(
            StreamName=it, TargetShardCount=4, ScalingType="UNIFORM_SCALING"
        ),
        "aws_kinesis_stream: shard_count",
    ),
    "logs kept for a day": (
        *("log_group", "logs", "aws_cloudwatch_log_group.g", "name"),
        lambda logs, it: logs.put_retention_policy(logGroupName=it, retentionInDays=1),
        "aws_cloudwatch_log_group: retention_in_days",
    ),
    "log group removed": (
        *("log_group", "logs", "aws_cloudwatch_log_group.g", "name"),
        lambda logs, it: logs.delete_log_group(logGroupName=it),
        "aws_cloudwatch_log_group: exists",
    ),
    "queue policy removed": (
        *("queue", "sqs", "aws_sqs_queue.q", "url"),
        lambda sqs, it: sqs.set_queue_attributes(QueueUrl=it, Attributes={"Policy": ""}),
        "aws_sqs_queue_policy: refuses calls without TLS",
    ),
    "queue with a key of AWS": (
        *("queue", "sqs", "aws_sqs_queue.q", "url"),
        lambda sqs, it: sqs.set_queue_attributes(QueueUrl=it, Attributes={"KmsMasterKeyId": "alias/aws/sqs"}),
        "aws_sqs_queue: kms_master_key_id",
    ),
    "messages seen again too soon": (
        *("queue", "sqs", "aws_sqs_queue.q", "url"),
        lambda sqs, it: sqs.set_queue_attributes(QueueUrl=it, Attributes={"VisibilityTimeout": "1"}),
        "aws_sqs_queue: visibility_timeout_seconds",
    ),
    "dead letters from anywhere": (
        *("queue", "sqs", "aws_sqs_queue.q", "url"),
        lambda sqs, it: sqs.set_queue_attributes(
            QueueUrl=it, Attributes={"RedriveAllowPolicy": '{"redrivePermission":"allowAll"}'}
        ),
        "aws_sqs_queue: redrive_allow_policy",
    ),
    "topic with a key of AWS": (
        *("topic", "sns", "aws_sns_topic.t", "arn"),
        lambda sns, it: sns.set_topic_attributes(
            TopicArn=it, AttributeName="KmsMasterKeyId", AttributeValue="alias/aws/sns"
        ),
        "aws_sns_topic: kms_master_key_id",
    ),
    "trust widened": (
        *("role", "iam", "aws_iam_role.r", "name"),
        lambda iam, it: iam.update_assume_role_policy(
            RoleName=it,
            PolicyDocument=resources.policy({"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}),
        ),
        "aws_iam_role: assume_role_policy",
    ),
    "managed policy attached": (
        *("role", "iam", "aws_iam_role.r", "name"),
        lambda iam, it: iam.attach_role_policy(
            RoleName=it,
            PolicyArn=iam.create_policy(PolicyName=f"{it}-more", PolicyDocument=resources.policy(EVERYTHING))["Policy"][
                "Arn"
            ],
        ),
        "aws_iam_role: attached policies",
    ),
    "second inline policy": (
        *("role", "iam", "aws_iam_role.r", "name"),
        lambda iam, it: iam.put_role_policy(
            RoleName=it, PolicyName="more", PolicyDocument=resources.policy(EVERYTHING)
        ),
        "aws_iam_role: inline policies",
    ),
    "rights widened": (
        *("role", "iam", "aws_iam_role.r", "name"),
        lambda iam, it: iam.put_role_policy(
            RoleName=it, PolicyName="dataflow", PolicyDocument=resources.policy(EVERYTHING)
        ),
        "aws_iam_role_policy: policy",
    ),
    "alarm silenced": (
        *("alarm", "cloudwatch", "aws_cloudwatch_metric_alarm.a", "alarm_name"),
        lambda cloudwatch, it: cloudwatch.disable_alarm_actions(AlarmNames=[it]),
        "aws_cloudwatch_metric_alarm: actions_enabled",
    ),
    "alarm removed": (
        *("alarm", "cloudwatch", "aws_cloudwatch_metric_alarm.a", "alarm_name"),
        lambda cloudwatch, it: cloudwatch.delete_alarms(AlarmNames=[it]),
        "aws_cloudwatch_metric_alarm: exists",
    ),
    "scan limit lifted": (
        *("workgroup", "athena", "aws_athena_workgroup.w", "name", lift_workgroup),
        "aws_athena_workgroup: configuration.bytes_scanned_cutoff_per_query",
    ),
    "workgroup not enforced": (
        *("workgroup", "athena", "aws_athena_workgroup.w", "name", lift_workgroup),
        "aws_athena_workgroup: configuration.enforce_workgroup_configuration",
    ),
    "results in the clear": (
        *("workgroup", "athena", "aws_athena_workgroup.w", "name", lift_workgroup),
        "aws_athena_workgroup: configuration.result_configuration.encryption_configuration.encryption_option",
    ),
    "concurrency removed": (
        *("function", "lambda", "aws_lambda_function.f", "function_name"),
        lambda functions, it: functions.delete_function_concurrency(FunctionName=it),
        "aws_lambda_function: reserved_concurrent_executions",
    ),
    "tracing off": (
        *("function", "lambda", "aws_lambda_function.f", "function_name"),
        lambda functions, it: functions.update_function_configuration(
            FunctionName=it, TracingConfig={"Mode": "PassThrough"}
        ),
        "aws_lambda_function: tracing_config.mode",
    ),
    "code swapped": (
        *("function", "lambda", "aws_lambda_function.f", "function_name"),
        lambda functions, it: functions.update_function_code(
            FunctionName=it, ZipFile=resources_network.ARCHIVE[:-2] + b"\x01\x00x"
        ),
        "aws_lambda_function: source_code_hash",
    ),
    "batches not halved": (
        *("function", "lambda", "aws_lambda_event_source_mapping.m", "uuid"),
        lambda functions, it: functions.update_event_source_mapping(UUID=it, BisectBatchOnFunctionError=False),
        "aws_lambda_event_source_mapping: bisect_batch_on_function_error",
    ),
    "mapping removed": (
        *("function", "lambda", "aws_lambda_event_source_mapping.m", "uuid"),
        lambda functions, it: functions.delete_event_source_mapping(UUID=it),
        "aws_lambda_event_source_mapping: exists",
    ),
    "delivery in the clear": (
        *("delivery", "firehose", "aws_kinesis_firehose_delivery_stream.d", "name"),
        lambda firehose, it: firehose.stop_delivery_stream_encryption(DeliveryStreamName=it),
        "aws_kinesis_firehose_delivery_stream: server_side_encryption.enabled",
    ),
    "delivery elsewhere": (
        *("delivery", "firehose", "aws_kinesis_firehose_delivery_stream.d", "name"),
        lambda firehose, it: firehose.update_destination(
            DeliveryStreamName=it,
            CurrentDeliveryStreamVersionId="1",
            DestinationId="destinationId-000000000001",
            ExtendedS3DestinationUpdate={"BucketARN": "arn:aws:s3:::elsewhere"},
        ),
        "aws_kinesis_firehose_delivery_stream: extended_s3_configuration.bucket_arn",
    ),
    "rule opened beside the plan": (
        *("network", "ec2", "aws_security_group.g", "id"),
        lambda ec2, it: ec2.authorize_security_group_ingress(
            GroupId=it, CidrIp="0.0.0.0/0", IpProtocol="tcp", FromPort=22, ToPort=22
        ),
        "aws_security_group: rules beside those of the plan",
    ),
    "rule revoked": (
        *("network", "ec2", "aws_vpc_security_group_ingress_rule.r", "security_group_id"),
        lambda ec2, it: ec2.revoke_security_group_ingress(
            GroupId=it, CidrIp="10.0.0.0/20", IpProtocol="tcp", FromPort=443, ToPort=443
        ),
        "aws_vpc_security_group_ingress_rule: exists",
    ),
    "public addresses": (
        *("network", "ec2", "aws_subnet.s", "id"),
        lambda ec2, it: ec2.modify_subnet_attribute(SubnetId=it, MapPublicIpOnLaunch={"Value": True}),
        "aws_subnet: map_public_ip_on_launch",
    ),
    "a way to the internet": (
        *("network", "ec2", "aws_vpc.v", "id"),
        lambda ec2, it: ec2.attach_internet_gateway(
            VpcId=it, InternetGatewayId=ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ),
        "aws_vpc: internet gateways",
    ),
    "a route out": (
        *("network", "ec2", "aws_route_table.t", "id"),
        lambda ec2, it: ec2.create_route(
            RouteTableId=it,
            DestinationCidrBlock="0.0.0.0/0",
            GatewayId=ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"],
        ),
        "aws_route_table: routes",
    ),
    "flow log removed": (
        *("network", "ec2", "aws_flow_log.f", "id"),
        lambda ec2, it: ec2.delete_flow_logs(FlowLogIds=[it]),
        "aws_vpc: has an active flow log",
    ),
    "endpoint opened": (
        *("network", "ec2", "aws_vpc_endpoint.e", "id"),
        lambda ec2, it: ec2.modify_vpc_endpoint(
            VpcEndpointId=it,
            PolicyDocument=resources.policy({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}),
        ),
        "aws_vpc_endpoint: policy",
    ),
    "table removed": (
        *("table", "glue", "aws_glue_catalog_table.t", "database_name"),
        lambda glue, it: glue.delete_table(DatabaseName=it, Name="orders"),
        "aws_glue_catalog_table: exists",
    ),
    "another column": (
        *("table", "glue", "aws_glue_catalog_table.t", "database_name"),
        lambda glue, it: glue.update_table(
            DatabaseName=it,
            TableInput={"Name": "orders", "StorageDescriptor": {"Columns": [{"Name": "email", "Type": "string"}]}},
        ),
        "aws_glue_catalog_table: columns",
    ),
}
