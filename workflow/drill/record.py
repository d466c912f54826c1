"""
What CloudTrail would record of calls that are made with boto3.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import boto3

GLOBAL_REGION: Final = {"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-north-1"}
"""Where services without a region record their events, by partition (CloudTrail User Guide, "Global service events")."""

GLOBAL_SERVICES: Final = frozenset({"iam", "organizations", "cloudfront"})

RENAMED: Final = {("s3", "Bucket"): "bucketName"}
"""Parameters that CloudTrail calls otherwise than boto3 does, the first letter aside."""

EVENT_NAMES: Final = {
    "DeletePublicAccessBlock": "DeleteBucketPublicAccessBlock",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "PutBucketLifecycleConfiguration": "PutBucketLifecycle",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
}
"""What S3's operations are called in CloudTrail (S3 User Guide, "Amazon S3 CloudTrail events"), where the names differ."""

Record = dict[str, Any]


def record_calls(session: boto3.Session, partition: str, records: list[Record]) -> None:
    """
    Let *records* grow by one CloudTrail record for every call that a client of *session* makes from now on.

    A refused call is recorded as well, with its `errorCode`.
    """
    asked: dict[str, Any] = {}
    who = identity(session)

    def remember(params: dict[str, Any], **_: Any) -> None:
        asked.clear()
        asked.update(params)

    def answered(parsed: dict[str, Any], model: Any, **_: Any) -> None:
        service = model.service_model
        source = service.metadata["endpointPrefix"].partition(".")[0]
        refused = parsed.get("Error", {}).get("Code")
        elsewhere = service.service_name in GLOBAL_SERVICES
        records.append(
            {
                "eventVersion": "1.10",
                "eventID": str(uuid.uuid4()),
                "eventTime": datetime.now(UTC).isoformat(timespec="seconds"),
                "eventSource": f"{source}.amazonaws.com",
                "eventType": "AwsApiCall",
                "eventName": EVENT_NAMES.get(model.name, model.name) if source == "s3" else model.name,
                "awsRegion": GLOBAL_REGION[partition] if elsewhere else session.region_name,
                "userIdentity": who,
                "requestParameters": {_renamed(source, name): value for name, value in asked.items()},
                **({"errorCode": refused} if refused else {}),
            }
        )

    session.events.register("before-parameter-build", remember)
    session.events.register("after-call", answered)


def identity(session: boto3.Session) -> dict[str, Any]:
    """`userIdentity` of the calls of *session*."""
    caller = session.client("sts").get_caller_identity()
    arn = caller["Arn"]
    resource = arn.split(":", 5)[5]
    kind, _, rest = resource.partition("/")
    known = {"type": "Root", "arn": arn, "accountId": caller["Account"], "principalId": caller["UserId"]}
    if kind == "user":
        return known | {"type": "IAMUser", "userName": rest.rpartition("/")[2]}
    if kind == "assumed-role":
        role = arn.replace(":sts:", ":iam:").replace("assumed-role", "role").rpartition("/")[0]
        issuer = {"type": "Role", "arn": role, "accountId": caller["Account"], "userName": rest.partition("/")[0]}
        return known | {"type": "AssumedRole", "sessionContext": {"sessionIssuer": issuer}}
    return known


def _renamed(source: str, name: str) -> str:
    return RENAMED.get((source, name), name[0].lower() + name[1:])
