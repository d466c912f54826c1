"""
Each amendment cures a symptom that plain moto shows. When a symptom is gone, so should the amendment be.
"""

from __future__ import annotations

import json
from http import HTTPStatus

import boto3
import pytest
import requests
from botocore.exceptions import ClientError
from moto import mock_aws
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.athena.responses import AthenaResponse
from moto.autoscaling.models import FakeScalingPolicy
from moto.autoscaling.responses import AutoScalingResponse
from moto.awslambda.models import LambdaFunction
from moto.backup.responses import BackupResponse
from moto.cloudtrail.models import Trail
from moto.ec2.models.flow_logs import FlowLogsBackend
from moto.ec2.models.launch_templates import LaunchTemplateVersion
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.responses import EC2Response
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.eks import urls
from moto.eks.responses import EKSResponse
from moto.emrserverless.models import Application, EMRServerlessBackend
from moto.emrserverless.responses import EMRServerlessResponse
from moto.guardduty.models import Detector
from moto.iam.models import User
from moto.iam.responses import IamResponse
from moto.kinesis.responses import KinesisResponse
from moto.kms.responses import KmsResponse
from moto.logs.metric_filters import MetricFilters
from moto.moto_server.werkzeug_app import create_backend_app
from moto.s3.models import FakeBucket, S3Backend
from moto.sagemaker.responses import SageMakerResponse
from moto.securityhub.responses import SecurityHubResponse
from moto.sqs.models import Queue
from moto.stepfunctions.responses import StepFunctionResponse

from workflow.emulator import amendments

