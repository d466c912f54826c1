"""
What new training data has to keep before anybody learns from it, and what is left of it then.
"""

from __future__ import annotations

import json
from typing import Annotated, Self

from pydantic import Field, model_validator

from modules.params import DISTINCT, Fault, FieldName, Params, RoleArn, RuleError
from modules.processing.event_schema import EventField

Share = Annotated[float, Field(gt=0, le=0.05)]
TOKEN_TYPES = ("string", "integer", "bigint")


class GateLimits(Params):
    """Shares of rows, above 0 and 0.05 at most. Below these a difference is let through, however significant it is."""

    label_flip_share: Share = 0.03
    """Rows whose label contradicts the baseline."""

    label_shift: Share = 0.02
    """Half the sum of the differences between the shares of the labels (total variation)."""

    drift: Share = 0.03
    """Distance of one column from the baseline: Kolmogorov-Smirnov of numbers, total variation of categories."""

    psi: Share = 0.02
    """Population stability index of one column above what sampling alone gives."""

    joint_drift: Share = 0.05
    """How far a classifier tells new rows from approved ones: the area under its ROC curve above one half."""

    outlier_share: Share = 0.015
    """Rows beyond the edge of the baseline, more than there are in the baseline itself."""

    duplicate_share: Share = 0.015
    """Rows that copy or nearly copy another, more than there are in the baseline itself."""

    null_share: Share = 0.015
    """Empty values of one column, more than there are in the baseline itself."""


class DataGateParams(Params):
    fields: Annotated[tuple[EventField, ...], Field(min_length=2, max_length=200)]
    """The columns of a row, 2 to 200; a batch with any other column is refused."""

    label: FieldName
    """The column that a model learns to predict."""

    tokenized_fields: Annotated[tuple[FieldName, ...], Field(min_length=1), DISTINCT]
    """Columns that become tokens, which link rows of one person and name nobody; at least one."""

    dropped_fields: Annotated[tuple[FieldName, ...], DISTINCT] = ()
    """Columns that identify a person directly and that nobody learns from; they are left out of what is approved."""

    generalized_fields: Annotated[tuple[FieldName, ...], DISTINCT] = ()
    """Columns that identify a person together; they are coarsened until each combination stands for `k_anonymity` rows."""

    sensitive_attribute: FieldName | None = None
    """The column whose groups the bias report compares; no bias report when left out."""

    k_anonymity: Annotated[int, Field(ge=2, le=1_000)] = 5
    """Least rows that share a combination of generalized columns, 2 to 1000."""

    limits: GateLimits = GateLimits()
    """Where a batch is refused."""

    @model_validator(mode="after")
    def _columns(self) -> Self:
        types = {field.name: field.type for field in self.fields}
        names = [field.name for field in self.fields]
        faults = [
            Fault(f"the name {name} is used twice; each column has a name of its own", ("fields", index, "name"))
            for index, name in enumerate(names)
            if name in names[:index]
        ]
        treated: dict[str, str] = {self.label: "label"}
        faults += [] if self.label in types else [Fault(f"{self.label} is not one of the fields", ("label",))]
        for key in ("tokenized_fields", "dropped_fields", "generalized_fields"):
            for index, name in enumerate(getattr(self, key)):
                if name not in types:
                    faults.append(Fault(f"{name} is not one of the fields ({', '.join(types)})", (key, index)))
                elif name in treated:
                    faults.append(Fault(f"{name} is in {treated[name]} already; choose one", (key, index)))
                elif key == "tokenized_fields" and types[name] not in TOKEN_TYPES:
                    kinds = ", ".join(TOKEN_TYPES)
                    faults.append(Fault(f"{name} is {types[name]}; tokens can be made of {kinds}", (key, index)))
                treated.setdefault(name, key)
        compared = self.sensitive_attribute
        if compared and (compared not in types or compared in (*self.dropped_fields, *self.tokenized_fields)):
            faults.append(Fault(f"{compared} is no field that is left in approved data", ("sensitive_attribute",)))
        RuleError.raise_any(faults)
        return self

    def to_json(self, dataset: str, origins: tuple[RoleArn, ...]) -> str:
        """What the gate's code is told, in the file that it reads before anything else."""
        kept = {"name", "type", "required"}
        return json.dumps(
            {
                "dataset": dataset,
                "schema": {"fields": [field.model_dump(include=kept) for field in self.fields]},
                "label_field": self.label,
                "dropped_fields": list(self.dropped_fields),
                "tokenized_fields": list(self.tokenized_fields),
                "generalized_fields": list(self.generalized_fields),
                "k_anonymity": self.k_anonymity,
                "origins": list(origins),
                "limits": self.limits.model_dump(),
            },
            sort_keys=True,
        )
