"""
Writes the gate's files in a repository made for one test.
"""

from __future__ import annotations

import yaml

from workflow.gate_controls import COMPARED

POLICY = '''
from checkov.common.models.enums import CheckCategories, CheckResult
from planned import Policy


class Made(Policy):
    """Made by a test."""

    def __init__(self):
        super().__init__(name="made", id="{id}", categories=[CheckCategories.IAM], supported_resources=["aws_sqs_queue"])

    def problems(self, resource):
        {body}


check = Made()
'''


def write(path, content):
    """
    A YAML file.
    """
    path.write_text(yaml.safe_dump(content))


def add(yard, file, id, body, listed=None):
    """
    A policy with a body, listed in the manifest under its id or another.
    """
    (yard / "policies" / f"{file}.py").write_text(POLICY.format(id=id, body=body))
    manifest = yaml.safe_load((yard / "controls" / "policies.yaml").read_text()) or {}
    manifest[listed or id] = {"file": file}
    write(yard / "controls" / "policies.yaml", manifest)
    control(yard, *COMPARED, *manifest)


def control(yard, *checks):
    """
    A list of one control, which some checks enforce.
    """
    about = {name: f"the {name} of a test" for name in ("title", "statement", "rationale", "source", "remedy")}
    made = {"id": "made", "practice": "automation", "severity": "low", "checks": [*checks], **about}
    write(yard / "controls" / "controls.yaml", {"controls": [made]})
