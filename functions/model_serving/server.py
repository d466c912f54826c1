"""
The server of the container: SageMaker asks `/ping` whether it is well and sends requests to `/invocations`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .inference import LARGEST, RequestError, input_fn, output_fn, predict_fn

PORT = 8_080  # "Use Your Own Inference Code with Hosting Services"
SECONDS = 60  # that a connection may say nothing

logger = logging.getLogger(__name__)


def server(fitted: Any, address: tuple[str, int]) -> ThreadingHTTPServer:
    """A server that answers with the model *fitted*; it was loaded before, so a server that is up is well."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = SECONDS

        def do_GET(self) -> None:
            self._answer(*((HTTPStatus.OK, b"") if self.path == "/ping" else (HTTPStatus.NOT_FOUND, b"")))

        def do_POST(self) -> None:
            self._answer(*self._asked())

        def _asked(self) -> tuple[HTTPStatus, bytes]:
            length = self.headers.get("Content-Length", "")
            if self.path != "/invocations" or not length.isdigit() or int(length) > LARGEST:
                self.close_connection = True  # what is left of the request is not read
                if self.path != "/invocations":
                    return HTTPStatus.NOT_FOUND, b""
                return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a request has 1 to {LARGEST} bytes".encode()
            body = self.rfile.read(int(length))
            return reply(fitted, body, self.headers.get("Content-Type", ""), self.headers.get("Accept", ""))

        def _answer(self, status: HTTPStatus, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if status == HTTPStatus.OK else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing: requests are captured, and logs hold no data."""

    return ThreadingHTTPServer(address, Handler)


def reply(fitted: Any, body: bytes, content_type: str, accept: str) -> tuple[HTTPStatus, bytes]:
    """Status and body of the answer; what cannot be answered says why, and never with a value of a row."""
    try:
        text, _ = output_fn(predict_fn(input_fn(body, content_type), fitted), accept)
    except RequestError as error:
        return HTTPStatus.BAD_REQUEST, str(error).encode()
    return HTTPStatus.OK, text.encode()


def serve(load: Callable[[], Any]) -> None:
    """Answer until the container is stopped."""
    logger.info("loading the model")
    server(load(), ("0.0.0.0", PORT)).serve_forever()  # noqa: S104  # the container has no network but SageMaker's proxy
