"""
The errors a user can cause, each with the exit code its verb ends with.
"""

from __future__ import annotations

from typing import ClassVar


class MillraceError(Exception):
    """Something a person has to act on; the message says what, where and how."""

    exit_code: ClassVar[int] = 2


class InputError(MillraceError):
    """Bad input, a missing tool, or a state of the machine in which a verb cannot start."""


class SettingError(InputError):
    """A setting of a deployment's file that turns out wrong when it is composed; *path* leads to it."""

    def __init__(self, path: tuple[str, ...], message: str) -> None:
        super().__init__(f"{'.'.join(path)}: {message}")
        self.path = path
        self.message = message


class CompositionError(InputError):
    """
    A deployment that cannot be composed as its file says; *words* are what is wrong.

    When it is the dataflow graph, *names* are those in it that somebody may have chosen; else there are none.
    """

    def __init__(self, deployment: str, words: str, names: tuple[str, ...] | None = None) -> None:
        super().__init__(f"deployments/{deployment}.yaml: {words}")
        self.words = words
        self.names = names


class FindingsError(MillraceError):
    """The verb ran and found something that must not pass: a failed gate, a broken seal, a difference."""

    exit_code: ClassVar[int] = 1


class Interrupted(Exception):  # noqa: N818  # no error: somebody wanted it
    """A person stopped a verb; what it was doing has ended in good order."""
