"""
The container that a machine of EC2 Auto Scaling runs, read from the script that the machine starts with.

Read is what `modules/processing/machine_start.py` writes: files, one of them a unit of systemd that runs Docker.
"""

from __future__ import annotations

import base64
import re
import shlex
from collections.abc import Mapping
from typing import Any

from moto.iam import iam_backends
from moto.utilities.utils import get_partition

from workflow.emulator.container import Container, Logs
from workflow.emulator.problems import NoRoleError, NotEmulatedError

FILE = re.compile(r"^cat >(?P<path>\S+) <<'(?P<end>\w+)'\n(?P<content>.*?)^(?P=end)$", re.DOTALL | re.MULTILINE)
RUN = re.compile(r"^ExecStart=(?P<command>\S*docker run .*)$", re.MULTILINE)
DOCKER_ID = "{{.ID}}"
DOCKER_DIGITS = 12  # of the id that Docker puts into a tag
FLAGS = frozenset({"--read-only", "--rm"})
OPTIONS = frozenset(
    {"--cap-drop", "--env-file", "--log-driver", "--log-opt", "--name", "--network", "--security-opt", "--user"}
)


def runs_container(group: Any) -> bool:
    """Whether the machines of *group*, moto's model of an Auto Scaling group, start with a script that runs a container."""
    script = _script(group)
    return "docker run" in script and bool(RUN.search(script))


def of_machines(group: Any) -> Container:
    """The container on each machine of *group*. Machines fetch its image and write its log as what they are."""
    script = _script(group)
    files = {found["path"]: found["content"] for found in FILE.finditer(script)}
    options, image, command = _docker_run(next(found["command"] for found in RUN.finditer(script)))
    role_arn = _role_of(_data(group).get("IamInstanceProfile") or {}, group.account_id, group.region)
    return Container(
        image=image,
        command=tuple(command),
        variables=_variables(files, options.get("--env-file", [])),
        role_arn=role_arn,
        puller_arn=role_arn,
        subnets=tuple(filter(None, (group.vpc_zone_identifier or "").split(","))),
        logs=_logs(options, role_arn),
    )


def _data(group: Any) -> Mapping[str, Any]:
    template = group.ec2_launch_template
    data: Mapping[str, Any] = template.get_version(group.launch_template_version).data if template else {}
    return data


def _script(group: Any) -> str:
    given = _data(group).get("UserData")
    return base64.b64decode(given.as_bytes()).decode("utf-8", "replace") if given else ""


def _docker_run(command: str) -> tuple[dict[str, list[str]], str, list[str]]:
    """Options of *command*, the image, and what comes after it."""
    words = iter(shlex.split(command)[2:])
    options: dict[str, list[str]] = {}
    for word in words:
        if word in OPTIONS:
            options.setdefault(word, []).append(next(words, ""))
        elif word.startswith("-") and word not in FLAGS:
            raise NotEmulatedError(f"the option {word} of docker run is not emulated")
        elif not word.startswith("-"):
            return options, word, list(words)
    raise NotEmulatedError("docker run names no image")


def _variables(files: Mapping[str, str], paths: list[str]) -> dict[str, str]:
    variables: dict[str, str] = {}
    for path in paths:
        if path not in files:
            raise NotEmulatedError(f"the script of the machine does not write {path}, from where variables are read")
        lines = [line for line in files[path].splitlines() if line.strip() and not line.startswith("#")]
        variables.update({name: value for name, _, value in (line.partition("=") for line in lines)})
    return variables


def _logs(options: Mapping[str, list[str]], role_arn: str) -> Logs | None:
    if options.get("--log-driver") != ["awslogs"]:
        return None
    given = {name: value for name, _, value in (option.partition("=") for option in options.get("--log-opt", []))}
    stream = given.get("tag", DOCKER_ID).replace(DOCKER_ID, "{id}")
    return Logs(given.get("awslogs-group", ""), stream, DOCKER_DIGITS, role_arn)


def _role_of(profile: Mapping[str, str], account_id: str, region: str) -> str:
    named = profile.get("Arn") or profile.get("Name")
    for held in list(iam_backends[account_id][str(get_partition(region))].instance_profiles.values()):
        if named in (held.arn, held.name) and held.roles:
            return str(held.roles[0].arn)
    raise NoRoleError(f"the instance profile {named} of the machines has no role")
