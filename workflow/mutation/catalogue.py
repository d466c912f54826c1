"""
Every operator, and every mutant of a plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workflow.mutation import (
    catalogue_access,
    catalogue_change,
    catalogue_data,
    catalogue_learning,
    catalogue_running,
    catalogue_serving,
    catalogue_whole,
)
from workflow.mutation.operators import Operator, Values

OPERATORS: tuple[Operator, ...] = (
    *catalogue_data.OPERATORS,
    *catalogue_access.OPERATORS,
    *catalogue_running.OPERATORS,
    *catalogue_change.OPERATORS,
    *catalogue_learning.OPERATORS,
    *catalogue_serving.OPERATORS,
    *catalogue_whole.OPERATORS,
)


@dataclass(frozen=True)
class Mutant:
    """One resource of a deployment's plan, weakened in one place."""

    deployment: str
    operator: str
    family: str
    address: str
    where: str
    """The argument, empty when the resource is gone."""
    values: Values | None = field(compare=False, repr=False)
    actions: tuple[str, ...] = ()
    """What Terraform does to the resource that is there; empty when it is weak from the start."""

    @property
    def kind(self) -> str:
        return self.address.partition(".")[0]

    @property
    def name(self) -> str:
        return f"{self.operator}: {self.deployment} {self.address} {self.where}".rstrip()


def mutants(deployment: str, resources: Mapping[str, Mapping[str, Any]]) -> Iterator[Mutant]:
    """Every mutant of a canonical plan, by the order of addresses and operators."""
    for address, values in sorted(resources.items()):
        for operator in OPERATORS:
            for where, mutated in operator.mutants(address.partition(".")[0], dict(values)):
                yield Mutant(deployment, operator.name, operator.family, address, where, mutated, operator.actions)


def repeated_names() -> list[str]:
    """Names that two operators have."""
    return [name for name, times in Counter(operator.name for operator in OPERATORS).items() if times > 1]
