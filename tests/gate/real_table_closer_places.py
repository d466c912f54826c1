"""
The weakenings of a deployment's own stack that loosen one word of it: logs, tables, network.
"""

from __future__ import annotations

from tests.gate.real_weakenings import TABLE, also, arn, edit, pick, statement_with, write
from tests.gate.weakenings import FOREIGN_KEY, at, changed, inner

BUCKET, KEY, ROLE, POLICY = "aws_s3_bucket", "aws_kms_key", "aws_iam_role", "aws_iam_role_policy"
FIREHOSE, FUNCTION, TABLES = "aws_kinesis_firehose_delivery_stream", "aws_lambda_function", "aws_glue_catalog_table"
MAPPING, ALARM, ENDPOINT = "aws_lambda_event_source_mapping", "aws_cloudwatch_metric_alarm", "aws_vpc_endpoint"
LOGS, TOPIC, TRUST = "aws_cloudwatch_log_group", "aws_sns_topic", "assume_role_policy"
DESTINATION = "extended_s3_configuration"
ENCRYPTION = f"{BUCKET}_server_side_encryption_configuration"
FOREIGN_ROLE = "arn:aws:iam::999999999999:role/x"


# Logs, queries, tables
edit("logs: a day", LOGS, "transform", changed(retention_in_days=1))
edit("logs: a foreign key", LOGS, "transform", changed(kms_key_id=FOREIGN_KEY))
edit("logs: rarely looked at", LOGS, "transform", changed(log_group_class="DELIVERY"))
edit(
    "queries: off the record",
    "aws_athena_workgroup",
    "owner",
    at("configuration", publish_cloudwatch_metrics_enabled=False),
)
edit("queries: a petabyte", "aws_athena_workgroup", "owner", at("configuration", bytes_scanned_cutoff_per_query=10**15))
TABLE["table: over raw data"] = lambda s: inner(pick(s, TABLES, "catalog_table")[1], "storage_descriptor").update(
    location="s3://" + arn(s, f"{BUCKET} lake_raw").replace(".arn}", ".bucket}") + "/orders/"
)
edit("table: called public", TABLES, "catalog_table", lambda b: b["parameters"].update(data_classification="public"))
edit(
    "table: a link to a foreign one",
    TABLES,
    "catalog_table",
    changed(target_table={"catalog_id": "999999999999", "database_name": "x", "name": "y"}),
)
edit(
    "database: a link to a foreign one",
    "aws_glue_catalog_database",
    "",
    changed(target_database={"catalog_id": "999999999999", "database_name": "x"}),
)

# Network
OUT, IN = "aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule"
edit("way out: wide ports", OUT, "to_endpoints", changed(from_port=0, to_port=65535))
edit("way out: two ports", OUT, "to_endpoints", changed(from_port=22, to_port=443))
edit(
    "way out: a foreign group",
    OUT,
    "to_endpoints",
    changed(referenced_security_group_id="999999999999/sg-0123456789abcdef0"),
)
edit("way in: a foreign group", IN, "", changed(referenced_security_group_id="999999999999/sg-0123456789abcdef0"))
edit("way in: a prefix list", IN, "", changed(referenced_security_group_id=None, prefix_list_id="pl-0123456789abcdef0"))
edit("way in: the whole VPC", IN, "", changed(referenced_security_group_id=None, cidr_ipv4="10.0.0.0/8"))
edit(
    "function group: inline way out",
    "aws_security_group",
    "transform",
    changed(egress=[{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}]),
)
write(
    "endpoint: whoever has no account",
    ENDPOINT,
    "s3",
    statement_with(
        "",
        Condition={
            "StringEqualsIfExists": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}
        },
    ),
)
write(
    "endpoint: all values of none",
    ENDPOINT,
    "s3",
    statement_with(
        "",
        Condition={
            "ForAllValues:StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}
        },
    ),
)
write(
    "endpoint: all but deleting",
    ENDPOINT,
    "s3",
    lambda s: [(i.pop("Action"), i.update(NotAction="s3:DeleteBucket")) for i in s],
)
write(
    "endpoint: accounts by pattern",
    ENDPOINT,
    "s3",
    statement_with("", Condition={"StringLike": {"aws:PrincipalAccount": "*", "aws:ResourceAccount": "*"}}),
)
write("endpoint: every action", ENDPOINT, "kms", lambda s: [i.update(Action="kms:*") for i in s])
write("endpoint: every role of the account", ENDPOINT, "s3", lambda s: [i["Condition"].pop("ArnEquals", 0) for i in s])
write(
    "endpoint: every bucket of the account",
    ENDPOINT,
    "s3",
    lambda s: [i.update(Resource="*", Action="s3:*") for i in s],
)
write(
    "endpoint: one foreign bucket",
    ENDPOINT,
    "s3",
    also(
        Principal="*",
        Action="s3:PutObject",
        Resource="arn:aws:s3:::elsewhere/*",
        Condition={"StringEquals": {"aws:PrincipalAccount": "111122223333"}},
    ),
)
edit("endpoint: no private name", ENDPOINT, "kms", changed(private_dns_enabled=False))
edit("endpoint: the default group", ENDPOINT, "kms", changed(security_group_ids=None))
edit("endpoint: a foreign group", ENDPOINT, "kms", changed(security_group_ids=["sg-0123456789abcdef0"]))
edit(
    "endpoint: of another service",
    ENDPOINT,
    "kms",
    changed(service_name="com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0"),
)
edit("subnet: addresses by IPv6", "aws_subnet", "", changed(assign_ipv6_address_on_creation=True))
TABLE["subnets: one zone"] = lambda s: [b.update(availability_zone="eu-central-1a") for b in s["aws_subnet"].values()]
edit(
    "route: to a gateway, inline",
    "aws_route_table",
    "",
    changed(route=[{"cidr_block": "0.0.0.0/0", "gateway_id": "igw-0123456789abcdef0"}]),
)
edit(
    "route: to another network, inline",
    "aws_route_table",
    "",
    changed(route=[{"cidr_block": "10.99.0.0/16", "transit_gateway_id": "tgw-0123456789abcdef0"}]),
)
edit(
    "flow log: a foreign group of logs",
    "aws_flow_log",
    "",
    changed(log_destination="arn:aws:logs:eu-central-1:999999999999:log-group:x"),
)
edit(
    "flow log: of one subnet",
    "aws_flow_log",
    "",
    lambda b: (b.pop("vpc_id"), b.update(subnet_id="subnet-0123456789abcdef0")),
)
