"""
What a request asks for: service, operation and parameters, read with the service's own model, whatever its protocol.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from moto.core.model import OperationModel, ServiceModel
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import Request, determine_request_protocol
from moto.core.routing import JSONRouter, NotFound, QueryRouter, RestRouter
from moto.core.utils import get_service_model
from moto.utilities.utils import get_partition

from workflow.emulator.iam_errors import NotModelledError

CREDENTIAL = re.compile(r"Credential=(?P<key>[^/]+)/\d{8}/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request")

SERVICE_OF_SIGNING_NAME = {
    "elasticmapreduce": "emr",
    "monitoring": "cloudwatch",
    "states": "stepfunctions",
    "tagging": "resourcegroupstaggingapi",
}


class TargetRouter(JSONRouter):  # type: ignore[misc]  # moto has no types
    """Also knows targets without the package before the name: so the clients of Go call CloudTrail, which boto3 calls whole."""

    def _match(self, request: Request) -> tuple[OperationModel | None, dict[str, Any]]:
        operation, path = super()._match(request)
        if operation is None:
            target = f".{request.headers.get('X-Amz-Target', '')}"
            operation = next((held for name, held in self._operations_by_target.items() if name.endswith(target)), None)
        return operation, path


ROUTERS = {
    "ec2": QueryRouter,
    "query": QueryRouter,
    "json": TargetRouter,
    "rest-json": RestRouter,
    "rest-xml": RestRouter,
}
S3_BODIES = frozenset({"DeleteObjects"})  # the only operation of S3 whose body names resources
_routers: dict[tuple[str, str], Any] = {}


@dataclass(frozen=True)
class Signature:
    """Who signed, where, and for which service; the signature itself is not checked."""

    access_key: str
    token: str
    region: str
    service: str
    """The name the service is called by in boto3."""


@dataclass(frozen=True)
class Call:
    """One API call."""

    service: str
    operation: str
    parameters: Mapping[str, Any]
    headers: Mapping[str, str]
    """Names in lower case."""
    region: str
    account_id: str
    protocol: str

    @property
    def partition(self) -> str:
        return str(get_partition(self.region))

    def arn(self, resource: str, *, service: str = "", region: str | None = None, account_id: str | None = None) -> str:
        region = self.region if region is None else region
        account_id = self.account_id if account_id is None else account_id
        return f"arn:{self.partition}:{service or self.service}:{region}:{account_id}:{resource}"


def buffered(environ: dict[str, Any]) -> Request:
    """The request with its whole body in memory; *environ* can be read again by moto afterwards."""
    body = Request(environ).get_data(cache=True, parse_form_data=False)
    environ["wsgi.input"] = io.BytesIO(body)
    request = Request(dict(environ, **{"wsgi.input": io.BytesIO(body)}))
    request.get_data(cache=True, parse_form_data=False)
    return request


def signature_of(request: Request) -> Signature | None:
    """The signature in the `Authorization` header or, for a presigned address, in the query; `None` without one."""
    header = request.headers.get("Authorization", "")
    presigned = f"Credential={request.args.get('X-Amz-Credential', '')}"
    match = CREDENTIAL.search(header) or CREDENTIAL.search(presigned)
    if match is None:
        return None
    token = request.headers.get("X-Amz-Security-Token") or request.args.get("X-Amz-Security-Token", "")
    service = SERVICE_OF_SIGNING_NAME.get(match["service"], match["service"])
    if request.headers.get("X-Amz-Target", "").startswith("DynamoDBStreams"):
        service = "dynamodbstreams"  # which signs as DynamoDB
    return Signature(match["key"], token, match["region"], service)


def protocol_of(request: Request, service: str) -> str:
    model = _service_model(service)
    if request.headers.get("smithy-protocol") == "rpc-v2-cbor":
        return "smithy-rpc-v2-cbor"
    return str(determine_request_protocol(model, request.content_type))


def read_call(request: Request, signature: Signature, account_id: str) -> Call:
    protocol = protocol_of(request, signature.service)
    if protocol not in ROUTERS:
        raise NotModelledError(f"requests of {signature.service} in the protocol {protocol} are not modelled")
    operation, uri = _route(request, signature.service, protocol)
    return Call(
        service=signature.service,
        operation=operation.name,
        parameters=_parameters(request, operation, uri, protocol),
        headers={name.lower(): value for name, value in request.headers.items()},
        region=signature.region,
        account_id=account_id,
        protocol=protocol,
    )


def _service_model(service: str) -> ServiceModel:
    from botocore.exceptions import UnknownServiceError

    try:
        return get_service_model(service)
    except UnknownServiceError as error:
        raise NotModelledError(f"the service {service} is not modelled") from error


def _route(request: Request, service: str, protocol: str) -> tuple[OperationModel, dict[str, Any]]:
    key = (service, protocol)
    if key not in _routers:
        _routers[key] = ROUTERS[protocol](_service_model(service))
    try:
        operation, uri = _routers[key].match(request)
    except NotFound as error:
        raise NotModelledError(f"{service} has no operation for {request.method} {request.path}") from error
    return operation, uri


def _parameters(request: Request, operation: OperationModel, uri: dict[str, Any], protocol: str) -> dict[str, Any]:
    if protocol == "rest-xml" and operation.name not in S3_BODIES:
        return {**request.args.to_dict(), **uri}
    if operation.input_shape is None:
        return dict(uri)
    parsed = PROTOCOL_PARSERS[protocol](operation).parse(
        {
            "method": request.method,
            "values": request.values,
            "headers": request.headers,
            "body": request.get_data(),
            "url_path": request.path,
            "url_params": uri,
        },
    )
    return {**uri, **parsed}
