from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from ml_jobs import CREATING, PLACES, groups, start_problems
from ml_monitors import groups_of_monitors
from planned import Policy, Resource
from statements import identity_statements

USERS = (
    "aws_autoscaling_group",
    "aws_batch_compute_environment",
    "aws_db_instance",
    "aws_ecs_service",
    "aws_eks_cluster",
    "aws_eks_node_group",
    "aws_elasticache_replication_group",
    "aws_emr_cluster",
    "aws_emrserverless_application",
    "aws_glue_connection",
    "aws_instance",
    "aws_lambda_function",
    "aws_launch_template",
    "aws_lb",
    "aws_msk_cluster",
    "aws_mwaa_environment",
    "aws_quicksight_vpc_connection",
    "aws_rds_cluster",
    "aws_redshift_cluster",
    "aws_redshiftserverless_workgroup",
    "aws_sagemaker_domain",
    "aws_sagemaker_model",
    "aws_sagemaker_notebook_instance",
    "aws_vpc_endpoint",
)
"""Types that take security groups."""


class EmrServerlessGroups(Policy):
    """
    A security group is attached to something of its stack.

    Why: rules of a group that nothing uses are reviewed by nobody, and open what is attached to it later.
    Fix: remove the group, or name it where it is meant to be.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure every security group of the stack is in use",
            id="MR_EMRS_3",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_security_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A resource that takes groups names it.
        """
        mine = json.dumps(resource["id"])
        rules = ("aws_security_group", "aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule")
        users = (item for item in self.planned(*USERS) if item["address"].split(".")[0] not in rules)
        used = any(mine in json.dumps(item) for item in users)
        jobs = {*groups(self), *groups_of_monitors(self), *self._startable()}
        return [] if used or resource["id"] in jobs else ["is attached to nothing"]

    def _startable(self) -> set[str]:
        """
        The groups of jobs that somebody may start from a notebook, and that no definition starts.
        """
        allowing = [item for role in self.planned("aws_iam_role_policy") for item in identity_statements(role)]
        bound = (item for item in allowing if item.may(*CREATING) and not start_problems(item))
        return {group for item in bound for group in item.values(PLACES[1], "ForAllValues:StringEquals")}


check = EmrServerlessGroups()
