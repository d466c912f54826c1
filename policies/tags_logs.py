from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, rank


class TagsLogs(Policy):
    """
    A log is at most one class weaker than what its key is for.

    Why: what is processed shows in logs; de-identified data drops one class, and no log tells less than that.
    Fix: leave the classification of the log group to the class of the pipeline, or to that of what is logged.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure logs are classed like what they tell of",
            id="MR_TAGS_3",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_cloudwatch_log_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The class of the group, beside that of its key; a key of others is judged elsewhere.
        """
        keys = [
            key for key in self.planned("aws_kms_key") if resource.get("kms_key_id") in (key.get("arn"), key.get("id"))
        ]
        weaker = any(rank(resource) < rank(key) - 1 for key in keys)
        return ["is more than one class weaker than its key"] if weaker else []


check = TagsLogs()
