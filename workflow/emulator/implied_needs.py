"""
What services ask for on the caller's behalf: the use of a key, the handing over of a role.

The key of an AWS-managed alias (`alias/aws/...`) lets every caller of its service use it, so nothing is asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from moto.dynamodb import dynamodb_backends
from moto.kinesis import kinesis_backends
from moto.kms.models import Key
from moto.s3 import s3_backends
from moto.secretsmanager import secretsmanager_backends
from moto.sns import sns_backends
from moto.sqs import sqs_backends

from workflow.emulator.need import Need
from workflow.emulator.request import Call
from workflow.emulator.resource_policies import bucket_policy, encryption_context, find_key, key_need
from workflow.emulator.resource_s3 import copy_source
from workflow.emulator.resource_special import dynamodb_tables, kinesis_stream, queue, table_stream

TRAIL_SERVICE = "cloudtrail.amazonaws.com"
READ = ("Decrypt",)
WRITE = ("GenerateDataKey",)
BOTH = ("Decrypt", "GenerateDataKey")

S3_READS = frozenset({"GetObject", "SelectObjectContent"})
S3_UPLOADS: Mapping[str, Sequence[str]] = {
    "PutObject": WRITE,
    "CopyObject": WRITE,
    "CreateMultipartUpload": WRITE,
    "UploadPart": READ,  # with the data key that was made for the whole
    "UploadPartCopy": READ,
    "CompleteMultipartUpload": READ,
}
KINESIS_ACTIONS = {"PutRecord": WRITE, "PutRecords": WRITE, "GetRecords": READ, "SubscribeToShard": READ}
SQS_ACTIONS = {"SendMessage": BOTH, "SendMessageBatch": BOTH, "ReceiveMessage": READ}
TABLE_ACTIONS = frozenset(
    {
        *("BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "GetRecords", "PutItem", "Query", "Scan"),
        *("TransactGetItems", "TransactWriteItems", "UpdateItem"),
    }
)
TABLE_KEY_ACTIONS = ("Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo")
SNS_ACTIONS = {"Publish": BOTH, "PublishBatch": BOTH}
SECRET_ACTIONS = {"GetSecretValue": READ, "PutSecretValue": BOTH, "UpdateSecret": BOTH}

# (service, operation) -> the service a role is handed to
PASSED_TO = {
    ("cloudtrail", "CreateTrail"): "cloudtrail.amazonaws.com",
    ("cloudtrail", "UpdateTrail"): "cloudtrail.amazonaws.com",
    ("lambda", "CreateFunction"): "lambda.amazonaws.com",
    ("lambda", "UpdateFunctionConfiguration"): "lambda.amazonaws.com",
    ("firehose", "CreateDeliveryStream"): "firehose.amazonaws.com",
    ("firehose", "UpdateDestination"): "firehose.amazonaws.com",
    ("ec2", "CreateFlowLogs"): "vpc-flow-logs.amazonaws.com",
    ("events", "PutTargets"): "events.amazonaws.com",
    ("glue", "CreateJob"): "glue.amazonaws.com",
    ("glue", "CreateCrawler"): "glue.amazonaws.com",
    ("stepfunctions", "CreateStateMachine"): "states.amazonaws.com",
}
ROLE_PARAMETERS = frozenset(
    {"Role", "RoleArn", "RoleARN", "roleArn", "DeliverLogsPermissionArn", "CloudWatchLogsRoleArn"}
)


def implied_needs(call: Call) -> Iterator[Need]:
    if call.service in KEY_USES:
        yield from KEY_USES[call.service](call)
    receiver = PASSED_TO.get((call.service, call.operation))
    if receiver:
        for role in dict.fromkeys(_roles(call.parameters)):
            yield Need("iam:PassRole", role, context={"iam:passedtoservice": receiver})


def _roles(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            if name in ROLE_PARAMETERS and isinstance(item, str) and item:
                yield item
            else:
                yield from _roles(item)
    elif isinstance(value, list):
        for item in value:
            yield from _roles(item)


def _key_needs(
    call: Call, name: str | None, actions: Sequence[str], pairs: dict[str, str], **context: Any
) -> Iterator[Need]:
    """The service uses the key for the caller, so the key sees `kms:ViaService`."""
    if not name or "alias/aws/" in name:
        return
    key: Key | None = find_key(call, name)
    via = {
        "kms:viaservice": f"{call.service}.{call.region}.amazonaws.com",
        "aws:viaawsservice": "true",
        **encryption_context(pairs),
        **context,
    }
    for action in actions:
        if key is None:
            yield Need(f"kms:{action}", call.arn(f"key/{name}", service="kms"), policy={}, policy_decides=True)
        else:
            yield key_need(call, key, action, **via)


def _s3(call: Call) -> Iterator[Need]:
    bucket, key = call.parameters.get("Bucket", ""), call.parameters.get("Key", "")
    if call.operation in S3_READS:
        yield from _s3_read(call, bucket, key, call.parameters.get("versionId"))
    uploads = S3_UPLOADS.get(call.operation, ())
    yield from _key_needs(call, _upload_key(call, bucket), uploads, _s3_context(call, bucket, key))
    source = copy_source(call)
    if source:
        yield from _s3_read(call, *source)


def _s3_read(call: Call, bucket: str, key: str, version: Any) -> Iterator[Need]:
    yield from _key_needs(call, _object_key(call, bucket, key, version), READ, _s3_context(call, bucket, key))


def _s3_context(call: Call, bucket: str, key: str) -> dict[str, str]:
    found = s3_backends[call.account_id][call.partition].buckets.get(bucket)
    rule = (found.encryption or {}).get("Rule", {}) if found else {}
    bucket_key = str(rule.get("BucketKeyEnabled", "false")).lower() == "true"
    resource = bucket if bucket_key else f"{bucket}/{key}"
    return {"aws:s3:arn": call.arn(resource, region="", account_id="")}


def _object_key(call: Call, bucket: str, key: str, version: Any) -> str | None:
    """The key an existing object is encrypted with."""
    found = s3_backends[call.account_id][call.partition].buckets.get(bucket)
    versions = found.keys.getlist(key, []) if found else []
    held = [item for item in versions if version in (None, getattr(item, "version_id", None))]
    return getattr(held[-1], "kms_key_id", None) if held else None


def _upload_key(call: Call, bucket: str) -> str | None:
    """The key a new object is encrypted with: that of the request, else the bucket's."""
    algorithm = call.headers.get("x-amz-server-side-encryption")
    if algorithm is not None:
        named = call.headers.get("x-amz-server-side-encryption-aws-kms-key-id")
        return (named or _bucket_key(call, bucket)) if algorithm.startswith("aws:kms") else None
    return _bucket_key(call, bucket)


