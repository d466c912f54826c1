from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, rank, tag
from statements import statements
from stores import READ, READERS, role_statements, touches

PERSONA = "persona-"
OPENED = (
    *("aws_dynamodb_table", "aws_kinesis_stream", "aws_s3_bucket", "aws_sqs_queue"),
    *("aws_redshift_cluster", "aws_redshiftserverless_workgroup", "aws_sagemaker_feature_group"),
)
AUDITED = ("logs", "queries", *ARCHIVES)  # zones for the auditor alone


def _outsiders(role: Resource) -> set[str]:
    found = [pair for item in statements(role.get("assume_role_policy")) for pair in item.principals]
    return {value for kind, value in found if kind in ("AWS", "Federated")}


def _open(store: Resource, persona: str) -> bool:
    if tag(store, "zone") in AUDITED:
        return persona == "auditor"
    return persona in READERS[min(rank(store), len(READERS) - 1)]


class FlowReaders(Policy):
    """
    People read what the class of a store opens to their persona, and other outsiders read no store at all.

    Why: an auditor needs no data, an analyst none that is confidential; a producer only writes.
    Fix: take the store out of the persona's reads, or lower what the store holds.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure people read only what is open to their persona, and outsiders nothing",
            id="MR_FLOW_3",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every readable store is open to the persona in the tag process.
        """
        if not _outsiders(resource) - self._machines():
            return []
        process = tag(resource, "process")
        name = process.removeprefix(PERSONA) if process.startswith(PERSONA) else ""
        persona = name.rpartition("-")[0] or name
        stores = self.planned(*OPENED)
        allowing = role_statements(self, resource)
        return [
            f"lets {persona or 'outsiders'} read {store['address']}"
            for store in stores
            if touches(allowing, store, READ) and not _open(store, persona)
        ]

    def _machines(self) -> set[str]:
        """
        Roles of the stack that nobody but services of AWS takes on.
        """
        roles = self.planned("aws_iam_role")
        return {
            role["arn"]
            for role in roles
            if {"Service"}
            == {kind for item in statements(role.get("assume_role_policy")) for kind, _ in item.principals}
        }


check = FlowReaders()
