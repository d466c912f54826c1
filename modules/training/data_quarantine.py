"""
The gate of new training data: it waits in quarantine until an isolated job has judged it, and only then is promoted.
"""

from __future__ import annotations

import json

from bindings import Construct
from modules.archive import Archive
from modules.dataflow import Deidentification
from modules.foundation.token_key import TokenKey
from modules.ingestion.landing import PREFIX
from modules.params import Params, RoleArn
from modules.processing.every_function import Code, FunctionParams, function
from modules.storage.code_store import CodeStore
from modules.training.data_gate import DataGateParams
from modules.training.isolated_jobs import JobParams, JobRole, processing_job
from modules.training.ml_zones import MlZones
from modules.training.workplace import Workplace

CONCURRENCY = 10  # batches that are promoted at a time; more are tried again a little later
JUDGE = ("python", "-m", "functions.data_quarantine")


class DataQuarantineParams(Params):
    job: JobParams = JobParams()
    """The job that judges a batch."""

    function: FunctionParams = FunctionParams(memory_mib=2_048, timeout_seconds=900)
    """The function that promotes a batch."""


class DataQuarantine(Construct):
    """
    `judge` parses what strangers wrote, without a network, and says what to do. `prepare` replaces names by tokens, writes what
    is approved, and records digests of what was judged and of what was written; so what is trained on is what was approved.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: DataQuarantineParams,
        *,
        dataset: str,
        gate: DataGateParams,
        origins: tuple[RoleArn, ...],
        archive: Archive,
        zones: MlZones,
        code: CodeStore,
        token_key: TokenKey,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self.judge = JobRole(
            self, "judge", phase="judge", kind="processing", place=place,
            reads=[zones.quarantined, zones.baseline, code.store], writes=[zones.judged],
        )  # fmt: skip
        self.verdicts = zones.staged
        self.job = processing_job(
            params.job,
            role=self.judge,
            place=place,
            entry=JUDGE,
            inputs={
                "batch": {"S3Uri.$": f"States.Format('s3://{zones.quarantine.name}/{PREFIX}{{}}/', $.batch)"},
                "baseline": {"S3Uri": f"s3://{zones.quarantine.name}/baseline/{dataset}/"},
                "settings": {"S3Uri": code.settings(self, "gate", gate.to_json(dataset, origins))},
            },
            output={"S3Uri.$": f"States.Format('s3://{zones.staged.name}/judged/{dataset}/{{}}/', $.batch)"},
            bucket=zones.staged,
            **{"ContainerArguments.$": "States.Array('--batch', $.batch)"},
        )
        lowered = Deidentification("tokenize", gate.tokenized_fields, zones.data.classification)
        self.process = place.phase(
            "prepare", "function", reads=[zones.judged], writes=[zones.data, zones.approvals], deidentifies_to=lowered
        )
        self.function = function(
            self,
            params.function,
            code=Code(
                archive,
                {
                    "DATASET": dataset,
                    "SENSITIVE_FIELDS": json.dumps(gate.tokenized_fields),
                    "TOKEN_KEY_ID": token_key.arn,
                    "TOKEN_LABEL": token_key.label,
                    "STAGED_BUCKET": zones.staged.name,
                    "APPROVED_BUCKET": zones.approved.name,
                    "POWERTOOLS_SERVICE_NAME": place.pipeline.name,
                },
                requires=[token_key.derive_statement()],
                endpoints=["kms"],
                watched_as="prepare",
            ),
            process=self.process,
            pipeline=place.pipeline,
            key=place.key,
            network=place.network,
            concurrency=min(CONCURRENCY, params.function.maximum_concurrency),
            alarms=place.alarms,
        )
        self.function_arn = place.pipeline.arn("lambda", f"function:{self.function.function_name}")
