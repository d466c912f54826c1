from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

DAYS = {"Days": 1.0, "Hours": 1 / 24, "Minutes": 1 / 1_440, "Seconds": 1 / 86_400, "Weeks": 7.0}
LONGEST = 365


class FeatureGroups(Policy):
    """
    A feature group is online and offline under keys of its stack, its records leave the online store within a year, and its
    history lies in a bucket of the stack.

    Why: features are rows about people; a copy of them without a key or an end is the one that nobody deletes.
    Fix: set security_config of the online store and kms_key_id of the offline store to keys that rotate, ttl_duration to at
    most 365 days, and s3_uri to a bucket of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure features have keys of their stack and an end",
            id="MR_SM_24",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sagemaker_feature_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both stores of a group.
        """
        online = block(resource.get("online_store_config"))
        offline = block(block(resource.get("offline_store_config")).get("s3_storage_config"))
        problems = [] if online.get("enable_online_store") is True else ["has no online store to ask"]
        found = {
            "online": self.key_problem(block(online.get("security_config")).get("kms_key_id")),
            "offline": self.key_problem(offline.get("kms_key_id")),
        }
        problems += [f"{name}: {problem}" for name, problem in found.items() if problem]
        end = block(online.get("ttl_duration"))
        days = number(end.get("value")) * DAYS.get(str(end.get("unit")), 0.0)
        if not 0 < days <= LONGEST:
            problems.append(f"its records are online for {days:g} days (0: for ever), allowed are 1 to {LONGEST}")
        buckets = {str(item.get("bucket")) for item in self.planned("aws_s3_bucket")}
        if str(offline.get("s3_uri", "")).removeprefix("s3://").partition("/")[0] not in buckets:
            problems.append("its history is in no bucket of the stack")
        return problems


check = FeatureGroups()
