from __future__ import annotations

from ipaddress import ip_network

from policies.statements import UNSCOPED_ACTIONS
from tests.plans.values import cluster_groups, statements, texts

RULES = ("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule")
CLUSTER_PORTS = {("tcp", 10_250, 10_250), ("tcp", 53, 53), ("udp", 53, 53)}
"""Kubelets and the DNS of a cluster, between its control plane and its nodes ("Amazon EKS security group requirements")."""
LAYERS = "-starport-layer-bucket/*"  # where ECR keeps layers of images, and signs the way to them
WAYS_OUT = {"aws_internet_gateway", "aws_nat_gateway", "aws_egress_only_internet_gateway", "aws_vpc_peering_connection"}


def _of_warehouses(pipeline):
    """
    The port of a warehouse, and those at which QuickSight gets its answers; nothing where there is no warehouse.
    """
    return {("tcp", 5439, 5439), ("tcp", 1024, 65535)} if pipeline.of("aws_quicksight_vpc_connection") else set()


def _of_training(pipeline):
    """
    The ports between the machines of one training job, which choose them as they go, within a group of their own.
    """
    rules = pipeline.of(*RULES).values()
    within = [rule for rule in rules if rule["security_group_id"] == rule.get("referenced_security_group_id")]
    return {("tcp", 0, 65535)} if pipeline.of("aws_sagemaker_pipeline") and within else set()


def test_no_way_to_the_internet(real):
    """
    No gateway, no route of its own, no route in a table.
    """
    types = {address.split(".")[0] for address in real.canonical.resources}

    assert set() == types & {*WAYS_OUT, "aws_route", "aws_eip"}
    assert all(not table.get("route") for table in real.of("aws_route_table").values())


def test_every_subnet_is_private(pipeline):
    """
    Subnets lie inside the network, in zones of their own, without public addresses.
    """
    [vpc] = pipeline.of("aws_vpc").values()
    subnets = list(pipeline.of("aws_subnet").values())

    assert subnets
    assert all(ip_network(item["cidr_block"]).subnet_of(ip_network(vpc["cidr_block"])) for item in subnets)
    assert len(subnets) == len({item["availability_zone"] for item in subnets})
    assert not any(item.get("map_public_ip_on_launch") for item in subnets)


def test_every_rule_is_bounded(pipeline):
    """
    A security group rule is for one port, HTTPS but inside a cluster or to a warehouse, from or to a group or an endpoint of
    the plan, never a range. Only answers to interfaces of QuickSight, whose groups keep no state, come to many, and machines of a training
    job talk to each other on all. Rules within a cluster of EMR have tests of their own.
    """
    cluster = set(cluster_groups(pipeline).values())
    rules = [
        rule
        for rule in pipeline.of(*RULES).values()
        if not {rule["security_group_id"], rule.get("referenced_security_group_id")} <= cluster
    ]
    groups = {group["id"] for group in pipeline.of("aws_security_group").values()}
    lists = {f"{address}.prefix_list_id" for address in pipeline.of("aws_vpc_endpoint")}
    ends = [rule.get("referenced_security_group_id") or rule.get("prefix_list_id") for rule in rules]

    assert rules
    ports = {(rule["ip_protocol"], rule["from_port"], rule["to_port"]) for rule in rules}
    own = {
        *_of_warehouses(pipeline),
        *_of_training(pipeline),
        *(CLUSTER_PORTS if pipeline.of("aws_eks_cluster") else ()),
    }
    assert {("tcp", 443, 443), *own} == ports
    assert set(ends) <= groups | lists
    assert not any(rule.get("cidr_ipv4") or rule.get("cidr_ipv6") for rule in rules)


def test_groups_hold_no_rules_inline(pipeline):
    """
    The default group is empty, and rules are resources of their own.
    """
    groups = pipeline.of("aws_security_group", "aws_default_security_group").values()

    assert 1 == len(pipeline.of("aws_default_security_group"))
    assert not any(group.get("ingress") or group.get("egress") for group in groups)


def test_every_endpoint_names_who_and_what(pipeline):
    """
    Each Allow of an endpoint's policy is bound to principals of the account that are named one by one, or to AWS's own
    service on its behalf, and to resources that are named, or of the account where AWS scopes the actions to none. Layers of
    images alone are for everybody; packages of AWS have a test of their own.
    """
    account = pipeline.loaded.environment.account_id
    endpoints = pipeline.of("aws_vpc_endpoint").values()
    allowing = [item for values in endpoints for item in statements(values["policy"]) if item["Effect"] == "Allow"]

    assert allowing
    for item in allowing:
        if "Packages" == item.get("Sid"):
            continue
        if texts(item["Resource"])[0].endswith(LAYERS):
            assert (["s3:GetObject"], 1) == (texts(item["Action"]), len(texts(item["Resource"])))
            continue
        named = [value for keys in item["Condition"].values() for value in texts(keys.get("aws:PrincipalArn"))]
        assert named
        assert all(f":{account}:role/" in arn and "*" not in arn for arn in named)
        assert "*" not in texts(item["Resource"]) or (
            set(texts(item["Action"])) <= UNSCOPED_ACTIONS
            and account == item["Condition"]["StringEquals"]["aws:ResourceAccount"]
        )


def test_functions_run_in_the_network(pipeline):
    """
    A function runs in every subnet of the plan, under a group of the plan.
    """
    subnets = {subnet["id"] for subnet in pipeline.of("aws_subnet").values()}
    groups = {group["id"] for group in pipeline.of("aws_security_group").values()}

    for function in pipeline.of("aws_lambda_function").values():
        [network] = function["vpc_config"]
        assert subnets == set(network["subnet_ids"])
        assert set(network["security_group_ids"]) <= groups


def test_a_flow_log_records_everything(real):
    """
    Every network has a flow log of all traffic.
    """
    networks = {vpc["id"] for vpc in real.of("aws_vpc", "aws_default_vpc").values()}

    assert networks == {log["vpc_id"] for log in real.of("aws_flow_log").values() if log["traffic_type"] == "ALL"}
