from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed, rank, tag
from stores import FILLED, READ, WRITE, role_statements, touches


def _named(store: Resource) -> str:
    return f"{store['address']} ({tag(store, 'classification') or 'unclassified'})"


class FlowClassification(Policy):
    """
    A role may not read from one store and write to a weaker one, unless it de-identifies, which allows exactly one
    class less.

    Why: a process carries the class of what it reads; a weaker target would give restricted data the protection of
    public data.
    Fix: write to a store of the same class or a stricter one; a process that removes or tokenizes identities says
    how in its tag deidentification.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure data flows only to stores at least as strict as where it comes from",
            id="MR_FLOW_1",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every pair of a readable and a writable store is allowed.
        """
        stores = self.planned(*READ)
        allowing = role_statements(self, resource)
        sources = [store for store in stores if touches(allowing, store, READ)]
        step = 1 if tag(resource, "deidentification") else 0
        filled = [store for store in self.planned(*FILLED) if resource["arn"] in listed(store.get("iam_roles"))]
        problems = []
        for target in (*filled, *(store for store in stores if touches(allowing, store, WRITE))):
            for end in self._ends(target):
                weaker = [source for source in sources if rank(source) - step > rank(end)]
                problems += [f"reads {_named(source)} and writes {_named(end)}" for source in weaker]
        return problems

    def _ends(self, store: Resource) -> list[Resource]:
        """
        Where data put into a store ends: a delivery stream passes it on to its buckets.
        """
        arns = [item.get("bucket_arn") for item in blocks(store.get("extended_s3_configuration"))]
        return [item for item in self.planned("aws_s3_bucket") if item["arn"] in arns] if arns else [store]


check = FlowClassification()
