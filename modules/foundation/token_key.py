"""
The key from which tokens for sensitive values are derived.
"""

from __future__ import annotations

from typing import Annotated, Final

from bindings import Construct
from modules.dataflow import Statement
from modules.foundation.key import Key, KeyParams
from modules.params import text
from modules.pipeline import Pipeline

TokenLabel = Annotated[str, text(r"^v[1-9][0-9]{0,3}$", "v1 to v9999")]
FIRST_LABEL: Final = "v1"


class TokenKey(Key):
    """
    An HMAC key that never leaves KMS; a process derives its working key from it and *label* once, when it starts.

    KMS cannot rotate an HMAC key. A new label gives new tokens, and each token names the label it was made with.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, label: str) -> None:
        params = KeyParams(purpose="tokens", spec="HMAC_256")
        super().__init__(scope, id, params, pipeline=pipeline, classification=pipeline.classification)
        self.label = label

    def derive_statement(self) -> Statement:
        condition = {"StringEquals": {"kms:MacAlgorithm": "HMAC_SHA_256"}}
        return Statement(("kms:GenerateMac",), (self.arn,), condition)
