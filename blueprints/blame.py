"""
Which setting of a deployment's file a refusal is about that comes later than reading, when the deployment is composed.
"""

from __future__ import annotations

import re
from typing import Final

from blueprints.document import Document
from blueprints.problems import Path
from modules.errors import CompositionError, SettingError

_LEADING_PATH: Final = re.compile(r"([a-z_]+(?:\.[a-z_]+)+): ")
_WORD: Final = re.compile(r"[a-z_]+")
_OF_THE_GRAPH: Final = ("classification",)
_OF_A_MODULE: Final = ("blueprint",)


def blame(document: Document, error: SettingError | CompositionError) -> None:
    """
    Add the error to the problems of *document*, at the setting that it is about.

    That is the one whose path the message begins with; else the one that chose a name in a graph that is not sound; else the
    first whose key the message speaks of; else the class of the data, which decides what a graph allows, or the blueprint.
    """
    if isinstance(error, SettingError):
        document.refuse(error.path, error.message)
        return
    leading = _LEADING_PATH.match(error.words)
    if leading:
        document.refuse(tuple(leading[1].split(".")), error.words[leading.end() :])
        return
    if error.names is None:
        document.refuse(_spoken_of(document, error.words) or _OF_A_MODULE, error.words)
    else:
        document.refuse(_chosen(document, error.names) or _OF_THE_GRAPH, error.words)


def _chosen(document: Document, names: tuple[str, ...]) -> Path | None:
    return next((path for path, entry in document.entries.items() if entry.value in names), None)


def _spoken_of(document: Document, words: str) -> Path | None:
    keys = {
        path[-1]: path
        for path in reversed(document.entries)
        if path and not any(isinstance(step, int) for step in path)
    }
    return next((keys[word] for word in _WORD.findall(words) if word in keys), None)
