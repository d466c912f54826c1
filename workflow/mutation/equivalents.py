"""
Mutants that weaken nothing, with the reason: `controls/equivalent_mutants.yaml`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError

from blueprints import files
from blueprints.problems import DocumentError
from blueprints.wording import add_problems
from modules.params import Params
from workflow.mutation.catalogue import OPERATORS, Mutant

NAME = "equivalent_mutants"


class Equivalent(Params):
    """Mutants of one operator that change nothing that anybody protects."""

    operator: str
    """Name of the operator."""
    addresses: str = ""
    """A regular expression that addresses of theirs match from the start; empty for any."""
    where: str = ""
    """A regular expression that the weakened argument matches from the start; empty for any."""
    reason: Annotated[str, StringConstraints(min_length=40)]

    def covers(self, mutant: Mutant) -> bool:
        """Whether a mutant is one of them."""
        named = self.operator == mutant.operator
        return named and bool(re.match(self.addresses, mutant.address) and re.match(self.where, mutant.where))


class Equivalents(Params):
    """The whole list."""

    equivalents: tuple[Equivalent, ...] = Field(default=())


def read_equivalents(root: Path) -> tuple[Equivalent, ...]:
    """The list of the repository at *root*; raises `DocumentError` with everything that is wrong with it."""
    document = files.read(root, "controls", NAME)
    content: Any = document.data
    if not document.problems and not isinstance(content, dict):
        document.refuse((), "must be a mapping at its top: `equivalents:`")
    if not document.problems:
        try:
            found = Equivalents.model_validate_json(json.dumps(content)).equivalents
        except ValidationError as fault:
            add_problems(document, Equivalents, fault)
        else:
            known = {operator.name for operator in OPERATORS}
            for index, each in enumerate(found):
                if each.operator not in known:
                    document.refuse(("equivalents", index, "operator"), f"there is no operator {each.operator!r}")
    if document.problems:
        raise DocumentError(document.problems)
    return found
