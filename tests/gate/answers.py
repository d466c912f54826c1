from __future__ import annotations

from typing import Any

from tests.planning import ROOT
from workflow.checkov_process import CheckovProcess


class Answers:
    """
    By name, a canonical plan and what Checkov says of it; *canonical_plan* makes it when a test asks for it.
    """

    def __init__(self, canonical_plan):
        self._canonical_plan = canonical_plan
        self._found: dict[str | None, tuple[Any, dict[str, Any]]] = {}
        self._checkov = CheckovProcess(ROOT, ROOT / "policies")

    def __getitem__(self, name):
        if name not in self._found:
            made = self._canonical_plan(name)
            [answer] = self._checkov.scan([made.plan])
            self._found[name] = made, answer
        return self._found[name]

    def close(self):
        self._checkov.close()
