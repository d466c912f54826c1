"""
What somebody might change on who pods of a cluster are.
"""

from __future__ import annotations


def give_another_role(eks, cluster):
    [held] = eks.list_pod_identity_associations(clusterName=cluster)["associations"]
    role = eks.describe_cluster(name=cluster)["cluster"]["roleArn"]
    eks.update_pod_identity_association(
        clusterName=cluster, associationId=held["associationId"], roleArn=f"{role}-other"
    )


def take_the_role(eks, cluster):
    [held] = eks.list_pod_identity_associations(clusterName=cluster)["associations"]
    eks.delete_pod_identity_association(clusterName=cluster, associationId=held["associationId"])


PODS = ("pods", "eks", "aws_eks_pod_identity_association.p", "cluster_name")
CHANGES_OF_PODS = {
    "another role for pods": (*PODS, give_another_role, "aws_eks_pod_identity_association: role_arn"),
    "no role for pods": (*PODS, take_the_role, "aws_eks_pod_identity_association: exists"),
}
