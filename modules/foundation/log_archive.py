"""
Where the audit records of an account are kept: who did what.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from modules.errors import InputError
from modules.foundation.archive_bucket import ArchiveBucket, Delivery
from modules.foundation.key import Key, KeyParams
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.log_bucket import LogBucket


class LogArchiveParams(Params):
    archive_retention_days: Annotated[int, Field(ge=365, le=36_500)] = 2_557
    """Days that audit records are kept, 365 to 36500; not less than the environment's object lock."""


class LogArchive(Construct):
    """
    A bucket that nobody deletes from, under a key of its own, and the bucket of its access logs. Records are locked as the
    environment says, from the moment they arrive.
    """

    def __init__(self, scope: Construct, id: str, params: LogArchiveParams, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        place = pipeline.environment
        days = params.archive_retention_days
        if days < place.immutability.days:
            raise InputError(
                f"parameters.archive.archive_retention_days: audit records are locked for {place.immutability.days} days by "
                f"the environment, so they cannot expire after {days}; allowed are {place.immutability.days} or more"
            )
        self.key = Key(
            self, "key", KeyParams(purpose="audit"), pipeline=pipeline, classification=pipeline.classification
        )
        self.logs = LogBucket(self, "logs", pipeline=pipeline)
        self.trail_name = pipeline.resource_name("audit")
        self.trail_arn = pipeline.arn("cloudtrail", f"trail/{self.trail_name}")
        records = f"AWSLogs/{place.account_id}/"
        trail = Delivery("cloudtrail.amazonaws.com", records, {"aws:SourceArn": self.trail_arn})
        self.audit = ArchiveBucket(
            self,
            "audit",
            zone="audit",
            pipeline=pipeline,
            key=self.key,
            logs=self.logs,
            deliveries=[trail],
            retention_days=days,
            locks_by_default=True,
        )
