from __future__ import annotations

import ipaddress

import pytest

from tests.modules.sample import ACCOUNT, ROLE

TRANSFORM = {
    "ArnEquals": {"aws:PrincipalArn": f"{ROLE}orders-dev-transform"},
    "StringEquals": {"aws:PrincipalAccount": ACCOUNT, "aws:ResourceAccount": ACCOUNT},
}


@pytest.mark.parametrize(
    "resource_type",
    ["aws_internet_gateway", "aws_nat_gateway", "aws_route", "aws_eip", "aws_egress_only_internet_gateway"],
)
def test_there_is_no_way_to_the_internet(built, resource_type):
    """
    The network has no gateway to the internet and no route but the local one.
    """
    assert resource_type not in built.types.values()
    assert "route" not in built["network/route_table"]


def test_subnets_are_private(built):
    """
    Nothing in a subnet gets a public address.
    """
    assert [False] * 3 == [subnet["map_public_ip_on_launch"] for subnet in built.of_type("aws_subnet").values()]


def test_subnets_lie_in_the_three_zones(built):
    """
    Each zone has one subnet; they do not overlap and lie in the VPC's range.
    """
    subnets = built.of_type("aws_subnet").values()
    ranges = [ipaddress.IPv4Network(subnet["cidr_block"]) for subnet in subnets]
    vpc = ipaddress.IPv4Network(built["network/vpc"]["cidr_block"])

    assert ["eu-central-1a", "eu-central-1b", "eu-central-1c"] == [subnet["availability_zone"] for subnet in subnets]
    assert all(part.subnet_of(vpc) for part in ranges)
    assert not any(one.overlaps(other) for one in ranges for other in ranges if one is not other)


def test_the_default_security_group_has_no_rules(built):
    """
    What forgets to name a security group reaches nothing and is reached by nothing.
    """
    assert not {"ingress", "egress"} & set(built["network/default_security_group"])


def test_endpoints_are_those_the_processes_need(built):
    """
    The function talks to S3, KMS and Firehose; no other endpoint is paid for.
    """
    endpoints = built.of_type("aws_vpc_endpoint").values()

    assert {
        "com.amazonaws.eu-central-1.s3": "Gateway",
        "com.amazonaws.eu-central-1.kms": "Interface",
        "com.amazonaws.eu-central-1.kinesis-firehose": "Interface",
    } == {endpoint["service_name"]: endpoint["vpc_endpoint_type"] for endpoint in endpoints}


def test_endpoints_answer_to_the_services_own_names(built):
    """
    Interface endpoints have private DNS, so that code needs no addresses of endpoints.
    """
    assert built["network/kms_endpoint"]["private_dns_enabled"] is True


def test_the_endpoint_of_kms_makes_tokens_only(built):
    """
    Through it the function makes MACs; encryption is done by services for it, which do not come this way.
    """
    [statement] = built.statements("network/kms_endpoint")

    assert (["kms:GenerateMac"], ["<token_key/key.arn>"]) == (statement["Action"], statement["Resource"])
    assert TRANSFORM == statement["Condition"]


def test_the_endpoint_of_firehose_takes_rows_only(built):
    """
    Through it the function puts rows on its delivery stream and nothing else.
    """
    [statement] = built.statements("network/kinesis_firehose_endpoint")

    assert ["firehose:PutRecord", "firehose:PutRecordBatch"] == statement["Action"]
    assert ["arn:aws:firehose:eu-central-1:111122223333:deliverystream/orders-dev-delivery"] == statement["Resource"]
    assert TRANSFORM == statement["Condition"]


def test_the_endpoint_of_s3_writes_quarantine_only(built):
    """
    From inside the network nobody can carry data to a foreign bucket, or with foreign credentials.
    """
    [statement] = built.statements("network/s3_endpoint")

    assert ["arn:aws:s3:::con-orders-dev-quarantine-111122223333-eu-central-1/*"] == statement["Resource"]
    assert TRANSFORM == statement["Condition"]


def test_endpoints_are_reached_by_processes_only(built):
    """
    The endpoints' security group lets in HTTPS from the function's group, and has no rule with a range.
    """
    [rule] = built.of_type("aws_vpc_security_group_ingress_rule").values()

    assert "<transform/function/security_group.id>" == rule["referenced_security_group_id"]
    assert (443, 443, "tcp") == (rule["from_port"], rule["to_port"], rule["ip_protocol"])


def test_processes_reach_endpoints_and_s3_only(built):
    """
    The function's group has two ways out, both HTTPS, neither a range of addresses.
    """
    rules = built.of_type("aws_vpc_security_group_egress_rule").values()

    assert {"<network/endpoint_security_group.id>", "<network/s3_endpoint.prefix_list_id>"} == {
        rule.get("referenced_security_group_id", rule.get("prefix_list_id")) for rule in rules
    }
    assert not any("cidr_ipv4" in rule or "cidr_ipv6" in rule for rule in rules)
    assert {(443, 443, "tcp")} == {(rule["from_port"], rule["to_port"], rule["ip_protocol"]) for rule in rules}


def test_all_traffic_is_logged(built):
    """
    Flow logs hold accepted and refused traffic, in an encrypted log group.
    """
    log = built["network/flow_log"]

    assert ("ALL", "<network/flow_logs_role/role.arn>") == (log["traffic_type"], log["iam_role_arn"])
    assert log["log_destination"].endswith(":log-group:/millrace/orders-dev/flow-logs")


def test_flow_logs_write_to_their_group_only(built):
    """
    The role of the flow logs writes to one log group; listing groups has no narrower resource.
    """
    allowed = built.allowed("network/flow_logs_role/policy")

    assert allowed["logs:PutLogEvents"] == [
        "arn:aws:logs:eu-central-1:111122223333:log-group:/millrace/orders-dev/flow-logs:*"
    ]
    assert allowed["logs:DescribeLogGroups"] == ["arn:aws:logs:eu-central-1:111122223333:log-group:*"]
