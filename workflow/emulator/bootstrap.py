"""
The roles and managed policies an account has before anything is deployed into it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from moto.iam import iam_backends
from moto.utilities.utils import get_partition


def create_roles(account_id: str, region: str, roles: Sequence[str], deploy_role: str) -> None:
    """
    Make *roles* (ARNs) and *deploy_role*. Every principal of the account may assume them.

    The deploy role is an administrator; the others may only assume further roles.
    """
    partition = str(get_partition(region))
    backend = iam_backends[account_id][partition]
    for arn in dict.fromkeys([*roles, deploy_role]):
        path, _, name = arn.partition(":role")[2].rpartition("/")
        backend.create_role(
            role_name=name,
            assume_role_policy_document=json.dumps(_trust(f"arn:{partition}:iam::{account_id}:root")),
            path=f"{path}/",
            permissions_boundary=None,
            description="",
            tags=[],
            max_session_duration="3600",
        )
        backend.put_role_policy(name, "bootstrap", json.dumps(_permissions(arn == deploy_role)))


def create_policies(account_id: str, region: str, policies: Mapping[str, str]) -> None:
    """Make managed *policies*: documents by ARN."""
    backend = iam_backends[account_id][str(get_partition(region))]
    for arn, document in policies.items():
        path, _, name = arn.partition(":policy")[2].rpartition("/")
        backend.create_policy(description="", path=f"{path}/", policy_document=document, policy_name=name, tags=[])


def _trust(root: str) -> dict[str, object]:
    statement = {"Effect": "Allow", "Principal": {"AWS": root}, "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [statement]}


def _permissions(administrator: bool) -> dict[str, object]:  # noqa: FBT001
    action = "*" if administrator else "sts:AssumeRole"
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]}
