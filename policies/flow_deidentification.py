from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, listed, tag
from stores import role_statements

SETTINGS = "--settings"  # the argument of a Glue job that holds what a function has in its environment


def _fields(variables: Resource) -> str:
    return str(variables.get("SENSITIVE_FIELDS") or "[]")


class FlowDeidentification(Policy):
    """
    A role that says it de-identifies belongs to a function or a job which is told the fields and has a token key of the
    stack, or to a place whose columns Lake Formation filters; no other role may make tokens.

    Why: the tag lets data go to a weaker store; without fields or with a foreign key the data would go there as it came, and
    whoever makes tokens can look people up by guessing.
    Fix: take the tag away, or give the function SENSITIVE_FIELDS with a field or more and TOKEN_KEY_ID with an HMAC key of
    the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure what claims to de-identify has the means to, and nobody else makes tokens",
            id="MR_FLOW_2",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The tag goes with fields and key, and with the right to make tokens.
        """
        macs = [
            key for key in self.planned("aws_kms_key") if str(key.get("customer_master_key_spec")).startswith("HMAC")
        ]
        if not tag(resource, "deidentification"):
            may = any(statement.may("kms:GenerateMac") for statement in role_statements(self, resource))
            return ["makes tokens, and does not say that it de-identifies"] if may else []
        if tag(resource, "deidentification") == "drop":
            return self._drop_problems(resource)
        functions = [item for item in self.planned("aws_lambda_function") if item.get("role") == resource["arn"]]
        jobs = [item for item in self.planned("aws_glue_job") if item.get("role_arn") == resource["arn"]]
        told = [block(block(item.get("environment")).get("variables")) for item in functions]
        told += [json.loads(block(item.get("default_arguments")).get(SETTINGS) or "{}") for item in jobs]
        if not told:
            return ["says it de-identifies, and no function or job acts under it"]
        problems = ["its function is told no sensitive fields" for item in told if not json.loads(_fields(item))]
        keys = {name for key in macs for name in (key["arn"], key["key_id"])}
        foreign = [item for item in told if item.get("TOKEN_KEY_ID") not in keys]
        return problems + ["its function makes tokens with a key that is not the stack's" for _ in foreign]

    def _drop_problems(self, role: Resource) -> list[str]:
        """
        Lake Formation reads a place for others under the role, and there is a filter that names the columns they get.
        """
        places = [item for item in self.planned("aws_lakeformation_resource") if item.get("role_arn") == role["arn"]]
        filters = [
            data for item in self.planned("aws_lakeformation_data_cells_filter") for data in blocks(item["table_data"])
        ]
        named = filters and all(listed(data.get("column_names")) for data in filters)
        return (
            [] if places and named else ["says it drops columns, and no filter of Lake Formation names those that stay"]
        )


check = FlowDeidentification()
