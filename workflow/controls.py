"""
The controls: what the gate is for, and where each is proven. They are read from `controls/controls.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from blueprints import files
from blueprints.problems import DocumentError
from blueprints.wording import add_problems
from modules.params import DISTINCT, Fault, Params, RuleError, text

FOLDER, NAME = "controls", "controls"
Severity = Literal["critical", "high", "medium", "low"]
Practice = Literal[
    "identity",
    "traceability",
    "all_layers",
    "automation",
    "protection_in_transit",
    "protection_at_rest",
    "keep_people_away",
    "prepare_for_events",
    "classification",
    "owners",
    "retention",
    "downstream_enforcement",
    "access_matrix",
    "emergency_access",
    "audit_log_security",
    "ml_phases",
    "scaling",
    "decoupling",
    "statelessness",
    "idempotency",
    "partitioning",
]
"""The practices for security and scaling that the requirements name."""

BuiltIn = Annotated[str, text(r"^CKV2?_AWS_[0-9]+$", "an id of Checkov's, such as CKV_AWS_19")]
Check = Annotated[str, text(r"^(CKV2?_AWS|MR_[A-Z0-9]+)_[0-9]+$", "a check's id, such as CKV_AWS_19 or MR_S3_1")]
PlanTest = Annotated[str, text(r"^tests/plans/test_\w+\.py::test_\w+$", "a test of plans, as pytest names it")]
Type = Annotated[str, text(r"^aws_[a-z0-9_]+$", "a type of resource, such as aws_s3_bucket")]
Fsbp = Annotated[str, text(r"^[A-Z][A-Za-z0-9]+\.[0-9]+$", "an id of the standard, such as S3.1")]
Nist = Annotated[str, text(r"^[A-Z]{2}-[0-9]+$", "a control of SP 800-53, such as AC-6")]
Cis = Annotated[str, text(r"^[1-5](\.[0-9]+){1,2}$", "a number of the benchmark, such as 2.1.1")]
Sentence = Annotated[str, StringConstraints(min_length=10)]


class Control(Params):
    """Something a stack has to have, why, and where that is proven."""

    id: Annotated[str, text(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "words of lower-case letters, joined by hyphens")]
    title: Sentence
    """What a good stack has, in a few words."""
    practice: Practice
    severity: Severity
    """How bad a breach is."""
    statement: Sentence
    rationale: Sentence
    source: Sentence
    """Where the rationale comes from: a document of AWS or a benchmark, and the place in it."""
    remedy: Sentence
    """How to mend a breach; lower case, no full stop."""
    checks: Annotated[tuple[Check, ...], Field(min_length=1), DISTINCT]
    """What enforces it in the gate: Checkov's checks, policies of ours, comparisons of the gate's own."""
    plan_tests: Annotated[tuple[PlanTest, ...], DISTINCT] = ()
    probes: Annotated[tuple[Type, ...], DISTINCT] = ()
    """Types of resources whose probes compare it with what is live."""
    fsbp: Annotated[tuple[Fsbp, ...], DISTINCT] = ()
    nist: Annotated[tuple[Nist, ...], DISTINCT] = ()
    cis: Annotated[tuple[Cis, ...], DISTINCT] = ()

    def frameworks(self) -> list[str]:
        """Its ids elsewhere, each with the name of the framework."""
        named = (("FSBP", self.fsbp), ("NIST 800-53r5", self.nist), ("CIS AWS 3.0", self.cis))
        return [f"{framework} {each}" for framework, ids in named for each in ids]


class OutOfScope(Params):
    """A check of Checkov's that can apply to a type we use, and judges nothing that a module makes."""

    check: BuiltIn
    reason: Annotated[str, StringConstraints(min_length=40)]


class ControlList(Params):
    """The whole list."""

    controls: Annotated[tuple[Control, ...], Field(min_length=1)]
    out_of_scope: tuple[OutOfScope, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        seen: dict[str, str] = {}
        faults = []
        for index, control in enumerate(self.controls):
            for path, name in ((("controls", index, "id"), control.id), *_places(index, control)):
                if name in seen:
                    faults.append(Fault(f"{name} stands in {seen[name]} already; name each once", path))
                seen.setdefault(name, f"control {control.id}")
        for index, entry in enumerate(self.out_of_scope):
            if entry.check in seen:
                cause = f"{entry.check} stands in {seen[entry.check]} already; name each once"
                faults.append(Fault(cause, ("out_of_scope", index, "check")))
            seen.setdefault(entry.check, "out_of_scope")
        RuleError.raise_any(faults)
        return self

    def by_check(self) -> dict[str, Control]:
        """The control of each check."""
        return {check: control for control in self.controls for check in control.checks}


def read_control_list(root: Path) -> ControlList:
    """The list of the repository at *root*; raises `DocumentError` with everything that is wrong with it."""
    document = files.read(root, FOLDER, NAME)
    content: Any = document.data
    if not document.problems and not isinstance(content, dict):
        document.refuse((), "must be a mapping at its top: `controls:` and `out_of_scope:`")
    if not document.problems:
        try:
            return ControlList.model_validate_json(json.dumps(content))
        except ValidationError as fault:
            add_problems(document, ControlList, fault)
    raise DocumentError(document.problems)


def _places(index: int, control: Control) -> Iterable[tuple[tuple[str | int, ...], str]]:
    return ((("controls", index, "checks", place), check) for place, check in enumerate(control.checks))
