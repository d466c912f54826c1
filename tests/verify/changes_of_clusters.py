"""
What somebody might change on what Spark clusters need.
"""

from __future__ import annotations

import json

from tests.verify import resources

ANY = {"EncryptionConfiguration": {"EnableAtRestEncryption": False, "EnableInTransitEncryption": False}}
SECURITY = ("security_configuration", "emr", "aws_emr_security_configuration.s", "name")
PROFILE = ("instance_profile", "iam", "aws_iam_instance_profile.p", "name")


def weaken(emr, name):
    emr.delete_security_configuration(Name=name)
    emr.create_security_configuration(Name=name, SecurityConfiguration=json.dumps(ANY))


def give_another_role(iam, name):
    role = iam.get_instance_profile(InstanceProfileName=name)["InstanceProfile"]["Roles"][0]["RoleName"]
    other = resources.name()
    iam.create_role(RoleName=other, AssumeRolePolicyDocument="{}")
    iam.remove_role_from_instance_profile(InstanceProfileName=name, RoleName=role)
    iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=other)


CHANGES_OF_CLUSTERS = {
    "another security configuration of the same name": (
        *SECURITY,
        weaken,
        "aws_emr_security_configuration: configuration",
    ),
    "security configuration removed": (
        *SECURITY,
        lambda emr, it: emr.delete_security_configuration(Name=it),
        "aws_emr_security_configuration: exists",
    ),
    "another role for machines": (*PROFILE, give_another_role, "aws_iam_instance_profile: role"),
    "port open to clusters": (
        *("block_public_clusters", "emr", "aws_emr_block_public_access_configuration.b", "id"),
        lambda emr, _: emr.put_block_public_access_configuration(
            BlockPublicAccessConfiguration={
                "BlockPublicSecurityGroupRules": True,
                "PermittedPublicSecurityGroupRuleRanges": [{"MinRange": 22, "MaxRange": 22}],
            }
        ),
        "aws_emr_block_public_access_configuration: permitted_public_security_group_rule_range",
    ),
}
