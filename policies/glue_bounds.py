from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

SWITCHES = ("--enable-auto-scaling", "--enable-continuous-cloudwatch-log")
MOST_WORKERS = 300
LONGEST = 1_440  # minutes


class GlueBounds(Policy):
    """
    A Glue job has a ceiling of workers and runs and an end, adds workers below the ceiling by itself, and logs while it runs.

    Why: the defaults are two days a run and as many workers as are asked for, from the start and idle or not.
    Fix: set number_of_workers, timeout, max_concurrent_runs, and the arguments --enable-auto-scaling and
    --enable-continuous-cloudwatch-log.
    """

    looks_at = ("default_arguments", "number_of_workers", "timeout", "execution_property")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Glue jobs have bounds and add workers only as they need them",
            id="MR_GLUE_3",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_glue_job"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Ceilings and end are given, and both switches are on.
        """
        arguments = block(resource.get("default_arguments"))
        problems = [f"does not set {name} to true" for name in SWITCHES if str(arguments.get(name)).lower() != "true"]
        if not 0 < number(resource.get("number_of_workers")) < MOST_WORKERS:
            problems.append("has no ceiling of workers")
        if not 0 < number(resource.get("timeout")) <= LONGEST:
            problems.append(f"has no end within {LONGEST} minutes")
        if not number(block(resource.get("execution_property")).get("max_concurrent_runs")):
            problems.append("has no ceiling of runs at a time")
        return problems


check = GlueBounds()
