"""
A network, a function in it and a table, made with boto3, with the values that a plan of Terraform has for them.
"""

from __future__ import annotations

import base64
import hashlib

from tests.verify.resources import ACCOUNT, REGION, key_arn, log_group, name, policy, role, stream

ARCHIVE = b"PK\x05\x06" + bytes(18)
RULE = {"ip_protocol": "tcp", "from_port": 443, "to_port": 443}


def network(session):
    ec2 = session.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/20")["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/22", AvailabilityZone=f"{REGION}a")["Subnet"]["SubnetId"]
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
    group = ec2.create_security_group(GroupName="endpoints", Description="endpoints", VpcId=vpc)["GroupId"]
    ec2.revoke_security_group_egress(
        GroupId=group, IpPermissions=[{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]
    )
    permission = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/20"}]}
    rule = ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[permission])["SecurityGroupRules"][0]
    rule_id = rule["SecurityGroupRuleId"]
    in_vpc = {"vpc_id": vpc}
    return {
        "aws_vpc.v": {
            "id": vpc,
            "cidr_block": "10.0.0.0/20",
            "instance_tenancy": "default",
            "enable_dns_support": True,
            "enable_dns_hostnames": True,
        },
        "aws_subnet.s": {**in_vpc, "id": subnet, "cidr_block": "10.0.0.0/22", "availability_zone": f"{REGION}a"},
        "aws_route_table.t": {**in_vpc, "id": table},
        "aws_route_table_association.a": {"route_table_id": table, "subnet_id": subnet},
        "aws_security_group.g": {**in_vpc, "id": group, "name": "endpoints"},
        "aws_vpc_security_group_ingress_rule.r": {
            **RULE,
            "security_group_rule_id": rule_id,
            "security_group_id": group,
            "cidr_ipv4": "10.0.0.0/20",
        },
        **endpoint(ec2, vpc, table),
        **flow_log(session, vpc),
    }


