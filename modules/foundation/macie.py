"""
Macie: whether buckets hold sensitive data where nobody expects it.
"""

from __future__ import annotations

from typing import Literal

from bindings import Construct
from bindings.aws import Macie2Account, Macie2ClassificationJob
from bindings.aws.macie2_classification_job import ScheduleFrequency
from modules.dataflow import Classification
from modules.pipeline import Pipeline
from modules.protection import PROFILES

NOT_SEARCHED = ("audit", "config", "logs")
"""Zones of logs, and of archives that no role but the auditor's reads."""

SCHEDULES: dict[Literal["weekly", "daily"], ScheduleFrequency] = {
    "daily": {"daily_schedule": True},
    "weekly": {"weekly_schedule": "MONDAY"},
}


class Macie(Construct):
    """
    A job for each class whose profile asks for discovery.

    A job finds its buckets by the tag `classification`, new ones too: Macie takes no part of a bucket's name as a
    criterion (SimpleCriterionForJob). Each bucket and key lets Macie's role in, as modules/foundation/watchers.py says.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self.account = Macie2Account(self, "account", finding_publishing_frequency="FIFTEEN_MINUTES", status="ENABLED")
        for classification in pipeline.environment.allowed_classifications:
            often = PROFILES[classification].discovery
            if often:
                self._job(pipeline, classification, SCHEDULES[often])

    def _job(self, pipeline: Pipeline, classification: Classification, schedule: ScheduleFrequency) -> None:
        Macie2ClassificationJob(
            self,
            f"{classification}_job",
            name=pipeline.resource_name(f"{classification}-discovery"),
            description=f"Sensitive data in {classification} buckets",
            job_type="SCHEDULED",
            initial_run=True,
            sampling_percentage=100,
            schedule_frequency=schedule,
            s3_job_definition={
                "bucket_criteria": {
                    "includes": {
                        "and": [
                            {
                                "tag_criterion": {
                                    "comparator": "EQ",
                                    "tag_values": [{"key": "classification", "value": classification}],
                                }
                            }
                        ]
                    },
                    "excludes": {
                        "and": [
                            {
                                "tag_criterion": {
                                    "comparator": "EQ",
                                    "tag_values": [{"key": "zone", "value": zone} for zone in NOT_SEARCHED],
                                }
                            }
                        ]
                    },
                }
            },
            depends_on=[self.account],
        )
