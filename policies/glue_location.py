from __future__ import annotations

import base64
import json
import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, tag

VIEW = re.compile(r"/\* Presto View: (\S+) \*/")
READ = re.compile(r'\b(?:FROM|JOIN)\s+(?!\()"?([\w.]+)"?', re.IGNORECASE)
LINKS = ("target_database", "target_table")


class GlueLocation(Policy):
    """
    The catalog points to buckets of its own stack, a table that has partitions points them there too, tells the class of
    what is there, and links to no catalog of another account. A view reads tables of its own database.

    Why: whoever queries a table reads, and by some engines writes, where the catalog points.
    Fix: build location, location_uri and storage.location.template from a bucket of the stack, and let a view read tables
    of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the catalog points to buckets of its stack",
            id="MR_GLUE_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_glue_catalog_database", "aws_glue_catalog_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every location that is given starts with such a bucket.
        """
        own = [f"s3://{bucket['id']}/" for bucket in self.planned("aws_s3_bucket")]
        given = [
            resource.get("location_uri"),
            block(resource.get("storage_descriptor")).get("location"),
            block(resource.get("parameters")).get("storage.location.template"),
        ]
        problems = [
            f"points to {place}, which is in no bucket of the stack"
            for place in given
            if place and not f"{place}/".startswith(tuple(own))
        ]
        links = [block(resource.get(name)).get("catalog_id") for name in LINKS]
        owner = str(resource["arn"]).split(":")[4]
        problems += [f"links to catalog {catalog}" for catalog in links if catalog and catalog != owner]
        return problems + self._class_problems(resource) + self._view_problems(resource)

    def _view_problems(self, resource: Resource) -> list[str]:
        """
        What a view reads that is no table of its database in this stack; a view that cannot be read is a problem.
        """
        text = resource.get("view_original_text")
        if not text:
            return []
        try:
            definition = json.loads(base64.b64decode(VIEW.fullmatch(str(text))[1]))  # type: ignore[index]  # caught below
            read = {name.rpartition(".")[2] for name in READ.findall(definition["originalSql"])}
        except (KeyError, TypeError, ValueError):
            return ["is a view that cannot be read"]
        database = resource.get("database_name")
        own = {
            item["name"]
            for item in self.planned("aws_glue_catalog_table")
            if item.get("database_name") == database and item["address"] != resource["address"]
        }
        return [f"is a view of {name}, which is no table of its database" for name in sorted(read - own)]

    def _class_problems(self, resource: Resource) -> list[str]:
        """
        Why the class that a table tells is not that of the bucket its rows are in.
        """
        told = block(resource.get("parameters")).get("data_classification")
        location = str(block(resource.get("storage_descriptor")).get("location", ""))
        holding = [item for item in self.planned("aws_s3_bucket") if f"{location}/".startswith(f"s3://{item['id']}/")]
        kept = [tag(item, "classification") for item in holding]
        return [f"tells class {told}, and its rows are {name}" for name in kept if told and name and told != name]


check = GlueLocation()
