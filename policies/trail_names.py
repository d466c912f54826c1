from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, tag

PREFIXES = dict(zip(CLASSES, ("pub-", "int-", "con-", "res-"), strict=True))


class TrailNames(Policy):
    """
    The name of a bucket starts with the class of its data.

    Why: the audit trail selects object-level events by that start; a bucket without it, or with a weaker one, is used
    unseen.
    Fix: start the name with pub-, int-, con- or res-, as the tag classification says.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail knows a bucket by its name",
            id="MR_TRAIL_8",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The start is that of the tag.
        """
        prefix = PREFIXES.get(tag(resource, "classification"))
        if prefix is None:
            return ["has no class"]
        name = str(resource.get("bucket"))
        return [] if name.startswith(prefix) else [f"is called {name}, which does not start with {prefix}"]


check = TrailNames()
