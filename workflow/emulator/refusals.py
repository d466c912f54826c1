"""
Refusals in the form each protocol gives them, so that boto3 and Terraform read the right error code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from uuid import uuid4
from xml.sax.saxutils import escape

NOT_RETRIED = HTTPStatus.NOT_IMPLEMENTED  # clients repeat a 500, which would only delay the message

DENIED = "denied"
UNKNOWN_CALLER = "unknown caller"
UNSIGNED = "unsigned"
NOT_MODELLED = "not modelled"

# what happened -> the code, for JSON services, query services, EC2 and S3
CODES = {
    DENIED: ("AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "AccessDenied"),
    UNKNOWN_CALLER: ("UnrecognizedClientException", "InvalidClientTokenId", "AuthFailure", "InvalidAccessKeyId"),
    UNSIGNED: ("MissingAuthenticationTokenException", "MissingAuthenticationToken", "AuthFailure", "AccessDenied"),
    NOT_MODELLED: ("InternalFailure", "InternalFailure", "InternalFailure", "InternalFailure"),
}
DENIED_BY_SERVICE = {"sns": "AuthorizationError"}  # where a service has a code of its own
COLUMNS = {"json": 0, "rest-json": 0, "smithy-rpc-v2-cbor": 0, "query": 1, "ec2": 2, "rest-xml": 3}
QUERY_COMPATIBLE = frozenset({"sqs", "cloudwatch"})  # JSON services whose clients look for the query protocol's code

ERROR_XML = "<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
BODIES = {
    "query": f"<ErrorResponse>{ERROR_XML}<RequestId>{{request_id}}</RequestId></ErrorResponse>",
    "ec2": f"<Response><Errors>{ERROR_XML}</Errors><RequestID>{{request_id}}</RequestID></Response>",
    "rest-xml": "<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{request_id}</RequestId></Error>",
}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def refusal(kind: str, message: str, *, protocol: str, service: str, code: str = "") -> Answer:
    """*kind* is one of the keys of `CODES`; *code* replaces the code that kind has."""
    column = COLUMNS.get(protocol, COLUMNS["rest-xml"])
    code = code or (DENIED_BY_SERVICE.get(service, "") if kind == DENIED else "") or CODES[kind][column]
    request_id = str(uuid4())
    headers = {"x-amzn-RequestId": request_id, "x-amz-request-id": request_id}
    if protocol in BODIES:
        text = BODIES[protocol].format(code=escape(code), message=escape(message), request_id=request_id)
        return Answer(_status(kind, protocol), {**headers, "Content-Type": "text/xml"}, text.encode())
    if service in QUERY_COMPATIBLE:
        headers["x-amzn-query-error"] = f"{CODES[kind][COLUMNS['query']]};Sender"
    headers |= {"Content-Type": "application/x-amz-json-1.1", "x-amzn-ErrorType": code}
    body = json.dumps({"__type": code, "message": message, "Message": message})
    return Answer(_status(kind, protocol), headers, body.encode())


def _status(kind: str, protocol: str) -> int:
    if kind == NOT_MODELLED:
        return NOT_RETRIED
    return HTTPStatus.BAD_REQUEST if protocol == "json" else HTTPStatus.FORBIDDEN
