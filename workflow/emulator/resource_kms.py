"""
The permissions of KMS calls: the key is named by id, ARN, alias or ciphertext, and an alias is a resource of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from moto.kms.models import Key
from moto.kms.utils import KEY_ID_LEN

from workflow.emulator.need import Need
from workflow.emulator.request import Call
from workflow.emulator.resource_policies import encryption_context, find_key, key_need
from workflow.emulator.resource_tables import UNSCOPED_OPERATIONS

LOCKOUT = "MalformedPolicyDocumentException"


def kms_needs(call: Call) -> Iterator[Need]:
    if call.operation in ("CreateKey", "PutKeyPolicy") and not call.parameters.get("BypassPolicyLockoutSafetyCheck"):
        yield from _lockout_check(call)
    if call.operation in UNSCOPED_OPERATIONS["kms"]:
        yield Need(action=f"kms:{call.operation}", resource="*")
    elif call.operation in ("CreateAlias", "DeleteAlias", "UpdateAlias"):
        yield from _alias_needs(call)
    elif call.operation == "ReEncrypt":
        yield _need(call, "ReEncryptFrom", _key_of_ciphertext(call), call.parameters.get("SourceEncryptionContext"))
        yield _need(
            call,
            "ReEncryptTo",
            call.parameters["DestinationKeyId"],
            call.parameters.get("DestinationEncryptionContext"),
        )
    else:
        name = call.parameters.get("KeyId") or _key_of_ciphertext(call)
        yield _need(call, call.operation, name, call.parameters.get("EncryptionContext"))


def _need(call: Call, action: str, name: str, pairs: dict[str, str] | None) -> Need:
    key = find_key(call, name)
    if key is None:  # refused for its missing key policy only if nobody could see the key anyway; moto answers NotFound
        return Need(action=f"kms:{action}", resource=_missing(call, name))
    context: dict[str, Any] = encryption_context(pairs) if pairs else {}
    if ":alias/" in name or name.startswith("alias/"):
        context["kms:requestalias"] = f"alias/{name.partition('alias/')[2]}"
    if "MacAlgorithm" in call.parameters:
        context["kms:macalgorithm"] = call.parameters["MacAlgorithm"]
    if action == "CreateGrant":
        context["kms:grantisforawsresource"] = "false"
    return key_need(call, key, action, **context)


def _missing(call: Call, name: str) -> str:
    resource = name.rpartition(":")[2].removeprefix("key/")
    return call.arn(resource if resource.startswith("alias/") else f"key/{resource}")


def _key_of_ciphertext(call: Call) -> str:
    blob: bytes = call.parameters.get("CiphertextBlob", b"")
    return blob[:KEY_ID_LEN].decode("ascii", "replace")


def _alias_needs(call: Call) -> Iterator[Need]:
    """The alias by identity policies, and the key it points or pointed at by its key policy."""
    alias = call.parameters["AliasName"]
    action = f"kms:{call.operation}"
    yield Need(action=action, resource=call.arn(alias))
    for name in {call.parameters.get("TargetKeyId"), alias} - {None}:
        key: Key | None = find_key(call, str(name))
        if key is not None:
            yield key_need(call, key, call.operation)


def _lockout_check(call: Call) -> Iterator[Need]:
    """AWS refuses a key policy under which the caller could not change the key policy again."""
    text = call.parameters.get("Policy")
    if text:
        name = call.parameters.get("KeyId", "new")
        key = find_key(call, name)
        yield Need(
            action="kms:PutKeyPolicy",
            resource=key.arn if key else call.arn("key/new"),
            policy=json.loads(text),
            policy_decides=True,
            context={"kms:calleraccount": call.account_id},
            refused_as=LOCKOUT,
        )
