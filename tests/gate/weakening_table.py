"""
The table of weakenings.
"""

from __future__ import annotations

from typing import Any

from tests.gate.weakenings import FOREIGN_KEY, WEAKENINGS, Block, add, at, changed, drop, inner, policy, statement, zone

ALL = "0.0.0.0/0"
OTHER = {"AWS": "arn:aws:iam::999999999999:root"}
GRANT = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::x/*"}
ROLE, BUCKET, FIREHOSE = "aws_iam_role_policy", "aws_s3_bucket", "aws_kinesis_firehose_delivery_stream"
FUNCTION, MAPPING, RULE = "aws_lambda_function", "aws_lambda_event_source_mapping", "aws_vpc_security_group_egress_rule"
S3 = f"{BUCKET}_"
DEFAULT = ("rule", "apply_server_side_encryption_by_default")


def _own_key(block: Block) -> Any:
    return "aws_kms_key" in str(block) and "HMAC" not in str(block)


def _rotating(block: Block) -> Any:
    return block.get("enable_key_rotation")


# Encryption
add(
    "bucket by SSE-S3",
    f"{S3}server_side_encryption_configuration",
    lambda b: inner(b, "rule").update(apply_server_side_encryption_by_default={"sse_algorithm": "AES256"}),
    _own_key,
)
add(
    "bucket by a foreign key",
    f"{S3}server_side_encryption_configuration",
    at(*DEFAULT, kms_master_key_id=FOREIGN_KEY),
    _own_key,
)
add(
    "bucket by the key of AWS",
    f"{S3}server_side_encryption_configuration",
    at(*DEFAULT, kms_master_key_id="alias/aws/s3"),
    _own_key,
)
add(
    "bucket without a named key",
    f"{S3}server_side_encryption_configuration",
    at(*DEFAULT, kms_master_key_id=None),
    _own_key,
)
drop("bucket encryption dropped", f"{S3}server_side_encryption_configuration", _own_key)
add("stream by the key of AWS", "aws_kinesis_stream", changed(kms_key_id="alias/aws/kinesis"))
add("stream unencrypted", "aws_kinesis_stream", changed(encryption_type="NONE", kms_key_id=None))
add("delivery destination without key", FIREHOSE, at("extended_s3_configuration", kms_key_arn=None))
add(
    "delivery stream unencrypted",
    FIREHOSE,
    changed(server_side_encryption=None),
    lambda b: "server_side_encryption" in b,
)
add(
    "delivery by a key of AWS",
    FIREHOSE,
    at("server_side_encryption", key_type="AWS_OWNED_CMK", key_arn=None),
    lambda b: "server_side_encryption" in b,
)
add("queue by the service's key", "aws_sqs_queue", changed(kms_master_key_id=None, sqs_managed_sse_enabled=True))
add("topic by the key of AWS", "aws_sns_topic", changed(kms_master_key_id="alias/aws/sns"))
add("function without key", FUNCTION, changed(kms_key_arn=None))
add("logs without key", "aws_cloudwatch_log_group", changed(kms_key_id=None))
add(
    "results by SSE-S3",
    "aws_athena_workgroup",
    at("configuration", "result_configuration", encryption_configuration={"encryption_option": "SSE_S3"}),
)
add("workgroup not enforced", "aws_athena_workgroup", at("configuration", enforce_workgroup_configuration=False))
add("key does not rotate", "aws_kms_key", changed(enable_key_rotation=False, rotation_period_in_days=None), _rotating)
add("key rotates seldom", "aws_kms_key", changed(rotation_period_in_days=2560), _rotating)
add("key deleted in a week", "aws_kms_key", changed(deletion_window_in_days=7), _rotating)
# Key policy
policy("key for everybody", "aws_kms_key", statement("Service|role", Principal="*"))
policy("key for another account", "aws_kms_key", lambda s: s.append({**s[0], "Principal": OTHER}))
policy("process administers the key", "aws_kms_key", statement("GenerateDataKey|Decrypt", Action="kms:*"))
policy(
    "key for the whole account",
    "aws_kms_key",
    lambda s: s.append(
        {**s[0], "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Condition": {}}
    ),
)
policy(
    "key service for any account", "aws_kms_key", statement("amazonaws.com|ViaService", Condition={}), "amazonaws.com"
)
# Identity
policy("any action on S3", ROLE, statement("s3:", Action="s3:*"), "s3:")
policy("any action on Firehose", ROLE, statement("firehose:", Action="firehose:*"), "firehose:")
policy("any read on S3", ROLE, statement("s3:GetObject", Action="s3:Get*"), "s3:GetObject")
policy("all buckets", ROLE, statement("s3:", Resource="arn:aws:s3:::*/*"), "s3:")
policy(
    "all streams",
    ROLE,
    statement("kinesis:", Resource="arn:aws:kinesis:eu-central-1:111122223333:stream/*"),
    "kinesis:",
)
policy(
    "everything, conditioned",
    ROLE,
    statement("s3:", Resource="*", Condition={"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}),
    "s3:",
)
policy(
    "action added to unscoped statement",
    ROLE,
    lambda s: next(i for i in s if i["Resource"] == "*" and i["Effect"] == "Allow")["Action"].append("s3:GetObject"),
    '"Resource": "\\*"|"Resource":"\\*"',
)
policy("by exclusion", ROLE, statement("s3:", Action=None, NotAction="iam:*"), "s3:")
policy("passes roles", ROLE, lambda s: s.append({"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}))
policy("trust of another account", "aws_iam_role", statement("", Principal=OTHER), argument="assume_role_policy")
policy("trust of everybody", "aws_iam_role", statement("", Principal={"AWS": "*"}), argument="assume_role_policy")
policy("trust of any service", "aws_iam_role", statement("", Principal={"Service": "*"}), argument="assume_role_policy")
add(
    "process no longer de-identifies",
    "aws_iam_role",
    lambda b: b["tags"].pop("deidentification"),
    lambda b: "deidentification" in b.get("tags", {}),
)
add("curated made public", BUCKET, lambda b: b["tags"].update(classification="public"), zone("curated"))
add("quarantine made public", BUCKET, lambda b: b["tags"].update(classification="public"), zone("quarantine"))
WEAKENINGS["administrator attached"] = lambda stack: stack.setdefault("aws_iam_role_policy_attachment", {}).update(
    x={"role": "orders-dev-transform", "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}
)
# Buckets
policy(
    "TLS statement dropped",
    f"{S3}policy",
    lambda s: s.__delitem__(next(i for i, item in enumerate(s) if "SecureTransport" in str(item))),
    "SecureTransport",
)
policy(
    "TLS only for objects",
    f"{S3}policy",
    lambda s: next(i for i in s if "SecureTransport" in str(i)).update(Resource="arn:aws:s3:::x/*"),
    "SecureTransport",
)
policy("TLS only for reads", f"{S3}policy", statement("SecureTransport", Action="s3:GetObject"), "SecureTransport")
policy("bucket for everybody", f"{S3}policy", lambda s: s.append(GRANT))
policy("bucket for another account", f"{S3}policy", lambda s: s.append({**GRANT, "Principal": OTHER}))
drop("bucket policy dropped", f"{S3}policy")
drop("public access block dropped", f"{S3}public_access_block")
add("public policies allowed", f"{S3}public_access_block", changed(block_public_policy=False))
add("access lists on", f"{S3}ownership_controls", at("rule", object_ownership="ObjectWriter"))
drop("ownership controls dropped", f"{S3}ownership_controls")
add("versioning suspended", f"{S3}versioning", at("versioning_configuration", status="Suspended"))
drop("versioning dropped", f"{S3}versioning")
drop("object lock dropped", f"{S3}object_lock_configuration")
add("object lock off", BUCKET, changed(object_lock_enabled=False), lambda b: b.get("object_lock_enabled"))
drop("access logs dropped", f"{S3}logging")
drop("lifecycle dropped", f"{S3}lifecycle_configuration")
add(
    "lifecycle off",
    f"{S3}lifecycle_configuration",
    lambda b: [rule.update(status="Disabled") for rule in (b["rule"] if isinstance(b["rule"], list) else [b["rule"]])],
)
add("bucket emptied on destroy", BUCKET, changed(force_destroy=True))
# Retention
add("stream keeps a day", "aws_kinesis_stream", changed(retention_period=24))
add("logs kept a week", "aws_cloudwatch_log_group", changed(retention_in_days=7))
add("logs kept for ever", "aws_cloudwatch_log_group", changed(retention_in_days=None))
add("failures kept an hour", "aws_sqs_queue", changed(message_retention_seconds=3600))
# Processing
add("concurrency unbounded", FUNCTION, changed(reserved_concurrent_executions=-1))
add("concurrency not reserved", FUNCTION, changed(reserved_concurrent_executions=None))
add("tracing passive", FUNCTION, changed(tracing_config={"mode": "PassThrough"}))
add("function outside the network", FUNCTION, changed(vpc_config=None))
add("failures go nowhere", MAPPING, changed(destination_config=None))
add("retries unbounded", MAPPING, changed(maximum_retry_attempts=-1))
add("no bisection", MAPPING, changed(bisect_batch_on_function_error=False))
add("no partial batches", MAPPING, changed(function_response_types=None))
add("no error prefix", FIREHOSE, at("extended_s3_configuration", error_output_prefix=None))
add("delivery not logged", FIREHOSE, at("extended_s3_configuration", cloudwatch_logging_options=None))
add(
    "small buffer",
    FIREHOSE,
    at("extended_s3_configuration", buffering_size=1),
    lambda b: "dynamic_partitioning_configuration" in inner(b, "extended_s3_configuration"),
)
add("delivery to another account", FIREHOSE, at("extended_s3_configuration", bucket_arn="arn:aws:s3:::somebody-elses"))
add("scan unbounded", "aws_athena_workgroup", at("configuration", bytes_scanned_cutoff_per_query=None))
# Network
add("way out opened", RULE, changed(referenced_security_group_id=None, prefix_list_id=None, cidr_ipv4=ALL))
add("way in opened", "aws_vpc_security_group_ingress_rule", changed(referenced_security_group_id=None, cidr_ipv4=ALL))
add(
    "half the world opened",
    RULE,
    changed(referenced_security_group_id=None, prefix_list_id=None, cidr_ipv4="128.0.0.0/1"),
)
add("all ports opened", RULE, changed(from_port=0, to_port=65535))
add("all protocols opened", RULE, changed(ip_protocol="-1", from_port=None, to_port=None))
add("endpoint policy dropped", "aws_vpc_endpoint", changed(policy=None))
policy("endpoint for everything", "aws_vpc_endpoint", lambda s: [item.pop("Condition", None) for item in s])
policy(
    "endpoint to any account",
    "aws_vpc_endpoint",
    lambda s: [c.pop("aws:ResourceAccount", None) for item in s for c in item.get("Condition", {}).values()],
    r"ResourceAccount",
)
add("public addresses", "aws_subnet", changed(map_public_ip_on_launch=True))
add("rejected traffic only", "aws_flow_log", changed(traffic_type="REJECT"))
drop("flow log dropped", "aws_flow_log")
drop("default group unmanaged", "aws_default_security_group")
WEAKENINGS["internet gateway"] = lambda stack: stack.setdefault("aws_internet_gateway", {}).update(
    x={"vpc_id": "vpc-1"}
)
WEAKENINGS["route to the internet"] = lambda stack: stack.setdefault("aws_route", {}).update(
    x={"route_table_id": "rtb-1", "destination_cidr_block": ALL, "nat_gateway_id": "nat-1"}
)
# Monitoring
for metric in (
    "IteratorAge",
    "Errors",
    "Throttles",
    "DeliveryToS3.DataFreshness",
    "ApproximateNumberOfMessagesVisible",
):
    drop(
        f"alarm on {metric} dropped", "aws_cloudwatch_metric_alarm", lambda b, metric=metric: b["metric_name"] == metric
    )
add("alarm notifies nobody", "aws_cloudwatch_metric_alarm", changed(alarm_actions=[]))
add("alarm off", "aws_cloudwatch_metric_alarm", changed(actions_enabled=False))
policy("topic for everybody", "aws_sns_topic_policy", lambda s: s.append({**s[0], "Principal": "*", "Condition": {}}))
add("owner untold", BUCKET, lambda b: b.setdefault("tags", {}).update(owner=""))

# Ways around what the stack says about itself
drop("queue policy dropped", "aws_sqs_queue_policy")
policy(
    "trust of a service for any account",
    "aws_iam_role",
    lambda s: s[0].pop("Condition"),
    "SourceAccount",
    "assume_role_policy",
)
add("function under a foreign role", FUNCTION, changed(role="arn:aws:iam::111122223333:role/administrator"))
add("key policy may lock out", "aws_kms_key", changed(bypass_policy_lockout_safety_check=True))
add(
    "objects expire tomorrow",
    f"{S3}lifecycle_configuration",
    lambda b: [
        rule["expiration"].update(days=1)
        for rule in (b["rule"] if isinstance(b["rule"], list) else [b["rule"]])
        if "expiration" in rule
    ],
)
