from __future__ import annotations

import re
from collections.abc import Iterator

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed, number

OLDEST = 5.0  # Spark 3.5; versions 2.0 and older are out of support ("Glue version support policy")
CODE = ("--extra-files", "--extra-jars", "--extra-py-files", "--TempDir")
MODULES = ("--additional-python-modules", "--python-modules-installer-option")
MOST_RETRIES = 3
PLACE = re.compile(r"s3://([^/]+)/")


class GlueCode(Policy):
    """
    A Glue job runs code from buckets of its stack, on a maintained version, without connections and packages from elsewhere, and
    logs into its stack.

    Why: who can put a file where a job takes its code from has all that the job may do; a package that is fetched at the start is
    another one tomorrow.
    Fix: put scripts and packages into the bucket for code of the stack, set glue_version to 5.0 or newer, leave connections and
    --additional-python-modules out.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Glue jobs run code of their stack on a maintained version",
            id="MR_GLUE_7",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_glue_job"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Script, packages, version, connections, log group, tries.
        """
        arguments = block(resource.get("default_arguments"))
        buckets = {bucket["id"] for bucket in self.planned("aws_s3_bucket")}
        places = [str(block(resource.get("command")).get("script_location")), *_places(arguments)]
        problems = [
            f"takes {place}, which is in no bucket of the stack" for place in places if _bucket(place) not in buckets
        ]
        problems += [f"fetches packages with {name}" for name in MODULES if arguments.get(name)]
        problems += [f"uses the connection {name}" for name in listed(resource.get("connections"))]
        group = arguments.get("--continuous-log-logGroup")
        groups = {item.get("name") for item in self.planned("aws_cloudwatch_log_group")}
        rules = {
            f"runs Glue {resource.get('glue_version')}, older than {OLDEST}": number(resource.get("glue_version"))
            >= OLDEST,
            f"logs to {group}, which is no log group of the stack": not group or group in groups,
            f"is tried more than {MOST_RETRIES} times again": number(resource.get("max_retries")) <= MOST_RETRIES,
        }
        return problems + [problem for problem, held in rules.items() if not held]


def _places(arguments: Resource) -> Iterator[str]:
    for name in CODE:
        yield from (place for place in str(arguments.get(name) or "").split(",") if place)


def _bucket(place: str) -> str:
    found = PLACE.match(f"{place}/")
    return found[1] if found else ""


check = GlueCode()
