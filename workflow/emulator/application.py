"""
The WSGI application of the emulator: our own routes, then the authorizer, then moto.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any

from moto.core.request import Request

from workflow.emulator.authorizer import Authorizer
from workflow.emulator.refusals import Answer
from workflow.emulator.request import buffered

ADMIN = "/millrace/"
TOKEN_HEADER = "X-Millrace-Token"  # noqa: S105 (the header's name)

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
Route = Callable[[Mapping[str, str]], Mapping[str, Any]]


class RefusedError(Exception):
    """One of our own routes could not do what was asked; the text goes back to the caller."""


class Application:
    """
    Everything that is not ours goes through the authorizer; moto's own administration is closed.

    *routes* are called by name below `/millrace/`, with the query's parameters, and only with the token of this server.
    """

    def __init__(self, moto: Wsgi, authorizer: Authorizer, token: str, routes: Mapping[str, Route]) -> None:
        self._moto, self._authorizer, self._token, self._routes = moto, authorizer, token, routes

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith(ADMIN):
            return _send(self._administer(Request(environ)), environ, start_response)
        if path.startswith("/moto-api"):
            return _send(
                _json(HTTPStatus.FORBIDDEN, {"error": "moto's own routes are closed"}), environ, start_response
            )
        answer = self._authorizer.refusal(buffered(environ))
        if answer is not None:
            return _send(answer, environ, start_response)
        return self._moto(environ, start_response)

    def _administer(self, request: Request) -> Answer:
        if not hmac.compare_digest(request.headers.get(TOKEN_HEADER, "").encode(), self._token.encode()):
            return _json(HTTPStatus.FORBIDDEN, {"error": "the token is not that of this emulator"})
        route = self._routes.get(request.path.removeprefix(ADMIN))
        if route is None:
            return _json(HTTPStatus.NOT_FOUND, {"error": f"no route {request.path}"})
        try:
            return _json(HTTPStatus.OK, route(request.args.to_dict()))
        except RefusedError as error:
            return _json(HTTPStatus.CONFLICT, {"error": str(error)})


def _json(status: int, value: Mapping[str, Any]) -> Answer:
    return Answer(status, {"Content-Type": "application/json"}, json.dumps(value).encode())


def _send(answer: Answer, environ: Mapping[str, Any], start_response: Any) -> Iterable[bytes]:
    headers = [*answer.headers.items(), ("Content-Length", str(len(answer.body)))]
    start_response(f"{answer.status} {HTTPStatus(answer.status).phrase}", headers)
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [answer.body]
