"""
Writes the gate's files in a repository made for one test.
"""

from __future__ import annotations

import yaml

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
    manifest[listed or id] = {"file": file, "severity": "low"}
    write(yard / "controls" / "policies.yaml", manifest)
