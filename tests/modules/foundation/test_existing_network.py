from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.event_store_sample import ARCHIVES
from tests.modules.event_store_sample import DEPLOYMENT as EVENT_STORE
from tests.modules.sample import ENVIRONMENT, Built, build, merged

EXISTING = {
    "vpc_id": "vpc-0123456789abcdef0",
    "cidr_block": "10.30.0.0/16",
    "subnet_ids": ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"],
    "route_table_ids": ["rtb-0123456789abcdef0"],
    "endpoint_ids": {
        "s3": "vpce-0123456789abcdef0",
        "kms": "vpce-0123456789abcdef1",
        "kinesis-firehose": "vpce-0123456789abcdef2",
    },
    "endpoint_security_group_id": "sg-0123456789abcdef0",
    "s3_prefix_list_id": "pl-0123456789abcdef0",
}


@pytest.fixture(name="existing", scope="module")
def _existing():
    return build({"network": {"own": None, "existing": EXISTING}})


def test_makes_no_network(existing):
    """
    Where the environment names a network, none is made.
    """
    assert not {"aws_vpc", "aws_subnet", "aws_vpc_endpoint", "aws_flow_log"} & set(existing.types.values())


def test_the_function_runs_in_the_existing_subnets(existing):
    """
    The function is attached to the subnets that the environment names, with a security group of its own.
    """
    vpc = existing["transform/function/function"]["vpc_config"]

    assert EXISTING["subnet_ids"] == vpc["subnet_ids"]
    assert ["<transform/function/security_group.id>"] == vpc["security_group_ids"]
    assert EXISTING["vpc_id"] == existing["transform/function/security_group"]["vpc_id"]


def test_the_ways_out_are_the_existing_endpoints(existing):
    """
    The function reaches the named endpoints' group and S3 by its prefix list.
    """
    assert "sg-0123456789abcdef0" == existing["transform/function/to_endpoints"]["referenced_security_group_id"]
    assert "pl-0123456789abcdef0" == existing["transform/function/to_s3"]["prefix_list_id"]


def test_buckets_know_the_existing_endpoint(existing):
    """
    Confidential data moves through the S3 endpoint that the environment names.
    """
    condition = existing.statement("lake/raw/policy", "KnownPathsOnly")["Condition"]

    assert {"aws:SourceVpce": "vpce-0123456789abcdef0"} == condition["StringNotEquals"]


def test_a_missing_endpoint_is_named():
    """
    A network without an endpoint that the function needs is refused, with what to add and where.
    """
    endpoints = {"kms": None, "s3": "vpce-0123456789abcdef0"}
    changes = {"network": {"own": None, "existing": {**EXISTING, "endpoint_ids": endpoints | {"kms": "vpce-01234567"}}}}

    with pytest.raises(InputError, match=r"transform needs VPC endpoints for kinesis-firehose.*endpoint_ids"):
        build(changes)


def test_tables_need_the_gateway_and_its_addresses():
    """
    A pipeline with tables reaches DynamoDB by the prefix list of the existing network, and says when that is missing.
    """
    services = ("dynamodb", "kms", "s3", "sqs", "logs", "monitoring", "xray", "kinesis-firehose", "sns", "sts")
    endpoints = {service: f"vpce-0123456789abcde{number:02x}" for number, service in enumerate(services)}
    existing = {**EXISTING, "endpoint_ids": endpoints}
    network = {"network": {"own": None, "existing": {**existing, "dynamodb_prefix_list_id": "pl-0123456789abcdef1"}}}
    built = Built(EVENT_STORE, merged(ENVIRONMENT, network), archives=ARCHIVES)
    rule = built["writer/function/to_dynamodb"]

    assert ("pl-0123456789abcdef1", 443) == (rule["prefix_list_id"], rule["from_port"])
    with pytest.raises(InputError, match=r"prefix list of DynamoDB.*network.existing.dynamodb_prefix_list_id"):
        Built(EVENT_STORE, merged(ENVIRONMENT, {"network": {"own": None, "existing": existing}}), archives=ARCHIVES)
