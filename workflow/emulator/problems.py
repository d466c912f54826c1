"""
What went wrong between the stores, kept until somebody drains the emulator.
"""

from __future__ import annotations

import logging
import threading

from botocore.exceptions import BotoCoreError, ClientError

log = logging.getLogger(__name__)


class DrainError(Exception):
    """The emulator could not bring every record to its end. *problems* are sentences for people."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class BlockedError(Exception):
    """Something of the emulator's own keeps records from moving; the message says what."""


class NotEmulatedError(BlockedError):
    """A setting asks for something the emulator does not do."""


class NoRoleError(BlockedError):
    """A role that is to act does not exist."""


REFUSALS = (BotoCoreError, ClientError, BlockedError)
"""What a call made for a service can end with."""


class Problems:
    """
    Two kinds: a source is *blocked* until it moves again; something *lost* stays until it is taken.
    """

    def __init__(self) -> None:
        self._blocked: dict[str, str] = {}
        self._lost: list[str] = []
        self._lock = threading.Lock()

    def blocked(self, key: str, problem: str) -> None:
        """The source *key* cannot move; said in the log when it is news."""
        with self._lock:
            if self._blocked.get(key) != problem:
                log.warning("%s", problem)
            self._blocked[key] = problem

    def unblocked(self, key: str) -> None:
        """The source *key* moves, or is gone."""
        with self._lock:
            self._blocked.pop(key, None)

    def lost(self, problem: str) -> None:
        """Records are gone for good."""
        log.error("%s", problem)
        with self._lock:
            self._lost.append(problem)

    def take(self) -> list[str]:
        """Every problem; what was lost is told once."""
        with self._lock:
            problems = [*self._lost, *self._blocked.values()]
            self._lost.clear()
            return problems


def words(error: BotoCoreError | ClientError | BlockedError) -> str:
    """*error* as a person reads it: the operation, the code and the reason."""
    if isinstance(error, ClientError):
        details = error.response.get("Error", {})
        return f"{error.operation_name} was refused: {details.get('Code', '')}: {details.get('Message', '')}"
    return str(error)
