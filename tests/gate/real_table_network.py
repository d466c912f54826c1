"""
The weakenings of a deployment's own stack: network and monitoring.
"""

from __future__ import annotations

from tests.gate.real_weakenings import (
    TABLE,
    Stack,
    also,
    edit,
    make,
    pick,
    remove,
    statement_with,
    without,
    write,
)
from tests.gate.weakenings import NotApplicableError, changed

LOGS, ALARM = "aws_cloudwatch_log_group", "aws_cloudwatch_metric_alarm"
IN, OUT, ENDPOINT = "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_vpc_endpoint"

# Network
for to in ("0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/8", "10.20.0.0/12", "172.16.0.0/12", "198.51.100.7/32"):
    edit(f"way out to {to}", OUT, "to_s3", changed(prefix_list_id=None, cidr_ipv4=to))
edit("way out to ::/0", OUT, "to_s3", changed(prefix_list_id=None, cidr_ipv6="::/0"))
edit("way in from 0.0.0.0/0", IN, "", changed(referenced_security_group_id=None, cidr_ipv4="0.0.0.0/0"))
edit("way in from ::/0", IN, "", changed(referenced_security_group_id=None, cidr_ipv6="::/0"))
edit("way in on all ports", IN, "", changed(from_port=0, to_port=65535))
edit("way out by all protocols", OUT, "to_s3", changed(ip_protocol="-1", from_port=None, to_port=None))
edit("way out to a foreign prefix list", OUT, "to_s3", changed(prefix_list_id="pl-0123456789abcdef0"))
edit(
    "way in inline",
    "aws_security_group",
    "endpoint",
    changed(ingress=[{"protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": ["0.0.0.0/0"]}]),
)
edit(
    "default group with a rule",
    "aws_default_security_group",
    "",
    changed(egress=[{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}]),
)
edit("endpoint: no policy", ENDPOINT, "s3", changed(policy=None))
write("endpoint: everything", ENDPOINT, "s3", also(Principal="*", Action="*", Resource="*"))
write("endpoint: any account's keys", ENDPOINT, "kms", statement_with("", Condition=None, Resource="*"))
write("endpoint: anybody's data to our bucket", ENDPOINT, "s3", lambda s: [i.pop("Condition", None) for i in s])
edit("public addresses", "aws_subnet", "", changed(map_public_ip_on_launch=True))
remove("flow log dropped", "aws_flow_log")
edit("flow log of rejected traffic", "aws_flow_log", "", changed(traffic_type="REJECT"))
edit(
    "flow log elsewhere",
    "aws_flow_log",
    "",
    changed(log_destination="arn:aws:s3:::elsewhere", log_destination_type="s3", iam_role_arn=None),
)
remove("default group unmanaged", "aws_default_security_group")
make("internet gateway", "aws_internet_gateway", lambda s: {"vpc_id": f"${{aws_vpc.{pick(s, 'aws_vpc', '')[0]}.id}}"})
make(
    "route to the internet",
    "aws_route",
    lambda s: {
        "route_table_id": f"${{aws_route_table.{pick(s, 'aws_route_table', '')[0]}.id}}",
        "destination_cidr_block": "0.0.0.0/0",
        "gateway_id": "igw-0123456789abcdef0",
    },
)
make(
    "peering",
    "aws_vpc_peering_connection",
    lambda s: {"vpc_id": f"${{aws_vpc.{pick(s, 'aws_vpc', '')[0]}.id}}", "peer_vpc_id": "vpc-0123456789abcdef0"},
)


# Monitoring
def _alarm_dropped(part: str) -> None:
    """
    An alarm goes, and with it what the composite alarm says of it.
    """

    def drop(stack: Stack) -> None:
        name, _ = pick(stack, ALARM, f"alarms_{part}")
        del stack[ALARM][name]
        _, whole = pick(stack, "aws_cloudwatch_composite_alarm", "")
        whole["alarm_rule"] = " OR ".join(rule for rule in whole["alarm_rule"].split(" OR ") if name not in rule)

    TABLE[f"alarm dropped: {part}"] = drop


for part in (
    "archive_late",
    "delivery_late",
    "failures",
    "function_errors",
    "function_throttles",
    "iterator_age",
    "write_throttles",
):
    _alarm_dropped(part)
    edit(f"alarm that never rings: {part}", ALARM, f"alarms_{part}", changed(threshold=1_000_000_000))
edit("alarm tells nobody", ALARM, "function_errors", changed(alarm_actions=[]))
edit(
    "alarm tells somebody else",
    ALARM,
    "function_errors",
    changed(alarm_actions=["arn:aws:sns:eu-central-1:999999999999:x"]),
)
edit("alarm off", ALARM, "failures", changed(actions_enabled=False))
edit("alarm the wrong way round", ALARM, "failures", changed(comparison_operator="LessThanThreshold"))
edit("alarm after a day", ALARM, "failures", changed(evaluation_periods=288))
TABLE["nobody subscribes"] = lambda stack: stack["aws_sns_topic_subscription"].clear()
edit(
    "alarms to a foreign queue",
    "aws_sns_topic_subscription",
    "",
    changed(protocol="sqs", endpoint="arn:aws:sqs:eu-central-1:999999999999:x"),
)
edit("topic: the key of AWS", "aws_sns_topic", "", changed(kms_master_key_id="alias/aws/sns"))
write("topic: everybody publishes", "aws_sns_topic_policy", "", also(Principal="*", Action="sns:Publish", Resource="*"))
write("topic: plain HTTP", "aws_sns_topic_policy", "", without("SecureTransport"))
for part in ("archive", "delivery", "flow_logs", "transform"):
    edit(f"logs kept a week: {part}", LOGS, part, changed(retention_in_days=7))
edit("logs kept for ever", LOGS, "transform", changed(retention_in_days=None))
edit("logs without key", LOGS, "transform", changed(kms_key_id=None))
edit("logs of a weaker class", LOGS, "transform", changed(tags={"classification": "public"}, retention_in_days=365))


def _untagged(name: str) -> None:
    def blank(stack: Stack) -> None:
        blocks = [b for t in stack.values() for b in t.values() if name in (b.get("tags") or {})]
        if not blocks:
            raise NotApplicableError(name)
        for block in blocks:
            del block["tags"][name]

    TABLE[f"no tag {name}"] = blank


_untagged("zone")
for name in ("owner", "deployment", "environment"):
    edit(f"blank tag {name}", "aws_s3_bucket", "lake_raw", lambda b, name=name: b["tags"].update({name: ""}))
