from __future__ import annotations

import json

import pytest

from modules.errors import InputError
from modules.foundation.shared_network import SharedNetworkParams
from tests.modules.foundation.test_existing_network import EXISTING
from tests.modules.region import SHARED
from tests.modules.sample import DEPLOYMENT, ENVIRONMENT, Built, build, merged

FACTS = {"config_bucket": "region-dev-config", "backup_role": "arn:aws:iam::111122223333:role/region-dev-backup"}


def pipeline(network, environment=None):
    """The sample pipeline in an environment that shares a network, of which these are the facts."""
    told = {**FACTS, **({"network": network} if network else {})}
    return Built(DEPLOYMENT, merged(ENVIRONMENT, {**SHARED, **(environment or {})}), {"region_baseline": told})


@pytest.fixture(name="using", scope="module")
def _using():
    return pipeline(EXISTING)


def test_the_baseline_makes_it_where_it_is_shared(shared, region):
    """
    The network is made once, by the baseline, where the environment shares one.
    """
    assert "10.20.0.0/20" == shared["network/vpc"]["cidr_block"]
    assert "aws_vpc" not in region.types.values()


def test_it_has_the_endpoints_that_processes_need(shared):
    """
    Whatever a process of a pipeline reaches in a network of its own has an endpoint in the shared one.
    """
    own = {each["service_name"] for each in build().of_type("aws_vpc_endpoint").values()}

    assert own
    assert own <= {each["service_name"] for each in shared.of_type("aws_vpc_endpoint").values()}


def test_endpoints_serve_this_account_only(shared):
    """
    Through an endpoint, principals of this account reach resources of this account, in the endpoint's own service.
    """
    [statement] = json.loads(shared["network/kinesis_streams_endpoint"]["policy"])["Statement"]

    assert ("Allow", "kinesis:*") == (statement["Effect"], statement["Action"])
    assert {
        "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}
    } == statement["Condition"]


def test_endpoints_take_https_from_the_network(shared):
    """
    The endpoints' group lets HTTPS in from the network's own addresses, and nothing else.
    """
    [rule] = shared.of_type("aws_vpc_security_group_ingress_rule").values()

    assert ("10.20.0.0/20", "tcp", 443, 443) == (
        rule["cidr_ipv4"],
        rule["ip_protocol"],
        rule["from_port"],
        rule["to_port"],
    )


def test_its_traffic_is_recorded(shared):
    """
    All traffic of the shared network is recorded.
    """
    assert ("<network/vpc.id>", "ALL") == (
        shared["network/flow_log"]["vpc_id"],
        shared["network/flow_log"]["traffic_type"],
    )


def test_the_facts_are_what_pipelines_ask_for(shared):
    """
    The baseline tells every field of an existing network.
    """
    told = shared.blocks["output"]["facts"]["value"]["region_baseline"]["network"]

    assert {*EXISTING, "dynamodb_prefix_list_id"} == set(told)
    assert {"dynamodb", "s3", *SharedNetworkParams().endpoints} == set(told["endpoint_ids"])


def test_pipelines_use_it(using):
    """
    A pipeline runs in the subnets that the facts name, and makes no network.
    """
    assert "aws_vpc" not in using.types.values()
    assert EXISTING["subnet_ids"] == using["transform/function/function"]["vpc_config"]["subnet_ids"]


def test_without_facts_the_baseline_has_to_come_first():
    """
    A pipeline in a shared network that nobody has made yet is refused, with the deployment to apply.
    """
    with pytest.raises(InputError, match=r"environments/dev.facts.json .* region_baseline .*region-dev"):
        pipeline(None)


def test_a_missing_endpoint_is_to_be_added_to_the_baseline():
    """
    An endpoint that the shared network lacks is asked of the baseline, since it makes the network.
    """
    without = {**EXISTING, "endpoint_ids": {"s3": "vpce-0123456789abcdef0"}}

    with pytest.raises(
        InputError, match=r"needs VPC endpoints for .*parameters.network.endpoints of the region_baseline"
    ):
        pipeline(without)
