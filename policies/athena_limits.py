from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

VERSIONS = ("AUTO", "Athena engine version 3", "PySpark engine version 3")
MOST_BYTES = 10 * 1024**4


class AthenaLimits(Policy):
    """
    A workgroup stops a query that scans too much, publishes metrics, and writes results to a bucket of its stack.

    Why: one careless query can read the whole lake at the price of it.
    Fix: set bytes_scanned_cutoff_per_query to 10 TiB at most, publish_cloudwatch_metrics_enabled and an output_location in a bucket
    of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a workgroup bounds what a query scans, measures it and keeps results in the stack",
            id="MR_ATHENA_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_athena_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Limit, metrics and location.
        """
        settings = block(resource.get("configuration"))
        location = str(block(settings.get("result_configuration")).get("output_location", ""))
        own = {f"s3://{bucket['id']}/" for bucket in self.planned("aws_s3_bucket")}
        problems = []
        if not 0 < number(settings.get("bytes_scanned_cutoff_per_query")) <= MOST_BYTES:
            problems.append("a query may scan without bound")
        if settings.get("publish_cloudwatch_metrics_enabled", True) is not True:
            problems.append("publishes no metrics")
        if not any(f"{location}/".startswith(place) for place in own):
            problems.append(f"writes results to {location or 'any place'}, which is no bucket of the stack")
        version = str(block(settings.get("engine_version")).get("selected_engine_version") or "AUTO")
        acl = block(block(settings.get("result_configuration")).get("acl_configuration"))
        rules = {
            "reads buckets whose owners have the reader pay": settings.get("requester_pays_enabled") is not True,
            f"runs {version}, which is not maintained": version in VERSIONS,
            "gives results an access list": not acl,
        }
        return problems + [problem for problem, held in rules.items() if not held]


check = AthenaLimits()
