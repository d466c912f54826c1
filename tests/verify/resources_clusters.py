"""
What a Spark cluster needs, made with boto3, each with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json

from tests.verify.resources import key_arn, name, role


def security_configuration(session):
    this, arn = name(), key_arn(session)
    disks = {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": arn, "EnableEbsEncryption": True}
    encryption = {
        "EnableAtRestEncryption": True,
        "AtRestEncryptionConfiguration": {"LocalDiskEncryptionConfiguration": disks},
        "EnableInTransitEncryption": False,
    }
    document = json.dumps({"EncryptionConfiguration": encryption})
    session.client("emr").create_security_configuration(Name=this, SecurityConfiguration=document)
    return {"aws_emr_security_configuration.s": {"name": this, "configuration": document}}


def instance_profile(session):
    iam, this, made = session.client("iam"), name(), role(session, "ec2.amazonaws.com")
    iam.create_instance_profile(InstanceProfileName=this)
    iam.add_role_to_instance_profile(InstanceProfileName=this, RoleName=made["aws_iam_role.r"]["name"])
    return {**made, "aws_iam_instance_profile.p": {"name": this, "role": made["aws_iam_role.r"]["name"]}}


def block_public_clusters(session):
    session.client("emr").put_block_public_access_configuration(
        BlockPublicAccessConfiguration={"BlockPublicSecurityGroupRules": True}
    )
    address = "aws_emr_block_public_access_configuration.b"
    return {address: {"id": "current", "block_public_security_group_rules": True}}


MAKERS = (block_public_clusters, instance_profile, security_configuration)
