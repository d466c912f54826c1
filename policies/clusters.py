"""
EMR clusters as policies see them: which groups and roles are theirs, and what the service and the machines may do for them.
"""

from __future__ import annotations

import json
from typing import Any

from planned import Policy, Resource, block, listed, number, tag
from statements import Statement, pinned_to, statements

SERVICE = "elasticmapreduce.amazonaws.com"
NODE_GROUPS = ("emr_managed_master_security_group", "emr_managed_slave_security_group")
GROUPS = (*NODE_GROUPS, "service_access_security_group")
NEEDED_BETWEEN_NODES = (("tcp", 0, 65_535), ("udp", 0, 65_535), ("icmp", -1, -1))
"""
Protocol and ports that the node groups of a cluster let in from each other; EMR adds what is missing, where it may, and does not
start where it may not ("Working with Amazon EMR-managed security groups", private subnets).
"""

LOOKING = "ec2:Describe"
LAUNCHING = frozenset(
    {
        *("ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion"),
        *("ec2:CreateNetworkInterface", "ec2:RunInstances"),
    }
)
MANAGING = frozenset(
    {
        *LAUNCHING,
        *("ec2:CreateTags", "ec2:DeleteLaunchTemplate", "ec2:DeleteNetworkInterface", "ec2:DeleteTags"),
        *("ec2:ModifyInstanceAttribute", "ec2:TerminateInstances"),
    }
)
"""What `AmazonEMRServicePolicy_v2` does with machines; no right to change security groups is among it."""

VOLUME_KEY = frozenset(
    {
        *("kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext"),
        *("kms:ReEncryptFrom", "kms:ReEncryptTo"),
    }
)
MADE = ("instance/*", "launch-template/*", "network-interface/*", "volume/*")
NEEDED = ("fleet/*", "image/ami-*", "network-interface/*")
STEPS = frozenset(
    f"elasticmapreduce:{name}"
    for name in ("AddJobFlowSteps", "CancelSteps", "DescribeCluster", "DescribeStep", "ListSteps")
)
"""What somebody does who starts jobs and sees how they go."""

BECOMING = frozenset({"sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"})


def configuration(resource: Resource) -> Resource:
    """
    What a security configuration says; nothing when it cannot be read.
    """
    text = resource.get("configuration")
    parsed = json.loads(text) if isinstance(text, str) else text
    return parsed if isinstance(parsed, dict) else {}


def inside(document: Resource, path: str) -> Any:
    """
    The value at a path of keys, such as `EncryptionConfiguration/EnableAtRestEncryption`; none when there is none.
    """
    value: Any = document
    for step in path.split("/"):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def attributes(cluster: Resource) -> Resource:
    """
    The network and the instance profile of a cluster.
    """
    return block(cluster.get("ec2_attributes"))


def between_nodes(policy: Policy, rule: Resource) -> bool:
    """
    Whether a rule of a security group is one of those that EMR needs from nodes of a cluster to nodes of the same cluster.
    """
    ends = {rule.get("security_group_id"), rule.get("referenced_security_group_id")}
    nodes = [{attributes(cluster).get(name) for name in NODE_GROUPS} for cluster in policy.planned("aws_emr_cluster")]
    return opened(rule) in NEEDED_BETWEEN_NODES and None not in ends and any(ends <= groups for groups in nodes)


def opened(rule: Resource) -> tuple[str, int, int] | None:
    """
    Protocol, first and last port of a rule; none when it does not name them all.
    """
    ports = (rule.get("from_port"), rule.get("to_port"))
    if None in ports:
        return None
    return str(rule.get("ip_protocol")), int(number(ports[0])), int(number(ports[1]))


def role_of(policy: Policy, resource: Resource) -> Resource:
    """
    The role that a policy belongs to; empty when it is none of the plan.
    """
    roles = policy.planned("aws_iam_role")
    return next((role for role in roles if resource.get("role") in (role["id"], role.get("name"))), {})


def is_service(policy: Policy, role: Resource) -> bool:
    """
    Whether a cluster names the role, and nobody but EMR for this account takes it on.
    """
    named = {cluster.get("service_role") for cluster in policy.planned("aws_emr_cluster")}
    trusted = [item for item in statements(role.get("assume_role_policy")) if item.allows]
    services = {value for item in trusted for _, value in item.principals}
    owner = str(role.get("arn", "::::")).split(":")[4]
    return role.get("arn") in named and services == {SERVICE} and all(pinned_to(item, owner) for item in trusted)


def is_of_nodes(policy: Policy, role: Resource) -> bool:
    """
    Whether machines of a cluster have the role.
    """
    used = {attributes(cluster).get("instance_profile") for cluster in policy.planned("aws_emr_cluster")}
    profiles = [item for item in policy.planned("aws_iam_instance_profile") if {item["arn"], item.get("name")} & used]
    return any(profile.get("role") in (role.get("id"), role.get("name")) for profile in profiles)


