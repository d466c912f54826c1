"""
Corrections of moto for containers, clusters and machines; `amendments.py` lists them and says what an amendment is.
"""

from __future__ import annotations

from typing import Any

from moto.autoscaling.models import FakeScalingPolicy
from moto.autoscaling.responses import AutoScalingResponse
from moto.ec2.models.launch_templates import LaunchTemplateVersion
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.eks.responses import EKSResponse


def keep_service_settings() -> None:
    """
    `aws_ecs_service`: `availability_zone_rebalancing`, `deployment_circuit_breaker` and more differ on every plan.

    moto 5.2.5 drops them when a service is created, and keeps them when it is changed.
    """
    create = EC2ContainerServiceResponse.create_service

    def create_service(self: Any) -> Any:
        answer = create(self)
        service = self.ecs_backend.describe_services(
            self._get_param("cluster", "default"), [self._get_param("serviceName")]
        )[0][0]
        service.availability_zone_rebalancing = self._get_param("availabilityZoneRebalancing")
        service.deployment_configuration = self._get_param("deploymentConfiguration")
        service.enable_ecs_managed_tags = self._get_param("enableECSManagedTags")
        service.enable_execute_command = self._get_param("enableExecuteCommand")
        return answer

    EC2ContainerServiceResponse.create_service = create_service


def keep_cluster_access() -> None:
    """`aws_eks_cluster`: `access_config` and `upgrade_policy` differ on every plan; moto 5.2.5 drops them."""
    create = EKSResponse.create_cluster

    def create_cluster(self: Any) -> Any:
        answer = create(self)
        cluster = self.eks_backend.describe_cluster(self._get_param("name"))
        cluster.access_config = self._get_param("accessConfig")
        cluster.upgrade_policy = self._get_param("upgradePolicy")
        return answer

    EKSResponse.create_cluster = create_cluster


def enable_scaling_policies() -> None:
    """
    `aws_autoscaling_policy`: `enabled` and `predictive_scaling_configuration` differ on every plan.

    moto 5.2.5 says of no policy that it is enabled, and gives each an empty prediction.
    """
    make = FakeScalingPolicy.__init__

    def initialize(self: Any, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        self.enabled = True
        self.predictive_scaling_configuration = self.predictive_scaling_configuration or None

    FakeScalingPolicy.__init__ = initialize


def keep_group_lifetime() -> None:
    """
    `aws_autoscaling_group`: `max_instance_lifetime` and `default_instance_warmup` differ on every plan; moto 5.2.5 drops them.
    """
    create = AutoScalingResponse.create_auto_scaling_group

    def create_auto_scaling_group(self: Any) -> Any:
        answer = create(self)
        group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
        group.max_instance_lifetime = self._get_int_param("MaxInstanceLifetime")
        group.default_instance_warmup = self._get_int_param("DefaultInstanceWarmup")
        return answer

    AutoScalingResponse.create_auto_scaling_group = create_auto_scaling_group


def keep_tags_of_templates_apart() -> None:
    """
    `aws_launch_template`: `tag_specifications` differ on every plan.

    moto 5.2.5 adds the tags of the template itself to those of the machines that start from it.
    """
    make = LaunchTemplateVersion.__init__

    def initialize(self: Any, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        given = self.data.get("TagSpecifications", [])
        self.data["TagSpecifications"] = [item for item in given if item.get("ResourceType") != "launch-template"]

    LaunchTemplateVersion.__init__ = initialize


def keep_node_group_settings() -> None:
    """
    `aws_eks_node_group`: `remote_access` replaces the group on every plan, and `node_repair_config` differs.

    moto 5.2.5 makes up a way in by SSH, and drops how nodes are repaired and updated.
    """
    create = EKSResponse.create_nodegroup

    def create_nodegroup(self: Any) -> Any:
        answer = create(self)
        group = self.eks_backend.describe_nodegroup(self._get_param("name"), self._get_param("nodegroupName"))
        group.remote_access = self._get_param("remoteAccess")
        group.node_repair_config = self._get_param("nodeRepairConfig")
        group.update_config = self._get_param("updateConfig")
        return answer

    EKSResponse.create_nodegroup = create_nodegroup
