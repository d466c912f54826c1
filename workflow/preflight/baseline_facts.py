"""
What the region's baseline told others, and whether the account still has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from modules.environment import Environment
from modules.facts import Facts
from workflow.preflight.baseline import ACCOUNT, REGION, there
from workflow.preflight.result import Result

if TYPE_CHECKING:
    import boto3

PART = "baseline facts"


def baseline_facts(
    session: boto3.Session, environment: Environment, facts: Facts, blueprint: str, makers: Mapping[str, str]
) -> list[Result]:
    """
    One result; none for a baseline, which needs no facts to be made. *makers* is as for the parts of the baseline.

    Without facts a pipeline stands alone: it has a network of its own, and nothing backs it up.
    """
    if blueprint in (ACCOUNT, REGION):
        return []
    told, file = facts.region_baseline, f"environments/{environment.name}.facts.json"
    if told is None:
        maker = makers.get(REGION)
        if maker:
            return [Result(PART, "missing", f"{file} does not tell of the region; apply {maker} and commit the file")]
        text = f"{file} does not tell of the region and no deployment makes it, so AWS Backup backs up nothing here"
        return [Result(PART, "doubtful", text)]
    iam, ec2, role = session.client("iam"), session.client("ec2"), told.backup_role
    lacking = [] if there(lambda: iam.get_role(RoleName=role.rpartition("/")[2])) else [f"the role {role}"]
    network = told.network
    if network and not there(lambda: ec2.describe_vpcs(VpcIds=[network.vpc_id])):
        lacking.append(f"the network {network.vpc_id}")
    if lacking:
        text = f"{file} names {' and '.join(lacking)}, which the account does not have; apply the baseline again"
        return [Result(PART, "missing", f"{text} and commit the file")]
    return [Result(PART, "ok", f"{file} tells of what is there")]