def endpoint(ec2, vpc, table):
    document = policy(
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders/*"}
    )
    service = f"com.amazonaws.{REGION}.s3"
    made = ec2.create_vpc_endpoint(
        VpcId=vpc, ServiceName=service, VpcEndpointType="Gateway", RouteTableIds=[table], PolicyDocument=document
    )["VpcEndpoint"]
    values = {
        "id": made["VpcEndpointId"],
        "vpc_id": vpc,
        "service_name": service,
        "vpc_endpoint_type": "Gateway",
        "private_dns_enabled": made["PrivateDnsEnabled"],
        "route_table_ids": [table],
        "policy": document,
    }
    return {"aws_vpc_endpoint.e": values}


def flow_log(session, vpc):
    group = log_group(session)["aws_cloudwatch_log_group.g"]["name"]
    values = {
        "vpc_id": vpc,
        "traffic_type": "ALL",
        "log_destination": f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{group}",
        "log_destination_type": "cloud-watch-logs",
        "iam_role_arn": f"arn:aws:iam::{ACCOUNT}:role/flow-logs",
        "max_aggregation_interval": 60,
    }
    made = session.client("ec2").create_flow_logs(
        ResourceIds=[vpc],
        ResourceType="VPC",
        TrafficType="ALL",
        LogDestination=values["log_destination"],
        DeliverLogsPermissionArn=values["iam_role_arn"],
        MaxAggregationInterval=60,
    )["FlowLogIds"][0]
    return {"aws_flow_log.f": {**values, "id": made}}


def function(session):
    """A function that reads a stream."""
    functions, this, arn = session.client("lambda"), name(), key_arn(session)
    caller, source, net = role(session)["aws_iam_role.r"]["arn"], stream(session), network(session)
    subnets, groups = [net["aws_subnet.s"]["id"]], [net["aws_security_group.g"]["id"]]
    functions.create_function(
        FunctionName=this,
        Role=caller,
        Runtime="python3.13",
        Handler="handler.handler",
        Architectures=["arm64"],
        Code={"ZipFile": ARCHIVE},
        MemorySize=512,
        Timeout=60,
        KMSKeyArn=arn,
        Environment={"Variables": {"TABLE": "orders"}},
        VpcConfig={"SubnetIds": subnets, "SecurityGroupIds": groups},
        TracingConfig={"Mode": "Active"},
    )
    functions.put_function_concurrency(FunctionName=this, ReservedConcurrentExecutions=4)
    values = {
        "function_name": this,
        "role": caller,
        "runtime": "python3.13",
        "handler": "handler.handler",
        "architectures": ["arm64"],
        "memory_size": 512,
        "timeout": 60,
        "source_code_hash": base64.b64encode(hashlib.sha256(ARCHIVE).digest()).decode(),
        "kms_key_arn": arn,
        "environment": [{"variables": {"TABLE": "orders"}}],
        "vpc_config": [{"subnet_ids": subnets, "security_group_ids": groups}],
        "tracing_config": [{"mode": "Active"}],
        "reserved_concurrent_executions": 4,
    }
    return {"aws_lambda_function.f": values, **mapping(functions, this, source["aws_kinesis_stream.s"]["name"])}


def mapping(functions, function_name, source):
    failures = f"arn:aws:sqs:{REGION}:{ACCOUNT}:failures"
    values = {
        "event_source_arn": f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{source}",
        "function_name": function_name,
        "enabled": True,
        "starting_position": "TRIM_HORIZON",
        "batch_size": 100,
        "maximum_batching_window_in_seconds": 1,
        "parallelization_factor": 1,
        "bisect_batch_on_function_error": True,
        "maximum_retry_attempts": 5,
        "maximum_record_age_in_seconds": 3600,
        "function_response_types": ["ReportBatchItemFailures"],
        "destination_config": [{"on_failure": [{"destination_arn": failures}]}],
    }
    arguments = {each.title().replace("_", ""): value for each, value in values.items()}
    arguments["DestinationConfig"] = {"OnFailure": {"Destination": failures}}
    made = functions.create_event_source_mapping(**arguments)["UUID"]
    return {"aws_lambda_event_source_mapping.m": {**values, "uuid": made}}


def table(session):
    glue, this = session.client("glue"), name().replace("-", "_")
    storage = {"Location": "s3://orders/", "Columns": [{"Name": "order_id", "Type": "string"}], "SerdeInfo": {}}
    facts = {"classification": "parquet"}
    glue.create_database(DatabaseInput={"Name": this, "Description": "orders", "Parameters": facts})
    glue.create_table(
        DatabaseName=this,
        TableInput={
            "Name": "orders",
            "TableType": "EXTERNAL_TABLE",
            "Parameters": facts,
            "StorageDescriptor": storage,
            "PartitionKeys": [{"Name": "event_date", "Type": "date"}],
        },
    )
    columns = [{"name": "order_id", "type": "string"}]
    values = {
        "database_name": this,
        "name": "orders",
        "table_type": "EXTERNAL_TABLE",
        "parameters": facts,
        "partition_keys": [{"name": "event_date", "type": "date"}],
        "storage_descriptor": [{"location": "s3://orders/", "columns": columns}],
    }
    return {
        "aws_glue_catalog_database.d": {"name": this, "description": "orders", "parameters": facts},
        "aws_glue_catalog_table.t": values,
    }


def delivery(session):
    firehose, this, arn = session.client("firehose"), name(), key_arn(session)
    caller = role(session, "firehose.amazonaws.com")["aws_iam_role.r"]["arn"]
    firehose.create_delivery_stream(
        DeliveryStreamName=this,
        ExtendedS3DestinationConfiguration={
            "RoleARN": caller,
            "BucketARN": "arn:aws:s3:::orders-curated",
            "Prefix": "orders/",
            "ErrorOutputPrefix": "errors/",
            "BufferingHints": {"SizeInMBs": 64, "IntervalInSeconds": 300},
            "CompressionFormat": "UNCOMPRESSED",
            "EncryptionConfiguration": {"KMSEncryptionConfig": {"AWSKMSKeyARN": arn}},
        },
    )
    firehose.start_delivery_stream_encryption(
        DeliveryStreamName=this,
        DeliveryStreamEncryptionConfigurationInput={"KeyType": "CUSTOMER_MANAGED_CMK", "KeyARN": arn},
    )
    destination = {
        "role_arn": caller,
        "bucket_arn": "arn:aws:s3:::orders-curated",
        "prefix": "orders/",
        "error_output_prefix": "errors/",
        "buffering_size": 64,
        "buffering_interval": 300,
        "compression_format": "UNCOMPRESSED",
        "kms_key_arn": arn,
    }
    encryption = {"enabled": True, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": arn}
    values = {"name": this, "extended_s3_configuration": [destination], "server_side_encryption": [encryption]}
    return {"aws_kinesis_firehose_delivery_stream.d": values}
