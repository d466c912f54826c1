"""
The process of an emulator: `python -m workflow.emulator`, started by `workflow.emulator.server`.

It reads its settings from standard input, serves on the loopback interface, writes `emulator.json`, and ends on SIGTERM.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from moto.core.config import default_user_config
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

from workflow.emulator.amendments import amend
from workflow.emulator.application import Application, RefusedError, Route
from workflow.emulator.authorizer import Authorizer
from workflow.emulator.bootstrap import create_policies, create_roles
from workflow.emulator.caller import UnknownCallerError
from workflow.emulator.container_pods import apply_manifest
from workflow.emulator.events import DrainError, EventSources
from workflow.emulator.problems import NotEmulatedError
from workflow.emulator.settings import Record, Settings

HOST = "127.0.0.1"


def main() -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    for chatty in ("werkzeug", "botocore", "boto3", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    settings = Settings.from_json(sys.stdin.read())
    default_user_config["lambda"] = {"use_docker": False}
    amend()
    create_roles(settings.account_id, settings.region, settings.roles, settings.deploy_role)
    create_policies(settings.account_id, settings.region, settings.policies)
    _serve(settings)


def _serve(settings: Settings) -> None:
    authorizer = Authorizer(settings.account_id, settings.region)
    routes: dict[str, Route] = {"health": lambda _: {}, "credentials": lambda query: _credentials(authorizer, query)}
    application = Application(DomainDispatcherApplication(create_backend_app), authorizer, settings.token, routes)
    server = make_server(HOST, settings.port, application, threaded=True, request_handler=MotoRequestHandler)
    os.environ["MOTO_PORT"] = str(server.port)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    threading.Thread(target=server.serve_forever, name="server", daemon=True).start()
    endpoint = f"http://{HOST}:{server.port}"
    root = Path(settings.folder) / "functions"
    sources = EventSources(settings.account_id, settings.region, endpoint, root, authorizer.credentials_for)
    routes["drain"] = lambda query: _drain(sources, query)
    routes["manifest"] = lambda query: _apply_manifest(settings, query)
    sources.start()
    record = Record(
        os.getpid(), server.port, settings.account_id, settings.region, settings.deploy_role, settings.token
    )
    record.write(Path(settings.folder))
    stopped.wait()
    sources.stop()
    server.shutdown()


def _credentials(authorizer: Authorizer, query: Mapping[str, str]) -> dict[str, str]:
    try:
        return authorizer.credentials_for(query["role"])
    except UnknownCallerError as error:
        raise RefusedError(str(error)) from error


def _drain(sources: EventSources, query: Mapping[str, str]) -> dict[str, Any]:
    try:
        sources.drain(float(query["limit"]))
    except DrainError as error:
        raise RefusedError("; ".join(error.problems)) from error
    return {}


def _apply_manifest(settings: Settings, query: Mapping[str, str]) -> dict[str, Any]:
    try:
        apply_manifest(settings.account_id, settings.region, query["cluster"], query["manifest"])
    except NotEmulatedError as error:
        raise RefusedError(str(error)) from error
    return {}


if __name__ == "__main__":
    main()