def for_cluster(policy: Policy, resource: Resource, statement: Statement) -> bool:
    """
    Whether a statement of a role's policy is one that a cluster needs, bound as it has to be.
    """
    role = role_of(policy, resource)
    if set(statement.actions) <= STEPS:
        return not step_problem(policy, role, statement)
    if is_service(policy, role):
        return not service_problem(policy, role, statement)
    return is_of_nodes(policy, role) and not node_problem(policy, role, statement)


def step_problem(policy: Policy, role: Resource, statement: Statement) -> str:
    """
    Why a statement lets somebody do more than start jobs of this deployment under a role of the stack; empty when it does not.
    """
    own = statement.values("elasticmapreduce:ResourceTag/deployment", "StringEquals")
    if statement.inverted or not own or own != (tag(role, "deployment"),):
        return "reaches clusters of other deployments"
    acting = set(statement.values("elasticmapreduce:ExecutionRoleArn", "ArnEquals", "StringEquals"))
    roles = {item["arn"] for item in policy.planned("aws_iam_role")}
    starts = "elasticmapreduce:AddJobFlowSteps" in statement.actions
    return "starts jobs under any role" if starts and not (acting and acting <= roles) else ""


def service_problem(policy: Policy, role: Resource, statement: Statement) -> str:
    """
    Why EMR has no need of a statement; empty when it has.
    """
    actions = set(statement.actions)
    if statement.inverted:
        return "allows by exclusion"
    if all(action.startswith(LOOKING) and "*" not in action for action in actions):
        return ""
    if actions == {"iam:PassRole"}:
        return _pass_problem(policy, statement)
    if actions <= VOLUME_KEY:
        grants = "kms:CreateGrant" in actions
        for_aws = statement.values("kms:GrantIsForAWSResource", "Bool") == ("true",)
        return "makes grants for anybody" if grants and not for_aws else ""
    if not actions <= MANAGING:
        return f"allows {', '.join(sorted(actions - MANAGING))}, which EMR does not need"
    loose = [arn for arn in statement.resources if not _bound(role, statement, arn)]
    return f"allows {', '.join(sorted(actions))} on {', '.join(loose)}, not bound to this cluster" if loose else ""


def _pass_problem(policy: Policy, statement: Statement) -> str:
    own = {role["arn"] for role in policy.planned("aws_iam_role") if is_of_nodes(policy, role)}
    ec2 = statement.values("iam:PassedToService", "StringEquals") == ("ec2.amazonaws.com",)
    return "" if ec2 and set(statement.resources) <= own else "hands on roles that are not its machines'"


def _bound(role: Resource, statement: Statement, arn: str) -> bool:
    """
    A subnet or group by its id; what EMR makes, by the deployment's tag; what a launch needs beside, for launches alone.
    """
    kind = arn.split(":", 5)[-1]
    if not set(kind) & set("*?"):
        return kind.startswith(("subnet/", "security-group/"))
    deployment = tag(role, "deployment")
    tags = ("aws:RequestTag/deployment", "aws:ResourceTag/deployment")
    tagged = any(statement.values(name, "StringEquals") == (deployment,) for name in tags)
    if kind in MADE and tagged and deployment:
        return True
    region = statement.values("aws:RequestedRegion", "StringEquals")
    return kind in NEEDED and set(statement.actions) <= LAUNCHING - {"ec2:CreateNetworkInterface"} and bool(region)


def node_problem(policy: Policy, role: Resource, statement: Statement) -> str:
    """
    Why machines have no need of a statement about other roles, or about what is none of the stack's; empty when they have.
    """
    actions = set(statement.actions)
    if actions & BECOMING:
        trusting = {
            other["arn"]
            for other in policy.planned("aws_iam_role")
            for item in statements(other.get("assume_role_policy"))
            if ("AWS", role["arn"]) in item.principals
        }
        known = actions <= BECOMING and not statement.inverted
        return "" if known and set(statement.resources) <= trusting else "takes on roles that are no jobs'"
    if actions == {"s3:GetObject"} and set(statement.resources) <= bundles(policy):
        return ""
    context = set(statement.values("kms:EncryptionContext:aws:s3:arn", "StringEquals"))
    if actions == {"kms:Decrypt"} and context:
        places = bundles(policy)
        buckets = {arn.partition("/")[0] for arn in places}
        return "" if context <= places | buckets else "opens more than the certificates"
    return "is none that only a cluster needs"


def bundles(policy: Policy) -> set[str]:
    """
    The ARNs of the certificates that clusters use between their nodes.
    """
    path = "EncryptionConfiguration/InTransitEncryptionConfiguration/TLSCertificateConfiguration/S3Object"
    urls = [inside(configuration(item), path) for item in policy.planned("aws_emr_security_configuration")]
    partitions = {str(role["arn"]).split(":")[1] for role in policy.planned("aws_iam_role")}
    return {f"arn:{part}:s3:::{str(url).removeprefix('s3://')}" for url in listed(urls) if url for part in partitions}
