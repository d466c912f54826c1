"""
What Terraform needs for machines and containers: images, ECS, EKS, EC2 Auto Scaling and EMR.

What the embedded AWS does not serve was not seen, and follows from what the types do and from AWS's pages: "Amazon EC2 Auto Scaling API permissions" and
"Control Amazon EC2 launch template usage in Auto Scaling groups" for machines; the Service Authorization Reference for EKS
("Actions, resources, and condition keys for Amazon Elastic Kubernetes Service") and EMR ("... for Amazon Elastic MapReduce").
"""

from __future__ import annotations

from typing import Final

from modules.foundation.deploy_family import Family

IMAGES: Final = Family(
    types="ecr_lifecycle_policy ecr_repository",
    read={"ecr": "DescribeRepositories GetLifecyclePolicy ListTagsForResource"},
    write={
        "ecr": (
            "CreateRepository DeleteLifecyclePolicy DeleteRepository PutImageScanningConfiguration PutImageTagMutability "
            "PutLifecyclePolicy TagResource UntagResource"
        )
    },
    scopes={"ecr": ("repository/{name}-*",)},
)

CONTAINERS: Final = Family(
    types="ecs_cluster ecs_service ecs_task_definition",
    read={"ecs": "DescribeClusters DescribeServices DescribeTaskDefinition ListTagsForResource"},
    write={
        "ecs": (
            "CreateCluster CreateService DeleteCluster DeleteService DeregisterTaskDefinition RegisterTaskDefinition "
            "TagResource UntagResource UpdateCluster UpdateService"
        )
    },
    scopes={"ecs": ("cluster/{name}-*", "service/{name}-*", "task-definition/{name}-*")},
    receivers=("ecs-tasks.amazonaws.com",),
    linked=("ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com"),
)

PROFILES: Final = Family(
    types="iam_instance_profile",
    read={"iam": "GetInstanceProfile"},
    write={
        "iam": (
            "AddRoleToInstanceProfile CreateInstanceProfile DeleteInstanceProfile RemoveRoleFromInstanceProfile "
            "TagInstanceProfile UntagInstanceProfile"
        )
    },
    scopes={"iam": ("instance-profile/{name}-*",)},
    receivers=("ec2.amazonaws.com",),
)
"""What hands a role to machines."""

TEMPLATES: Final = Family(
    types="launch_template",
    read={"ec2": "DescribeLaunchTemplateVersions DescribeLaunchTemplates"},
    write={"ec2": "CreateLaunchTemplate CreateLaunchTemplateVersion DeleteLaunchTemplate ModifyLaunchTemplate"},
    scopes={"ec2": ("*",)},
)

SCALED: Final = Family(
    types="autoscaling_policy",
    read={"autoscaling": "DescribePolicies"},
    write={"autoscaling": "DeletePolicy PutScalingPolicy"},
    scopes={
        "autoscaling": (
            "autoScalingGroup:*:autoScalingGroupName/{name}-*",
            "autoScalingGroup:*:autoScalingGroupName/eks-{name}-*",
        )
    },
)
"""EKS calls the group of a node group after it, with its own prefix."""

MACHINES: Final = Family(
    types="autoscaling_group",
    read={
        "autoscaling": "DescribeAutoScalingGroups DescribeInstanceRefreshes DescribeScalingActivities DescribeWarmPool"
    },
    write={
        "autoscaling": (
            "CancelInstanceRefresh CreateAutoScalingGroup CreateOrUpdateTags DeleteAutoScalingGroup DeleteTags "
            "DisableMetricsCollection EnableMetricsCollection ResumeProcesses SetInstanceProtection StartInstanceRefresh "
            "SuspendProcesses UpdateAutoScalingGroup"
        )
    },
    scopes={"autoscaling": ("autoScalingGroup:*:autoScalingGroupName/{name}-*",)},
    linked=("autoscaling.amazonaws.com",),
)

KUBERNETES: Final = Family(
    types=(
        "eks_access_entry eks_access_policy_association eks_addon eks_cluster eks_node_group eks_pod_identity_association"
    ),
    read={
        "eks": (
            "DescribeAccessEntry DescribeAddon DescribeCluster DescribeNodegroup DescribePodIdentityAssociation "
            "DescribeUpdate ListAssociatedAccessPolicies ListTagsForResource"
        )
    },
    write={
        "eks": (
            "AssociateAccessPolicy AssociateEncryptionConfig CreateAccessEntry CreateAddon CreateCluster CreateNodegroup "
            "CreatePodIdentityAssociation DeleteAccessEntry DeleteAddon DeleteCluster DeleteNodegroup "
            "DeletePodIdentityAssociation DisassociateAccessPolicy TagResource UntagResource UpdateAccessEntry UpdateAddon "
            "UpdateClusterConfig UpdateClusterVersion UpdateNodegroupConfig UpdateNodegroupVersion "
            "UpdatePodIdentityAssociation"
        )
    },
    scopes={
        "eks": (
            "access-entry/{name}-*",
            "addon/{name}-*",
            "cluster/{name}-*",
            "nodegroup/{name}-*",
            "podidentityassociation/{name}-*",
        ),
        "logs": ("log-group:/aws/eks/{name}-*",),
    },
    receivers=("ec2.amazonaws.com", "eks.amazonaws.com", "pods.eks.amazonaws.com"),
    linked=("eks.amazonaws.com", "eks-nodegroup.amazonaws.com"),
)

CLUSTERS: Final = Family(
    types="emr_cluster emr_instance_fleet emr_managed_scaling_policy emr_security_configuration",
    read={
        "elasticmapreduce": (
            "DescribeCluster DescribeSecurityConfiguration GetAutoTerminationPolicy GetManagedScalingPolicy "
            "ListBootstrapActions ListInstanceFleets ListInstances ListSteps"
        )
    },
    write={"elasticmapreduce": "CreateSecurityConfiguration DeleteSecurityConfiguration RunJobFlow"},
    tagged={
        "elasticmapreduce": (
            "AddInstanceFleet AddTags ModifyCluster ModifyInstanceFleet PutAutoTerminationPolicy PutManagedScalingPolicy "
            "RemoveAutoTerminationPolicy RemoveManagedScalingPolicy RemoveTags SetTerminationProtection "
            "SetUnhealthyNodeReplacement SetVisibleToAllUsers TerminateJobFlows"
        )
    },
    tagged_scopes={"elasticmapreduce": ("cluster/*",)},
    receivers=("elasticmapreduce.amazonaws.com",),
    linked=("elasticmapreduce.amazonaws.com", "spot.amazonaws.com"),
)
"""Clusters have ids of AWS."""
