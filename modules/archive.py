"""
The packaged code of a function, as synth sees it: where it lies, and its digest.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass


@dataclass(frozen=True)
class Archive:
    """*path* is relative to the stack's folder, *sha256* in hexadecimal digits, *handler* `<package>.<module>.<function>`."""

    path: str
    sha256: str
    handler: str

    @property
    def sha256_base64(self) -> str:
        return base64.b64encode(bytes.fromhex(self.sha256)).decode()
