"""
An EMR Serverless application: Spark in private subnets that is started by the work and stops when there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from bindings import Construct
from bindings.aws import EmrserverlessApplication
from modules.archive import Archive
from modules.dataflow import Process, Statement
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role, service_trust
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.code_store import CodeStore

RELEASE = "emr-7.9.0"  # Spark 3.5 with Iceberg
ICEBERG_JAR = "/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar"  # "Using Apache Iceberg with EMR Serverless"
CORES, GIB = 4, 16  # of a worker; EMR Serverless takes 8 to 30 GiB with 4 vCPU
DISK_GB = 50


class SparkApplicationParams(Params):
    warm_workers: Annotated[int, Field(ge=0, le=100)] = 0
    """Workers of 4 vCPU and 16 GiB that wait for work while the application is started, 0 to 100; they are paid for."""

    maximum_workers: Annotated[int, Field(ge=2, le=500)] = 16
    """The ceiling of all workers of all jobs together, 2 to 500; jobs beyond it wait."""

    idle_minutes: Annotated[int, Field(ge=1, le=10_080)] = 5
    """Minutes without work after which the application stops and costs nothing, 1 to 10080."""

    timeout_minutes: Annotated[int, Field(ge=5, le=2_880)] = 120
    """Minutes after which a job is stopped, 5 to 2880."""


class SparkApplication(Construct):
    """Runs `main` of *module* as *process*; its logs are in a log group of its own and nowhere else."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: SparkApplicationParams,
        *,
        module: str,
        archives: Sequence[Archive],
        process: Process,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        code: CodeStore,
        endpoints: Sequence[str],
    ) -> None:
        super().__init__(scope, id)
        self._params, self._pipeline = params, pipeline
        self.process = process
        self._script = code.script(self, module, archives)
        group = network.attach(self, process, "logs", *endpoints)
        self._logs = LogGroup(
            self,
            "logs",
            name=f"/aws/emr-serverless/{pipeline.resource_name(process.name)}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        process.reads(code.store)
        process.requires(
            self._logs.write_statement(),
            Statement(("logs:DescribeLogGroups",), (pipeline.arn("logs", "log-group:*"),)),
        )
        self.role = Role(
            self,
            "role",
            pipeline=pipeline,
            process=process,
            trust=[service_trust("emr-serverless.amazonaws.com", pipeline)],
        )
        most = params.maximum_workers
        self.application = EmrserverlessApplication(
            self,
            "application",
            name=pipeline.resource_name(process.name),
            type="spark",
            release_label=RELEASE,
            architecture="ARM64",
            auto_start_configuration={"enabled": True},
            auto_stop_configuration={"enabled": True, "idle_timeout_minutes": params.idle_minutes},
            initial_capacity=[
                {"initial_capacity_type": kind, "initial_capacity_config": _capacity(count)}
                for kind, count in (("Driver", 1), ("Executor", params.warm_workers))
                if params.warm_workers
            ],
            maximum_capacity={
                "cpu": f"{most * CORES} vCPU",
                "memory": f"{most * GIB} GB",
                "disk": f"{most * DISK_GB} GB",
            },
            network_configuration={"subnet_ids": network.subnet_ids, "security_group_ids": [group.id]},
            interactive_configuration={"livy_endpoint_enabled": False, "studio_enabled": False},
            tags={"classification": pipeline.classification},
        )
        self.id = self.application.id
        self.arn = self.application.arn

    def run(self, name: str, arguments: Sequence[str], settings: Mapping[str, str]) -> dict[str, Any]:
        """What Step Functions asks for to run the job: *name* and *arguments* as intrinsics or text, Spark's *settings*."""
        spark = {"spark.submit.pyFiles": ",".join(self._script.archives), "spark.jars": ICEBERG_JAR, **settings}
        return {
            "ApplicationId": self.id,
            "ExecutionRoleArn": self.role.arn,
            "Name.$": name,
            "ExecutionTimeoutMinutes": self._params.timeout_minutes,
            "JobDriver": {
                "SparkSubmit": {
                    "EntryPoint": self._script.entry,
                    "EntryPointArguments.$": f"States.Array({', '.join(arguments)})",
                    "SparkSubmitParameters": " ".join(f"--conf {key}={value}" for key, value in sorted(spark.items())),
                }
            },
            "ConfigurationOverrides": {
                "MonitoringConfiguration": {
                    "CloudWatchLoggingConfiguration": {"Enabled": True, "LogGroupName": self._logs.name},
                    "ManagedPersistenceMonitoringConfiguration": {"Enabled": False},
                }
            },
        }

    def start_statements(self) -> tuple[Statement, ...]:
        """What somebody needs to run a job, to hand it its role, and to wait until it has ended."""
        handing = {"StringEquals": {"iam:PassedToService": "emr-serverless.amazonaws.com"}}
        return (
            Statement(("emr-serverless:StartJobRun",), (self.arn,)),
            Statement(("emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"), (f"{self.arn}/jobruns/*",)),
            Statement(("iam:PassRole",), (str(self.process.principal),), handing),
        )


def _capacity(count: int) -> Any:
    return {
        "worker_count": count,
        "worker_configuration": {"cpu": f"{CORES} vCPU", "memory": f"{GIB} GB", "disk": f"{DISK_GB} GB"},
    }
