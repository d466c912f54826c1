"""
The weakenings of a deployment's own stack: keys, identities, network, monitoring.
"""

from __future__ import annotations

import json

from tests.gate.real_weakenings import (
    TABLE,
    Stack,
    also,
    arn,
    edit,
    grant,
    make,
    pick,
    remove,
    statement_with,
    without,
    write,
)
from tests.gate.weakenings import FOREIGN_KEY, NotApplicableError, changed

KEY, ROLE, LOGS, ALARM = "aws_kms_key", "aws_iam_role", "aws_cloudwatch_log_group", "aws_cloudwatch_metric_alarm"
IN, OUT, ENDPOINT = "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_vpc_endpoint"
FOREIGN = {"AWS": "arn:aws:iam::999999999999:role/reader"}
REGION = {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}

# Keys
edit("key: does not rotate", KEY, "pipeline", changed(enable_key_rotation=False, rotation_period_in_days=None))
edit("key: rotates every seven years", KEY, "pipeline", changed(rotation_period_in_days=2560))
edit("key: deleted in a week", KEY, "pipeline", changed(deletion_window_in_days=7))
edit("key: off", KEY, "pipeline", changed(is_enabled=False))
edit("key: no policy", KEY, "pipeline", changed(policy=None))
edit("key: class lowered", KEY, "pipeline", changed(tags={"classification": "nothing"}))
edit("token key: deleted in a week", KEY, "token", changed(deletion_window_in_days=7))
write("key: for another account", KEY, "pipeline", also(Principal=FOREIGN, Action="kms:Decrypt", Resource="*"))
write(
    "key: for everybody by way of a service",
    KEY,
    "pipeline",
    also(
        Principal="*",
        Action="kms:Decrypt",
        Resource="*",
        Condition={"StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}},
    ),
)
write(
    "key: all of it for a user",
    KEY,
    "pipeline",
    also(Principal={"AWS": "arn:aws:iam::111122223333:user/x"}, Action="kms:*", Resource="*"),
)
write("key: for the whole account", KEY, "pipeline", statement_with("RootUserRecovers", Condition=None))
write("key: administrators read", KEY, "pipeline", lambda s: s[0]["Action"].append("kms:Decrypt"))
write("key: administrators grant", KEY, "pipeline", lambda s: s[0]["Action"].append("kms:CreateGrant"))
write("key: a wildcard beside a reference", KEY, "pipeline", statement_with("aws_iam_role.", Action=["kms:*"]))
write(
    "token key: all roles",
    KEY,
    "token",
    lambda s: s.append(
        {
            **next(i for i in s if "aws_iam_role." in json.dumps(i)),
            "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}},
        }
    ),
)
make(
    "key: a grant to another account",
    "aws_kms_grant",
    lambda s: {"key_id": arn(s, f"{KEY} pipeline"), "grantee_principal": FOREIGN["AWS"], "operations": ["Decrypt"]},
)


# Identities
def _beside_key(stack: Stack) -> None:
    _, block = pick(stack, "aws_iam_role_policy", "transform")
    document = json.loads(block["policy"])
    next(i for i in document["Statement"] if "aws_kms_key" in json.dumps(i["Resource"]))["Action"] = ["kms:*"]
    block["policy"] = json.dumps(document)


TABLE["role: a wildcard beside a new key"] = _beside_key
grant("role: everything on a bucket", "transform", "s3:*", "aws_s3_bucket lake_quarantine /*")
grant("role: everything, in a region", "transform", "*", "*", Condition=REGION)
grant("role: all objects", "delivery", "s3:GetObject", "arn:aws:s3:::*/*")
grant("role: all streams", "producer", "kinesis:PutRecord", "arn:aws:kinesis:*:*:stream/*")
grant("role: all keys of the account", "delivery", "kms:Decrypt", "arn:aws:kms:eu-central-1:111122223333:key/*")
grant("role: passes any role", "transform", "iam:PassRole", "*")
grant("role: passes one role", "transform", "iam:PassRole", "aws_iam_role delivery")
grant("role: takes on others", "transform", "sts:AssumeRole", "arn:aws:iam::111122223333:role/*")
grant("role: writes its own policy", "transform", "iam:PutRolePolicy", "aws_iam_role transform")
grant("role: changes the key policy", "transform", "kms:PutKeyPolicy", "aws_kms_key pipeline")
grant("role: opens a bucket", "transform", "s3:PutBucketPolicy", "aws_s3_bucket lake_raw")
grant("role: removes a lock", "delivery", "s3:BypassGovernanceRetention", "aws_s3_bucket lake_raw /*")
grant("role: deletes raw data", "archive", ["s3:DeleteObject", "s3:DeleteObjectVersion"], "aws_s3_bucket lake_raw /*")
grant("role: a foreign bucket", "transform", "s3:PutObject", "arn:aws:s3:::elsewhere/*")
grant(
    "role: a foreign stream",
    "transform",
    "kinesis:PutRecord",
    "arn:aws:kinesis:eu-central-1:999999999999:stream/elsewhere",
)
grant("role: a foreign key", "transform", "kms:Decrypt", FOREIGN_KEY)
grant("owner: reads raw, writes results", "readers_owner_role", "s3:GetObject", "aws_s3_bucket lake_raw /*")
grant("auditor: reads raw", "auditor", "s3:GetObject", "aws_s3_bucket lake_raw /*")
grant("auditor: reads quarantine", "auditor", "s3:GetObject", "aws_s3_bucket lake_quarantine /*")
grant("auditor: makes tokens", "auditor", "kms:GenerateMac", "aws_kms_key token")
grant("producer: reads the stream", "producer", "kinesis:GetRecords", "aws_kinesis_stream stream")
grant("delivery: reads the stream", "delivery", "kinesis:GetRecords", "aws_kinesis_stream stream")
write("role: all but", "aws_iam_role_policy", "delivery", also(NotAction="iam:*", Resource="*"))
write(
    "role: all elsewhere",
    "aws_iam_role_policy",
    "delivery",
    also(Action="s3:GetObject", NotResource="arn:aws:s3:::x/*"),
)
TRUST = "assume_role_policy"
write("trust: another account", ROLE, "owner_role", also(Principal=FOREIGN, Action="sts:AssumeRole"), TRUST)
write("trust: everybody", ROLE, "owner_role", statement_with("", Principal={"AWS": "*"}), TRUST)
write(
    "trust: everybody of the organisation",
    ROLE,
    "owner_role",
    statement_with("", Principal="*", Condition={"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}),
    TRUST,
)
write(
    "trust: the account",
    ROLE,
    "owner_role",
    statement_with("", Principal={"AWS": "arn:aws:iam::111122223333:root"}),
    TRUST,
)
write(
    "trust: an identity provider",
    ROLE,
    "owner_role",
    statement_with(
        "", Principal={"Federated": "arn:aws:iam::999999999999:saml-provider/x"}, Action="sts:AssumeRoleWithSAML"
    ),
    TRUST,
)
write("trust: a service for any account", ROLE, "transform", statement_with("", Condition=None), TRUST)
write(
    "trust: a service for another account",
    ROLE,
    "transform",
    statement_with("", Condition={"StringEquals": {"aws:SourceAccount": "999999999999"}}),
    TRUST,
)
write(
    "trust: a second service",
    ROLE,
    "transform",
    statement_with("", Principal={"Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"]}),
    TRUST,
)
edit("producer: says it de-identifies", ROLE, "producer", lambda b: b["tags"].update(deidentification="tokenize"))
edit("delivery: says it de-identifies", ROLE, "delivery", lambda b: b["tags"].update(deidentification="tokenize"))
edit("transform: no longer de-identifies", ROLE, "transform", lambda b: b["tags"].pop("deidentification"))
edit("role: longer sessions", ROLE, "owner_role", changed(max_session_duration=43200))
make(
    "role: administrator",
    "aws_iam_role_policy_attachment",
    lambda s: {
        "role": pick(s, ROLE, "transform")[1]["name"],
        "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess",
    },
)
make("a user with a key", "aws_iam_user", lambda _: {"name": "x"})
make(
    "function: a public address",
    "aws_lambda_function_url",
    lambda s: {"function_name": pick(s, "aws_lambda_function", "")[1]["function_name"], "authorization_type": "NONE"},
)
make(
    "function: everybody invokes",
    "aws_lambda_permission",
    lambda s: {
        "function_name": pick(s, "aws_lambda_function", "")[1]["function_name"],
        "action": "lambda:InvokeFunction",
        "principal": "*",
    },
)
make(
    "stream: another account reads",
    "aws_kinesis_resource_policy",
    lambda s: {
        "resource_arn": arn(s, "aws_kinesis_stream stream"),
        "policy": json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": FOREIGN,
                        "Action": "kinesis:GetRecords",
                        "Resource": arn(s, "aws_kinesis_stream stream"),
                    }
                ],
            }
        ),
    },
)

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
remove("nobody subscribes", "aws_sns_topic_subscription", "receiver_1")
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
