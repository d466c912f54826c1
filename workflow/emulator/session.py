"""
boto3 sessions whose clients talk to the emulator and to nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import boto3
import botocore.loaders
import botocore.session
from botocore.config import Config

CONFIGURATION = Config(retries={"total_max_attempts": 2}, s3={"addressing_style": "path"}, proxies={})

# name -> (key in the configuration file, variable, default, conversion): the user's profile and files are not looked at
UNCONFIGURED = {
    "profile": (None, None, None, None),
    "config_file": (None, None, os.devnull, None),
    "credentials_file": (None, None, os.devnull, None),
}
_models = botocore.loaders.create_loader()  # shared, since every session would read the services' models again


class EmulatorSession(boto3.Session):
    """A session that knows where its clients go, since boto3 sessions themselves hold no endpoint."""

    endpoint: str

    def client(self, *arguments: Any, **options: Any) -> Any:
        return super().client(*arguments, **{"endpoint_url": self.endpoint, "config": CONFIGURATION, **options})

    def resource(self, *arguments: Any, **options: Any) -> Any:
        return super().resource(*arguments, **{"endpoint_url": self.endpoint, "config": CONFIGURATION, **options})


def open_session(endpoint: str, region: str, credentials: Mapping[str, str]) -> EmulatorSession:
    """A session with *credentials* (keyword arguments of `boto3.Session`) that ignores the user's configuration."""
    core = botocore.session.Session(session_vars=UNCONFIGURED)
    core.register_component("data_loader", _models)
    session = EmulatorSession(region_name=region, botocore_session=core, **credentials)
    session.endpoint = endpoint
    return session
