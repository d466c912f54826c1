"""
What somebody other than its owner has approved until a date: a finding of the gate, or a change that takes protection away.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from modules.params import Email, Params

CHANGES = "MR_CHANGE_"
"""How the ids of findings about a change start; they are accepted by a consent and by no waiver."""


def _no_change(control: str) -> str:
    if control.startswith(CHANGES):
        raise ValueError("is about a change; write it under `consents`, in the same form")
    return control


class Approval(Params):
    """The approval of one thing on one resource, until a date."""

    resource: Annotated[str, Field(pattern=r"^[a-z0-9_]+\.[A-Za-z0-9_-]+$")]
    """Address of the resource, exactly as the finding prints it."""

    reason: Annotated[str, Field(min_length=20, max_length=1_000)]
    """Why it is acceptable, in 20 to 1000 characters."""

    owner: Email
    """Mail address of who answers for it."""

    approver: Email
    """Mail address of who approved it; not the owner."""

    ticket: Annotated[str, Field(min_length=1, max_length=200)]
    """Where the decision is recorded."""

    expires: date
    """Last day on which it holds, as in 2026-11-23; at most 180 days ahead."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{16,64}$")]
    """Digest of what the finding is about, as the finding prints it; another setting, or another change, needs another one."""


class Waiver(Approval):
    """One finding, on one resource, that somebody other than its owner has approved until a date."""

    control: Annotated[str, Field(pattern=r"^(CKV2?_AWS_[0-9]+|MR_[A-Z0-9]+_[0-9]+)$"), AfterValidator(_no_change)]
    """Id of the check that finds it, such as CKV_AWS_144."""


class Consent(Approval):
    """One change that takes data or protection away, that somebody other than its owner has approved until a date."""

    control: Annotated[str, Field(pattern=r"^MR_CHANGE_[0-9]+$")]
    """MR_CHANGE_1 for a store that is replaced or deleted, MR_CHANGE_2 for protection that is weakened."""
