"""
What is made of one message: a description of the document it holds. A team puts its own work in place of this file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter

COMMON = 10  # words that are told with how often they occur


class RefusedError(Exception):
    """The message makes no sense, and will make none the next time; the text says why and holds no value of it."""


def describe(body: str) -> bytes:
    """
    A description of the document in *body*, as JSON: the same bytes for the same document, wherever and whenever it is made.

    Raises RefusedError when *body* is no JSON object with the texts `document_id` and `text`.
    """
    try:
        document = json.loads(body)
    except ValueError:
        raise RefusedError("is no JSON") from None
    if not isinstance(document, dict):
        raise RefusedError("is no JSON object")
    for name in ("document_id", "text"):
        if not isinstance(document.get(name), str) or not document[name]:
            raise RefusedError(f"has no text {name}")
    words = Counter(document["text"].casefold().split())
    description = {
        "document_id": document["document_id"],
        "sha256": hashlib.sha256(document["text"].encode()).hexdigest(),
        "characters": len(document["text"]),
        "words": sum(words.values()),
        "common_words": dict(sorted(words.items(), key=lambda item: (-item[1], item[0]))[:COMMON]),
    }
    return json.dumps(description, sort_keys=True, separators=(",", ":")).encode() + b"\n"
