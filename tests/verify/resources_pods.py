"""
Who pods of a cluster are, made with boto3, with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

from tests.verify.resources import name
from tests.verify.resources_compute import place, role_arn


def pods(session):
    eks, this, role = session.client("eks"), name(), role_arn(session, "pods.eks.amazonaws.com")
    subnets, _ = place(session)
    eks.create_cluster(name=this, roleArn=role, resourcesVpcConfig={"subnetIds": subnets})
    account = {"namespace": "default", "serviceAccount": "worker"}
    made = eks.create_pod_identity_association(clusterName=this, roleArn=role, **account)["association"]
    return {
        "aws_eks_pod_identity_association.p": {
            "cluster_name": this,
            "association_id": made["associationId"],
            "namespace": "default",
            "service_account": "worker",
            "role_arn": role,
        }
    }


MAKERS = (pods,)
