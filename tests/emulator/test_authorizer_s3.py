"""
Access to buckets and objects, decided by a running emulator: IAM actions that differ from operations, bucket policies, keys.
"""

from __future__ import annotations

import pytest
from botocore.exceptions import ClientError

from tests.emulator.acting import REGION, ROOT, arn, key_policy, put_bucket_policy, refused, role_of


def test_s3(role, bucket):
    """
    Objects are granted by prefix; the bucket is another resource than its objects.
    """
    reader = role(("s3:GetObject", f"arn:aws:s3:::{bucket}/a/*")).client("s3")

    assert b"x" == reader.get_object(Bucket=bucket, Key="a/1")["Body"].read()
    assert "AccessDenied" == refused(reader.get_object, Bucket=bucket, Key="b/1")
    assert "AccessDenied" == refused(reader.list_objects_v2, Bucket=bucket)
    assert "AccessDenied" == refused(reader.put_object, Bucket=bucket, Key="a/1", Body=b"y")
    assert "403" == refused(reader.head_object, Bucket=bucket, Key="b/1")


def test_s3_deletes_are_asked_one_by_one(role, bucket):
    """
    A multiple delete needs the grant for each of its keys.
    """
    cleaner = role(("s3:DeleteObject", f"arn:aws:s3:::{bucket}/a/*")).client("s3")

    assert "" == refused(cleaner.delete_objects, Bucket=bucket, Delete={"Objects": [{"Key": "a/1"}]})
    assert "AccessDenied" == refused(
        cleaner.delete_objects, Bucket=bucket, Delete={"Objects": [{"Key": "a/1"}, {"Key": "b/1"}]}
    )


def test_s3_copies_read_their_source(role, bucket):
    """
    A copy needs GetObject on what it copies.
    """
    put = ("s3:PutObject", f"arn:aws:s3:::{bucket}/b/*")
    copy = {"Bucket": bucket, "Key": "b/1", "CopySource": f"{bucket}/a/1"}

    assert "" == refused(role(put, ("s3:GetObject", f"arn:aws:s3:::{bucket}/a/1")).client("s3").copy_object, **copy)
    assert "AccessDenied" == refused(role(put).client("s3").copy_object, **copy)


def test_s3_prefix_condition(admin, role, bucket):
    """
    A bucket policy may allow listing under a prefix.
    """
    reader = role()
    me = reader.client("sts").get_caller_identity()["Arn"]
    condition = {"StringLike": {"s3:prefix": "a/*"}}
    put_bucket_policy(
        admin, bucket, {"Effect": "Allow", "Principal": {"AWS": me}, "Action": "s3:ListBucket", "Condition": condition}
    )

    assert "" == refused(reader.client("s3").list_objects_v2, Bucket=bucket, Prefix="a/1")
    assert "AccessDenied" == refused(reader.client("s3").list_objects_v2, Bucket=bucket)


@pytest.fixture(name="sealed")
def _sealed(admin, bucket, key):
    """A bucket with a default key that only S3 may use for the account's roles."""
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}}
    admin.client("s3").put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})
    for_s3 = {
        "Effect": "Allow",
        "Principal": ROOT,
        "Action": ["kms:GenerateDataKey", "kms:Decrypt"],
        "Resource": "*",
        "Condition": {"StringEquals": {"kms:ViaService": f"s3.{REGION}.amazonaws.com"}},
    }
    admin.client("kms").put_key_policy(KeyId=key, PolicyName="default", Policy=key_policy(for_s3))
    admin.client("s3").put_object(Bucket=bucket, Key="sealed", Body=b"x")
    return bucket


def test_writing_needs_the_bucket_key(role, sealed, key):
    """
    Who writes to a bucket with a default key needs to make data keys, and nothing more.
    """
    put = ("s3:PutObject", f"arn:aws:s3:::{sealed}/*")
    item = {"Bucket": sealed, "Key": "k", "Body": b"x"}

    assert "" == refused(role(put, ("kms:GenerateDataKey", key)).client("s3").put_object, **item)
    assert "AccessDenied" == refused(role(put, ("kms:Decrypt", key)).client("s3").put_object, **item)


def test_reading_needs_the_objects_key(role, sealed, key):
    """
    Who reads an encrypted object needs to decrypt with its key, and nothing more.
    """
    get = ("s3:GetObject", f"arn:aws:s3:::{sealed}/*")
    item = {"Bucket": sealed, "Key": "sealed"}

    assert "" == refused(role(get, ("kms:Decrypt", key)).client("s3").get_object, **item)
    assert "AccessDenied" == refused(role(get, ("kms:GenerateDataKey", key)).client("s3").get_object, **item)


