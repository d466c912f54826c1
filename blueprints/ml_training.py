"""
Train models on data that was judged first, and release what was signed, approved and verified.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.learning_boundary import learning_arn
from modules.foundation.network import network
from modules.foundation.persona import Persona
from modules.foundation.producer import Producer
from modules.foundation.token_key import FIRST_LABEL, TokenKey, TokenLabel
from modules.ingestion.landing import Landing, LandingParams
from modules.params import DISTINCT, FieldName, Params, RoleArn
from modules.processing.batch_starter import BatchStarter
from modules.processing.failure_queue import FailureQueue
from modules.processing.image_repository import ImageDigest, ImageRepository
from modules.processing.queue_function import QueueFunctionParams
from modules.storage.code_store import CodeStore
from modules.training.data_gate import DataGateParams
from modules.training.data_quarantine import DataQuarantine, DataQuarantineParams
from modules.training.feature_group import FeatureGroup, FeatureGroupParams
from modules.training.intake import Intake
from modules.training.ml_zones import MlZones, MlZonesParams
from modules.training.model_integrity import ModelIntegrity, ModelIntegrityParams, PretrainedParams
from modules.training.model_registry import ModelRegistry, SigningKey
from modules.training.training_environment import TrainingEnvironment, TrainingEnvironmentParams
from modules.training.training_pipeline import TrainingPipeline, TrainingPipelineParams
from modules.training.workplace import Workplace

Roles = Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]


class MlTrainingParams(Params):
    dataset: FieldName
    """Name of what is learned from; it is part of every path."""

    gate: DataGateParams
    """What a row looks like, what becomes of its columns, and where a batch is refused."""

    image_digest: ImageDigest
    """The digest of the image in which data is judged and models are trained; it runs by this digest and no other."""

    token_label: TokenLabel = FIRST_LABEL
    """Version of the tokens, v1 to v9999; a new one makes all new tokens differ from the old."""

    pretrained: Annotated[tuple[PretrainedParams, ...], Field(max_length=8), DISTINCT] = ()
    """Artefacts of others that training may begin with, 8 at most; each is pinned by its digest, and no other is used."""

    producers: Roles
    """Roles of the environment's account that may put training data into quarantine; a batch says from which it is."""

    publishers: Roles
    """Roles of the environment's account that may add images and pretrained artefacts, such as a build's; at least one."""

    landing: LandingParams = LandingParams(batches_per_hour=1)
    """How batches arrive."""

    starter: QueueFunctionParams = QueueFunctionParams()
    """The function that starts the work on a batch."""

    quarantine: DataQuarantineParams = DataQuarantineParams()
    """The job that judges a batch, and the function that promotes one."""

    features: FeatureGroupParams = FeatureGroupParams()
    """What identifies and dates features, and how long they are online."""

    training: TrainingPipelineParams = TrainingPipelineParams()
    """The jobs that check, train and evaluate, and how good a model has to be."""

    integrity: ModelIntegrityParams = ModelIntegrityParams()
    """The functions that sign and release."""

    studio: TrainingEnvironmentParams = TrainingEnvironmentParams()
    """Where ML engineers work, and on which machines."""

    zones: MlZonesParams = MlZonesParams()
    """How long data and models are kept."""


class MlTraining(Blueprint):
    """
    New data waits in quarantine until an isolated job has judged it; what passes is tokenized, recorded by digest and approved.
    A SageMaker pipeline checks the digests, trains on Spot machines without a network, evaluates, and registers a signed model.
    The owner approves it, and only what is signed, approved and unchanged is released for deployment.
    """

    params_type = MlTrainingParams

    def __init__(self, scope: Stack, id: str, params: MlTrainingParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        bound = learning_arn(self.pipeline.environment)
        pipe = self.pipeline.bounded_by(bound) if bound else self.pipeline
        archives, dataset, gate = context.archives, params.dataset, params.gate
        approved = pipe.classification.weaker()
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        zones = MlZones(
            self, "zones", params.zones, dataset=dataset, approved=approved, learned=approved, pipeline=pipe, keys=keys,
            network=net,
        )  # fmt: skip
        images = ImageRepository(self, "images", pipeline=pipe, key=key, publishers=params.publishers, thing="training")
        images.publishing.classification = approved
        images.publishing.writes(zones.pretrained)
        place = Workplace(pipe, key, net, images, images.image(params.image_digest), alarms)
        code = CodeStore(self, "code", pipeline=pipe, key=key, network=net, logs=zones.logs)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        landing = Landing(
            self, "landing", params.landing, bucket=zones.quarantine, store=zones.quarantined, producer=producer.process,
            starter_timeout_seconds=params.starter.timeout_seconds, pipeline=pipe, key=key, alarms=alarms,
        )  # fmt: skip
        token_key = TokenKey(self, "token_key", pipeline=pipe, label=params.token_label)
        quarantine = DataQuarantine(
            self, "quarantine", params.quarantine, dataset=dataset, gate=gate, origins=params.producers,
            archive=archives["data_promotion"], zones=zones, code=code, token_key=token_key, place=place,
        )  # fmt: skip
        failures = FailureQueue(self, "failures", pipeline=pipe, key=key, alarms=alarms)
        features = FeatureGroup(
            self, "features", params.features, dataset=dataset, gate=gate, archive=archives["feature_ingest"], zones=zones,
            place=place,
        )  # fmt: skip
        intake = Intake(self, "intake", quarantine=quarantine, features=features, failures=failures, place=place)
        BatchStarter(
            self, "starter", params.starter, archive=archives["batch_starter"], landing=landing, machine=intake.machine,
            pipeline=pipe, key=key, network=net, alarms=alarms,
        )  # fmt: skip
        registry = ModelRegistry(self, "registry", dataset=dataset, zones=zones, place=place)
        signing = SigningKey(self, "signing_key", place=place)
        integrity = ModelIntegrity(
            self, "integrity", params.integrity, dataset=dataset, label=gate.label, archive=archives["model_integrity"], key=signing,
            registry=registry, zones=zones, place=place,
        )  # fmt: skip
        training = TrainingPipeline(
            self, "training", params.training, dataset=dataset, label=gate.label, compared=gate.sensitive_attribute,
            pretrained={each.name: each.sha256 for each in params.pretrained}, zones=zones, integrity=integrity, place=place,
        )  # fmt: skip
        TrainingEnvironment(self, "studio", params.studio, zones=zones, place=place)
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipe, reads=[zones.log_store])
        self.output("quarantine_bucket", zones.quarantine.name, "Where producers put batches, under batches/<name>/")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("repository_url", images.repository.repository_url, "Where the image is pushed, by its digest")
        self.output("training_pipeline", training.pipeline.pipeline_name, "The pipeline that ML engineers start")
        self.output("model_group", registry.name, "Where models wait for the owner's approval")
        self.output("released_bucket", zones.released.name, "Where models are that may be deployed")
