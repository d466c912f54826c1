"""
Containers, clusters and machines made with boto3, each with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json

from tests.verify.resources import ACCOUNT, REGION, key_arn, name, policy

LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
NEWEST = {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30}
LIFECYCLE = {"rules": [{"rulePriority": 1, "selection": NEWEST, "action": {"type": "expire"}}]}
IMAGE = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/orders@sha256:{'0' * 64}"


def place(session):
    """Two subnets and a security group."""
    ec2 = session.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.30.0.0/20")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.30.{number}.0/24", AvailabilityZone=f"{REGION}{zone}")["Subnet"]
        for number, zone in enumerate("ab")
    ]
    group = ec2.create_security_group(GroupName=name(), Description="workers", VpcId=vpc)["GroupId"]
    return [subnet["SubnetId"] for subnet in subnets], group


def role_arn(session, service):
    trust = policy({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})
    return session.client("iam").create_role(RoleName=name(), AssumeRolePolicyDocument=trust)["Role"]["Arn"]


def images(session):
    ecr, this, arn = session.client("ecr"), name(), key_arn(session)
    ecr.create_repository(
        repositoryName=this,
        imageTagMutability="IMMUTABLE",
        imageScanningConfiguration={"scanOnPush": True},
        encryptionConfiguration={"encryptionType": "KMS", "kmsKey": arn},
    )
    ecr.put_lifecycle_policy(repositoryName=this, lifecyclePolicyText=json.dumps(LIFECYCLE))
    values = {
        "name": this,
        "image_tag_mutability": "IMMUTABLE",
        "image_scanning_configuration": [{"scan_on_push": True}],
        "encryption_configuration": [{"encryption_type": "KMS", "kms_key": arn}],
    }
    return {
        "aws_ecr_repository.r": values,
        "aws_ecr_lifecycle_policy.l": {"repository": this, "policy": json.dumps(LIFECYCLE)},
    }


def service(session):
    """A cluster, a task and a service that runs it."""
    ecs, this, arn = session.client("ecs"), name(), key_arn(session)
    role, (subnets, group) = role_arn(session, "ecs-tasks.amazonaws.com"), place(session)
    ecs.create_cluster(
        clusterName=this,
        settings=[{"name": "containerInsights", "value": "enabled"}],
        configuration={
            "executeCommandConfiguration": {
                "kmsKeyId": arn,
                "logging": "OVERRIDE",
                "logConfiguration": {"cloudWatchLogGroupName": "/orders", "cloudWatchEncryptionEnabled": True},
            },
            "managedStorageConfiguration": {"kmsKeyId": arn, "fargateEphemeralStorageKmsKeyId": arn},
        },
    )
    container = {
        "name": "worker",
        "image": IMAGE,
        "essential": True,
        "user": "65532",
        "readonlyRootFilesystem": True,
        "linuxParameters": {"capabilities": {"drop": ["ALL"]}},
    }
    task = ecs.register_task_definition(
        family=this,
        networkMode="awsvpc",
        cpu="512",
        memory="1024",
        requiresCompatibilities=["FARGATE"],
        taskRoleArn=role,
        executionRoleArn=role,
        containerDefinitions=[container],
    )["taskDefinition"]["taskDefinitionArn"]
    ecs.create_service(
        cluster=this,
        serviceName=this,
        taskDefinition=task,
        desiredCount=1,
        launchType="FARGATE",
        platformVersion="1.4.0",
        enableExecuteCommand=False,
        availabilityZoneRebalancing="ENABLED",
        deploymentConfiguration={
            "deploymentCircuitBreaker": {"enable": True, "rollback": True},
            "minimumHealthyPercent": 100,
            "maximumPercent": 200,
        },
        networkConfiguration={
            "awsvpcConfiguration": {"subnets": subnets, "securityGroups": [group], "assignPublicIp": "DISABLED"}
        },
    )
    sessions = {
        "kms_key_id": arn,
        "logging": "OVERRIDE",
        "log_configuration": [{"cloud_watch_log_group_name": "/orders"}],
    }
    storage = {"kms_key_id": arn, "fargate_ephemeral_storage_kms_key_id": arn}
    network = {"subnets": subnets, "security_groups": [group], "assign_public_ip": False}
    return {
        "aws_ecs_cluster.c": {
            "name": this,
            "setting": [{"name": "containerInsights", "value": "enabled"}],
            "configuration": [
                {"execute_command_configuration": [sessions], "managed_storage_configuration": [storage]}
            ],
        },
        "aws_ecs_task_definition.t": {
            "arn": task,
            "family": this,
            "network_mode": "awsvpc",
            "cpu": "512",
            "memory": "1024",
            "task_role_arn": role,
            "execution_role_arn": role,
            "requires_compatibilities": ["FARGATE"],
            "container_definitions": json.dumps([container]),
        },
        "aws_ecs_service.s": {
            "name": this,
            "cluster": this,
            "task_definition": task,
            "launch_type": "FARGATE",
            "platform_version": "1.4.0",
            "enable_execute_command": False,
            "availability_zone_rebalancing": "ENABLED",
            "deployment_minimum_healthy_percent": 100,
            "deployment_maximum_percent": 200,
            "deployment_circuit_breaker": [{"enable": True, "rollback": True}],
            "network_configuration": [network],
        },
    }


def kubernetes(session):
    eks, this, arn = session.client("eks"), name(), key_arn(session)
    role, (subnets, group) = role_arn(session, "eks.amazonaws.com"), place(session)
    eks.create_cluster(
        name=this,
        version="1.33",
        roleArn=role,
        resourcesVpcConfig={
            "subnetIds": subnets,
            "securityGroupIds": [group],
            "endpointPublicAccess": False,
            "endpointPrivateAccess": True,
        },
        logging={"clusterLogging": [{"types": LOGS, "enabled": True}]},
        encryptionConfig=[{"resources": ["secrets"], "provider": {"keyArn": arn}}],
        accessConfig={"authenticationMode": "API", "bootstrapClusterCreatorAdminPermissions": False},
        upgradePolicy={"supportType": "STANDARD"},
    )
    network = {
        "subnet_ids": subnets,
        "security_group_ids": [group],
        "endpoint_public_access": False,
        "endpoint_private_access": True,
    }
    return {
        "aws_eks_cluster.c": {
            "name": this,
            "version": "1.33",
            "role_arn": role,
            "vpc_config": [network],
            "enabled_cluster_log_types": LOGS,
            "access_config": [{"authentication_mode": "API"}],
            "encryption_config": [{"provider": [{"key_arn": arn}], "resources": ["secrets"]}],
            "upgrade_policy": [{"support_type": "STANDARD"}],
        }
    }


def machines(session):
    """A launch template and a group of machines that scales."""
    ec2, scaling, iam = session.client("ec2"), session.client("autoscaling"), session.client("iam")
    this, arn, (subnets, group) = name(), key_arn(session), place(session)
    role = role_arn(session, "ec2.amazonaws.com").rpartition("/")[2]
    iam.create_instance_profile(InstanceProfileName=this)
    iam.add_role_to_instance_profile(InstanceProfileName=this, RoleName=role)
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    template = ec2.create_launch_template(LaunchTemplateName=this, LaunchTemplateData=data(image, group, arn))
    template_id = template["LaunchTemplate"]["LaunchTemplateId"]
    scaling.create_auto_scaling_group(
        AutoScalingGroupName=this,
        MinSize=1,
        MaxSize=3,
        VPCZoneIdentifier=",".join(subnets),
        LaunchTemplate={"LaunchTemplateId": template_id, "Version": "1"},
        HealthCheckType="EC2",
        MaxInstanceLifetime=2_592_000,
    )
    scaling.enable_metrics_collection(
        AutoScalingGroupName=this, Metrics=["GroupInServiceInstances"], Granularity="1Minute"
    )
    track(scaling, this, 60)
    metrics = [{"id": "waiting"}, {"id": "backlog", "expression": "waiting / 1"}]
    return {
        "aws_launch_template.t": {
            "id": template_id,
            "image_id": image,
            "instance_type": "m7g.medium",
            "metadata_options": [{"http_tokens": "required", "http_put_response_hop_limit": 1}],
            "network_interfaces": [{"associate_public_ip_address": "false", "security_groups": [group]}],
            "block_device_mappings": [
                {"device_name": "/dev/xvda", "ebs": [{"encrypted": "true", "kms_key_id": arn}]},
            ],
        },
        "aws_iam_instance_profile.p": {"name": this, "role": role},
        "aws_autoscaling_group.g": {
            "name": this,
            "min_size": 1,
            "max_size": 3,
            "health_check_type": "EC2",
            "launch_template": [{"id": template_id}],
            "max_instance_lifetime": 2_592_000,
            "vpc_zone_identifier": subnets,
            "enabled_metrics": ["GroupInServiceInstances"],
        },
        "aws_autoscaling_policy.p": {
            "name": "backlog",
            "autoscaling_group_name": this,
            "policy_type": "TargetTrackingScaling",
            "target_tracking_configuration": [
                {"target_value": 60, "customized_metric_specification": [{"metrics": metrics}]}
            ],
        },
    }


def data(image, group, key, *, tokens="required", public=False, encrypted=True):
    """What a launch template says."""
    disk = {"VolumeSize": 30, "Encrypted": encrypted, **({"KmsKeyId": key} if encrypted else {})}
    return {
        "ImageId": image,
        "InstanceType": "m7g.medium",
        "MetadataOptions": {"HttpTokens": tokens, "HttpPutResponseHopLimit": 1},
        "NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": public, "Groups": [group]}],
        "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": disk}],
    }


def change_template(ec2, template_id, **changes):
    """Another version of a launch template, which machines start from."""
    now = ec2.describe_launch_template_versions(LaunchTemplateId=template_id)["LaunchTemplateVersions"][0]
    said = now["LaunchTemplateData"]
    group, key = (
        said["NetworkInterfaces"][0]["Groups"][0],
        said["BlockDeviceMappings"][0]["Ebs"]["KmsKeyId"],
    )
    made = ec2.create_launch_template_version(
        LaunchTemplateId=template_id, LaunchTemplateData=data(said["ImageId"], group, key, **changes)
    )["LaunchTemplateVersion"]["VersionNumber"]
    ec2.modify_launch_template(LaunchTemplateId=template_id, DefaultVersion=str(made))


def track(scaling, group, target):
    waiting = {
        "Id": "waiting",
        "ReturnData": False,
        "MetricStat": {
            "Metric": {"Namespace": "AWS/SQS", "MetricName": "ApproximateNumberOfMessagesVisible"},
            "Stat": "Average",
        },
    }
    scaling.put_scaling_policy(
        AutoScalingGroupName=group,
        PolicyName="backlog",
        PolicyType="TargetTrackingScaling",
        TargetTrackingConfiguration={
            "TargetValue": target,
            "CustomizedMetricSpecification": {
                "Metrics": [waiting, {"Id": "backlog", "Expression": "waiting / 1", "ReturnData": True}]
            },
        },
    )


MAKERS = (images, service, kubernetes, machines)
