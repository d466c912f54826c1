"""
Protection profiles: what the classification of a store decides about its protection. Never chosen by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from modules.dataflow import Classification

EVERY_PERSONA = frozenset({"owner", "engineer", "analyst", "ml_engineer", "auditor"})


@dataclass(frozen=True)
class Profile:
    """How stores of one class are protected."""

    own_key: bool
    """A customer managed key for each store, instead of the pipeline's."""

    key_rotation_days: int
    """Days between rotations of the key material; KMS takes 90 to 2560 (`RotationPeriodInDays`)."""

    log_retention_days: int
    """Days that logs about the data are kept; one of the values CloudWatch Logs takes."""

    stream_retention_hours: int
    """Least hours that a stream keeps records, so that a weekend's fault loses none; Kinesis takes 24 to 8760."""

    object_lock: bool
    """Raw data cannot be overwritten or deleted before the environment's lock ends."""

    compliance_lock: bool
    """The lock is in compliance mode where the environment has confirmed that this is irreversible."""

    backed_up: bool
    """The environment's baseline makes backups of stores."""

    endpoint_only: bool
    """Data actions only through the pipeline's endpoints, by AWS services for it, or by principals of the graph."""

    audit: tuple[Literal["reads", "writes"], ...]
    """Object-level events that the audit trail records."""

    discovery: Literal["weekly", "daily"] | None
    """How often stores are searched for sensitive data."""

    bucket_prefix: str
    """
    What the names of its buckets start with, so that a rule for the whole account can tell data of one class by its ARN.
    """

    persona_readers: frozenset[str]
    """The personas who may read."""


PROFILES: dict[Classification, Profile] = {
    Classification.PUBLIC: Profile(
        own_key=False,
        key_rotation_days=365,
        log_retention_days=90,
        stream_retention_hours=24,
        object_lock=False,
        compliance_lock=False,
        backed_up=False,
        endpoint_only=False,
        audit=(),
        discovery=None,
        bucket_prefix="pub-",
        persona_readers=EVERY_PERSONA,
    ),
    Classification.INTERNAL: Profile(
        own_key=False,
        key_rotation_days=365,
        log_retention_days=180,
        stream_retention_hours=24,
        object_lock=False,
        compliance_lock=False,
        backed_up=False,
        endpoint_only=False,
        audit=("writes",),
        discovery=None,
        bucket_prefix="int-",
        persona_readers=frozenset({"owner", "engineer", "analyst", "ml_engineer"}),
    ),
    Classification.CONFIDENTIAL: Profile(
        own_key=False,
        key_rotation_days=180,
        log_retention_days=365,
        stream_retention_hours=72,
        object_lock=True,
        compliance_lock=False,
        backed_up=True,
        endpoint_only=True,
        audit=("reads", "writes"),
        discovery="weekly",
        bucket_prefix="con-",
        persona_readers=frozenset({"owner", "engineer"}),
    ),
    Classification.RESTRICTED: Profile(
        own_key=True,
        key_rotation_days=90,
        log_retention_days=2557,
        stream_retention_hours=168,
        object_lock=True,
        compliance_lock=True,
        backed_up=True,
        endpoint_only=True,
        audit=("reads", "writes"),
        discovery="daily",
        bucket_prefix="res-",
        persona_readers=frozenset({"owner"}),
    ),
}
