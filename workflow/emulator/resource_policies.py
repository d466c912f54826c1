"""
The resource-based policies the emulator holds, and what keys are called.
"""

from __future__ import annotations

import json
from typing import Any

from moto.iam import iam_backends
from moto.kms import kms_backends
from moto.kms.models import Key
from moto.s3 import s3_backends
from moto.sns import sns_backends
from moto.sqs import sqs_backends

from workflow.emulator.iam_policy import Policy
from workflow.emulator.need import Need
from workflow.emulator.request import Call


def _document(text: str | bytes | None) -> Policy | None:
    return json.loads(text) if text else None


def bucket_policy(call: Call, bucket: str) -> Policy | None:
    found = s3_backends[call.account_id][call.partition].buckets.get(bucket)
    return _document(found.policy) if found else None


def queue_policy(call: Call, arn: str) -> Policy | None:
    for queue in list(sqs_backends[call.account_id][call.region].queues.values()):
        if queue.queue_arn == arn:
            return _document(queue.policy)
    return None


def topic_policy(call: Call, arn: str) -> Policy | None:
    topic = sns_backends[call.account_id][call.region].topics.get(arn)
    return _document(topic.policy) if topic else None


def role_by_arn(account_id: str, partition: str, arn: str) -> Any:
    """The role, or `None`."""
    roles = iam_backends[account_id][partition].get_roles()
    return next((role for role in roles if role.arn == arn), None)


def trust_policy(call: Call, arn: str) -> Policy | None:
    role = role_by_arn(call.account_id, call.partition, arn)
    return _document(role.assume_role_policy_document) if role else None


def find_key(call: Call, name: str) -> Key | None:
    """A key by its id, ARN, alias or alias ARN; `None` for one that is not here."""
    backend = kms_backends[call.account_id][call.region]
    resource = name.rpartition(":")[2]
    if resource.startswith("alias/"):
        return next((key for key in list(backend.keys.values()) if resource in key.aliases), None)
    return backend.keys.get(resource.removeprefix("key/"))


def key_need(call: Call, key: Key, action: str, **context: Any) -> Need:
    """The need for *action* on *key*: its key policy decides."""
    return Need(
        action=f"kms:{action}",
        resource=key.arn,
        policy=_document(key.policy),
        policy_decides=True,
        context={
            "kms:calleraccount": call.account_id,
            "kms:resourcealiases": sorted(key.aliases),
            "kms:keyspec": str(key.key_spec),
            "kms:keyusage": str(key.key_usage),
            "kms:keyorigin": str(key.origin),
            "kms:multiregion": str(key.multi_region).lower(),
            **context,
        },
    )


def encryption_context(pairs: dict[str, str]) -> dict[str, Any]:
    """The condition keys of a KMS encryption context."""
    given = {f"kms:encryptioncontext:{name.lower()}": value for name, value in pairs.items()}
    return {**given, "kms:encryptioncontextkeys": sorted(pairs)}
