"""
What a deployment of `ml_training` says.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from modules.foundation.token_key import FIRST_LABEL, TokenLabel
from modules.ingestion.landing import LandingParams
from modules.params import DISTINCT, FieldName, Params, RoleArn, Some
from modules.processing.image_repository import ImageDigest
from modules.processing.queue_function import QueueFunctionParams
from modules.training.data_gate import DataGateParams
from modules.training.data_quarantine import DataQuarantineParams
from modules.training.feature_group import FeatureGroupParams
from modules.training.ml_zones import MlZonesParams
from modules.training.model_integrity import ModelIntegrityParams, PretrainedParams
from modules.training.training_environment import TrainingEnvironmentParams
from modules.training.training_pipeline import TrainingPipelineParams


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

    producers: Some[RoleArn]
    """Roles of the environment's account that may put training data into quarantine; a batch says from which it is."""

    publishers: Some[RoleArn]
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
