"""
Who calls: the user or role session behind an access key, with its identity policies; and credentials for a role.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from moto.core.utils import utcnow
from moto.iam import iam_backends
from moto.sts import sts_backends

from workflow.emulator.iam_policy import Policy, Principal
from workflow.emulator.request import Signature
from workflow.emulator.resource_policies import role_by_arn

SESSION_SECONDS = 12 * 60 * 60  # the longest a role session lasts on AWS
RENEW_BEFORE = timedelta(hours=1)


class UnknownCallerError(Exception):
    """No user and no live session has this access key."""


def principal_of(signature: Signature, account_id: str, partition: str) -> Principal:
    for session in reversed(sts_backends[account_id][partition].assumed_roles):
        if session.access_key_id == signature.access_key:
            return _session_principal(session, signature, account_id, partition)
    for user in list(iam_backends[account_id][partition].users.values()):
        if any(key.access_key_id == signature.access_key for key in user.access_keys):
            groups = iam_backends[account_id][partition].get_groups_for_user(user.name)
            policies = [document for holder in (user, *groups) for document in _documents(holder)]
            return Principal(
                account_id,
                user.arn,
                session_arn=user.arn,
                policies=policies,
                boundary=_boundary(user, account_id, partition),
                unique_id=user.id,
            )
    raise UnknownCallerError(f"the access key {signature.access_key} belongs to nobody")


def _session_principal(session: Any, signature: Signature, account_id: str, partition: str) -> Principal:
    role = role_by_arn(account_id, partition, session.role_arn)
    if role is None:
        raise UnknownCallerError(f"the role {session.role_arn} does not exist")
    if session.session_token != signature.token:
        raise UnknownCallerError(f"the session token does not belong to the access key {signature.access_key}")
    if session.expiration < utcnow():
        raise UnknownCallerError(f"the session of {session.role_arn} has expired")
    return Principal(
        account_id=account_id,
        arn=role.arn,
        session_arn=session.arn,
        policies=[*_documents(role)],
        boundary=_boundary(role, account_id, partition),
        tags={tag["Key"]: tag["Value"] for tag in role.tags},
        unique_id=session.user_id,
    )


def _documents(holder: Any) -> Iterator[Policy]:
    """Inline and attached policies of a user, a group or a role."""
    for text in list(holder.policies.values()):
        yield json.loads(text)
    for managed in list(holder.managed_policies.values()):
        yield json.loads(next(version.document for version in managed.versions if version.is_default))


def _boundary(holder: Any, account_id: str, partition: str) -> Policy | None:
    """The document of the boundary of a user or a role; refuses everything when the policy is not there."""
    arn = getattr(holder, "permissions_boundary_arn", None)
    if not arn:
        return None
    held = iam_backends[account_id][partition].managed_policies.get(arn)
    if held is None:
        return {"Version": "2012-10-17", "Statement": []}
    document: Policy = json.loads(next(version.document for version in held.versions if version.is_default))
    return document


class Credentials:
    """Sessions of roles made inside the process: for service roles, whose trust policy lets no caller assume them."""

    def __init__(self, account_id: str, region: str, partition: str) -> None:
        self._account_id, self._region, self._partition = account_id, region, partition
        self._held: dict[str, Any] = {}

    def of(self, role_arn: str) -> dict[str, str]:
        """`aws_access_key_id`, `aws_secret_access_key` and `aws_session_token` of a session of the role."""
        if role_by_arn(self._account_id, self._partition, role_arn) is None:
            raise UnknownCallerError(f"the role {role_arn} does not exist")
        held = self._held.get(role_arn)
        if held is None or held.expiration - utcnow() < RENEW_BEFORE:
            held = self._held[role_arn] = self._open(role_arn)
        return {
            "aws_access_key_id": held.access_key_id,
            "aws_secret_access_key": held.secret_access_key,
            "aws_session_token": held.session_token,
        }

    def _open(self, role_arn: str) -> Any:
        return sts_backends[self._account_id][self._partition].assume_role(
            region_name=self._region,
            role_session_name="millrace",
            role_arn=role_arn,
            policy="",
            duration=SESSION_SECONDS,
            external_id="",
        )
