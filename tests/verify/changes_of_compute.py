"""
What somebody might change on images, containers, clusters and machines.
"""

from __future__ import annotations

from tests.verify import resources_compute

IMAGES = ("images", "ecr", "aws_ecr_repository.r", "name")
SERVICE = ("service", "ecs", "aws_ecs_service.s", "name")
CLUSTER = ("kubernetes", "eks", "aws_eks_cluster.c", "name")
TEMPLATE = ("machines", "ec2", "aws_launch_template.t", "id")
GROUP = ("machines", "autoscaling", "aws_autoscaling_group.g", "name")
CHANGES_OF_COMPUTE = {
    "tags that move": (
        *IMAGES,
        lambda ecr, it: ecr.put_image_tag_mutability(repositoryName=it, imageTagMutability="MUTABLE"),
        "aws_ecr_repository: image_tag_mutability",
    ),
    "images not scanned": (
        *IMAGES,
        lambda ecr, it: ecr.put_image_scanning_configuration(
            repositoryName=it, imageScanningConfiguration={"scanOnPush": False}
        ),
        "aws_ecr_repository: image_scanning_configuration.scan_on_push",
    ),
    "images kept for ever": (
        *IMAGES,
        lambda ecr, it: ecr.delete_lifecycle_policy(repositoryName=it),
        "aws_ecr_lifecycle_policy: exists",
    ),
    "shell in tasks": (
        *SERVICE,
        lambda ecs, it: ecs.update_service(cluster=it, service=it, enableExecuteCommand=True),
        "aws_ecs_service: enable_execute_command",
    ),
    "older platform": (
        *SERVICE,
        lambda ecs, it: ecs.update_service(cluster=it, service=it, platformVersion="1.3.0"),
        "aws_ecs_service: platform_version",
    ),
    "no way back": (
        *SERVICE,
        lambda ecs, it: ecs.update_service(
            cluster=it,
            service=it,
            deploymentConfiguration={"deploymentCircuitBreaker": {"enable": False, "rollback": False}},
        ),
        "aws_ecs_service: deployment_circuit_breaker.enable",
    ),
    "tasks not measured": (
        *SERVICE,
        lambda ecs, it: ecs.update_cluster(cluster=it, settings=[{"name": "containerInsights", "value": "disabled"}]),
        "aws_ecs_cluster: setting.containerInsights",
    ),
    "task taken away": (
        "service",
        "ecs",
        "aws_ecs_task_definition.t",
        "arn",
        lambda ecs, it: ecs.deregister_task_definition(taskDefinition=it),
        "aws_ecs_task_definition: status",
    ),
    "cluster opened": (
        *CLUSTER,
        lambda eks, it: eks.update_cluster_config(name=it, resourcesVpcConfig={"endpointPublicAccess": True}),
        "aws_eks_cluster: vpc_config.endpoint_public_access",
    ),
    "cluster that says less": (
        *CLUSTER,
        lambda eks, it: eks.update_cluster_config(
            name=it, logging={"clusterLogging": [{"types": ["api"], "enabled": True}]}
        ),
        "aws_eks_cluster: enabled_cluster_log_types",
    ),
    "metadata without a token": (
        *TEMPLATE,
        lambda ec2, it: resources_compute.change_template(ec2, it, tokens="optional"),
        "aws_launch_template: metadata_options.http_tokens",
    ),
    "machines with public addresses": (
        *TEMPLATE,
        lambda ec2, it: resources_compute.change_template(ec2, it, public=True),
        "aws_launch_template: network_interfaces.associate_public_ip_address",
    ),
    "disks in the clear": (
        *TEMPLATE,
        lambda ec2, it: resources_compute.change_template(ec2, it, encrypted=False),
        "aws_launch_template: block_device_mappings",
    ),
    "more machines": (
        *GROUP,
        lambda scaling, it: scaling.update_auto_scaling_group(AutoScalingGroupName=it, MaxSize=100),
        "aws_autoscaling_group: max_size",
    ),
    "another backlog": (
        *GROUP,
        lambda scaling, it: resources_compute.track(scaling, it, 6000),
        "aws_autoscaling_policy: target_tracking_configuration.target_value",
    ),
    "machines that follow nothing": (
        *GROUP,
        lambda scaling, it: scaling.delete_policy(AutoScalingGroupName=it, PolicyName="backlog"),
        "aws_autoscaling_policy: exists",
    ),
    "machines of another role": (
        "machines",
        "iam",
        "aws_iam_instance_profile.p",
        "name",
        lambda iam, it: iam.remove_role_from_instance_profile(
            InstanceProfileName=it,
            RoleName=iam.get_instance_profile(InstanceProfileName=it)["InstanceProfile"]["Roles"][0]["RoleName"],
        ),
        "aws_iam_instance_profile: role",
    ),
}
