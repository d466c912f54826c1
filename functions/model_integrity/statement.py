"""
A signed statement: which model was made of which data in which image, and how it was judged.

What is signed are the bytes of the statement as canonical JSON: keys sorted, no spaces, ASCII. The key is an asymmetric one of
KMS, which signs the SHA-256 of these bytes and never leaves KMS.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from botocore.exceptions import ClientError

ALGORITHM = "ECDSA_SHA_256"
IMAGE = re.compile(r"[^@\s]+@sha256:[0-9a-f]{64}", re.ASCII)

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class RefusedError(Exception):
    """Something must not be used; *reason* is one word of a closed list, the message says what was seen and what is wanted."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason


@dataclass(frozen=True)
class Statement:
    """
    *artefact* is the SHA-256 of the model's archive, *image* the container with its digest, *batch* the approved set it
    learnt from, and *reports* the SHA-256 of each report by name. All digests are in hexadecimal.
    """

    dataset: str
    execution: str
    batch: str
    artefact: str
    image: str
    reports: Mapping[str, str]

    def canonical(self) -> bytes:
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()

    @classmethod
    def of(cls, document: Any) -> Self:
        """The statement in *document*; raises RefusedError when it is none, or says something beside."""
        try:
            made = cls(**document)
            texts = [made.dataset, made.execution, made.batch, made.image]
            whole = all(isinstance(text, str) and text for text in texts) and IMAGE.fullmatch(made.image)
            digests = all(_DIGEST.fullmatch(each) for each in (made.artefact, *made.reports.values()))
        except (TypeError, AttributeError) as error:
            raise RefusedError("unsigned", f"the signature file holds no whole statement: {error}") from error
        if not whole or not digests:
            raise RefusedError("unsigned", "the signature file holds no whole statement: a field is empty or no digest")
        return made


def sign(kms: Any, key: str, statement: Statement) -> dict[str, Any]:
    """The signature file of *statement*: itself, its signature in base64, and the key that made it."""
    answer = kms.sign(KeyId=key, Message=_digest(statement), MessageType="DIGEST", SigningAlgorithm=ALGORITHM)
    signature = base64.b64encode(answer["Signature"]).decode()
    return {"statement": asdict(statement), "signature": signature, "key": answer["KeyId"]}


def verified(kms: Any, key: str, body: bytes) -> Statement:
    """
    The statement in the signature file *body*, once *key* is found to have signed it.

    *key* is the deployment's; what the file says of its key does not matter. Raises RefusedError.
    """
    try:
        file = json.loads(body)
        document, signature = file["statement"], base64.b64decode(file["signature"], validate=True)
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise RefusedError("unsigned", "the signature file is not what a signature file is") from error
    statement = Statement.of(document)
    try:
        answer = kms.verify(
            KeyId=key,
            Message=_digest(statement),
            MessageType="DIGEST",
            Signature=signature,
            SigningAlgorithm=ALGORITHM,
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "KMSInvalidSignatureException":
            raise
        raise RefusedError("signature", "the statement was changed, or another key signed it") from error
    if not answer["SignatureValid"]:
        raise RefusedError("signature", "the statement was changed, or another key signed it")
    return statement


def _digest(statement: Statement) -> bytes:
    return hashlib.sha256(statement.canonical()).digest()
