"""
What a warehouse is to those who load and query it, whichever form it has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bindings.aws.quicksight_data_source import ParametersRedshift
from bindings.resource import Resource
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.pipeline import Pipeline

PORT: Final = 5_439
DATABASE: Final = "warehouse"
ADMIN: Final = "keeper"
"""
The administrator of a cluster's database, whose password only Redshift knows and changes; people do not log in as it. In the
serverless form it has the name that AWS gives it, `admin`, since the provider takes a name of ours for a secret.
"""

LOGS: Final = ("connectionlog", "useractivitylog", "userlog")
"""Who connected, what was said, and how users changed."""


def own_statements(*actions: str) -> Statement:
    """*actions* of the Data API on statements that the caller has run, and on nobody else's."""
    caller = {"StringEquals": {"redshift-data:statement-owner-iam-userid": "$${aws:userid}"}}
    return Statement(tuple(f"redshift-data:{action}" for action in actions), ("*",), caller)


@dataclass(frozen=True)
class Site:
    """Where a warehouse stands, whichever form it has."""

    pipeline: Pipeline
    key: Key
    role_arn: str
    """The role as which it reads what it loads."""

    security_group_id: str
    subnet_ids: list[str]
    alarms: Alarms


@dataclass(frozen=True)
class Form:
    """One form of a warehouse that was made."""

    resource: Resource
    """What others wait for before they talk to it."""

    arn: str
    """What the right to run statements is granted on."""

    login: Statement
    """What makes a caller of IAM a user of the database, called `IAMR:` and the name of its role."""

    admin_secret_arn: str
    """The secret with the administrator's password."""

    target: Mapping[str, str]
    """How the Data API is told which warehouse is meant."""

    source: ParametersRedshift
    """How QuickSight is told the same."""

    namespace: str
    """How OpenLineage calls the warehouse ("Naming conventions": Redshift)."""

    @property
    def batch(self) -> Statement:
        """What runs a batch of statements, which is how rows are put in."""
        return Statement(("redshift-data:BatchExecuteStatement",), (self.arn,))
