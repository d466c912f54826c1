from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from clusters import attributes
from planned import Policy, Resource, listed, number

RELEASE = re.compile(r"emr-([0-9]+)\.[0-9]+\.[0-9]+")
OLDEST = 7  # the first release on Amazon Linux 2023
BATCH = ("Hadoop", "Hive", "Spark", "Tez")
"""Applications that work through data and let nobody in; notebooks and consoles do."""
MOST_STEPS = 32
CHANGED = ("additional_info", "bootstrap_action", "configurations", "configurations_json", "custom_ami_id", "step")
"""What runs on machines, or is set on them, beside what the release does."""


class EmrSettings(Policy):
    """
    A cluster runs a release that is maintained, as it comes, with applications that only work through data, in subnets of its
    stack, and replaces nodes that are not well.

    Why: what runs at the start of a machine runs as root, and a setting given inline takes encryption away again; notebooks and
    consoles are ways in beside the roles of jobs.
    Fix: set release_label to emr-7 or newer, leave bootstrap_action, step, configurations and custom_ami_id out, and set
    unhealthy_node_replacement.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster runs a maintained release as it comes",
            id="MR_EMR_9",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_emr_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Release, changes to it, applications, place, replacement and jobs at a time.
        """
        release = RELEASE.fullmatch(str(resource.get("release_label")))
        problems = [f"is changed by {name}" for name in CHANGED if resource.get(name) not in (None, "", [], {})]
        more = sorted({*map(str, listed(resource.get("applications")))} - {*BATCH})
        problems += [f"runs {name}, which lets people in" for name in more]
        place = attributes(resource)
        subnets = {*listed(place.get("subnet_ids")), *listed(place.get("subnet_id"))}
        own = {item["id"] for item in self.planned("aws_subnet")}
        problems += [f"is in {item}, which is not of the stack" for item in sorted(subnets - own) if own]
        rules = {
            f"runs {resource.get('release_label')}, older than emr-{OLDEST}": bool(release)
            and int(release[1]) >= OLDEST,
            "keeps nodes that are not well": resource.get("unhealthy_node_replacement") is True,
            f"runs more than {MOST_STEPS} jobs at a time": number(resource.get("step_concurrency_level", 1))
            <= MOST_STEPS,
        }
        return problems + [problem for problem, held in rules.items() if not held]


check = EmrSettings()
