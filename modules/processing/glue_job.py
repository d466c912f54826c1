"""
A Glue job: Spark that is there only while it works, with a role and a security configuration of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import GlueJob as Job
from bindings.aws import GlueSecurityConfiguration
from modules.archive import Archive
from modules.dataflow import Process, Statement
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.code_store import CodeStore

GLUE_VERSION = "5.0"  # Spark 3.5 on Python 3.11


class GlueJobParams(Params):
    worker_type: Literal["G.1X", "G.2X", "G.4X", "G.8X"] = "G.1X"
    """Size of a worker: G.1X (4 vCPU, 16 GiB), G.2X, G.4X or G.8X, each twice the one before."""

    maximum_workers: Annotated[int, Field(ge=2, le=299)] = 10
    """The ceiling of workers of one run, 2 to 299; Glue adds and removes workers below it as the work needs them."""

    maximum_concurrent_runs: Annotated[int, Field(ge=1, le=50)] = 4
    """The ceiling of runs at a time, 1 to 50; more wait in the state machine."""

    timeout_minutes: Annotated[int, Field(ge=5, le=1_440)] = 60
    """Minutes after which a run is stopped, 5 to 1440 (a day)."""


class GlueJob(Construct):
    """
    Runs `main` of *module* as *process*, with *arguments* whose texts from users are escaped already.

    Logs, files and bookmarks are encrypted under *key*. A script that reads by a bookmark goes on where the last run ended.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: GlueJobParams,
        *,
        module: str,
        archives: Sequence[Archive],
        arguments: Mapping[str, str],
        process: Process,
        pipeline: Pipeline,
        key: Key,
        code: CodeStore,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        name = pipeline.resource_name(process.name)
        script = code.script(self, module, archives)
        security = GlueSecurityConfiguration(
            self,
            "security",
            name=name,
            encryption_configuration={
                "cloudwatch_encryption": {"cloudwatch_encryption_mode": "SSE-KMS", "kms_key_arn": key.arn},
                "job_bookmarks_encryption": {"job_bookmarks_encryption_mode": "CSE-KMS", "kms_key_arn": key.arn},
                "s3_encryption": {"s3_encryption_mode": "SSE-KMS", "kms_key_arn": key.arn},
            },
        )
        logs = LogGroup(
            self,
            "logs",
            name=f"/aws-glue/jobs/{name}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        process.reads(code.store)
        process.requires(
            logs.write_statement(),
            Statement(("logs:AssociateKmsKey",), (logs.arn,)),
            key.encrypt("glue"),
            Statement(("cloudwatch:PutMetricData",), ("*",), {"StringEquals": {"cloudwatch:namespace": "Glue"}}),
        )
        role = Role(
            self, "role", pipeline=pipeline, process=process, trust=[service_trust("glue.amazonaws.com", pipeline)]
        )
        self.job = Job(
            self,
            "job",
            name=name,
            description=f"{pipeline.name}: {process.name}",
            role_arn=role.arn,
            glue_version=GLUE_VERSION,
            worker_type=params.worker_type,
            number_of_workers=params.maximum_workers,
            max_retries=0,
            timeout=params.timeout_minutes,
            execution_class="STANDARD",
            execution_property={"max_concurrent_runs": params.maximum_concurrent_runs},
            security_configuration=security.name,
            command={"name": "glueetl", "python_version": "3", "script_location": script.entry},
            default_arguments={
                "--continuous-log-logGroup": str(logs.name),
                "--enable-auto-scaling": "true",
                "--enable-continuous-cloudwatch-log": "true",
                "--enable-metrics": "true",
                "--extra-py-files": ",".join(script.archives),
                "--job-bookmark-option": "job-bookmark-enable",
                **{f"--{argument}": value for argument, value in arguments.items()},
            },
            tags={"classification": pipeline.classification},
            depends_on=[role.policy],
        )
        self.name = self.job.name
        self.arn = pipeline.arn("glue", f"job/{name}")
        alarms.add(
            f"{process.name}-failures",
            f"The job {process.name} fails",
            namespace="Glue",
            metric_name="glue.driver.aggregate.numFailedTasks",
            dimensions={"JobName": name, "JobRunId": "ALL", "Type": "count"},
            threshold=0,
            statistic="Sum",
        )

    def start_statement(self) -> Statement:
        """What somebody needs to run it and to wait until it has ended."""
        return Statement(("glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:StartJobRun"), (self.arn,))
