"""
Serve a released model from a private endpoint, and watch what it is asked, how right it is, for whom, and why.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Persona
from modules.foundation.producer import Producer
from modules.foundation.serving_boundary import serving_arn
from modules.params import EndpointId, Params, RoleArn, Some
from modules.processing.image_repository import ImageDigest, ImageRepository
from modules.serving.dashboard import Dashboard
from modules.serving.endpoint import Endpoint
from modules.serving.endpoint_params import EndpointParams
from modules.serving.model_monitor import ModelMonitor
from modules.serving.monitor_params import ModelMonitorParams
from modules.serving.released_model import ReleasedModelParams
from modules.serving.retraining import Retraining, RetrainingParams
from modules.serving.serving_zones import ServingZones, ServingZonesParams
from modules.storage.code_store import CodeStore
from modules.training.workplace import Workplace


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


class MlServing(Blueprint):
    """
    A model that was signed, approved and released answers on isolated machines in private subnets, as many as requests ask for.
    A new one proves itself on a part of them and is taken back when an alarm rings. What is asked and answered is captured;
    four monitors compare it with the day of approval, and training starts anew when the model gets worse.
    """

    params_type = MlServingParams

    def __init__(self, scope: Stack, id: str, params: MlServingParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        bound = serving_arn(self.pipeline.environment)
        pipe = self.pipeline.bounded_by(bound) if bound else self.pipeline
        released = self.imported("released")
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        zones = ServingZones(self, "zones", params.zones, pipeline=pipe, keys=keys, network=net)
        images = ImageRepository(self, "images", pipeline=pipe, key=key, publishers=params.publishers, thing="serving")
        place = Workplace(pipe, key, net, images, images.image(params.image_digest), alarms)
        code = CodeStore(self, "code", pipeline=pipe, key=key, network=net, logs=zones.logs)
        caller = Producer(self, "caller", pipeline=pipe, principals=params.callers, load=self.load)
        caller.process.writes(zones.truth)
        endpoint = Endpoint(
            self, "endpoint", params.endpoint, model=params.model, released=released, caller=caller.process,
            ways=params.caller_endpoints, zones=zones, place=place,
        )  # fmt: skip
        monitor = ModelMonitor(self, "monitor", params.monitor, endpoint=endpoint, zones=zones, code=code, place=place)
        Dashboard(self, "dashboard", endpoint=endpoint, monitor=monitor, place=place)
        Retraining(
            self, "retraining", params.retraining, training=str(released.store.origin).partition("/")[0],
            alarms=[alarm for kind, alarm in monitor.alarms.items() if kind != "data-quality"], place=place,
        )  # fmt: skip
        Persona(
            self,
            "approver",
            name="owner",
            duty="approve",
            pipeline=pipe,
            reads=[zones.monitored],
            writes=[zones.baseline],
        )
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipe, reads=[zones.logs.store])
        self.output("endpoint_name", endpoint.name, "The endpoint that callers ask")
        self.output("caller_role_arn", caller.role.arn, "The role that callers take on")
        self.output("truth_bucket", zones.truths.name, "Where callers put what turned out to be true, under truth/")
        self.output("repository_url", images.repository.repository_url, "Where the image is pushed, by its digest")
