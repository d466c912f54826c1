"""
A finding of the gate that is accepted for a while.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from modules.params import Email, Params


class Waiver(Params):
    """One finding, on one resource, that somebody other than its owner has approved until a date."""

    control: Annotated[str, Field(pattern=r"^(CKV2?_AWS_[0-9]+|MR_[A-Z0-9]+_[0-9]+)$")]
    """Id of the check that finds it, such as CKV_AWS_144."""

    resource: Annotated[str, Field(pattern=r"^[a-z0-9_]+\.[A-Za-z0-9_-]+$")]
    """Address of the resource, exactly as the finding prints it."""

    reason: Annotated[str, Field(min_length=20, max_length=1_000)]
    """Why the finding is acceptable, in 20 to 1000 characters."""

    owner: Email
    """Mail address of who answers for the waiver."""

    approver: Email
    """Mail address of who approved it; not the owner."""

    ticket: Annotated[str, Field(min_length=1, max_length=200)]
    """Where the decision is recorded."""

    expires: date
    """Last day of the waiver, as in 2026-11-23; at most 180 days ahead."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{16,64}$")]
    """Digest of what the finding is about, as the finding prints it; another setting needs another waiver."""
