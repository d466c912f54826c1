"""
Corrections of moto for what holds data, and for its keys: buckets, queues, KMS. See `amendments`.
"""

from __future__ import annotations

import json
from typing import Any

from moto.iam.access_control import PermissionResult
from moto.kms.responses import KmsResponse
from moto.s3.models import FakeBucket, S3Backend
from moto.sqs.models import Queue

from workflow.emulator.iam_policy import Principal, Question, decide
from workflow.emulator.request_context import lookup_in

DEFAULT_ROTATION_DAYS = 365


def leave_bucket_policies_to_the_authorizer() -> None:
    """
    Every object is refused (403) once the bucket's policy has the usual deny of plain HTTP.

    moto 5.2.5 asks bucket policies without a request context and takes most conditions for met; ours has decided before.
    """
    FakeBucket.get_permission = lambda *_: PermissionResult.PERMITTED


def judge_log_delivery() -> None:
    """
    `aws_s3_bucket_logging`: HTTP 500 when a statement of the log bucket's policy has the principal `*`.

    moto 5.2.5 looks for one literal statement that lets the log delivery service write; ours is decided like any policy.
    """

    def permitted(source: Any, *, target_bucket: Any, target_prefix: str | None) -> bool:
        if not target_bucket.policy:
            return False
        context = {
            "aws:principalisawsservice": "true",
            "aws:securetransport": "true",
            "aws:sourceaccount": source.account_id,
            "aws:sourcearn": source.arn,
            "s3:tlsversion": "1.2",
        }
        question = Question(
            principal=Principal(source.account_id, arn="", service="logging.s3.amazonaws.com"),
            action="s3:PutObject",
            resource=f"{target_bucket.arn}/{target_prefix or ''}log",
            context=lookup_in(context),
            resource_policy=json.loads(target_bucket.policy),
        )
        return decide(question).allowed

    FakeBucket._log_permissions_enabled_policy = permitted  # noqa: SLF001


def deliver_no_access_logs() -> None:
    """
    Destroy: the log bucket is not empty (409), since moto 5.2.5 logs every request at once, also those of the destroy.

    AWS delivers access logs hours later, so none arrive here.
    """
    S3Backend.log_incoming_request = lambda *_: None


def keep_rotation_period() -> None:
    """`aws_kms_key`: `rotation_period_in_days` differs on every plan; moto 5.2.5 drops the period."""
    enable = KmsResponse.enable_key_rotation

    def enable_key_rotation(self: Any) -> str:
        answer = enable(self)
        days = self._get_param("RotationPeriodInDays") or DEFAULT_ROTATION_DAYS
        _key(self).rotation_period_in_days = int(days)
        return str(answer)

    def get_key_rotation_status(self: Any) -> str:
        key = _key(self)
        status = {"KeyId": key.id, "KeyRotationEnabled": key.key_rotation_status}
        if key.key_rotation_status:
            status["RotationPeriodInDays"] = getattr(key, "rotation_period_in_days", DEFAULT_ROTATION_DAYS)
        return json.dumps(status)

    KmsResponse.enable_key_rotation = enable_key_rotation
    KmsResponse.get_key_rotation_status = get_key_rotation_status


def _key(response: Any) -> Any:
    key_id = response._get_param("KeyId")  # noqa: SLF001
    response._validate_cmk_id(key_id)  # noqa: SLF001
    backend = response.kms_backend
    return backend.keys[backend.get_key_id(key_id)]


def write_redrive_policy_compactly() -> None:
    """`aws_sqs_queue`: `redrive_policy` differs on every plan; moto 5.2.5 answers it with spaces, AWS without."""
    read = Queue.attributes.fget

    def attributes(self: Any) -> dict[str, Any]:
        found: dict[str, Any] = read(self)
        if found.get("RedrivePolicy"):
            found["RedrivePolicy"] = json.dumps(json.loads(found["RedrivePolicy"]), separators=(",", ":"))
        return found

    Queue.attributes = property(attributes)


def keep_redrive_allow_policy() -> None:
    """
    `aws_sqs_queue`: an apply waits for `redrive_allow_policy` in vain; moto 5.2.5 does not answer the attribute.

    Like the redrive policy it is answered without spaces, as AWS does.
    """
    read = Queue.attributes.fget

    def attributes(self: Any) -> dict[str, Any]:
        found: dict[str, Any] = read(self)
        allowed = getattr(self, "redrive_allow_policy", None)
        if allowed:
            found["RedriveAllowPolicy"] = json.dumps(json.loads(allowed), separators=(",", ":"))
        return found

    Queue.attributes = property(attributes)
