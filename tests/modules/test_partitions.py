from __future__ import annotations

import json

import pytest

from tests.modules.sample import DEPLOYMENT, ENVIRONMENT, Built


def moved(value, partition, region):
    """
    The sample in another partition and region.
    """
    text = json.dumps(value).replace("arn:aws:", f"arn:{partition}:").replace("eu-central-1", region)

    return json.loads(text)


@pytest.fixture(name="china", scope="module")
def _china():
    environment = moved(ENVIRONMENT, "aws-cn", "cn-north-1") | {"partition": "aws-cn"}

    return Built(moved(DEPLOYMENT, "aws-cn", "cn-north-1"), environment)


@pytest.fixture(name="government", scope="module")
def _government():
    environment = moved(ENVIRONMENT, "aws-us-gov", "us-gov-west-1") | {"partition": "aws-us-gov"}

    return Built(moved(DEPLOYMENT, "aws-us-gov", "us-gov-west-1"), environment)


def texts(built):
    return {path: json.dumps(built[path]) for path in built.types}


def test_every_arn_is_of_china(china):
    """
    No ARN names the commercial partition.
    """
    assert [] == [path for path, text in texts(china).items() if "arn:aws:" in text]


def test_every_arn_is_of_the_governments_partition(government):
    """
    No ARN names the commercial partition.
    """
    assert [] == [path for path, text in texts(government).items() if "arn:aws:" in text]


def test_keys_are_used_through_the_endpoints_of_china(china):
    """
    Services in China have names that end in .cn.
    """
    key = china["keys/pipeline/key"]["policy"]

    assert '"kms:ViaService": "s3.cn-north-1.amazonaws.com.cn"' in key
    assert '"logs.cn-north-1.amazonaws.com.cn"' in key


def test_endpoints_of_china_have_the_names_aws_lists(china):
    """
    S3's gateway, KMS and Firehose are called as elsewhere; `cn.` stands before the names of some other services only.
    """
    assert {
        "com.amazonaws.cn-north-1.s3",
        "com.amazonaws.cn-north-1.kms",
        "com.amazonaws.cn-north-1.kinesis-firehose",
    } == {endpoint["service_name"] for endpoint in china.of_type("aws_vpc_endpoint").values()}
