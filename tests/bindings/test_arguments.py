from __future__ import annotations

import typing

import pytest

import bindings.aws
from bindings import Reference
from bindings.arguments import ArgumentError, check
from bindings.aws import KmsKey, S3BucketVersioning, SecurityGroup, SqsQueue
from bindings.aws.kms_key import KmsKeyArguments

CLASSES = [getattr(bindings.aws, name) for name in bindings.aws.__all__]


def key(**arguments):
    check("aws_kms_key", arguments, KmsKeyArguments)


def versioning(stack, **block):
    return S3BucketVersioning(stack, "versioning", bucket="b", versioning_configuration=block)


def test_a_misspelt_argument_is_told_with_the_nearest(stack):
    """
    An argument the resource does not have is an error that names the type, the argument and the nearest one.
    """
    with pytest.raises(ArgumentError, match="aws_sqs_queue: unknown argument 'nmae'; did you mean 'name'"):
        SqsQueue(stack, "queue", nmae="orders")


def test_an_argument_like_no_other_is_told_with_all():
    """
    Where nothing is near, the arguments are listed.
    """
    with pytest.raises(ArgumentError, match=r"unknown argument 'zzz'; it takes .*description, .*policy"):
        key(zzz=1)


def test_a_misspelt_nested_argument_is_told_with_its_path(stack):
    """
    An argument of a block is checked too, and the message says of which block.
    """
    with pytest.raises(
        ArgumentError, match=r"versioning_configuration: unknown argument 'staus'; did you mean 'status'"
    ):
        versioning(stack, staus="Enabled")


def test_a_missing_argument_is_told(stack):
    """
    A required argument that is left out is an error.
    """
    with pytest.raises(ArgumentError, match="aws_s3_bucket_versioning: the required argument 'bucket' is missing"):
        S3BucketVersioning(stack, "versioning", versioning_configuration={"status": "Enabled"})


def test_an_absent_argument_is_a_missing_one(stack):
    """
    `None` is no value for a required argument.
    """
    with pytest.raises(ArgumentError, match="required argument 'bucket' is missing"):
        S3BucketVersioning(stack, "versioning", bucket=None, versioning_configuration={"status": "Enabled"})


def test_a_missing_nested_argument_is_told_with_its_path(stack):
    """
    A required argument of a block is required.
    """
    with pytest.raises(ArgumentError, match=r"versioning_configuration: the required argument 'status' is missing"):
        versioning(stack)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"description": 1}, "aws_kms_key.description: expected a string, got 1"),
        ({"deletion_window_in_days": "30"}, "expected a number, got '30'"),
        ({"deletion_window_in_days": True}, "expected a number, got True"),
        ({"is_enabled": 1}, "expected true or false, got 1"),
        ({"tags": ["a"]}, "aws_kms_key.tags: expected a map"),
        ({"tags": {"a": 1}}, r"aws_kms_key.tags\['a'\]: expected a string, got 1"),
        ({"timeouts": "1m"}, "aws_kms_key.timeouts: expected a block"),
        ({"timeouts": {"create": 1}}, "aws_kms_key.timeouts.create: expected a string, got 1"),
    ],
)
def test_a_wrong_type_is_told_with_its_path(arguments, message):
    """
    A value of the wrong type is an error at every depth; nothing is converted.
    """
    with pytest.raises(ArgumentError, match=message):
        key(**arguments)


def test_a_text_is_no_list(stack):
    """
    One string in place of a list of strings is an error, although Python could go through its letters.
    """
    with pytest.raises(ArgumentError, match="alarm_actions: expected a list, got 'arn'"):
        bindings.aws.CloudwatchCompositeAlarm(stack, "alarm", alarm_name="a", alarm_rule="b", alarm_actions="arn")


def test_elements_of_lists_are_checked(stack):
    """
    The message names the place in the list.
    """
    with pytest.raises(ArgumentError, match=r"rule\[1\]: the required argument 'id' is missing"):
        bindings.aws.S3BucketLifecycleConfiguration(
            stack, "lifecycle", bucket="b", rule=[{"id": "a", "status": "Enabled"}, {"status": "Enabled"}]
        )


def test_whole_numbers_are_numbers():
    """
    A number may be whole or not.
    """
    key(deletion_window_in_days=30)
    key(deletion_window_in_days=30.0)


@pytest.mark.parametrize("resource", CLASSES, ids=lambda resource: resource.resource_type)
def test_a_reference_stands_for_any_value(resource):
    """
    Every argument of every type that is no block takes a reference, also numbers, booleans, lists and maps.
    """
    hints = {name: set(flattened(hint)) for name, hint in resource.arguments_type.__annotations__.items()}
    values = {name for name, members in hints.items() if not any(typing.is_typeddict(member) for member in members)}
    optional = {name: hint for name, hint in resource.arguments_type.__annotations__.items() if name in values}
    arguments = dict.fromkeys(optional, Reference("${aws_kms_key.key.arn}"))
    model = typing.TypedDict(
        "model", {name: resource.arguments_type.__annotations__[name] for name in optional}, total=False
    )

    check(resource.resource_type, arguments, model)


def flattened(hint):
    """
    The types a hint is made of.
    """
    return [hint] + [part for argument in typing.get_args(hint) for part in flattened(argument)]


def test_types_match_their_classes():
    """
    Each class is called as its type, without the provider's name.
    """
    assert {found.__name__ for found in CLASSES} == {
        "".join(part.capitalize() for part in found.resource_type.split("_")[1:]) for found in CLASSES
    }


def test_rules_of_security_groups_are_resources_of_their_own(stack):
    """
    An argument that the overrides leave out cannot be given.
    """
    with pytest.raises(ArgumentError, match="unknown argument 'ingress'"):
        SecurityGroup(stack, "group", ingress=[])


def test_a_key_cannot_be_made_without_the_lockout_check(stack):
    """
    The argument that switches KMS's safety check off does not exist here.
    """
    with pytest.raises(ArgumentError, match="unknown argument 'bypass_policy_lockout_safety_check'"):
        KmsKey(stack, "key", bypass_policy_lockout_safety_check=True)
