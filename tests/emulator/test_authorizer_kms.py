"""
Access to keys, decided by a running emulator: the key policy always has its say.
"""

from __future__ import annotations

from tests.emulator.acting import ANALYST, REGION, ROOT, arn, document, key_policy, refused


def test_encrypted_stream(admin, role, stream, key):
    """
    Who reads or writes an encrypted stream needs its key too.
    """
    admin.client("kinesis").start_stream_encryption(StreamName=stream, EncryptionType="KMS", KeyId=key)
    record = {"StreamName": stream, "Data": b"x", "PartitionKey": "1"}
    put = ("kinesis:PutRecord", arn("kinesis", f"stream/{stream}"))

    assert "" == refused(role(put, ("kms:GenerateDataKey", key)).client("kinesis").put_record, **record)
    assert "AccessDeniedException" == refused(role(put, ("kms:Decrypt", key)).client("kinesis").put_record, **record)


def test_kms(admin, role, key, unique):
    """
    A key is granted by its ARN however it is named: alias, id, or in the ciphertext.
    """
    admin.client("kms").create_alias(AliasName=f"alias/{unique}", TargetKeyId=key)
    sealed = admin.client("kms").encrypt(KeyId=key, Plaintext=b"x")["CiphertextBlob"]
    user, other = role((["kms:Encrypt", "kms:Decrypt"], key)).client("kms"), role(("kms:*", f"{key}2")).client("kms")

    assert "" == refused(user.encrypt, KeyId=f"alias/{unique}", Plaintext=b"x")
    assert "" == refused(user.encrypt, KeyId=key.rpartition("/")[2], Plaintext=b"x")
    assert "" == refused(user.decrypt, CiphertextBlob=sealed)
    assert "AccessDeniedException" == refused(other.decrypt, CiphertextBlob=sealed)
    assert "AccessDeniedException" == refused(other.encrypt, KeyId=f"alias/{unique}", Plaintext=b"x")


def test_key_policies_decide(admin, role, key):
    """
    Without delegation to the account, an identity policy opens no key, not even to use it through a service.
    """
    user = role(("kms:*", "*")).client("kms")
    admin.client("kms").put_key_policy(KeyId=key, PolicyName="default", Policy=key_policy())

    assert "AccessDeniedException" == refused(user.describe_key, KeyId=key)


def test_keys_of_an_alias(admin, role, unique):
    """
    `kms:ResourceAliases` grants keys whose ARN nobody knows yet.
    """
    by_alias = {"ForAnyValue:StringEquals": {"kms:ResourceAliases": f"alias/{unique}"}}
    allowed = {
        "Effect": "Allow",
        "Principal": ROOT,
        "Action": "kms:GenerateMac",
        "Resource": "*",
        "Condition": by_alias,
    }
    made = admin.client("kms").create_key(
        KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC", Policy=key_policy(allowed)
    )
    user = role(("kms:GenerateMac", "*")).client("kms")
    mac = {"KeyId": made["KeyMetadata"]["KeyId"], "Message": b"v1", "MacAlgorithm": "HMAC_SHA_256"}

    assert "AccessDeniedException" == refused(user.generate_mac, **mac)
    admin.client("kms").create_alias(AliasName=f"alias/{unique}", TargetKeyId=mac["KeyId"])
    assert "" == refused(user.generate_mac, **mac)


def test_key_policies_that_lock_everybody_out(admin):
    """
    A key policy must let its creator change it again, as on AWS.
    """
    nobody = document({"Effect": "Allow", "Principal": {"AWS": ANALYST}, "Action": "kms:*", "Resource": "*"})

    assert "MalformedPolicyDocumentException" == refused(admin.client("kms").create_key, Policy=nobody)


def test_log_groups_use_the_key_themselves(admin, key, unique):
    """
    A log group takes a key only when the key's policy names CloudWatch Logs.
    """
    service = {"Service": f"logs.{REGION}.amazonaws.com"}
    condition = {"ArnEquals": {"kms:EncryptionContext:aws:logs:arn": arn("logs", f"log-group:{unique}")}}
    allowed = {
        "Effect": "Allow",
        "Principal": service,
        "Action": "kms:GenerateDataKey*",
        "Resource": "*",
        "Condition": condition,
    }

    assert "AccessDeniedException" == refused(admin.client("logs").create_log_group, logGroupName=unique, kmsKeyId=key)
    admin.client("kms").put_key_policy(KeyId=key, PolicyName="default", Policy=key_policy(allowed))
    assert "" == refused(admin.client("logs").create_log_group, logGroupName=unique, kmsKeyId=key)
