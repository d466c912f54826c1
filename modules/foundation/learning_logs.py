"""
The log groups of SageMaker that all pipelines of a region share: their names are fixed, so no pipeline can make them.
"""

from __future__ import annotations

from bindings import Construct
from modules.foundation.key import Key
from modules.foundation.learning_boundary import LOGS_OF_JOBS, STUDIO_LOGS
from modules.foundation.log_group import LogGroup
from modules.pipeline import Pipeline

GROUPS = {"processing": LOGS_OF_JOBS[0], "training": LOGS_OF_JOBS[1], "studio": STUDIO_LOGS}


class LearningLogs(Construct):
    """
    Logs of every job and notebook in the region, under *key* and kept as long as the region's class asks. SageMaker would make
    them itself, without a key and for ever, if the role of a job let it; the roles of jobs only write.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key) -> None:
        super().__init__(scope, id)
        for name, group in GROUPS.items():
            LogGroup(self, name, name=group, pipeline=pipeline, classification=pipeline.classification, key=key)
