"""
Serve a released model from a private endpoint, and watch what it is asked, how right it is, for whom, and why.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.ml_serving import MlServingParams
from modules.foundation.persona import Persona
from modules.foundation.producer import Producer
from modules.foundation.serving_boundary import serving_arn
from modules.serving.dashboard import Dashboard
from modules.serving.endpoint import Endpoint
from modules.serving.model_monitor import ModelMonitor
from modules.serving.retraining import Retraining
from modules.serving.serving_zones import ServingZones
from modules.storage.code_store import CodeStore
from modules.training.workplace import workplace


class MlServing(Blueprint):
    """
    A model that was signed, approved and released answers on isolated machines in private subnets, as many as requests ask for.
    A new one proves itself on a part of them and is taken back when an alarm rings. What is asked and answered is captured;
    four monitors compare it with the day of approval, and training starts anew when the model gets worse.
    """

    params_type = MlServingParams

    def __init__(self, scope: Stack, id: str, params: MlServingParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe = self.pipeline.bounded_by(serving_arn(self.pipeline.environment))
        released = self.imported("released")
        place = workplace(self, "serving", pipeline=pipe, publishers=params.publishers, digest=params.image_digest)
        zones = ServingZones(self, "zones", params.zones, place=place)
        code = CodeStore(self, "code", pipeline=pipe, key=place.key, network=place.network, logs=zones.logs)
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
            self, "approver", name="owner", duty="approve", pipeline=pipe, reads=[zones.monitored],
            writes=[zones.baseline],
        )  # fmt: skip
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipe, reads=[zones.logs.store])
        self.output("endpoint_name", endpoint.name, "The endpoint that callers ask")
        self.output("caller_role_arn", caller.role.arn, "The role that callers take on")
        self.output("truth_bucket", zones.truths.name, "Where callers put what turned out to be true, under truth/")
        self.output(
            "repository_url", place.images.repository.repository_url, "Where the image is pushed, by its digest"
        )
