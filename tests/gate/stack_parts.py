"""
The parts the hand-written test stack is put together from.
"""

from __future__ import annotations

import json
from typing import Any

ACCOUNT = "111122223333"
REGION = "eu-central-1"
KEY = "${aws_kms_key.key.arn}"
Resources = dict[str, dict[str, dict[str, Any]]]


def merge(*parts: Resources) -> Resources:
    """
    One resource section from several.
    """
    merged: Resources = {}
    for part in parts:
        for kind, blocks in part.items():
            merged.setdefault(kind, {}).update(blocks)
    return merged


def tags(**values: str) -> dict[str, dict[str, str]]:
    """
    The tags of one resource, as an argument.
    """
    return {"tags": values}


def allow(actions: str | list[str], resources: str | list[str]) -> dict[str, Any]:
    """
    A statement that grants actions on resources.
    """
    return {"Effect": "Allow", "Action": actions, "Resource": resources}


def role_arn(name: str) -> str:
    """
    The ARN of a role of the stack, built around its known name.
    """
    return f"arn:aws:iam::{ACCOUNT}:role/${{aws_iam_role.{name}.name}}"


def role(name: str, trusted: str | dict[str, str], statements: list[dict[str, Any]], **extra: str) -> Resources:
    """
    A process's role and its one inline policy.
    """
    principal = {"Service": trusted} if isinstance(trusted, str) else trusted
    trust: dict[str, Any] = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    if isinstance(trusted, str):
        trust["Condition"] = {"StringEquals": {"aws:SourceAccount": ACCOUNT}}
    return {
        "aws_iam_role": {
            name: {
                "name": f"orders-dev-{name}",
                "assume_role_policy": json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
                "permissions_boundary": f"arn:aws:iam::{ACCOUNT}:policy/millrace-boundary",
                **tags(**{"process": name, **extra}),
            }
        },
        "aws_iam_role_policy": {
            name: {
                "name": name,
                "role": f"${{aws_iam_role.{name}.name}}",
                "policy": json.dumps({"Version": "2012-10-17", "Statement": statements}),
            }
        },
    }
