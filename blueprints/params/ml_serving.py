"""
What a deployment of `ml_serving` says.
"""

from __future__ import annotations

from modules.params import EndpointId, Params, RoleArn, Some
from modules.processing.image_repository import ImageDigest
from modules.serving.endpoint_params import EndpointParams
from modules.serving.monitor_params import ModelMonitorParams
from modules.serving.released_model import ReleasedModelParams
from modules.serving.retraining import RetrainingParams
from modules.serving.serving_zones import ServingZonesParams


class MlServingParams(Params):
    model: ReleasedModelParams
    """The model: its version, and the digests that were signed."""

    image_digest: ImageDigest
    """The digest of the image that training pinned; the endpoint and its monitors run by it and by no other."""

    callers: Some[RoleArn]
    """Roles of the environment's account that may ask the endpoint, and say later what turned out to be true."""

    caller_endpoints: Some[EndpointId]
    """VPC endpoints of SageMaker's runtime through which callers come; from anywhere else nobody is answered."""

    publishers: Some[RoleArn]
    """Roles of the environment's account that may add images to the repository, such as a build's; at least one."""

    monitor: ModelMonitorParams
    """What monitors look for."""

    retraining: RetrainingParams
    """From what a model is trained anew when it gets worse."""

    endpoint: EndpointParams = EndpointParams()
    """Machines, bounds, and how a new model takes over."""

    zones: ServingZonesParams = ServingZonesParams()
    """How long requests, answers and reports are kept."""
