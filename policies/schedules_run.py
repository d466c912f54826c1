from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

EVERY = re.compile(r"rate\(([0-9]+) (minute|hour|day)s?\)")
MINUTES = {"minute": 1, "hour": 60, "day": 1440}
MOST_DAYS = 31
TIMES = re.compile(r"cron\(\S+ \S+ (\S+) (\S+) \S+ (\S+)\)")


def _seldom(expression: str) -> bool:
    """
    Whether a schedule runs less than once a month, or once only.
    """
    rate, times = EVERY.fullmatch(expression), TIMES.fullmatch(expression)
    if rate:
        return int(rate[1]) * MINUTES[rate[2]] > MOST_DAYS * MINUTES["day"]
    return not times or times[2] != "*" or times[3] != "*"


class SchedulesRun(Policy):
    """
    A schedule is on, runs once a month or more often and tries again what fails.

    Why: work that is not started fails no alarm; what a schedule drops is gone.
    Fix: leave state ENABLED, set schedule_expression, and leave maximum_retry_attempts of the target above zero.
    """

    looks_at = ("state", "schedule_expression", "target")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a schedule runs, and tries again what fails",
            id="MR_SCHEDULER_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_scheduler_schedule"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        State, times, end and tries.
        """
        target = block(resource.get("target"))
        expression = str(resource.get("schedule_expression"))
        tries = block(target.get("retry_policy")).get("maximum_retry_attempts", 185)
        rules = {
            "is off": resource.get("state", "ENABLED") == "ENABLED",
            f"runs at {expression}, which is less than once a month": not _seldom(expression),
            "ends": not resource.get("end_date"),
            "does not try again": number(tries) >= 1,
        }
        return [problem for problem, held in rules.items() if not held]


check = SchedulesRun()
