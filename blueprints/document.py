"""
A YAML document as plain values, with the place of each; what is wrong with its YAML is collected, not raised.

Read by the core schema of YAML 1.2, as editors do. Where a reader of YAML 1.1 would take a word for something else
(`no`, `010`, `1:30`), the document has to be clearer. Anchors, aliases, tags and merge keys are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import yaml

from blueprints.problems import Path, Problem, shortened
from blueprints.yaml_words import ambiguity, syntax_problem, value_of
from modules.params import Fault

DEEPEST: Final = 16
"""Most levels of nesting."""

UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that do not belong in a document: control characters, surrogates, line breaks only Unicode knows."""

LINE_END: Final = re.compile("\r\n|\r|\n")


class Place(NamedTuple):
    """Line and column, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Entry:
    """A value as it stands in the document."""

    value: Any
    place: Place
    key: Place
    """Where its key stands; the place of the value for items of a list and the document as a whole."""
    source: str | None = None
    """A scalar's text, as written up to its quotes; none for mappings and lists."""

    @property
    def shown(self) -> str:
        match self.value:
            case dict():
                return "a mapping"
            case list():
                return "a list"
        return shortened(self.source or "")


@dataclass
class Document:
    """The values of a file, where each stands, and the problems found so far."""

    file: str
    entries: dict[Path, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    """Values with a problem that makes any other message about them needless."""

    @property
    def data(self) -> Any:
        """The document as plain values; none when there is nothing readable in it."""
        return self.entries[()].value if () in self.entries else None

    def place(self, path: Path) -> Place:
        """Of the value, or of the key where that says more: of mappings and lists, and of what is missing in them."""
        entry = self.entries.get(path)
        if entry and not isinstance(entry.value, dict | list):
            return entry.place
        while path not in self.entries and path:
            path = path[:-1]
        return self.entries[path].key if path in self.entries else Place(1, 1)

    @property
    def end(self) -> Place:
        """Of the last thing that is known of the document, so that what is said there comes last."""
        return max((Place(each.line, each.column) for each in self.problems), default=Place(1, 1))

    @property
    def name(self) -> str:
        """Of the file, without folder and ending."""
        return self.file.rpartition("/")[2].removesuffix(".yaml")

    def where(self, path: Path) -> str:
        """File and line of a value, as in `environments/prod.yaml:12`."""
        return f"{self.file}:{self.place(path).line}"

    def add(self, path: Path, message: str, place: Place | None = None) -> None:
        line, column = place or self.place(path)
        self.problems.append(Problem(self.file, line, column, path, message))

    def refuse(self, path: Path, message: str, place: Place | None = None) -> None:
        """Adds a problem after which nothing more is said about the value and what is in it."""
        self.add(path, message, place)
        self.refused.add(path)

    def is_refused(self, path: Path) -> bool:
        return any(path[:length] in self.refused for length in range(len(path) + 1))


FAST_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Five times as fast as the other where PyYAML was built with libyaml; the other says better what is wrong, and where."""


def parse(file: str, text: str) -> Document:
    """The document in *text*; *file* is the name that its problems carry."""
    unprintable = UNPRINTABLE.search(text)
    if unprintable:
        document = Document(file)
        place = place_of(text, unprintable.start())
        document.refuse((), f"has the character U+{ord(unprintable[0]):04X}; is this a text file?", place)
        return document
    document = _read(file, text, FAST_LOADER)
    return _read(file, text, yaml.SafeLoader) if document.problems else document


def _read(file: str, text: str, loader: Any) -> Document:
    document = Document(file)
    _Reader(document, text, loader).read()
    return document


def place_of(text: str, index: int) -> Place:
    before = LINE_END.split(text[:index])
    return Place(len(before), len(before[-1]) + 1)


class _TooDeepError(Exception):
    """The document is nested too deep to read on: the parser's time grows with the cube of the depth."""


class _Reader:
    """Turns the parser's events into entries of a document."""

    def __init__(self, document: Document, text: str, loader: Any) -> None:
        self.document = document
        self.lines = text.splitlines() or [""]
        self.loader = loader(text)

    def read(self) -> None:
        try:
            self._document()
        except _TooDeepError:
            self.document.refused.add(())
        except yaml.MarkedYAMLError as error:
            message, line, column = syntax_problem(error, self.lines)
            self.document.refuse((), message, Place(min(line + 1, len(self.lines)), column + 1))
        except (ValueError, OverflowError):  # PyYAML, on an escape or a version with a number that is too large
            self.document.refuse((), "has an escape or a number that is too large", self._place(self.loader.get_mark()))

    def _place(self, mark: Any) -> Place:
        return Place(min(mark.line + 1, len(self.lines)), mark.column + 1)

    def _next(self) -> Any:
        return self.loader.get_event()

    def _document(self) -> None:
        self._next()  # the stream starts
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            self.document.refuse((), "is empty", Place(1, 1))
            return
        first = self._next()
        self._value((), first, self._place(first.start_mark))
        self._next()  # the document ends
        another = self._next()
        if not isinstance(another, yaml.StreamEndEvent):
            place = self._place(another.start_mark)
            self.document.refuse((), "a second document starts here (---); a file holds one", place)

    def _skip(self, event: Any) -> None:
        """Reads to the end of the value that starts with *event*."""
        depth = _opens(event)
        while depth:
            if depth > DEEPEST:
                raise _TooDeepError
            depth += _opens(self._next())

    def _value(self, path: Path, event: Any, key: Place) -> Any:
        place = self._place(event.start_mark)
        self._refuse_extras(path, event, place)
        value, source = None, None
        match event:
            case yaml.ScalarEvent():
                value, source = self._scalar(path, event, place)
            case yaml.AliasEvent():
                pass
            case _ if len(path) >= DEEPEST:
                self.document.add(path, f"is nested deeper than {DEEPEST} levels", place)
                raise _TooDeepError
            case yaml.MappingStartEvent():
                value = self._mapping(path)
            case yaml.SequenceStartEvent():
                value = self._sequence(path)
        self.document.entries[path] = Entry(value, place, key, source)
        return value

    def _refuse_extras(self, path: Path, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.document.refuse(path, f"is an alias (*{event.anchor}); write the value out", place)
        elif event.anchor is not None:
            self.document.refuse(path, f"has an anchor (&{event.anchor}), which is not allowed; remove it", place)
        elif event.tag is not None:
            tag = shortened(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self.document.refuse(path, f"has a tag ({tag}), which is not allowed; remove it", place)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value((*path, len(items)), event, self._place(event.start_mark)))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            place = self._place(event.start_mark)
            wrong = _wrong_key(event, keys)
            if wrong:
                self.document.add((*path, *wrong.path), wrong.message, place)
                self._skip(event)
                self._skip(self._next())
                continue
            keys[event.value] = place
            mapping[event.value] = self._value((*path, event.value), self._next(), place)
        return mapping

    def _scalar(self, path: Path, event: Any, place: Place) -> tuple[Any, str]:
        if event.style:
            if UNPRINTABLE.search(event.value):
                self.document.refuse(path, "has an escape for a character that is not allowed", place)
                return None, ""
            quote = event.style if event.style in "'\"" else ""
            return event.value, f"{quote}{event.value}{quote}"
        unclear = ambiguity(event.value)
        if unclear:
            self.document.refuse(path, unclear, place)
            return None, event.value
        return value_of(event.value), event.value


def _opens(event: Any) -> int:
    """How many levels deeper the parser is after *event*."""
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0


def _wrong_key(event: Any, keys: dict[str, Place]) -> Fault | None:
    if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
        return Fault("a key must be a plain word")
    if event.value == "<<" and not event.style:
        return Fault("a merge key (<<) is not allowed; write the keys out")
    if not event.value:
        return Fault("a key is missing before the colon")
    if UNPRINTABLE.search(event.value):
        return Fault("a key has an escape for a character that is not allowed")
    if event.value in keys:
        return Fault(f"is given twice, first on line {keys[event.value].line}; remove one of them", (event.value,))
    return None
