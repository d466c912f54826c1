"""
Clusters of Kubernetes: their settings, their nodes, who their pods are, and who may enter.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def cluster(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("eks").describe_cluster(name=planned["name"])["cluster"]
    network, there = "vpc_config[0]", "resourcesVpcConfig"
    access = "access_config[0]"
    yield from same(
        planned,
        found,
        {
            "version": "version",
            "role_arn": "roleArn",
            f"{network}.subnet_ids": f"{there}.subnetIds",
            f"{network}.security_group_ids": f"{there}.securityGroupIds",
            f"{network}.endpoint_public_access": f"{there}.endpointPublicAccess",
            f"{network}.endpoint_private_access": f"{there}.endpointPrivateAccess",
            f"{access}.authentication_mode": "accessConfig.authenticationMode",
            "encryption_config[0].provider[0].key_arn": "encryptionConfig[0].provider.keyArn",
            "encryption_config[0].resources": "encryptionConfig[0].resources",
            "upgrade_policy[0].support_type": "upgradePolicy.supportType",
        },
    )
    logs = [
        kind for item in found.get("logging", {}).get("clusterLogging", []) if item["enabled"] for kind in item["types"]
    ]
    yield Fact("enabled_cluster_log_types", planned["enabled_cluster_log_types"], logs)


def node_group(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("eks").describe_nodegroup(
        clusterName=planned["cluster_name"], nodegroupName=planned["node_group_name"]
    )["nodegroup"]
    yield from same(
        planned,
        found,
        {
            "node_role_arn": "nodeRole",
            "subnet_ids": "subnets",
            "ami_type": "amiType",
            "capacity_type": "capacityType",
            "scaling_config[0].min_size": "scalingConfig.minSize",
            "scaling_config[0].max_size": "scalingConfig.maxSize",
            "launch_template[0].id": "launchTemplate.id",
            "node_repair_config[0].enabled": "nodeRepairConfig.enabled",
            "remote_access[0].ec2_ssh_key": "remoteAccess.ec2SshKey",
        },
    )


def addon(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("eks").describe_addon(clusterName=planned["cluster_name"], addonName=planned["addon_name"])
    identities = found["addon"].get("podIdentityAssociations", [])
    yield Fact("status", planned=True, live=found["addon"]["status"] in ("ACTIVE", "CREATING", "UPDATING"))
    yield Fact("pod_identity_association", len(planned.get("pod_identity_association") or []), len(identities))


def identity(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("eks").describe_pod_identity_association(
        clusterName=planned["cluster_name"], associationId=planned["association_id"]
    )["association"]
    names = {"namespace": "namespace", "service_account": "serviceAccount", "role_arn": "roleArn"}
    yield from same(planned, found, names)


def access_entry(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("eks").describe_access_entry(
        clusterName=planned["cluster_name"], principalArn=planned["principal_arn"]
    )["accessEntry"]
    yield from same(planned, found, {"type": "type", "kubernetes_groups": "kubernetesGroups"})


def access_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.pages(
        "eks",
        "list_associated_access_policies",
        "associatedAccessPolicies",
        clusterName=planned["cluster_name"],
        principalArn=planned["principal_arn"],
    )
    found = next((item for item in there if item["policyArn"] == planned["policy_arn"]), None)
    if found is None:
        raise MissingError
    yield from same(
        planned,
        found,
        {"access_scope[0].type": "accessScope.type", "access_scope[0].namespaces": "accessScope.namespaces"},
    )


PROBES = {
    "aws_eks_access_entry": access_entry,
    "aws_eks_access_policy_association": access_policy,
    "aws_eks_addon": addon,
    "aws_eks_cluster": cluster,
    "aws_eks_node_group": node_group,
    "aws_eks_pod_identity_association": identity,
}
