from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class EmrLogs(Policy):
    """
    A cluster keeps the logs of its steps in a bucket of its stack, under a key of the stack that rotates.

    Why: machines are gone after a night, and with them what a job said; what it said quotes the data.
    Fix: set log_uri to a bucket of the stack and log_encryption_kms_key_id to its key.
    """

    looks_at = ("log_uri", "log_encryption_kms_key_id")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster keeps its logs, encrypted",
            id="MR_EMR_4",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_emr_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The bucket and the key.
        """
        buckets = {item.get("bucket") for item in self.planned("aws_s3_bucket")}
        named = str(resource.get("log_uri") or "").partition("://")[2].partition("/")[0]
        problems = [] if named in buckets else [f"logs to {resource.get('log_uri')}, no bucket of the stack"]
        problem = self.key_problem(resource.get("log_encryption_kms_key_id"))
        return [*problems, problem] if problem else problems


check = EmrLogs()
