"""
The function's entry point: one step of a rotation an invocation, as Secrets Manager asks for them.

Each step can be asked for again and then changes nothing more. No password is logged or returned.
"""

from __future__ import annotations

import functools
import json
import os
from typing import Any

import boto3

from .rotation import Rotation
from .warehouse import Warehouse


@functools.cache
def rotation() -> Rotation:
    """What one cold start prepares for all invocations after it."""
    warehouse = Warehouse(
        boto3.client("redshift-data"), json.loads(os.environ["WAREHOUSE"]), os.environ["ADMIN_SECRET_ARN"]
    )
    return Rotation(boto3.client("secretsmanager"), warehouse, os.environ["DATABASE_USER"])


def handler(event: dict[str, Any], _: Any) -> None:
    """*event* names the secret, the version that is being made, and the step."""
    steps = {
        "createSecret": rotation().create,
        "setSecret": rotation().set,
        "testSecret": rotation().test,
        "finishSecret": rotation().finish,
    }
    steps[event["Step"]](event["SecretId"], event["ClientRequestToken"])
