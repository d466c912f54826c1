"""
The Glue jobs of a batch: `prepare` checks and tokenizes it, `reject` puts one that broke a rule into quarantine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from bindings import Construct
from modules.archive import Archive
from modules.dataflow import Deidentification
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.token_key import TokenKey
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.processing.every_function import escaped
from modules.processing.glue_job import GlueJob, GlueJobParams
from modules.storage.code_store import CodeStore
from modules.storage.data_lake import DataLake
from modules.storage.staging import Staging

CHECKS = "stream_transform"  # the package whose checks and tokens a batch shares with the stream


class BatchJobs(Construct):
    """Both jobs; what is refused, a line or a batch, lies in quarantine under the name of its execution."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: GlueJobParams,
        *,
        schema: EventSchema,
        archives: Mapping[str, Archive],
        token_key: TokenKey,
        lake: DataLake,
        staging: Staging,
        pipeline: Pipeline,
        key: Key,
        code: CodeStore,
        alarms: Alarms,
        deidentifies_to: Deidentification | None,
    ) -> None:
        super().__init__(scope, id)
        packages = [archives["batch_prepare"], archives[CHECKS]]
        quarantine = f"s3://{lake.quarantine.name}"
        preparing = pipeline.process("prepare", "glue_job", deidentifies_to=deidentifies_to)
        preparing.reads(lake.raw_store)
        preparing.writes(lake.quarantine_store)
        staging.filled_by(preparing)
        preparing.requires(*lake.raw.version_statements())
        if deidentifies_to:
            preparing.requires(token_key.derive_statement())
        settings = {
            "EVENT_SCHEMA": schema.to_json(),
            "SENSITIVE_FIELDS": json.dumps(schema.sensitive_fields),
            "EVENT_ID_FIELD": schema.event_id,
            "EVENT_TIME_FIELD": schema.event_time,
            "TOKEN_KEY_ID": token_key.arn,
            "TOKEN_LABEL": token_key.label,
            "DELIVERY_STREAM": "staged",
            "QUARANTINE_BUCKET": lake.quarantine.name,
            "QUARANTINE_PREFIX": "refused/",
        }
        self.prepare = GlueJob(
            self,
            "prepare",
            params,
            module="batch_prepare.job",
            archives=packages,
            arguments={
                "settings": json.dumps({name: escaped(value) for name, value in settings.items()}),
                "staged": staging.url,
                "refused": f"{quarantine}/refused",
            },
            process=preparing,
            pipeline=pipeline,
            key=key,
            code=code,
            alarms=alarms,
        )
        rejecting = pipeline.process("reject", "glue_job")
        rejecting.reads(staging.store)
        rejecting.writes(lake.quarantine_store)
        self.reject = GlueJob(
            self,
            "reject",
            params,
            module="batch_prepare.reject",
            archives=packages,
            arguments={"staged": staging.url, "quarantine": f"{quarantine}/rejected"},
            process=rejecting,
            pipeline=pipeline,
            key=key,
            code=code,
            alarms=alarms,
        )
