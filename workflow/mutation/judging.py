"""
Whether the gate notices a mutant: a finding that the plan itself has not, by Checkov, the access matrix, the environment
or the comparison of before and after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from modules.environment import Environment
from workflow.access.compare import compare
from workflow.access.findings import Declaration
from workflow.access.graph import Declared, declared
from workflow.canonical import Canonical
from workflow.checkov_process import CheckovProcess
from workflow.demands import unmet
from workflow.gate_controls import CheckException
from workflow.mutation.catalogue import Mutant
from workflow.mutation.changing import noticed
from workflow.mutation.part import Parts, mutated

AT_ONCE = 4
"""Processes side by side; more than there are processors, since some end sooner than others."""
SHARE = 100
"""Mutants that one process is asked about at a time."""
DEMANDED = "the environment"
"""In place of a check, where an environment demands what a mutant lacks."""
_Item = TypeVar("_Item")
READ_FOR_ACCESS = frozenset(
    {
        *("aws_iam_group_policy", "aws_iam_policy", "aws_iam_role", "aws_iam_role_policy", "aws_iam_user"),
        *("aws_kms_key", "aws_lakeformation_permissions", "aws_lambda_permission", "aws_redshift_scheduled_action"),
        *("aws_s3_bucket_policy", "aws_sns_topic_policy", "aws_sqs_queue_policy", "aws_vpc_endpoint"),
    }
)
"""Types whose values the access matrix is made of."""
READ_FOR_DEMANDS = frozenset({"aws_s3_bucket_object_lock_configuration", "aws_sns_topic_subscription"})
"""Further types of which an environment demands something."""


@dataclass(frozen=True)
class Scene:
    """A deployment as its mutants are judged: its plan, and what that is held against."""

    name: str
    canonical: Canonical
    declaration: Declaration
    environment: Environment
    inventory: Mapping[str, Any] = field(default_factory=dict)
    """What the plan tests expect of the deployment: `counts` and `values`."""

    @cached_property
    def declared(self) -> Declared:
        """What the graph of the deployment says about access."""
        return declared(self.declaration.dataflow, self.declaration.account)


@dataclass(frozen=True)
class Outcome:
    """What became of one mutant."""

    mutant: Mutant
    checks: tuple[str, ...]
    """What found it in the gate; nothing when it survived."""
    inventory: bool
    """Whether the plan tests notice it, by the numbers and values that an inventory holds."""

    @property
    def killed(self) -> bool:
        return bool(self.checks)


class Judging:
    """Judges mutants of deployments, one deployment after the other."""

    def __init__(self, checkov: CheckovProcess, exceptions: Sequence[CheckException]) -> None:
        self._checkov = checkov
        looked_at = checkov.looked_at()
        self._types: dict[str, list[str]] = looked_at["types"]
        self._asked = frozenset(looked_at["asked"])
        self._exceptions = [entry for entry in exceptions if entry.check in self._types]
        own = [check for check, _ in checkov.loaded()["policies"]]
        self._around: dict[str, list[str]] = {}
        for check in own:
            for kind in self._types[check]:
                self._around.setdefault(kind, []).append(check)
        self._seen: set[tuple[str, str]] = set()

    def outcomes(self, scene: Scene, chosen: Sequence[Mutant]) -> Iterator[Outcome]:
        """
        What becomes of mutants of one deployment, in their order.

        They are asked about in the order of what it costs, and no further once something noticed them, except for the first
        mutant of each operator and type: what is around that one is asked in any case, so that controls get their due.
        """
        [answer] = self._checkov.scan([scene.canonical.plan])
        before = {(entry["check"], entry["address"]) for entry in answer["failed"]}
        parts = Parts(scene.canonical.plan, self._connected())
        found: list[set[str]] = [set() for _ in chosen]
        firsts = {index for index, mutant in enumerate(chosen) if self._is_first(mutant)}
        still = [index for index, mutant in enumerate(chosen) if not mutant.actions]
        for index in {*range(len(chosen))} - {*still}:
            found[index] = noticed(scene.name, scene.canonical.resources, chosen[index])
        for around in (None, self._around):
            for index, failed in self._tried(parts, chosen, still, around):
                found[index] |= self._new(scene, chosen[index], failed, before)
            still = [index for index in still if not found[index] or index in firsts]
        still = [index for index in still if not found[index]]
        for index in still:
            found[index] |= beside_checkov(scene, chosen[index])
        still = [index for index in still if not found[index] and parts.touched(chosen[index].kind)[0]]
        for some in _several(still, AT_ONCE):
            answers = self._checkov.scan_parts([parts.of(chosen[index]) for index in some])
            for index, answer in zip(some, answers, strict=True):
                failed = [(entry["check"], entry["address"]) for entry in answer["failed"]]
                found[index] |= self._new(scene, chosen[index], failed, before)
        for mutant, checks in zip(chosen, found, strict=True):
            yield Outcome(mutant, tuple(sorted(checks)), not mutant.actions and _listed(scene.inventory, mutant))

    def _connected(self) -> dict[str, list[str]]:
        """Checks that need the graph, with the types they look at."""
        return {check: types for check, types in self._types.items() if check not in self._asked}

    def _is_first(self, mutant: Mutant) -> bool:
        pair = mutant.operator, mutant.kind
        is_first = pair not in self._seen
        self._seen.add(pair)
        return is_first

    def _tried(
        self, parts: Parts, chosen: Sequence[Mutant], which: Sequence[int], around: dict[str, list[str]] | None
    ) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """Which checks fail where on some mutants, without a graph."""
        shares = list(_several(which, SHARE))
        for some in _several(shares, AT_ONCE):
            given = [
                [{"address": chosen[index].address, "part": parts.single(chosen[index])} for index in share]
                for share in some
            ]
            answers = self._checkov.try_mutants(parts.plan, given, sorted(self._asked), around)
            for share, answer in zip(some, answers, strict=True):
                for index, failed in zip(share, answer, strict=True):
                    yield index, [(check, address) for check, address in failed]

    def _new(
        self, scene: Scene, mutant: Mutant, failed: Sequence[tuple[str, str]], before: set[tuple[str, str]]
    ) -> set[str]:
        """The checks that find on a mutant what they did not find on the plan, and what no exception covers."""
        values = {**scene.canonical.resources, mutant.address: mutant.values or {}}
        return {
            check
            for check, address in failed
            if (check, address) not in before
            and not any(
                exception.check == check and exception.covers(address, values.get(address, {}))
                for exception in self._exceptions
            )
        }


def _several(items: Sequence[_Item], number: int) -> Iterator[list[_Item]]:
    """Some items at a time."""
    remaining = iter(items)
    while some := list(islice(remaining, number)):
        yield some


def beside_checkov(scene: Scene, mutant: Mutant) -> set[str]:
    """What the gate's own comparisons find; asked last, since they take longer."""
    if mutant.kind not in READ_FOR_ACCESS | READ_FOR_DEMANDS:
        return set()
    plan = Canonical(mutated(scene.canonical.plan, mutant))
    if any(unmet(plan, scene.environment)):
        return {DEMANDED}
    if mutant.kind not in READ_FOR_ACCESS:
        return set()
    declaration = scene.declaration
    access = compare(plan.resources, declaration.dataflow, declaration.account, scene.declared)
    return {each.check for each in access.differences}


def _listed(inventory: Mapping[str, Any], mutant: Mutant) -> bool:
    """Whether the number of resources, or a value that the inventory lists, is another one."""
    if mutant.values is None:
        return mutant.kind in inventory.get("counts", {})
    listed = inventory.get("values", {}).get(mutant.address, {})
    return any(mutant.values.get(name) != value for name, value in listed.items())
