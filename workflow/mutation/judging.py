"""
Whether the gate notices a mutant: a finding that the plan itself has not, by Checkov, the access matrix or the environment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from modules.environment import Environment
from workflow.access.compare import compare
from workflow.access.findings import Declaration
from workflow.canonical import Canonical
from workflow.checkov_process import CheckovProcess
from workflow.demands import unmet
from workflow.gate_controls import CheckException
from workflow.mutation.catalogue import Mutant
from workflow.mutation.part import Parts, mutated

AT_ONCE = 8
"""Scans side by side; more than there are processors, since some end sooner than others."""
TOGETHER = 8
"""Mutants that share one scan."""
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


@dataclass(frozen=True)
class Scene:
    """A deployment as its mutants are judged: its plan, and what that is held against."""

    name: str
    canonical: Canonical
    declaration: Declaration
    environment: Environment
    inventory: Mapping[str, Any] = field(default_factory=dict)
    """What the plan tests expect of the deployment: `counts` and `values`."""


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


def outcomes(
    scene: Scene, chosen: Sequence[Mutant], checkov: CheckovProcess, exceptions: Sequence[CheckException]
) -> Iterator[Outcome]:
    """What becomes of mutants of one deployment, in their order."""
    looked_at = checkov.looked_at()
    parts = Parts(scene.canonical.plan, looked_at["types"])
    [answer] = checkov.scan([scene.canonical.plan])
    before = {(entry["check"], entry["address"]) for entry in answer["failed"]}
    told = [entry for entry in exceptions if entry.check in looked_at["types"]]
    found: dict[int, set[str]] = {}
    for batches in _several(packed(chosen), AT_ONCE):
        answers = checkov.scan_parts([parts.of(*(chosen[index] for index in batch)) for batch in batches])
        for batch, answer in zip(batches, answers, strict=True):
            for index in batch:
                checks = new_checks(chosen[index], answer, before, told, scene.canonical.resources, only_at=True)
                found[index] = checks & {*looked_at["alone"]}
    for single in _several([index for index in range(len(chosen)) if not found[index]], AT_ONCE):
        answers = checkov.scan_parts([parts.of(chosen[index]) for index in single])
        for index, answer in zip(single, answers, strict=True):
            found[index] = new_checks(chosen[index], answer, before, told, scene.canonical.resources)
    for index, mutant in enumerate(chosen):
        checks = found[index] or beside_checkov(scene, mutant)
        yield Outcome(mutant, tuple(sorted(checks)), _listed(scene.inventory, mutant))


def packed(chosen: Sequence[Mutant]) -> list[list[int]]:
    """
    Mutants that share a scan, by their places: of one type, and of as many resources.

    What a check that looks at one resource alone finds there is the doing of that resource's mutant, whatever else is in
    the scan. Whatever is found in no such way is scanned again by itself.
    """
    batches: list[list[int]] = []
    open_batches: dict[str, list[list[int]]] = {}
    for index, mutant in enumerate(chosen):
        if mutant.values is None:
            batches.append([index])
            continue
        for batch in open_batches.setdefault(mutant.kind, []):
            if all(chosen[other].address != mutant.address for other in batch):
                batch.append(index)
                break
        else:
            batch = [index]
            open_batches[mutant.kind].append(batch)
            batches.append(batch)
        if len(batch) == TOGETHER:
            open_batches[mutant.kind].remove(batch)
    return batches


def _several(items: Sequence[_Item], number: int) -> Iterator[list[_Item]]:
    """Some items at a time."""
    remaining = iter(items)
    while some := list(islice(remaining, number)):
        yield some


def new_checks(
    mutant: Mutant,
    answer: Mapping[str, Any],
    before: set[tuple[str, str]],
    exceptions: Sequence[CheckException],
    resources: Mapping[str, Mapping[str, Any]],
    *,
    only_at: bool = False,
) -> set[str]:
    """
    The checks that find on a mutant what they did not find on the plan, and what no exception covers; with *only_at* those
    that find it on the very resource that is weakened.
    """
    values = {**resources, mutant.address: mutant.values or {}}
    return {
        entry["check"]
        for entry in answer["failed"]
        if (entry["check"], entry["address"]) not in before
        and (entry["address"] == mutant.address or not only_at)
        and not any(
            exception.check == entry["check"] and exception.covers(entry["address"], values.get(entry["address"], {}))
            for exception in exceptions
        )
    }


def beside_checkov(scene: Scene, mutant: Mutant) -> set[str]:
    """What the gate's own comparisons find; asked last, since they take longer."""
    if mutant.kind not in READ_FOR_ACCESS and mutant.kind != "aws_s3_bucket_object_lock_configuration":
        return set()
    plan = Canonical(mutated(scene.canonical.plan, mutant))
    if any(unmet(plan, scene.environment)):
        return {DEMANDED}
    if mutant.kind not in READ_FOR_ACCESS:
        return set()
    access = compare(plan.resources, scene.declaration.dataflow, scene.declaration.account)
    return {each.check for each in access.differences}


def _listed(inventory: Mapping[str, Any], mutant: Mutant) -> bool:
    """Whether the number of resources, or a value that the inventory lists, is another one."""
    if mutant.values is None:
        return mutant.kind in inventory.get("counts", {})
    listed = inventory.get("values", {}).get(mutant.address, {})
    return any(mutant.values.get(name) != value for name, value in listed.items())
