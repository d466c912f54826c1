"""
An endpoint that answers with a released model: private, isolated, encrypted, captured, and taken back when it does worse.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from typing import Final

from bindings import Construct
from bindings.aws import SagemakerEndpoint, SagemakerEndpointConfiguration
from bindings.aws.sagemaker_endpoint_configuration import SagemakerEndpointConfigurationArguments
from modules.dataflow import Load, Process, Statement, Store
from modules.errors import SettingError
from modules.grants import Trustee
from modules.imported import Imported
from modules.serving.asynchronous import Asynchronous
from modules.serving.endpoint_alarms import endpoint_alarms
from modules.serving.endpoint_params import EndpointParams
from modules.serving.host_role import HostRole
from modules.serving.released_model import ReleasedModel, ReleasedModelParams
from modules.serving.scaling import HEADROOM, VARIANT, scale
from modules.serving.serving_zones import ServingZones
from modules.training.workplace import Workplace

THING: Final = "endpoint"
SHOWN: Final = 12
KEEP_SECONDS: Final = 300  # that the old machines stay after the new ones have taken over
START_SECONDS: Final = 3_600  # at most, for starting machines and loading a model, beside the time of baking
LONGEST_SECONDS: Final = 60  # that an endpoint works on a request that it answers at once ("InvokeEndpoint")
DAY: Final = 86_400
JSON_TYPES, CSV_TYPES = ["application/json"], ["text/csv"]


class Endpoint(Construct):
    """
    A model, its endpoint and how it is scaled. *caller* asks it, through the VPC endpoints *ways* only; what is asked and
    answered is captured.

    Another model or setting makes another configuration, and the endpoint moves to it: first a part of the machines, then,
    when no alarm has rung, all; otherwise it goes back by itself.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: EndpointParams,
        *,
        model: ReleasedModelParams,
        released: Imported,
        caller: Process,
        ways: Sequence[str],
        zones: ServingZones,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        self._params, self._zones, self._place = params, zones, place
        self.name = pipeline.resource_name(THING)
        self.arn = pipeline.arn("sagemaker", f"endpoint/{self.name}")
        self._files = Asynchronous(self, "files", params, zones=zones, place=place) if params.asynchronous else None
        asked = self._files.asked if self._files else self._requests()
        caller.writes(asked)
        action = "sagemaker:InvokeEndpointAsync" if self._files else "sagemaker:InvokeEndpoint"
        caller.requires(Statement((action,), (self.arn,), {"StringEquals": {"aws:SourceVpce": sorted(ways)}}))
        if self._files:
            pipeline.graph.grants.trustees.append(Trustee(caller.name, "use", (self.arn,)))
        answered = [self._files.answered] if self._files else []
        self.role = HostRole(
            self, "role", endpoint=self.name, reads=[released.store, asked], writes=[zones.captured, *answered],
            place=place,
        )  # fmt: skip
        self.role.process.capacity = self._capacity
        if self._files:
            self._files.publish(self.role.process)
        self._check(pipeline.graph.load_on(asked))
        self.model = ReleasedModel(self, "model", model, released=released, role=self.role, place=place)
        self.configuration = self._configuration()
        self.endpoint = self._endpoint()
        scale(self, self.endpoint, params)

    def _requests(self) -> Store:
        """What is asked of an endpoint that answers at once, and stays nowhere but in the capture."""
        pipeline = self._place.pipeline
        return pipeline.graph.add_store(
            Store(
                name="requests",
                kind="endpoint",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=LONGEST_SECONDS / DAY,
                read_statements=(),
                write_statements=(),
                persona_readers=frozenset(),
                places=(self.arn,),
            )
        )

    def _capacity(self, _: Load) -> float:
        """Requests a second that all machines allowed at a time answer."""
        return self._params.ceiling * self._params.requests_per_second

    def _check(self, load: Load | None) -> None:
        """The peak that the deployment states has to fit, with the headroom that scaling keeps."""
        peak = load.peak_records_per_second if load else 0
        needed = math.ceil(peak / (self._params.requests_per_second * HEADROOM))
        if needed > self._params.ceiling:
            raise SettingError(
                ("parameters", "endpoint", "ceiling"),
                f"{peak:g} requests a second at peak take {needed} machines that answer {self._params.requests_per_second:g} "
                f"each and are half busy; the ceiling is {self._params.ceiling}, raise it to {needed} or more",
            )

    def _configuration(self) -> SagemakerEndpointConfiguration:
        params, place, captures = self._params, self._place, self._zones.captures
        arguments: SagemakerEndpointConfigurationArguments = {
            "kms_key_arn": place.key.arn,
            "production_variants": [
                {
                    "variant_name": VARIANT,
                    "model_name": self.model.model.name,
                    "instance_type": params.instance_type,
                    "initial_instance_count": params.floor,
                    "initial_variant_weight": 1,
                    "volume_size_in_gb": params.volume_gib,
                    "enable_ssm_access": False,
                }
            ],
            "data_capture_config": {
                "enable_capture": True,
                "initial_sampling_percentage": params.captured_percent,
                "destination_s3_uri": f"s3://{captures.name}/captured",
                "kms_key_id": captures.key.arn,
                "capture_options": [{"capture_mode": "Input"}, {"capture_mode": "Output"}],
                "capture_content_type_header": {"json_content_types": JSON_TYPES, "csv_content_types": CSV_TYPES},
            },
            "tags": {"classification": place.pipeline.classification},
        }
        if self._files:
            arguments["async_inference_config"] = self._files.settings()
        digest = hashlib.sha256(json.dumps(arguments, sort_keys=True).encode()).hexdigest()[:SHOWN]
        arguments["name"] = place.pipeline.resource_name(digest)
        return SagemakerEndpointConfiguration(
            self,
            "configuration",
            lifecycle={"create_before_destroy": True},
            **arguments,
        )

    def _endpoint(self) -> SagemakerEndpoint:
        params, place = self._params, self._place
        alarms = endpoint_alarms(place.alarms, params, endpoint=self.name)
        return SagemakerEndpoint(
            self,
            "endpoint",
            name=self.name,
            endpoint_config_name=self.configuration.name,
            deployment_config={
                "blue_green_update_policy": {
                    "traffic_routing_configuration": {
                        "type": "CANARY",
                        "canary_size": {"type": "CAPACITY_PERCENT", "value": params.canary_percent},
                        "wait_interval_in_seconds": params.bake_seconds,
                    },
                    "termination_wait_in_seconds": KEEP_SECONDS,
                    "maximum_execution_timeout_in_seconds": START_SECONDS + params.bake_seconds,
                },
                "auto_rollback_configuration": {"alarms": [{"alarm_name": alarm.alarm_name} for alarm in alarms]},
            },
            tags={"classification": place.pipeline.classification},
            depends_on=[self.role.logs.log_group],
        )