def _bucket_key(call: Call, bucket: str) -> str | None:
    found = s3_backends[call.account_id][call.partition].buckets.get(bucket)
    rule = (found.encryption or {}).get("Rule", {}) if found else {}
    name = rule.get("ApplyServerSideEncryptionByDefault", {}).get("KMSMasterKeyID")
    return str(name) if name else None


def _cloudtrail(call: Call) -> Iterator[Need]:
    """CloudTrail tries its key and its bucket when a trail is made, so their policies must name the service and the trail."""
    if call.operation not in ("CreateTrail", "UpdateTrail"):
        return
    trail = call.arn(f"trail/{call.parameters['Name'].rpartition('/')[2]}")
    source = {"aws:sourcearn": trail}
    key = find_key(call, call.parameters.get("KmsKeyId") or "")
    if key is not None:
        context = encryption_context({"aws:cloudtrail:arn": trail}) | source
        yield replace(
            key_need(call, key, "GenerateDataKey", **context),
            service_principal=TRAIL_SERVICE,
            refused_as="InsufficientEncryptionPolicyException",
        )
    bucket = call.parameters.get("S3BucketName")
    if bucket:
        written = call.arn(f"{bucket}/AWSLogs/{call.account_id}/CloudTrail/", service="s3", region="", account_id="")
        yield Need(
            "s3:PutObject",
            written,
            policy=bucket_policy(call, bucket),
            policy_decides=True,
            context={**source, "s3:x-amz-acl": "bucket-owner-full-control", "s3:tlsversion": "1.2"},
            service_principal=TRAIL_SERVICE,
            refused_as="InsufficientS3BucketPolicyException",
        )


def _kinesis(call: Call) -> Iterator[Need]:
    arn = (
        call.parameters.get("StreamARN")
        or (kinesis_stream(call) or [call.arn(f"stream/{call.parameters.get('StreamName')}")])[0]
    )
    stream = kinesis_backends[call.account_id][call.region].streams.get(arn.rpartition("/")[2])
    if stream is not None and stream.encryption_type == "KMS":
        yield from _key_needs(call, stream.key_id, KINESIS_ACTIONS.get(call.operation, ()), {"aws:kinesis:arn": arn})


