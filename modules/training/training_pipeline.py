"""
The pipeline that makes a model: check the data, train, evaluate, and register what is good enough.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field

from bindings import Construct
from bindings.aws import SagemakerPipeline
from modules.dataflow import Statement
from modules.foundation.persona import Persona
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.params import Params
from modules.protection import PROFILES
from modules.training.instance_group import BetweenInstances
from modules.training.isolated_jobs import SAGEMAKER, JobParams, JobRole, handing, starting, uses_disks
from modules.training.ml_zones import MlZones
from modules.training.model_integrity import ModelIntegrity, PretrainedParams
from modules.training.training_steps import Phases, Steps, Task, TrainingParams, definition
from modules.training.workplace import Workplace

JOBS: Final = "pipelines-*"
"""What SageMaker calls the jobs of pipelines: `pipelines-<execution>-<step>-<suffix>`."""

TRACKING: Final = {
    "experiment": ("sagemaker:CreateExperiment", "sagemaker:DescribeExperiment"),
    "experiment-trial": ("sagemaker:AssociateTrialComponent", "sagemaker:CreateTrial", "sagemaker:DescribeTrial"),
}
"""What a pipeline needs to keep its executions as trials of an experiment, by what it is asked on."""


class TrainingPipelineParams(Params):
    check: JobParams = JobParams(instance_type="ml.m5.large", volume_gib=30)
    """The job that compares the data with the record of its approval."""

    train: TrainingParams = TrainingParams()
    """The job that trains."""

    evaluate: JobParams = JobParams()
    """The job that says how good the model is."""

    least_auc: Annotated[float, Field(ge=0.5, lt=1)] = 0.7
    """Least area under the ROC curve of a model that is registered, 0.5 (chance) to below 1."""

    parallel_steps: Annotated[int, Field(ge=1, le=10)] = 2
    """Most steps that run at a time, 1 to 10."""


class TrainingPipeline(Construct):
    """
    Each phase acts under a role of its own. Only `train` reads approved data to learn from it and writes models; whoever starts
    jobs has no data, and can start no job that is not isolated, encrypted and in the network.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: TrainingPipelineParams,
        *,
        dataset: str,
        label: str,
        compared: str | None,
        pretrained: Sequence[PretrainedParams],
        zones: MlZones,
        integrity: ModelIntegrity,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._place, self._zones = place, zones
        self._begun_with = [zones.pretrained] if pretrained else []
        pipeline = place.pipeline
        phases = self._phases(integrity)
        task = Task(dataset, label, compared, params.least_auc, {each.name: each.sha256 for each in pretrained})
        steps = Steps(task, phases, zones, place)
        name = pipeline.resource_name("training")
        self.definition = definition(
            [steps.check(params.check), steps.train(params.train), steps.evaluate(params.evaluate), steps.decide()],
            name,
        )
        role = self._orchestrator(phases)
        self.pipeline = SagemakerPipeline(
            self,
            "pipeline",
            pipeline_name=name,
            pipeline_display_name=name,
            pipeline_description=f"From approved {dataset} to a signed model that waits for approval",
            role_arn=role.arn,
            pipeline_definition=json.dumps(self.definition),
            parallelism_configuration={"max_parallel_execution_steps": params.parallel_steps},
            tags={"classification": zones.trained.classification},
            depends_on=[role.policy],
        )
        self._trainers(pipeline.arn("sagemaker", f"pipeline/{name}"))
        place.alarms.add(
            "training-fails",
            "An execution of the training pipeline fails",
            namespace="AWS/Sagemaker/ModelBuildingPipeline",
            metric_name="ExecutionFailed",
            dimensions={"PipelineName": name},
            threshold=0,
            statistic="Sum",
        )

    def _phases(self, integrity: ModelIntegrity) -> Phases:
        place, zones = self._place, self._zones
        check = JobRole(
            self, "check", phase="check", kind="processing", place=place,
            reads=[zones.data, zones.approvals, *self._begun_with], writes=[zones.reported],
        )  # fmt: skip
        between = BetweenInstances(self, "machines", pipeline=place.pipeline, network=place.network)
        train = JobRole(
            self, "train", phase="train", kind="training", place=place,
            reads=[zones.data, *self._begun_with], writes=[zones.trained, zones.checkpoints], further_groups=[between.id],
        )  # fmt: skip
        evaluate = JobRole(
            self, "evaluate", phase="evaluate", kind="processing", place=place,
            reads=[zones.data, zones.trained], writes=[zones.reported],
        )  # fmt: skip
        train.process.requires(*zones.checkpoints.read_statements)
        kept = zones.models.arn("checkpoints/*")
        place.pipeline.graph.grants.trustees.append(Trustee(train.process.name, "maintain", (kept,)))
        return Phases(check, train, evaluate, integrity.register_arn)

    def _orchestrator(self, phases: Phases) -> Role:
        place, zones, pipeline = self._place, self._zones, self._place.pipeline
        process = place.phase("training", "ml_pipeline", reads=[zones.reported], writes=[])
        judging = [phases.check, phases.evaluate]
        process.requires(
            *starting("training", JOBS, roles=[phases.train], outputs=[zones.models.key], place=place),
            *starting("processing", JOBS, roles=judging, outputs=[zones.reports.key], place=place),
            handing(phases.train, *judging),
            Statement(("lambda:InvokeFunction",), (phases.register_arn,)),
            *(
                Statement(actions, (pipeline.arn("sagemaker", f"{kind}/{pipeline.name}-*"),))
                for kind, actions in TRACKING.items()
            ),
        )
        uses_disks(place, process)
        return Role(self, "role", pipeline=pipeline, process=process, trust=[service_trust(SAGEMAKER, pipeline)])

    def _trainers(self, arn: str) -> None:
        """ML engineers start executions and see how they go; reports they read where the class of the model is open to them."""
        reported = self._zones.reported
        Persona(
            self,
            "trainers",
            name="ml_engineer",
            duty="train",
            pipeline=self._place.pipeline,
            reads=[reported] if "ml_engineer" in PROFILES[reported.classification].persona_readers else [],
            requires=[
                Statement(("sagemaker:DescribePipeline", "sagemaker:StartPipelineExecution"), (arn,)),
                Statement(
                    (
                        *("sagemaker:DescribePipelineExecution", "sagemaker:ListPipelineExecutionSteps"),
                        "sagemaker:StopPipelineExecution",
                    ),
                    (f"{arn}/execution/*",),
                ),
            ],
        )
