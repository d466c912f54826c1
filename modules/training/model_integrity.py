"""
Nothing is released that somebody has changed: models are signed when they are registered and verified when they are approved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from bindings import Construct
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget, LambdaFunction, LambdaPermission
from modules.archive import Archive
from modules.dataflow import Statement, Store
from modules.foundation.topic import Topic
from modules.params import Params, text
from modules.processing.every_function import Code, FunctionParams, function
from modules.training.ml_zones import MlZones
from modules.training.model_registry import ModelCardParams, ModelRegistry, SigningKey
from modules.training.workplace import Workplace

EVENTS = "events.amazonaws.com"
CONCURRENCY = 2  # versions that are registered or released at a time


class PretrainedParams(Params):
    name: Annotated[str, text(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "the name of a file, 100 characters at most")]
    """The file under `pretrained/<dataset>/`; training goes on from one that is called `model.skops`."""

    sha256: Annotated[str, text(r"^[0-9a-f]{64}$", "64 hexadecimal digits, as `sha256sum` prints them")]
    """The SHA-256 of its bytes; a file with any other is refused before anything uses it."""


class ModelIntegrityParams(Params):
    card: ModelCardParams = ModelCardParams()
    """What the model's card says beside what was measured."""

    registering: FunctionParams = FunctionParams(memory_mib=1_024, timeout_seconds=600)
    """The function that signs a model and registers it; a step of SageMaker waits ten minutes for it at most."""

    releasing: FunctionParams = FunctionParams(memory_mib=1_024, timeout_seconds=900)
    """The function that verifies an approved model and puts it where it may be deployed from."""


class ModelIntegrity(Construct):
    """
    `register` signs what a training job has left, over its digest, that of the image and those of the reports. `deploy` runs
    when a version is approved: it verifies the signature, the digests and the status, and only then copies the model to where
    it may be deployed from. Nobody but `register` can sign, and nobody but `deploy` can release.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: ModelIntegrityParams,
        *,
        dataset: str,
        label: str,
        archive: Archive,
        key: SigningKey,
        registry: ModelRegistry,
        zones: MlZones,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._archive, self._place = archive, place
        shared = {
            "DATASET": dataset,
            "SIGNING_KEY_ID": key.arn,
            "MODEL_PACKAGE_GROUP": registry.name,
            "MODELS_BUCKET": zones.models.name,
            "POWERTOOLS_SERVICE_NAME": place.pipeline.name,
        }
        self.register = self._phase(
            "register",
            params.registering,
            {
                **shared,
                "IMAGE_URI": place.image,
                "REPORTS_BUCKET": zones.reports.name,
                "MODEL_CARD": registry.card_name,
                "MODEL_CARD_KEY_ID": place.key.arn,
                "MODEL_PURPOSE": params.card.purpose or f"Learns from {dataset} to predict {label}",
                "MODEL_RISK": params.card.risk_rating,
            },
            reads=[zones.trained, zones.reported],
            writes=[zones.signatures],
            requires=[key.sign_statement(), registry.register_statement(), *registry.card_statements()],
        )
        self.register_arn = place.pipeline.arn("lambda", f"function:{self.register.function_name}")
        self.release = self._phase(
            "deploy",
            params.releasing,
            {**shared, "PINNED_IMAGES": json.dumps([place.image]), "RELEASED_BUCKET": zones.released.name},
            reads=[zones.trained, zones.signatures],
            writes=[zones.deployable],
            requires=[key.verify_statement(), registry.look_statement()],
        )
        self._on_approval()

    def _phase(  # a phase has as many parts
        self,
        name: str,
        params: FunctionParams,
        variables: Mapping[str, str],
        *,
        reads: Sequence[Store],
        writes: Sequence[Store],
        requires: Sequence[Statement],
    ) -> LambdaFunction:
        place, module = self._place, {"register": "register", "deploy": "release"}[name]
        scope = Construct(self, name)
        return function(
            scope,
            params,
            code=Code(
                replace(self._archive, handler=f"model_integrity.{module}.handler"),
                variables,
                requires=requires,
                endpoints=["kms", "sagemaker-api"],
                watched_as=name,
            ),
            process=place.phase(name, "function", reads=reads, writes=writes),
            pipeline=place.pipeline,
            key=place.key,
            network=place.network,
            concurrency=CONCURRENCY,
            alarms=place.alarms,
        )

    def _on_approval(self) -> None:
        """Release a version when it is approved, and tell people that it was."""
        pipeline = self._place.pipeline
        name = pipeline.resource_name("model-approved")
        rule = CloudwatchEventRule(
            self,
            "approved",
            name=name,
            description="A version of the model was approved",
            event_pattern=json.dumps(
                {
                    "source": ["aws.sagemaker"],
                    "detail-type": ["SageMaker Model Package State Change"],
                    "detail": {
                        "ModelPackageGroupName": [pipeline.resource_name("models")],
                        "ModelApprovalStatus": ["Approved"],
                    },
                }
            ),
            state="ENABLED",
        )
        arn = pipeline.arn("events", f"rule/{name}")
        topic = Topic(
            self,
            "topic",
            name="approvals",
            pipeline=pipeline,
            key=self._place.key,
            service=EVENTS,
            condition={"ArnEquals": {"aws:SourceArn": arn}},
        )
        CloudwatchEventTarget(self, "people", rule=rule.name, target_id="people", arn=topic.topic.arn)
        allowed = LambdaPermission(
            self,
            "permission",
            statement_id="approved",
            action="lambda:InvokeFunction",
            function_name=self.release.function_name,
            principal=EVENTS,
            source_arn=rule.arn,
        )
        CloudwatchEventTarget(
            self, "release", rule=rule.name, target_id="release", arn=self.release.arn, depends_on=[allowed]
        )
        self._place.alarms.add(
            "approval-undelivered",
            "An approved version is not released, or people are not told",
            namespace="AWS/Events",
            metric_name="FailedInvocations",
            dimensions={"RuleName": str(rule.name)},
            threshold=0,
            statistic="Sum",
        )
