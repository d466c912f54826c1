"""
Networks, and who may reach whom in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned
from workflow.probes.policies import same_policy

RULE = {
    "security_group_id": "GroupId",
    "ip_protocol": "IpProtocol",
    "cidr_ipv4": "CidrIpv4",
    "cidr_ipv6": "CidrIpv6",
    "prefix_list_id": "PrefixListId",
    "referenced_security_group_id": "ReferencedGroupInfo.GroupId",
}
RULES = ("aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule")


def vpc(live: Live, planned: Planned) -> Iterator[Fact]:
    ec2, vpc_id = live.client("ec2"), planned["id"]
    [found] = ec2.describe_vpcs(VpcIds=[vpc_id])["Vpcs"]
    yield from same(planned, found, {"cidr_block": "CidrBlock", "instance_tenancy": "InstanceTenancy"})
    for attribute, name in (("enable_dns_support", "enableDnsSupport"), ("enable_dns_hostnames", "enableDnsHostnames")):
        answer = ec2.describe_vpc_attribute(VpcId=vpc_id, Attribute=name)
        yield Fact(attribute, planned[attribute], answer[f"{name[0].upper()}{name[1:]}"]["Value"])
    here = _filters("vpc-id", vpc_id)
    gateways = ec2.describe_internet_gateways(Filters=_filters("attachment.vpc-id", vpc_id))["InternetGateways"]
    yield Fact("internet gateways", [], [each["InternetGatewayId"] for each in gateways])
    subnets = [each["id"] for each in live.planned("aws_subnet", vpc_id=vpc_id)]
    yield Fact(
        "subnets",
        subnets,
        [each["SubnetId"] for each in live.pages("ec2", "describe_subnets", "Subnets", Filters=here)],
    )
    endpoints = [each["id"] for each in live.planned("aws_vpc_endpoint", vpc_id=vpc_id)]
    there = live.pages("ec2", "describe_vpc_endpoints", "VpcEndpoints", Filters=here)
    yield Fact("endpoints", endpoints, [each["VpcEndpointId"] for each in there if each["State"].lower() != "deleted"])
    logs = ec2.describe_flow_logs(Filters=_filters("resource-id", vpc_id))["FlowLogs"]
    yield Fact("has an active flow log", bool(live.planned("aws_flow_log", vpc_id=vpc_id)), any(map(_active, logs)))


def subnet(live: Live, planned: Planned) -> Iterator[Fact]:
    [found] = live.client("ec2").describe_subnets(SubnetIds=[planned["id"]])["Subnets"]
    yield from same(
        planned,
        found,
        {
            "vpc_id": "VpcId",
            "cidr_block": "CidrBlock",
            "availability_zone": "AvailabilityZone",
            "map_public_ip_on_launch": "MapPublicIpOnLaunch",
            "assign_ipv6_address_on_creation": "AssignIpv6AddressOnCreation",
        },
    )


def route_table(live: Live, planned: Planned) -> Iterator[Fact]:
    """The only routes are within the VPC, to gateway endpoints, and those of the plan."""
    found = _route_table(live, planned["id"])
    expected = [each.get("cidr_block") or each.get("ipv6_cidr_block") for each in planned.get("route") or []]
    yield Fact("vpc_id", planned["vpc_id"], found["VpcId"])
    yield Fact("routes", expected, [_destination(each) for each in found["Routes"] if not _inside(each)])


def route_table_association(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _route_table(live, planned["route_table_id"])["Associations"]
    yield Fact(
        "subnet_id", expected := planned["subnet_id"], next((s for s in map(_subnet, found) if s == expected), None)
    )


def endpoint(live: Live, planned: Planned) -> Iterator[Fact]:
    [found] = live.client("ec2").describe_vpc_endpoints(VpcEndpointIds=[planned["id"]])["VpcEndpoints"]
    yield Fact("state", "available", found["State"].lower())
    yield from same(
        planned,
        found,
        {
            "vpc_id": "VpcId",
            "service_name": "ServiceName",
            "vpc_endpoint_type": "VpcEndpointType",
            "private_dns_enabled": "PrivateDnsEnabled",
            "subnet_ids": "SubnetIds",
            "route_table_ids": "RouteTableIds",
            "security_group_ids": "Groups[].GroupId",
        },
    )
    yield from same_policy("policy", planned["policy"], found.get("PolicyDocument"))


def flow_log(live: Live, planned: Planned) -> Iterator[Fact]:
    logs = live.client("ec2").describe_flow_logs(FlowLogIds=[planned["id"]])["FlowLogs"]
    if not logs:
        raise MissingError
    yield Fact("active", planned=True, live=_active(logs[0]))
    yield from same(
        planned,
        logs[0],
        {
            "vpc_id": "ResourceId",
            "traffic_type": "TrafficType",
            "log_destination": "LogDestination",
            "log_destination_type": "LogDestinationType",
            "iam_role_arn": "DeliverLogsPermissionArn",
            "max_aggregation_interval": "MaxAggregationInterval",
        },
    )


def security_group(live: Live, planned: Planned) -> Iterator[Fact]:
    """That it is there, and has no rule beside those that are planned."""
    [found] = live.client("ec2").describe_security_groups(GroupIds=[planned["id"]])["SecurityGroups"]
    yield from same(planned, found, {"vpc_id": "VpcId", "name": "GroupName"})
    rules = [
        rule["security_group_rule_id"] for kind in RULES for rule in live.planned(kind, security_group_id=planned["id"])
    ]
    there = live.pages(
        "ec2", "describe_security_group_rules", "SecurityGroupRules", Filters=_filters("group-id", planned["id"])
    )
    unplanned = [_rule_text(rule) for rule in there if rule["SecurityGroupRuleId"] not in rules]
    yield Fact("rules beside those of the plan", [], unplanned)


def security_group_rule(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("ec2").describe_security_group_rules(SecurityGroupRuleIds=[planned["security_group_rule_id"]])
    [found] = answer["SecurityGroupRules"]
    yield from same(planned, found, RULE)
    for name, end in (("from_port", "FromPort"), ("to_port", "ToPort")):
        yield Fact(name, -1 if planned[name] is None else planned[name], found.get(end, -1))


def _rule_text(rule: dict[str, Any]) -> str:
    towards = "to" if rule["IsEgress"] else "from"
    other = (
        rule.get("CidrIpv4")
        or rule.get("CidrIpv6")
        or rule.get("PrefixListId")
        or rule["ReferencedGroupInfo"]["GroupId"]
    )
    return f"{rule['IpProtocol']} {rule.get('FromPort', -1)}-{rule.get('ToPort', -1)} {towards} {other}"


def _route_table(live: Live, route_table_id: str) -> dict[str, Any]:
    [found] = live.client("ec2").describe_route_tables(RouteTableIds=[route_table_id])["RouteTables"]
    return dict(found)


def _destination(route: dict[str, Any]) -> str:
    return str(
        route.get("DestinationCidrBlock") or route.get("DestinationIpv6CidrBlock") or route["DestinationPrefixListId"]
    )


def _inside(route: dict[str, Any]) -> bool:
    return str(route.get("GatewayId")).startswith(("local", "vpce-"))


def _subnet(association: dict[str, Any]) -> str | None:
    return association.get("SubnetId")


def _active(log: dict[str, Any]) -> bool:
    return bool(log["FlowLogStatus"] == "ACTIVE" and log.get("DeliverLogsStatus", "SUCCESS") == "SUCCESS")


def _filters(name: str, value: str) -> list[dict[str, Any]]:
    return [{"Name": name, "Values": [value]}]


PROBES = {
    "aws_default_security_group": security_group,
    "aws_flow_log": flow_log,
    "aws_route_table": route_table,
    "aws_route_table_association": route_table_association,
    "aws_security_group": security_group,
    "aws_subnet": subnet,
    "aws_vpc": vpc,
    "aws_vpc_endpoint": endpoint,
    "aws_vpc_security_group_egress_rule": security_group_rule,
    "aws_vpc_security_group_ingress_rule": security_group_rule,
}
