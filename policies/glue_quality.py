from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, tag


class GlueQuality(Policy):
    """
    A table over the zone staged has a ruleset of Glue Data Quality with rules in it.

    Why: what is staged is published when its rules say so; without rules everything is.
    Fix: make an aws_glue_data_quality_ruleset for the table.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure staged tables have rules that a batch must keep",
            id="MR_GLUE_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_glue_catalog_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A ruleset that is not empty targets the table; tables of other zones pass.
        """
        place = str(block(resource.get("storage_descriptor")).get("location"))
        staged = [item["id"] for item in self.planned("aws_s3_bucket") if tag(item, "zone") == "staged"]
        if not place.startswith(tuple(f"s3://{bucket}/" for bucket in staged)):
            return []
        table = (resource.get("database_name"), resource.get("name"))
        rulesets = [
            str(item.get("ruleset"))
            for item in self.planned("aws_glue_data_quality_ruleset")
            for target in blocks(item.get("target_table"))
            if (target.get("database_name"), target.get("table_name")) == table
        ]
        ruled = any(re.search(r"Rules\s*=\s*\[\s*[A-Z]", each) for each in rulesets)
        return [] if ruled else ["is judged by no rule"]


check = GlueQuality()
