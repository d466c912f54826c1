"""
Starts one execution of the state machine for each manifest that a queue tells about.

S3 tells at least once, and a queue delivers at least once. The name of an execution follows from the manifest's key and
version, and Step Functions takes a name once in 90 days, so a batch that is told about twice is worked on once. The same
key written again is another version, and so another execution.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_plus

import boto3
from aws_lambda_powertools import Logger

logger = Logger()

SHOWN = 40  # characters of the batch's own name in that of its execution
DIGEST = 32  # hexadecimal digits: 128 bits, so that no two versions share a name by chance
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class MessageError(Exception):
    """A message that is no notification of S3 about a version of an object."""


@functools.cache
def _states() -> Any:
    return boto3.client("stepfunctions")


def handler(event: dict[str, Any], _: Any) -> dict[str, Any]:
    """Work on the messages of a batch; those that fail are reported, so that only they come again."""
    failed = []
    for message in event["Records"]:
        try:
            for batch in batches(message["body"]):
                start(_states(), os.environ["STATE_MACHINE_ARN"], batch)
        except Exception as error:  # noqa: BLE001  # one message must not keep the others from being worked on
            logger.warning("message not worked on", extra={"message_id": message["messageId"], "error": repr(error)})
            failed.append({"itemIdentifier": message["messageId"]})
    return {"batchItemFailures": failed}


def batches(body: str) -> Iterator[dict[str, str]]:
    """What a notification tells about: bucket, key and version of each manifest; nothing for the test that S3 sends first."""
    try:
        content = json.loads(body)
        if content.get("Event") == "s3:TestEvent":
            return
        for record in content["Records"]:
            told = record["s3"]
            key = unquote_plus(told["object"]["key"])
            yield {"bucket": told["bucket"]["name"], "key": key, "version": told["object"]["versionId"]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MessageError(f"no notification about a version of an object: {error!r}") from error


def execution_name(batch: dict[str, str]) -> str:
    """The name of the one execution for this version: the batch's folder to look at, and a digest that tells versions apart."""
    folder = batch["key"].rpartition("/")[0].rpartition("/")[2]
    identity = "\n".join((batch["bucket"], batch["key"], batch["version"]))
    digest = hashlib.sha256(identity.encode()).hexdigest()[:DIGEST]
    return f"{_UNSAFE.sub('-', folder)[:SHOWN]}-{digest}"


def start(states: Any, machine: str, batch: dict[str, str]) -> str:
    """Start the execution for *batch*, or find that it has been started already; either way its name."""
    name = execution_name(batch)
    try:
        states.start_execution(stateMachineArn=machine, name=name, input=json.dumps(batch, sort_keys=True))
    except states.exceptions.ExecutionAlreadyExists:
        logger.info("started already", extra={"execution": name})
    return name
