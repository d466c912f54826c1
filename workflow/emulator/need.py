"""
One permission a call needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workflow.emulator.iam_policy import Policy


@dataclass(frozen=True)
class Need:
    """A call is allowed when every need of it is; each is decided on its own."""

    action: str
    """As policies write it, `s3:GetObject`."""
    resource: str | None
    """An ARN, `*` for an action AWS does not scope, `None` where the request does not tell."""
    policy: Policy | None = None
    """The resource-based policy, where the resource has one."""
    policy_decides: bool = False
    """True for keys and roles: without the resource-based policy nobody is allowed."""
    context: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    """Condition keys in lower case that hold for this need alone."""
    service_principal: str = ""
    """Set when an AWS service, not the caller, must be allowed: `logs.eu-central-1.amazonaws.com`."""
    refused_as: str = ""
    """The error code of the refusal, where AWS does not answer "access denied"."""