AMENDED = (
    Application,
    ApplicationAutoScalingResponse,
    AthenaResponse,
    AutoScalingResponse,
    BackupResponse,
    Detector,
    EC2ContainerServiceResponse,
    EC2Response,
    EKSResponse,
    FakeScalingPolicy,
    EMRServerlessBackend,
    EMRServerlessResponse,
    FakeBucket,
    FlowLogsBackend,
    IamResponse,
    KinesisResponse,
    KmsResponse,
    LambdaFunction,
    LaunchTemplateVersion,
    MetricFilters,
    Queue,
    S3Backend,
    SageMakerResponse,
    SecurityHubResponse,
    SecurityGroupRule,
    StepFunctionResponse,
    Trail,
    User,
)
ACCOUNT = "123456789012"
TLS = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::orders-logs/*"}
PLAIN_HTTP = {**TLS, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
DELIVERY = {
    "Effect": "Allow",
    "Principal": {"Service": "logging.s3.amazonaws.com"},
    "Action": "s3:PutObject",
    "Resource": "arn:aws:s3:::orders-logs/*",
    "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
}


@pytest.fixture(autouse=True)
def _moto(monkeypatch):
    """Moto inside this process, unamended at the start and at the end of each test."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    before = {kind: dict(vars(kind)) for kind in AMENDED}
    routes = dict(urls.url_paths)
    with mock_aws(config={"lambda": {"use_docker": False}}):
        yield
    for kind, attributes in before.items():
        for name in set(vars(kind)) - set(attributes):
            delattr(kind, name)
        for name, value in attributes.items():
            if vars(kind)[name] is not value:
                setattr(kind, name, value)
    urls.url_paths.clear()
    urls.url_paths.update(routes)


def outcome(call, **arguments):
    """Says "ok", or how the call failed."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    except (AttributeError, NotImplementedError) as error:  # an HTTP 500 of the server
        return type(error).__name__
    return "ok"


def log_bucket(*statements):
    s3 = boto3.client("s3")
    for bucket in ("orders-logs", "orders-raw"):
        s3.create_bucket(Bucket=bucket)
    s3.put_bucket_policy(Bucket="orders-logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": statements}))
    return s3


def reading_under_a_deny_of_plain_http():
    s3 = log_bucket(PLAIN_HTTP)
    return outcome(s3.put_object, Bucket="orders-logs", Key="x", Body=b"x")


def logging_to_a_bucket_with_a_principal_of_everybody():
    target = {"LoggingEnabled": {"TargetBucket": "orders-logs", "TargetPrefix": "raw/"}}
    return outcome(log_bucket(PLAIN_HTTP, DELIVERY).put_bucket_logging, Bucket="orders-raw", BucketLoggingStatus=target)


def access_logs_after_a_request():
    s3 = log_bucket(DELIVERY)
    target = {"LoggingEnabled": {"TargetBucket": "orders-logs", "TargetPrefix": ""}}
    s3.put_bucket_logging(Bucket="orders-raw", BucketLoggingStatus=target)
    s3.list_objects_v2(Bucket="orders-raw")
    return s3.list_objects_v2(Bucket="orders-logs")["KeyCount"]


def rotation_period():
    kms = boto3.client("kms")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=180)
    return kms.get_key_rotation_status(KeyId=key).get("RotationPeriodInDays")


def stream_tags():
    kinesis = boto3.client("kinesis")
    kinesis.create_stream(StreamName="orders", ShardCount=1, Tags={"owner": "x"})
    return kinesis.list_tags_for_stream(StreamName="orders")["Tags"]


def rule_descriptions():
    ec2 = boto3.client("ec2")
    group = ec2.create_security_group(GroupName="g", Description="g")["GroupId"]
    rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}
    groups = {**rule, "UserIdGroupPairs": [{"GroupId": group, "Description": "a group"}]}
    lists = {**rule, "PrefixListIds": [{"PrefixListId": "pl-12345678", "Description": "a list"}]}
    answers = [ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[item]) for item in (groups, lists)]
    return [answer["SecurityGroupRules"][0].get("Description") for answer in answers]


def flow_log_delivery():
    boto3.client("logs").create_log_group(logGroupName="flows")
    ec2 = boto3.client("ec2")
    network = ec2.create_vpc(CidrBlock="10.0.0.0/20")["Vpc"]["VpcId"]
    for group in ("flows", "absent"):
        ec2.create_flow_logs(
            ResourceIds=[network],
            ResourceType="VPC",
            TrafficType="ALL",
            LogDestination=f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:{group}",
            DeliverLogsPermissionArn=f"arn:aws:iam::{ACCOUNT}:role/flows",
        )
    return [log["DeliverLogsStatus"] for log in ec2.describe_flow_logs()["FlowLogs"]]


def boundary_of_a_user():
    iam, boundary = boto3.client("iam"), f"arn:aws:iam::{ACCOUNT}:policy/boundary"
    iam.create_user(UserName="sealed", PermissionsBoundary=boundary)
    return iam.get_user(UserName="sealed")["User"].get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")


def redrive_policy():
    sqs = boto3.client("sqs")
    sqs.create_queue(QueueName="dead")
    policy = json.dumps({"deadLetterTargetArn": f"arn:aws:sqs:us-east-1:{ACCOUNT}:dead", "maxReceiveCount": 5})
    url = sqs.create_queue(QueueName="orders", Attributes={"RedrivePolicy": policy})["QueueUrl"]
    return " " in sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]["RedrivePolicy"]


def redrive_allow_policy():
    sqs = boto3.client("sqs")
    policy = json.dumps({"redrivePermission": "byQueue", "sourceQueueArns": []})
    url = sqs.create_queue(QueueName="dead", Attributes={"RedriveAllowPolicy": policy})["QueueUrl"]
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return found.get("RedriveAllowPolicy")


def tags_of_a_scalable_target():
    boto3.client("dynamodb").create_table(
        TableName="orders",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        ProvisionedThroughput={"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
    )
    scaling = boto3.client("application-autoscaling")
    arn = scaling.register_scalable_target(
        ServiceNamespace="dynamodb",
        ResourceId="table/orders",
        ScalableDimension="dynamodb:table:ReadCapacityUnits",
        MinCapacity=1,
        MaxCapacity=10,
        Tags={"owner": "x"},
    )["ScalableTargetARN"]
    answers = [outcome(scaling.list_tags_for_resource, ResourceARN=arn)]
    answers.append(outcome(scaling.tag_resource, ResourceARN=arn, Tags={"environment": "dev"}))
    return [*answers, scaling.list_tags_for_resource(ResourceARN=arn)["Tags"] if set(answers) == {"ok"} else {}]


def settings_of_a_service():
    ec2, ecs = boto3.client("ec2"), boto3.client("ecs")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/20")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    group = ec2.create_security_group(GroupName="w", Description="w", VpcId=vpc)["GroupId"]
    ecs.create_cluster(clusterName="w")
    container = {"name": "w", "image": "w", "memory": 128}
    ecs.register_task_definition(family="w", networkMode="awsvpc", containerDefinitions=[container])
    ecs.create_service(
        cluster="w",
        serviceName="w",
        taskDefinition="w",
        desiredCount=1,
        enableExecuteCommand=True,
        enableECSManagedTags=True,
        availabilityZoneRebalancing="ENABLED",
        deploymentConfiguration={"deploymentCircuitBreaker": {"enable": True, "rollback": True}},
        networkConfiguration={"awsvpcConfiguration": {"subnets": [subnet], "securityGroups": [group]}},
    )
    [found] = ecs.describe_services(cluster="w", services=["w"])["services"]
    names = ("enableExecuteCommand", "enableECSManagedTags", "availabilityZoneRebalancing")
    breaker = found.get("deploymentConfiguration", {}).get("deploymentCircuitBreaker", {})
    return [*(found.get(name) for name in names), breaker.get("rollback")]


def settings_of_nodes():
    ec2, eks = boto3.client("ec2"), boto3.client("eks")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/20")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    role = f"arn:aws:iam::{ACCOUNT}:role/w"
    eks.create_cluster(name="w", roleArn=role, resourcesVpcConfig={"subnetIds": [subnet]})
    eks.create_nodegroup(
        clusterName="w",
        nodegroupName="w",
        subnets=[subnet],
        nodeRole=role,
        nodeRepairConfig={"enabled": True},
        updateConfig={"maxUnavailable": 1},
    )
    found = eks.describe_nodegroup(clusterName="w", nodegroupName="w")["nodegroup"]
    return ["ec2SshKey" in found.get("remoteAccess", {}), found.get("nodeRepairConfig"), found.get("updateConfig")]


def role_of_pods():
    """Asked of an application made now, since routes are fixed when one is made."""
    access_to_a_cluster()
    given = {"namespace": "default", "serviceAccount": "w", "roleArn": f"arn:aws:iam::{ACCOUNT}:role/w"}
    signed = {"Authorization": "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/eks/aws4_request"}
    place = "/clusters/w/pod-identity-associations"
    with create_backend_app("eks").test_client() as client:
        made = client.post(place, json=given, headers=signed)
        if made.status_code != HTTPStatus.OK:
            return made.status_code
        found = client.get(f"{place}/{made.json['association']['associationId']}", headers=signed)
        return found.json["association"]["roleArn"]


def access_to_a_cluster():
    ec2, eks = boto3.client("ec2"), boto3.client("eks")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/20")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    eks.create_cluster(
        name="w",
        roleArn=f"arn:aws:iam::{ACCOUNT}:role/w",
        resourcesVpcConfig={"subnetIds": [subnet]},
        accessConfig={"authenticationMode": "API"},
        upgradePolicy={"supportType": "STANDARD"},
    )
    found = eks.describe_cluster(name="w")["cluster"]
    return [found.get("accessConfig"), found.get("upgradePolicy")]


def group_of_machines(**settings):
    scaling = boto3.client("autoscaling")
    scaling.create_launch_configuration(LaunchConfigurationName="w", ImageId="ami-12345678", InstanceType="t3.micro")
    scaling.create_auto_scaling_group(
        AutoScalingGroupName="w",
        LaunchConfigurationName="w",
        MinSize=0,
        MaxSize=1,
        AvailabilityZones=[boto3.client("ec2").describe_availability_zones()["AvailabilityZones"][0]["ZoneName"]],
        **settings,
    )
    return scaling


def lifetime_of_machines():
    scaling = group_of_machines(MaxInstanceLifetime=864_000, DefaultInstanceWarmup=180)
    [found] = scaling.describe_auto_scaling_groups()["AutoScalingGroups"]
    return [found.get("MaxInstanceLifetime"), found.get("DefaultInstanceWarmup")]


def tags_of_a_template():
    ec2 = boto3.client("ec2")
    tags = [{"Key": "owner", "Value": "x"}]
    ec2.create_launch_template(
        LaunchTemplateName="www",
        LaunchTemplateData={"TagSpecifications": [{"ResourceType": "instance", "Tags": tags}]},
        TagSpecifications=[{"ResourceType": "launch-template", "Tags": tags}],
    )
    [found] = ec2.describe_launch_template_versions(LaunchTemplateName="www")["LaunchTemplateVersions"]
    return [item["ResourceType"] for item in found["LaunchTemplateData"]["TagSpecifications"]]


def policy_of_a_group():
    scaling = group_of_machines()
    metric = {"PredefinedMetricType": "ASGAverageCPUUtilization"}
    scaling.put_scaling_policy(
        AutoScalingGroupName="w",
        PolicyName="w",
        PolicyType="TargetTrackingScaling",
        TargetTrackingConfiguration={"TargetValue": 50, "PredefinedMetricSpecification": metric},
    )
    [found] = scaling.describe_policies(AutoScalingGroupName="w")["ScalingPolicies"]
    return [found.get("Enabled"), found.get("PredictiveScalingConfiguration")]


def deleting_a_named_query():
    athena = boto3.client("athena")
    query = athena.create_named_query(Name="q", Database="d", QueryString="SELECT 1", WorkGroup="primary")[
        "NamedQueryId"
    ]
    return outcome(athena.delete_named_query, NamedQueryId=query)


def changed_workgroup():
    athena = boto3.client("athena")
    changes = {"BytesScannedCutoffPerQuery": 10_000_000, "ResultConfigurationUpdates": {"OutputLocation": "s3://b/p/"}}
    athena.create_work_group(Name="w", Configuration={"EnforceWorkGroupConfiguration": True})
    answer = outcome(athena.update_work_group, WorkGroup="w", ConfigurationUpdates=changes)
    found = athena.get_work_group(WorkGroup="w")["WorkGroup"]["Configuration"]
    return [answer, found["EnforceWorkGroupConfiguration"], found.get("BytesScannedCutoffPerQuery")]


def function_settings():
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    role = boto3.client("iam").create_role(RoleName="f", AssumeRolePolicyDocument=document)["Role"]["Arn"]
    functions = boto3.client("lambda")
    functions.create_function(
        FunctionName="f",
        Role=role,
        Runtime="python3.13",
        Handler="h.h",
        Code={"ZipFile": b"PK\x05\x06" + bytes(18)},
        DeadLetterConfig={"TargetArn": f"arn:aws:sqs:us-east-1:{ACCOUNT}:dead"},
        LoggingConfig={"LogFormat": "JSON"},
    )
    functions.update_function_configuration(FunctionName="f", TracingConfig={"Mode": "Active"})
    found = functions.get_function_configuration(FunctionName="f")
    return ["DeadLetterConfig" in found, "LoggingConfig" in found, found["TracingConfig"]["Mode"]]


def changed_metric_filter():
    """The patterns of a filter that was put twice."""
    logs = boto3.client("logs")
    logs.create_log_group(logGroupName="trail")
    metric = {"metricName": "stopped", "metricNamespace": "trail", "metricValue": "1"}
    for pattern in ("first", "second"):
        logs.put_metric_filter(
            logGroupName="trail", filterName="stopped", filterPattern=pattern, metricTransformations=[metric]
        )
    return [found["filterPattern"] for found in logs.describe_metric_filters(logGroupName="trail")["metricFilters"]]


def changed_insights():
    """The insights of a trail that had one, and was given another."""
    boto3.client("s3").create_bucket(Bucket="records")
    cloudtrail = boto3.client("cloudtrail")
    cloudtrail.create_trail(Name="audit", S3BucketName="records")
    for insight in ("ApiCallRateInsight", "ApiErrorRateInsight"):
        cloudtrail.put_insight_selectors(TrailName="audit", InsightSelectors=[{"InsightType": insight}])
    return [found["InsightType"] for found in cloudtrail.get_insight_selectors(TrailName="audit")["InsightSelectors"]]


def default_volume_key():
    ec2 = boto3.client("ec2")
    ours = boto3.client("kms").create_key()["KeyMetadata"]["Arn"]
    answer = outcome(ec2.get_ebs_default_kms_key_id)
    ec2.modify_ebs_default_kms_key_id(KmsKeyId=ours)
    return [
        answer,
        answer == "ok" and ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == ours,
        outcome(ec2.reset_ebs_default_kms_key_id),
    ]


def configured_hub():
    hub = boto3.client("securityhub")
    hub.enable_security_hub(EnableDefaultStandards=False)
    answer = outcome(hub.update_security_hub_configuration, AutoEnableControls=False)
    return [answer, hub.describe_hub()["AutoEnableControls"]]


def detector_features():
    guardduty = boto3.client("guardduty")
    detector = guardduty.create_detector(Enable=True)["DetectorId"]
    for name in ("S3_DATA_EVENTS", "EKS_AUDIT_LOGS"):
        guardduty.update_detector(DetectorId=detector, Features=[{"Name": name, "Status": "ENABLED"}])
    return [feature["Name"] for feature in guardduty.get_detector(DetectorId=detector)["Features"]]


def tags_of_a_vault():
    """The provider leaves out the last slash, which boto3 writes."""
    arn = boto3.client("backup").create_backup_vault(BackupVaultName="v", BackupVaultTags={"owner": "x"})[
        "BackupVaultArn"
    ]
    signed = {"Authorization": "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/backup/aws4_request"}
    answer = requests.get(f"https://backup.us-east-1.amazonaws.com/tags/{arn}", headers=signed, timeout=5)
    return answer.json().get("Tags")


def state_machine_is_valid():
    check = getattr(StepFunctionResponse, "validate_state_machine_definition", None)
    return json.loads(check(None))["result"] if check else None


def state_of_an_application():
    made = boto3.client("emr-serverless").create_application
    try:
        identity = made(name="a", releaseLabel="emr-7.9.0", type="spark", architecture="ARM64", clientToken="t")[
            "applicationId"
        ]
    except ClientError as error:
        return error.response["Error"]["Code"]
    found = boto3.client("emr-serverless").get_application(applicationId=identity)["application"]
    return found["state"], found.get("architecture")


# amendment -> what shows its symptom, the symptom, and what AWS does
def deleting_a_group_of_models():
    sagemaker = boto3.client("sagemaker")
    sagemaker.create_model_package_group(ModelPackageGroupName="models")
    return outcome(sagemaker.delete_model_package_group, ModelPackageGroupName="models")


def isolation_of_a_model():
    sagemaker = boto3.client("sagemaker")
    role, image = "arn:aws:iam::111122223333:role/serve", {"Image": "scoring"}
    sagemaker.create_model(
        ModelName="scoring", ExecutionRoleArn=role, PrimaryContainer=image, EnableNetworkIsolation=True
    )
    return sagemaker.describe_model(ModelName="scoring")["EnableNetworkIsolation"]


def deployment_of_an_endpoint():
    isolation_of_a_model()
    sagemaker = boto3.client("sagemaker")
    variant = {"VariantName": "model", "ModelName": "scoring", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}
    sagemaker.create_endpoint_config(EndpointConfigName="scoring", ProductionVariants=[variant])
    rollback = {"Alarms": [{"AlarmName": "scoring-fails"}]}
    sagemaker.create_endpoint(
        EndpointName="scoring",
        EndpointConfigName="scoring",
        DeploymentConfig={"AutoRollbackConfiguration": rollback},
    )
    return sagemaker.describe_endpoint(EndpointName="scoring").get("LastDeploymentConfig")


SYMPTOMS = {
    amendments.accept_state_machines: (state_machine_is_valid, None, "OK"),
    amendments.create_applications_that_wait: (state_of_an_application, "ValidationException", ("CREATED", "ARM64")),
    amendments.leave_bucket_policies_to_the_authorizer: (reading_under_a_deny_of_plain_http, "403", "ok"),
    amendments.judge_log_delivery: (logging_to_a_bucket_with_a_principal_of_everybody, "AttributeError", "ok"),
    amendments.deliver_no_access_logs: (access_logs_after_a_request, 1, 0),
    amendments.keep_rotation_period: (rotation_period, None, 180),
    amendments.keep_stream_tags: (stream_tags, [], [{"Key": "owner", "Value": "x"}]),
    amendments.keep_rule_descriptions: (rule_descriptions, [None, None], ["a group", "a list"]),
    amendments.find_log_group_of_flow_log: (flow_log_delivery, ["FAILED", "FAILED"], ["SUCCESS", "FAILED"]),
    amendments.write_redrive_policy_compactly: (redrive_policy, True, False),
    amendments.keep_redrive_allow_policy: (
        redrive_allow_policy,
        None,
        '{"redrivePermission":"byQueue","sourceQueueArns":[]}',
    ),
    amendments.list_tags_of_scalable_targets: (
        tags_of_a_scalable_target,
        ["NotImplementedError", "NotImplementedError", {}],
        ["ok", "ok", {"owner": "x", "environment": "dev"}],
    ),
    amendments.delete_model_groups: (deleting_a_group_of_models, "NotImplementedError", "ok"),
    amendments.keep_deployment_of_endpoints: (
        deployment_of_an_endpoint,
        None,
        {"AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "scoring-fails"}]}},
    ),
    amendments.keep_isolation_of_models: (isolation_of_a_model, False, True),
    amendments.delete_named_queries: (deleting_a_named_query, "NotImplementedError", "ok"),
    amendments.update_workgroups: (
        changed_workgroup,
        ["NotImplementedError", True, None],
        ["ok", True, 10_000_000],
    ),
    amendments.replace_metric_filters: (changed_metric_filter, ["first", "second"], ["second"]),
    amendments.replace_insight_selectors: (
        changed_insights,
        ["ApiCallRateInsight", "ApiErrorRateInsight"],
        ["ApiErrorRateInsight"],
    ),
    amendments.keep_default_volume_key: (
        default_volume_key,
        ["NotImplementedError", False, "NotImplementedError"],
        ["ok", True, "ok"],
    ),
    amendments.configure_security_hub: (configured_hub, ["NotImplementedError", True], ["ok", False]),
    amendments.keep_detector_features: (detector_features, ["EKS_AUDIT_LOGS"], ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS"]),
    amendments.find_tags_of_backups: (tags_of_a_vault, {}, {"owner": "x"}),
    amendments.keep_function_settings: (function_settings, [False, False, "PassThrough"], [True, True, "Active"]),
    amendments.keep_service_settings: (settings_of_a_service, [None] * 4, [True, True, "ENABLED", True]),
    amendments.keep_cluster_access: (
        access_to_a_cluster,
        [None, None],
        [{"authenticationMode": "API"}, {"supportType": "STANDARD"}],
    ),
    amendments.keep_group_lifetime: (lifetime_of_machines, [None, None], [864_000, 180]),
    amendments.keep_tags_of_templates_apart: (
        tags_of_a_template,
        ["instance", "launch-template"],
        ["instance"],
    ),
    amendments.keep_node_group_settings: (
        settings_of_nodes,
        [True, None, None],
        [False, {"enabled": True}, {"maxUnavailable": 1}],
    ),
    amendments.serve_pod_identities: (role_of_pods, HTTPStatus.NOT_FOUND, f"arn:aws:iam::{ACCOUNT}:role/w"),
    amendments.enable_scaling_policies: (policy_of_a_group, [None, {}], [True, None]),
    amendments.keep_boundaries_of_users: (
        boundary_of_a_user,
        None,
        f"arn:aws:iam::{ACCOUNT}:policy/boundary",
    ),
}


@pytest.mark.parametrize("amendment", SYMPTOMS, ids=lambda amendment: amendment.__name__)
def test_plain_moto_still_shows_the_symptom(amendment):
    """
    Without the amendment moto does something else than AWS.
    """
    show, symptom, _ = SYMPTOMS[amendment]

    assert symptom == show()


@pytest.mark.parametrize("amendment", SYMPTOMS, ids=lambda amendment: amendment.__name__)
def test_the_amendment_cures_it(amendment):
    """
    With the amendment alone it does what AWS does.
    """
    show, _, cured = SYMPTOMS[amendment]
    amendment()

    assert cured == show()


def test_log_delivery_without_permission():
    """
    Logs are still refused to a bucket whose policy does not let the log delivery service write.
    """
    amendments.judge_log_delivery()
    target = {"LoggingEnabled": {"TargetBucket": "orders-logs", "TargetPrefix": "raw/"}}
    elsewhere = {**DELIVERY, "Resource": "arn:aws:s3:::orders-logs/curated/*"}
    s3 = log_bucket(elsewhere)

    assert "InvalidTargetBucketForLogging" == outcome(
        s3.put_bucket_logging, Bucket="orders-raw", BucketLoggingStatus=target
    )


def test_every_amendment_has_its_symptom():
    """
    No amendment without a test that would miss it.
    """
    assert set(amendments.AMENDMENTS) == set(SYMPTOMS)
