from __future__ import annotations

from tests.modules.region import region as build

HERE = {"kms:CallerAccount": "111122223333", "kms:ViaService": "ec2.eu-central-1.amazonaws.com"}


def admitted(region):
    return [found for found in region.statements("defaults/volumes/key") if "ArnLike" in found.get("Condition", {})]


def test_volumes_are_encrypted_with_a_key_of_ours(region):
    """
    Every new volume of the region is encrypted, with a key of the baseline.
    """
    assert region["defaults/ebs_encryption"]["enabled"]
    assert "<defaults/volumes/key.arn>" == region["defaults/ebs_key"]["key_arn"]


def test_roles_of_the_environment_use_the_key_through_ec2(region):
    """
    Deployments of the environment, and Auto Scaling, use the volumes' key for volumes; grants are for AWS only.
    """
    use, grant = [found for found in admitted(region) if HERE == found["Condition"].get("StringEquals")]

    assert [
        "arn:aws:iam::111122223333:role/*-dev-*",
        "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
    ] == use["Condition"]["ArnLike"]["aws:PrincipalArn"]
    assert (["kms:CreateGrant"], {"kms:GrantIsForAWSResource": "true"}) == (grant["Action"], grant["Condition"]["Bool"])


def test_instances_ask_for_session_tokens(region):
    """
    The metadata service answers only to a session token, two hops away at most.
    """
    defaults = region["defaults/instance_metadata"]

    assert ("required", 2) == (defaults["http_tokens"], defaults["http_put_response_hop_limit"])


def test_snapshots_are_not_public_and_consoles_closed(region):
    """
    No snapshot can be shared with the world, and no serial console opened.
    """
    assert "block-all-sharing" == region["defaults/snapshots"]["state"]
    assert not region["defaults/serial_console"]["enabled"]


def test_the_default_network_is_closed_and_watched(region):
    """
    The default VPC's security group has no rule, and all its traffic is recorded.
    """
    group, log = region.rendered("defaults/default_security_group"), region["defaults/flow_log"]

    assert {"vpc_id"} == set(group)
    assert ("<defaults/default_vpc.id>", "ALL") == (log["vpc_id"], log["traffic_type"])


def test_destroying_leaves_the_default_network(region):
    """
    The default VPC is not deleted with the deployment, since other things may run in it.
    """
    assert not region["defaults/default_vpc"]["force_destroy"]


def test_a_default_network_that_is_gone_is_not_made_again():
    """
    An organisation that has removed its default VPCs says so, and gets none.
    """
    gone = build(defaults={"default_vpc": "absent"})

    assert not {"aws_default_vpc", "aws_default_security_group"} & set(gone.types.values())
