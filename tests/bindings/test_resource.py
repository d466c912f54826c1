from __future__ import annotations

import json

import pytest

from bindings import Construct, Deferred, Reference
from bindings.aws import KmsKey, S3Bucket, S3BucketServerSideEncryptionConfiguration, SqsQueue
from bindings.resource import rendered


@pytest.fixture(name="key")
def _key(stack):
    return KmsKey(stack, "key", description="A key")


def test_arguments_stand_in_the_file(key, synth):
    """
    What a resource was given is what Terraform reads; under another name of the hook, resources would come out empty.
    """
    assert "A key" == synth()["resource"]["aws_kms_key"]["key"]["description"]


def test_an_attribute_is_a_reference(key):
    """
    Reading an attribute gives the text that Terraform replaces, without asking another process.
    """
    assert "${aws_kms_key.key.arn}" == key.arn
    assert isinstance(key.arn, Reference)


def test_a_reference_survives_in_a_nested_block(stack, key, synth):
    """
    A reference inside a block inside a list arrives as it is.
    """
    by_default = {"sse_algorithm": "aws:kms", "kms_master_key_id": key.arn}
    rule = [{"apply_server_side_encryption_by_default": by_default}]
    S3BucketServerSideEncryptionConfiguration(stack, "encryption", bucket="b", rule=rule)
    [found] = synth()["resource"]["aws_s3_bucket_server_side_encryption_configuration"]["encryption"]["rule"]

    assert "${aws_kms_key.key.arn}" == found["apply_server_side_encryption_by_default"]["kms_master_key_id"]


def test_a_reference_survives_in_a_json_policy(stack, key, synth):
    """
    A reference inside `json.dumps` arrives as it is.
    """
    SqsQueue(stack, "queue", policy=json.dumps({"Resource": [key.arn]}))
    policy = synth()["resource"]["aws_sqs_queue"]["queue"]["policy"]

    assert {"Resource": ["${aws_kms_key.key.arn}"]} == json.loads(policy)


def test_deferred_text_is_made_at_synth(stack, synth):
    """
    What is said after the resource was made still stands in its text.
    """
    said = ["first"]
    SqsQueue(stack, "queue", policy=Deferred(lambda: json.dumps(said)))
    said.append("second")

    assert '["first", "second"]' == synth()["resource"]["aws_sqs_queue"]["queue"]["policy"]


def test_absent_arguments_are_left_out():
    """
    `None` is not written, at any depth.
    """
    assert {"a": {"c": [{}]}} == rendered({"a": {"b": None, "c": [{"d": None}]}, "e": None})


def test_falsehood_and_nothing_are_written():
    """
    `False`, 0 and empty text are values.
    """
    assert {"a": False, "b": 0, "c": ""} == rendered({"a": False, "b": 0, "c": ""})


def test_dependencies_are_addresses(stack, key, synth):
    """
    `depends_on` holds addresses, as Terraform wants them.
    """
    SqsQueue(stack, "queue", name="q", depends_on=[key])

    assert ["aws_kms_key.key"] == synth()["resource"]["aws_sqs_queue"]["queue"]["depends_on"]


def test_lifecycle_is_a_block(stack, synth):
    """
    What protects a resource from deletion, or ignores changes, arrives as Terraform's own block.
    """
    lifecycle = {"prevent_destroy": True, "ignore_changes": ["shard_count"]}
    SqsQueue(stack, "queue", lifecycle=lifecycle)

    assert lifecycle == synth()["resource"]["aws_sqs_queue"]["queue"]["lifecycle"]


def test_metadata_is_not_littered(key, synth):
    """
    The file's comments do not list what each resource overrides, or they would grow with the stack.
    """
    assert "aws_kms_key" not in json.dumps(synth()["//"])


def test_outputs_escape_their_description(stack, synth):
    """
    A description cannot be evaluated by Terraform.
    """
    stack.output("name", "value", "A ${template}")

    assert {"name": {"value": "value", "description": "A $${template}"}} == synth()["output"]


def test_resources_of_modules_carry_their_path(stack, synth):
    """
    A resource inside a construct is named after both, with a digest that keeps it apart.
    """
    bucket = S3Bucket(Construct(stack, "raw"), "bucket", bucket="b")
    [name] = synth()["resource"]["aws_s3_bucket"]

    assert f"aws_s3_bucket.{name}" == bucket.resource_address
    assert name.startswith("raw_bucket_")


def test_the_source_map_names_the_line(stack):
    """
    Of each resource, the file and line that made it are known, relative to the repository, innermost first.
    """
    SqsQueue(stack, "queue", name="q")
    first, *_ = stack.source_map()["aws_sqs_queue.queue"]
    file, line = first.split(":")

    assert "tests/bindings/test_resource.py" == file
    assert line_of('SqsQueue(stack, "queue", name="q")\n    first') == int(line)


def line_of(text):
    """
    The line of this file on which *text* starts.
    """
    with open(__file__) as file:  # noqa: PTH123
        return file.read().partition(text)[0].count("\n") + 1


def test_the_source_map_names_the_callers(stack):
    """
    Behind the innermost line stand those that called it, so that a module's resource leads to the blueprint.
    """

    def make():
        return SqsQueue(stack, "queue")

    lines = make().made_at

    assert ["tests/bindings/test_resource.py"] * 2 == [line.split(":")[0] for line in lines[:2]]
    assert lines[0] != lines[1]


def test_another_region(stack, synth):
    """
    A resource of another region names the provider block that is there for it.
    """
    stack.provider("aws", {"region": "eu-central-1"})
    stack.provider("aws", {"alias": "global", "region": "us-east-1"})
    KmsKey(stack, "far", provider="aws.global")
    written = synth()

    assert "aws.global" == written["resource"]["aws_kms_key"]["far"]["provider"]
    assert [None, "global"] == [block.get("alias") for block in written["provider"]["aws"]]
