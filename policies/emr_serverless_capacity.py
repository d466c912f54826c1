from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

LONGEST_IDLE = 1440  # minutes; AWS stops after 15 when nothing is said


class EmrServerlessCapacity(Policy):
    """
    An EMR Serverless application has a maximum of CPU, memory and disk, and stops by itself after a day without work at most.

    Why: without a ceiling a fault in one job costs what the account's quota lets it; what idles is paid for.
    Fix: set maximum_capacity, and auto_stop_configuration with idle_timeout_minutes of at most 1440.
    """

    looks_at = ("maximum_capacity", "auto_stop_configuration")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure EMR Serverless has a ceiling and stops when idle",
            id="MR_EMRS_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_emrserverless_application"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        All three maxima are given, and an end of idling.
        """
        most = block(resource.get("maximum_capacity"))
        problems = [f"has no maximum of {name}" for name in ("cpu", "memory", "disk") if not most.get(name)]
        stop = block(resource.get("auto_stop_configuration"))
        if stop.get("enabled") is False or number(stop.get("idle_timeout_minutes", 15)) > LONGEST_IDLE:
            problems.append("goes on when it has nothing to do")
        return problems


check = EmrServerlessCapacity()
