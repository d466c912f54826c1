"""
Mistakes that mypy has to find, each with the words it finds them with.
"""

from __future__ import annotations

from bindings import Stack
from bindings.aws import KmsKey, SqsQueue
from bindings.aws import S3BucketVersioning as Versions


def mistakes(stack: Stack) -> None:
    block = {"status": "Enabled"}
    SqsQueue(stack, "misspelt", nmae="orders")  # expected: Unexpected keyword argument "nmae"
    SqsQueue(stack, "number", name=1)  # expected: incompatible type "int"; expected "str"
    KmsKey(stack, "boolean", is_enabled="yes")  # expected: incompatible type "str"; expected "bool | Reference"
    Versions(stack, "missing", versioning_configuration={"status": "a"})  # expected: Missing named argument "bucket"
    Versions(stack, "dict", bucket="b", versioning_configuration=block)  # expected: has incompatible type "dict
    Versions(stack, "a", bucket="b", versioning_configuration={"status": "a", "y": "b"})  # expected: Extra key "y"
    Versions(stack, "b", bucket="b", versioning_configuration={})  # expected: Missing key "status"
    Versions(stack, "c", bucket="b", versioning_configuration={"status": 1})  # expected: has type "int"
    print(SqsQueue(stack, "attribute").anr)  # noqa: T201  # expected: "SqsQueue" has no attribute "anr"
    SqsQueue(stack, "right", name="orders", kms_master_key_id=KmsKey(stack, "key").arn)
