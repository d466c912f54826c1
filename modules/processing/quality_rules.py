"""
Rules that a batch has to keep before people get to see it, judged by Glue Data Quality.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field

from bindings import Construct, escape
from bindings.aws import GlueDataQualityRuleset
from modules.dataflow import Statement
from modules.foundation.role import Role, service_trust
from modules.params import DISTINCT, Params, text
from modules.pipeline import Pipeline
from modules.storage.staging import Staging

ALWAYS = ("RowCount > 0", 'IsComplete "event_id"', 'IsComplete "event_date"')
"""What holds for every batch of every dataset: there is something in it, and every row can be found again and dated."""


def _one_line(rule: str) -> str:
    if rule.count("[") != rule.count("]") or rule.count('"') % 2:
        raise ValueError("has a bracket or a quote that is not closed; write one rule of DQDL")
    return rule


Rule = Annotated[
    str,
    text(
        r"^[A-Z][A-Za-z]+( [^\n\r]{1,400})?$",
        'one rule of the Data Quality Definition Language, such as ColumnValues "amount" >= 0',
    ),
    AfterValidator(_one_line),
]


class QualityRulesParams(Params):
    rules: Annotated[tuple[Rule, ...], Field(max_length=97), DISTINCT] = ()
    """
    Rules of the Data Quality Definition Language, at most 97, beside those that always hold: there are rows, and each has
    an event_id and an event_date. One rule that is broken keeps the whole batch from being published.
    """


class QualityRules(Construct):
    """A ruleset on the staged table, and the role under which Glue evaluates it for one batch at a time."""

    def __init__(
        self, scope: Construct, id: str, params: QualityRulesParams, *, pipeline: Pipeline, staging: Staging
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._staging = pipeline, staging
        rules = ",\n    ".join(escape(rule) for rule in (*ALWAYS, *params.rules))
        self._name = name = pipeline.resource_name("quality")
        self.ruleset = GlueDataQualityRuleset(
            self,
            "ruleset",
            name=name,
            description=f"{pipeline.name}: what a batch has to keep",
            ruleset=f"Rules = [\n    {rules}\n]",
            target_table={
                "database_name": staging.table.database_name,
                "table_name": staging.table.name,
            },
        )
        self.arn = pipeline.arn("glue", f"dataQualityRuleset/{name}")
        self.process = pipeline.process("quality", "quality_check")
        self.process.reads(staging.store)
        self.process.requires(
            Statement(("glue:GetDataQualityRuleset", "glue:PublishDataQuality"), (self.arn,)),
            Statement(
                ("cloudwatch:PutMetricData",), ("*",), {"StringEquals": {"cloudwatch:namespace": "Glue Data Quality"}}
            ),
        )
        self.role = Role(
            self, "role", pipeline=pipeline, process=self.process, trust=[service_trust("glue.amazonaws.com", pipeline)]
        )

    def evaluation(self) -> dict[str, Any]:
        """What Step Functions asks for to have the partition of the execution judged."""
        table = {"DatabaseName": self._staging.table.database_name, "TableName": self._staging.table.name}
        only = {"pushDownPredicate.$": "States.Format('batch=\"{}\"', $$.Execution.Name)"}
        return {
            "DataSource": {"GlueTable": {**table, "AdditionalOptions": only}},
            "Role": self.role.arn,
            "RulesetNames": [self._name],
            "NumberOfWorkers": 2,
            "Timeout": 60,
            "ClientToken.$": "States.Hash(States.Format('{}/{}', $$.Execution.Name, $$.State.RetryCount), 'SHA-256')",
        }

    def start_statements(self) -> tuple[Statement, ...]:
        """What somebody needs to have a batch judged, and to learn the verdict."""
        handing = {"StringEquals": {"iam:PassedToService": "glue.amazonaws.com"}}
        actions = (
            "glue:GetDataQualityResult",
            "glue:GetDataQualityRulesetEvaluationRun",
            "glue:StartDataQualityRulesetEvaluationRun",
        )
        return (
            Statement(actions, (self.arn,)),
            Statement(("glue:GetTable",), self._staging.catalog_arns),
            Statement(("iam:PassRole",), (str(self.process.principal),), handing),
        )
