from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, rank, tag
from statements import statements
from stores import READ, role_statements, touches

PERSONA = "persona-"
READERS = (
    {"owner", "engineer", "analyst", "auditor"},
    {"owner", "engineer", "analyst"},
    {"owner", "engineer"},
    {"owner"},
)  # by class, weakest first


AUDITED = ("logs", "queries", *ARCHIVES)  # zones for the auditor alone


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
        trusted = [kind for item in statements(resource.get("assume_role_policy")) for kind, _ in item.principals]
        if "AWS" not in trusted:
            return []
        name = f"{tag(resource, 'process')}-".removeprefix("persona-") if PERSONA in tag(resource, "process") else "-"
        persona = name.split("-", maxsplit=1)[0]
        stores = self.planned("aws_s3_bucket", "aws_kinesis_stream", "aws_sqs_queue", "aws_dynamodb_table")
        allowing = role_statements(self, resource)
        return [
            f"lets {persona or 'outsiders'} read {store['address']}"
            for store in stores
            if touches(allowing, store, READ) and not _open(store, persona)
        ]


check = FlowReaders()
