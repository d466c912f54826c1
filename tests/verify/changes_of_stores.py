"""
What somebody might change on buckets and keys.
"""

from __future__ import annotations

from tests.verify import resources

S3 = ("bucket", "s3", "aws_s3_bucket.b", "bucket")
CHANGES_OF_STORES = {
    "public access block removed": (
        *S3,
        lambda s3, it: s3.delete_public_access_block(Bucket=it),
        "aws_s3_bucket_public_access_block: exists",
    ),
    "public policies allowed": (
        *S3,
        lambda s3, it: s3.put_public_access_block(
            Bucket=it, PublicAccessBlockConfiguration={"BlockPublicAcls": True, "IgnorePublicAcls": True}
        ),
        "aws_s3_bucket_public_access_block: block_public_policy",
    ),
    "encryption replaced": (
        *S3,
        lambda s3, it: resources.encrypt(s3, it, None),
        "aws_s3_bucket_server_side_encryption_configuration: apply_server_side_encryption_by_default.sse_algorithm",
    ),
    "another key": (
        *S3,
        lambda s3, it: resources.encrypt(s3, it, "arn:aws:kms:eu-central-1:111122223333:key/other"),
        "aws_s3_bucket_server_side_encryption_configuration: apply_server_side_encryption_by_default.kms_master_key_id",
    ),
    "bucket key off": (
        *S3,
        lambda s3, it: s3.put_bucket_encryption(
            Bucket=it,
            ServerSideEncryptionConfiguration={
                "Rules": [
                    {
                        **s3.get_bucket_encryption(Bucket=it)["ServerSideEncryptionConfiguration"]["Rules"][0],
                        "BucketKeyEnabled": False,
                    }
                ]
            },
        ),
        "aws_s3_bucket_server_side_encryption_configuration: bucket_key_enabled",
    ),
    "versions suspended": (
        *S3,
        lambda s3, it: s3.put_bucket_versioning(Bucket=it, VersioningConfiguration={"Status": "Suspended"}),
        "aws_s3_bucket_versioning: versioning_configuration.status",
    ),
    "retention of objects cut": (
        *S3,
        lambda s3, it: resources.expire(s3, it, 1),
        "aws_s3_bucket_lifecycle_configuration: retention.days",
    ),
    "lifecycle removed": (
        *S3,
        lambda s3, it: s3.delete_bucket_lifecycle(Bucket=it),
        "aws_s3_bucket_lifecycle_configuration: exists",
    ),
    "access logs off": (
        *S3,
        lambda s3, it: s3.put_bucket_logging(Bucket=it, BucketLoggingStatus={}),
        "aws_s3_bucket_logging: exists",
    ),
    "policy without TLS": (
        *S3,
        lambda s3, it: s3.put_bucket_policy(
            Bucket=it, Policy=resources.policy({**resources.tls_only(f"arn:aws:s3:::{it}/*"), "Effect": "Allow"})
        ),
        "aws_s3_bucket_policy: refuses calls without TLS",
    ),
    "policy removed": (*S3, lambda s3, it: s3.delete_bucket_policy(Bucket=it), "aws_s3_bucket_policy: exists"),
    "ownership given up": (
        *S3,
        lambda s3, it: s3.delete_bucket_ownership_controls(Bucket=it),
        "aws_s3_bucket_ownership_controls: exists",
    ),
    "lock shortened": (
        *S3,
        lambda s3, it: resources.lock(s3, it, 1),
        "aws_s3_bucket_object_lock_configuration: rule.default_retention.days",
    ),
    "bucket removed": (*S3, lambda s3, it: s3.delete_bucket(Bucket=it), "aws_s3_bucket: exists"),
    "rotation off": (
        *("alias", "kms", "aws_kms_key.k", "key_id"),
        lambda kms, it: kms.disable_key_rotation(KeyId=it),
        "aws_kms_key: enable_key_rotation",
    ),
    "key disabled": (
        *("alias", "kms", "aws_kms_key.k", "key_id"),
        lambda kms, it: kms.disable_key(KeyId=it),
        "aws_kms_key: is_enabled",
    ),
    "key policy opened": (
        *("alias", "kms", "aws_kms_key.k", "key_id"),
        lambda kms, it: kms.put_key_policy(
            KeyId=it,
            PolicyName="default",
            Policy=resources.policy({"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}),
        ),
        "aws_kms_key: policy",
    ),
    "alias removed": (
        *("alias", "kms", "aws_kms_alias.a", "name"),
        lambda kms, it: kms.delete_alias(AliasName=it),
        "aws_kms_alias: exists",
    ),
}
