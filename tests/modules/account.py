"""
The account's baseline and the permission sets, composed in memory.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.modules.sample import ACCOUNT, ENVIRONMENT, Built, merged

ROLE = f"arn:aws:iam::{ACCOUNT}:role/"
PAIR: dict[str, Any] = {
    "repository": "example/pipelines",
    "plan_branch": "main",
    "apply_from": "prod",
    "deployments": ["orders-dev"],
}
"""A pair of roles that deploys."""

BASELINE: dict[str, Any] = {
    "name": "account-dev",
    "blueprint": "account_baseline",
    "environment": "dev",
    "owner": "platform@example.com",
    "classification": "confidential",
    "parameters": {
        "personas": {
            "auditor": {"roles": [f"{ROLE}auditor"]},
            "security_responder": {"permission_sets": ["SecurityResponder"]},
            "platform_engineer": {"saml_provider": f"arn:aws:iam::{ACCOUNT}:saml-provider/company"},
        },
        "deploy": {
            "provider": "github",
            "roles": [PAIR],
        },
        "break_glass": {"reached_by": {"kind": "sealed_users"}},
        "budget": {"monthly_limit_usd": 500},
    },
}
IDENTITY: dict[str, Any] = {
    "name": "identity-dev",
    "blueprint": "identity_center",
    "environment": "dev",
    "owner": "platform@example.com",
    "classification": "confidential",
    "parameters": {
        "permission_sets": {
            "instance_arn": "arn:aws:sso:::instance/ssoins-0123456789abcdef",
            "groups": {"analyst": "11111111-1111-1111-1111-111111111111"},
        }
    },
}


def compose(base: dict[str, Any], environment: dict[str, Any] | None = None, **parameters: Any) -> Built:
    """
    One of the two with changes to its environment and its parameters.
    """
    return Built(merged(base, {"parameters": parameters}), merged(ENVIRONMENT, environment or {}))


@functools.cache
def _account(changes: str) -> Built:
    parameters, environment = json.loads(changes)

    return compose(BASELINE, environment, **parameters)


def account(environment: dict[str, Any] | None = None, **parameters: Any) -> Built:
    """
    The account's baseline with changes to its environment and its parameters, composed once.
    """
    return _account(json.dumps([parameters, environment or {}], sort_keys=True))
