"""
IAM Access Analyzer: what is open to the outside, and what nobody uses.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import AccessanalyzerAnalyzer
from modules.params import Params
from modules.pipeline import Pipeline


class AccessAnalyzersParams(Params):
    unused_days: Annotated[int, Field(ge=1, le=180)] = 90
    """Days without use after which access is reported, 1 to 180."""


class AccessAnalyzers(Construct):
    """External access is looked for in every region, unused access (of identities, which have no region) in the *home* region."""

    def __init__(
        self, scope: Construct, id: str, params: AccessAnalyzersParams, *, home: bool, pipeline: Pipeline
    ) -> None:
        super().__init__(scope, id)
        AccessanalyzerAnalyzer(
            self, "external", analyzer_name=pipeline.resource_name("external-access"), type="ACCOUNT"
        )
        if home:
            AccessanalyzerAnalyzer(
                self,
                "unused",
                analyzer_name=pipeline.resource_name("unused-access"),
                type="ACCOUNT_UNUSED_ACCESS",
                configuration={"unused_access": {"unused_access_age": params.unused_days}},
            )
