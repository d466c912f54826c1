"""
What a judging is told: one JSON file that the deployment writes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Self

from .anonymity import Rules
from .contract import Contract
from .limits import Limits

LEAST_K = 2


class SettingsError(Exception):
    """The settings say something impossible; the message names it."""


@dataclass(frozen=True)
class Settings:
    """*tokenized* columns stay as they came: the step that promotes has the key and makes tokens of them."""

    dataset: str
    contract: Contract
    rules: Rules
    tokenized: tuple[str, ...]
    origins: tuple[str, ...]
    limits: Limits

    @classmethod
    def load(cls, text: str) -> Self:
        """The settings in *text*; raises SettingsError, ContractError or LimitsError."""
        given: dict[str, Any] = json.loads(text)
        try:
            contract = Contract.load(json.dumps(given["schema"]), given["label_field"])
            dropped, tokenized, quasi = (
                tuple(given[f"{what}_fields"]) for what in ("dropped", "tokenized", "generalized")
            )
            rules = Rules(dropped, quasi, int(given["k_anonymity"]), int(given.get("l_diversity", 1)))
            origins, dataset = tuple(given["origins"]), str(given["dataset"])
        except KeyError as error:
            raise SettingsError(f"the settings lack {error.args[0]}") from error
        named = [*dropped, *tokenized, *quasi]
        wrong = [
            name for name in named if name not in contract.names or name == contract.label or named.count(name) > 1
        ]
        if wrong:
            raise SettingsError(f"{wrong[0]!r} is no column, the label, or dropped, tokenized and generalized at once")
        if not origins:
            raise SettingsError("no origins are named, so that nobody could send data")
        if quasi and rules.k < LEAST_K:
            raise SettingsError(f"k_anonymity is {rules.k}; it must be {LEAST_K} or more")
        return cls(dataset, contract, rules, tokenized, origins, Limits.load(json.dumps(given.get("limits", {}))))