def test_copying_needs_both_keys(role, sealed, key):
    """
    A copy reads with the key of its source and writes with that of its target.
    """
    objects = (["s3:PutObject", "s3:GetObject"], f"arn:aws:s3:::{sealed}/*")
    copy = {"Bucket": sealed, "Key": "k", "CopySource": f"{sealed}/sealed"}
    both = ["kms:GenerateDataKey", "kms:Decrypt"]

    assert "" == refused(role(objects, (both, key)).client("s3").copy_object, **copy)
    assert ["AccessDenied"] * 2 == [refused(role(objects, (one, key)).client("s3").copy_object, **copy) for one in both]


def test_keys_know_through_which_service_they_are_used(role, sealed, key):
    """
    A grant for S3's use of a key is none for the key itself.
    """
    user = role((["kms:GenerateDataKey", "kms:Decrypt"], key))

    assert "AccessDeniedException" == refused(user.client("kms").generate_data_key, KeyId=key, KeySpec="AES_256")


def test_tls_only_policies_let_the_loopback_interface_through(admin, bucket):
    """
    The usual denies of plain HTTP and of old TLS refuse nothing here.
    """
    deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:*"}
    plain = {**deny, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
    old = {**deny, "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}
    put_bucket_policy(admin, bucket, plain, old)

    assert "" == refused(admin.client("s3").get_object, Bucket=bucket, Key="a/1")


def test_bucket_policies_deny_administrators(admin, role, bucket):
    """
    A deny outside the endpoint holds for an administrator too.
    """
    outside = {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}
    put_bucket_policy(
        admin, bucket, {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Condition": outside}
    )

    assert "AccessDenied" == refused(admin.client("s3").get_object, Bucket=bucket, Key="a/1")


def test_unknown_condition_keys_are_said(admin, bucket):
    """
    A policy that asks what the emulator cannot answer is no "access denied" but a failure in words.
    """
    weather = {"StringEquals": {"aws:Weather": "fine"}}
    put_bucket_policy(
        admin, bucket, {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Condition": weather}
    )

    with pytest.raises(ClientError, match=r"InternalFailure.*condition key aws:Weather is not modelled"):
        admin.client("s3").get_object(Bucket=bucket, Key="a/1")


def way_to_s3(admin):
    """A subnet and a security group of a new VPC, and its endpoint for S3."""
    ec2 = admin.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/24")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/28")["Subnet"]["SubnetId"]
    endpoint = ec2.create_vpc_endpoint(VpcId=vpc, ServiceName=f"com.amazonaws.{REGION}.s3")["VpcEndpoint"]
    group = ec2.create_security_group(GroupName="g", Description="g", VpcId=vpc)["GroupId"]
    return subnet, group, endpoint["VpcEndpointId"]


def test_functions_present_their_endpoint(admin, role, bucket):
    """
    A role comes through an endpoint once a function in a VPC with that endpoint has it.
    """
    reader = role(("s3:GetObject", f"arn:aws:s3:::{bucket}/*"))
    role_name = reader.client("sts").get_caller_identity()["Arn"].split("/")[1]
    subnet, group, endpoint = way_to_s3(admin)
    outside = {"StringNotEquals": {"aws:SourceVpce": endpoint}}
    put_bucket_policy(
        admin, bucket, {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Condition": outside}
    )

    assert "AccessDenied" == refused(reader.client("s3").get_object, Bucket=bucket, Key="a/1")
    admin.client("lambda").create_function(
        FunctionName=bucket,
        Role=arn("iam", f"role/{role_name}", region=""),
        Runtime="python3.13",
        Handler="h.h",
        Code={"ZipFile": b"PK\x05\x06" + bytes(18)},
        VpcConfig={"SubnetIds": [subnet], "SecurityGroupIds": [group]},
    )
    assert "" == refused(reader.client("s3").get_object, Bucket=bucket, Key="a/1")


def test_containers_present_their_endpoint(admin, role, bucket):
    """
    A role comes through an endpoint once a container in a VPC with that endpoint has it.
    """
    reader = role(("s3:GetObject", f"arn:aws:s3:::{bucket}/*"), service="ecs-tasks.amazonaws.com")
    subnet, group, endpoint = way_to_s3(admin)
    outside = {"StringNotEquals": {"aws:SourceVpce": endpoint}}
    put_bucket_policy(
        admin, bucket, {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Condition": outside}
    )
    ecs, role_arn = admin.client("ecs"), role_of(reader)
    container = {"name": "worker", "image": "worker", "memory": 256}
    ecs.create_cluster(clusterName=bucket)
    ecs.register_task_definition(
        family=bucket, taskRoleArn=role_arn, executionRoleArn=role_arn, containerDefinitions=[container]
    )

    assert "AccessDenied" == refused(reader.client("s3").get_object, Bucket=bucket, Key="a/1")
    ecs.create_service(
        cluster=bucket,
        serviceName=bucket,
        taskDefinition=bucket,
        desiredCount=1,
        networkConfiguration={"awsvpcConfiguration": {"subnets": [subnet], "securityGroups": [group]}},
    )
    assert "" == refused(reader.client("s3").get_object, Bucket=bucket, Key="a/1")
    ecs.update_service(cluster=bucket, service=bucket, desiredCount=0)
