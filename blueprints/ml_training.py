"""
Train models on data that was judged first, and release what was signed, approved and verified.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.ml_training import MlTrainingParams
from modules.foundation.learning_boundary import learning_arn
from modules.foundation.persona import Persona
from modules.foundation.producer import Producer
from modules.foundation.token_key import TokenKey
from modules.ingestion.landing import Landing
from modules.storage.code_store import CodeStore
from modules.training.data_quarantine import DataQuarantine
from modules.training.feature_group import FeatureGroup
from modules.training.intake import Intake
from modules.training.ml_zones import MlZones
from modules.training.model_integrity import ModelIntegrity
from modules.training.model_registry import ModelRegistry, SigningKey
from modules.training.training_environment import TrainingEnvironment
from modules.training.training_pipeline import TrainingPipeline
from modules.training.workplace import workplace


class MlTraining(Blueprint):
    """
    New data waits in quarantine until an isolated job has judged it; what passes is tokenized, recorded by digest and approved.
    A SageMaker pipeline checks the digests, trains on Spot machines without a network, evaluates, and registers a signed model.
    The owner approves it, and only what is signed, approved and unchanged is released for deployment.
    """

    params_type = MlTrainingParams

    def __init__(self, scope: Stack, id: str, params: MlTrainingParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe = self.pipeline.bounded_by(learning_arn(self.pipeline.environment))
        archives, dataset, gate, approved = context.archives, params.dataset, params.gate, pipe.classification.weaker()
        place = workplace(self, "training", pipeline=pipe, publishers=params.publishers, digest=params.image_digest)
        zones = MlZones(self, "zones", params.zones, dataset=dataset, approved=approved, learned=approved, place=place)
        place.images.publishing.classification = approved
        place.images.publishing.writes(zones.pretrained)
        code = CodeStore(self, "code", pipeline=pipe, key=place.key, network=place.network, logs=zones.logs)
        token_key = TokenKey(self, "token_key", pipeline=pipe, label=params.token_label)
        quarantine = DataQuarantine(
            self, "quarantine", params.quarantine, dataset=dataset, gate=gate, origins=params.producers,
            archive=archives["data_promotion"], zones=zones, code=code, token_key=token_key, place=place,
        )  # fmt: skip
        features = FeatureGroup(
            self, "features", params.features, dataset=dataset, gate=gate, archive=archives["feature_ingest"],
            zones=zones, place=place,
        )  # fmt: skip
        intake = Intake(self, "intake", quarantine=quarantine, features=features, place=place)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        Landing(
            self, "landing", params.landing, params.starter, bucket=zones.quarantine, store=zones.quarantined,
            producer=producer.process, archive=archives["batch_starter"], machine=intake.machine, pipeline=pipe,
            key=place.key, network=place.network, alarms=place.alarms,
        )  # fmt: skip
        registry = ModelRegistry(self, "registry", dataset=dataset, zones=zones, place=place)
        integrity = ModelIntegrity(
            self, "integrity", params.integrity, dataset=dataset, label=gate.label, archive=archives["model_integrity"],
            key=SigningKey(self, "signing_key", place=place), registry=registry, zones=zones, place=place,
        )  # fmt: skip
        training = TrainingPipeline(
            self, "training", params.training, dataset=dataset, label=gate.label, compared=gate.sensitive_attribute,
            pretrained=params.pretrained, zones=zones, integrity=integrity, place=place,
        )  # fmt: skip
        TrainingEnvironment(self, "studio", params.studio, zones=zones, place=place)
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipe, reads=[zones.log_store])
        self.output("quarantine_bucket", zones.quarantine.name, "Where producers put batches, under batches/<name>/")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output(
            "repository_url", place.images.repository.repository_url, "Where the image is pushed, by its digest"
        )
        self.output("training_pipeline", training.pipeline.pipeline_name, "The pipeline that ML engineers start")
        self.output("model_group", registry.name, "Where models wait for the owner's approval")
        self.output("released_bucket", zones.released.name, "Where models are that may be deployed")
