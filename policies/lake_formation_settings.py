from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, block, blocks, listed, tag


class LakeFormationSettings(Policy):
    """
    Lake Formation is administered by those who administer the keys of the stack, as the deploy role does, lets no engine filter for itself, shows columns by name in
    a filter, and knows the class of each table and column by a tag.

    Why: an administrator grants itself every table; an engine that filters for itself gets every row; a filter over all columns
    shows those that are added later.
    Fix: name the deploy role as administrator, leave external filtering off, list column_names, and tag tables with their class.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Lake Formation filters by name and is administered by one role",
            id="MR_LF_4",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_lakeformation_data_cells_filter",
                "aws_lakeformation_data_lake_settings",
                "aws_lakeformation_permissions",
                "aws_lakeformation_resource_lf_tags",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What is wrong, by the type.
        """
        kind = resource["address"].split(".")[0]
        if kind == "aws_lakeformation_data_cells_filter":
            data = block(resource.get("table_data"))
            named = listed(data.get("column_names")) and not data.get("column_wildcard")
            return [] if named else ["shows every column, those that are added later too"]
        if kind == "aws_lakeformation_permissions":
            return self._filter_problems(resource)
        if kind == "aws_lakeformation_resource_lf_tags":
            return self._tag_problems(resource)
        admins = [str(item) for item in listed(resource.get("admins"))]
        keys = [json.dumps(item.get("policy")).replace("\\", "") for item in self.planned("aws_kms_key")]
        others = [name for name in admins if not any(f'"{name}"' in text for text in keys)]
        rules = {
            "is administered by nobody who is named": bool(admins),
            f"is administered by {', '.join(others)}, who administers no key of the stack": not others,
            "lets engines elsewhere filter for themselves": resource.get("allow_external_data_filtering") is not True,
            "lets engines read whole tables": resource.get("allow_full_table_external_data_access") is not True,
        }
        return [problem for problem, held in rules.items() if not held]

    def _filter_problems(self, grant: Resource) -> list[str]:
        named = block(grant.get("data_cells_filter")).get("name")
        own = {
            block(item.get("table_data")).get("name") for item in self.planned("aws_lakeformation_data_cells_filter")
        }
        return [] if not named or named in own else [f"shows rows by {named}, which is no filter of the stack"]

    def _tag_problems(self, tags: Resource) -> list[str]:
        """
        A table is of the class of its bucket, and a column at most of that.
        """
        values = [
            str(item.get("value"))
            for item in blocks(tags.get("lf_tag"))
            if str(item.get("key")).endswith("-classification")
        ]
        classes = {
            tag(item, "classification") for item in self.planned("aws_s3_bucket") if tag(item, "zone") == "curated"
        }
        whole = bool(tags.get("table")) and bool(classes)
        weaker = [value for value in values if whole and value not in classes]
        unknown = [value for value in values if value not in CLASSES]
        return [
            f"tells class {value} of a table, and its bucket is {', '.join(sorted(classes))}" for value in weaker
        ] + [f"tells class {value}" for value in unknown]


check = LakeFormationSettings()