def _sqs(call: Call) -> Iterator[Need]:
    for arn in queue(call):
        for held in list(sqs_backends[call.account_id][call.region].queues.values()):
            if held.queue_arn == arn:
                yield from _key_needs(
                    call, held.kms_master_key_id, SQS_ACTIONS.get(call.operation, ()), {"aws:sqs:arn": arn}
                )


def _sns(call: Call) -> Iterator[Need]:
    arn = call.parameters.get("TopicArn", "")
    topic = sns_backends[call.account_id][call.region].topics.get(arn)
    if topic is not None:
        yield from _key_needs(
            call, topic.kms_master_key_id, SNS_ACTIONS.get(call.operation, ()), {"aws:sns:topicArn": arn}
        )


def _secret(call: Call) -> Iterator[Need]:
    held = secretsmanager_backends[call.account_id][call.region].secrets
    name = call.parameters.get("SecretId", "")
    if name in held:
        secret = held[name]
        yield from _key_needs(
            call, secret.kms_key_id, SECRET_ACTIONS.get(call.operation, ()), {"SecretARN": secret.arn}
        )


def _firehose(call: Call) -> Iterator[Need]:
    """Firehose takes a grant from whoever sets the key; those who put records need nothing."""
    encryption = call.parameters.get("DeliveryStreamEncryptionConfigurationInput", {})
    arn = call.arn(f"deliverystream/{call.parameters.get('DeliveryStreamName')}")
    if call.operation in ("CreateDeliveryStream", "StartDeliveryStreamEncryption"):
        yield from _key_needs(
            call,
            encryption.get("KeyARN"),
            ("CreateGrant",),
            {"aws:firehose:arn": arn},
            **{"kms:grantisforawsresource": "true"},
        )


def _lambda(call: Call) -> Iterator[Need]:
    """Lambda encrypts the variables for whoever sets the key, and takes a grant for the function's own start."""
    name = call.parameters.get("KMSKeyArn")
    function = call.parameters.get("FunctionName", "").rpartition(":")[2]
    pairs = {"aws:lambda:FunctionArn": call.arn(f"function:{function}")}
    yield from _key_needs(call, name, ("CreateGrant", "Encrypt"), pairs, **{"kms:grantisforawsresource": "true"})


def _dynamodb(call: Call) -> Iterator[Need]:
    """DynamoDB opens the table for whoever reads or writes items; whoever makes one hands it a grant of the key."""
    tables = dynamodb_backends[call.account_id][call.region].tables
    name = _table_name(call)
    made = call.operation in ("CreateTable", "UpdateTable")
    held = getattr(tables.get(name), "sse_specification", None) or {}
    key = (call.parameters.get("SSESpecification") if made else held) or {}
    pairs = {"aws:dynamodb:tableName": name, "aws:dynamodb:subscriberId": call.account_id}
    through = replace(call, service="dynamodb")
    named = key.get("KMSMasterKeyId")
    if made:
        grant = {"kms:grantisforawsresource": "true"}
        yield from _key_needs(through, named, ("CreateGrant",), pairs, **grant)
        yield from _key_needs(through, named, TABLE_KEY_ACTIONS, pairs)
    elif call.operation in TABLE_ACTIONS:
        yield from _key_needs(through, named, READ, pairs)


def _table_name(call: Call) -> str:
    arns = table_stream(call) if call.service == "dynamodbstreams" else dynamodb_tables(call)
    named = arns[0] if arns else str(call.parameters.get("TableName", ""))
    return named.partition(":table/")[2].partition("/")[0] or named


def _logs(call: Call) -> Iterator[Need]:
    """CloudWatch Logs uses the key itself, so the key policy must name the service."""
    name = call.parameters.get("kmsKeyId")
    key = find_key(call, name) if name else None
    if key is not None:
        group = call.arn(f"log-group:{call.parameters.get('logGroupName')}")
        service = f"logs.{call.region}.amazonaws.com"
        need = key_need(call, key, "GenerateDataKey", **encryption_context({"aws:logs:arn": group}))
        yield Need(
            need.action,
            need.resource,
            need.policy,
            policy_decides=True,
            context=need.context,
            service_principal=service,
        )


KEY_USES: Mapping[str, Callable[[Call], Iterator[Need]]] = {
    "cloudtrail": _cloudtrail,
    "dynamodb": _dynamodb,
    "dynamodbstreams": _dynamodb,
    "firehose": _firehose,
    "kinesis": _kinesis,
    "lambda": _lambda,
    "logs": _logs,
    "s3": _s3,
    "secretsmanager": _secret,
    "sns": _sns,
    "sqs": _sqs,
}
