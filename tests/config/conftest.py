from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from blueprints.loading import load_deployment, load_environment
from blueprints.problems import DocumentError
from modules.params import FieldName, Params, RoleArn

REPOSITORY = Path(__file__).parents[2]

VALID = """\
# yaml-language-server: $schema=../schemas/deployment.schema.json
blueprint: sample
environment: dev
owner: orders-team@example.com
classification: confidential
workload:
  records_per_second: 200
  average_record_bytes: 900
  peak_factor: 5
parameters:
  title: orders
  retention_days: 30
  capacity_mode: on_demand
  enabled: true
  producers: ["arn:aws:iam::111122223333:role/web-shop"]
  stages:
    - {name: first, workers: 2}
    - {name: second, workers: 4}
"""


class Stage(Params):
    name: FieldName
    """Name of the stage."""

    workers: Annotated[int, Field(ge=1, le=10)]
    """Workers of the stage, 1 to 10."""


class SampleParams(Params):
    title: Annotated[str, Field(min_length=1, max_length=20)]
    """What people call it."""

    retention_days: Annotated[int, Field(ge=1, le=3_650)] = 30
    """Days that data is kept, 1 to 3650."""

    capacity_mode: Literal["on_demand", "provisioned"]
    """How capacity is paid for."""

    enabled: bool = True
    """Whether it runs."""

    producers: tuple[RoleArn, ...] = ()
    """Roles that may write."""

    stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=3)]
    """What happens, one after the other."""

    limits: dict[FieldName, int] | None = None
    """Limits by name."""

    raw_retention_days: int = 365
    """Days that raw data is kept."""

    note: str | None = None
    """Anything else."""


class Sample:
    params_type = SampleParams
    takes_load = True


class Bare(Sample):
    takes_load = False


SAMPLES = {"sample": Sample, "stream_analytics": Sample, "bare": Bare}


@pytest.fixture(name="root")
def _root(tmp_path):
    shutil.copytree(REPOSITORY / "environments", tmp_path / "environments")
    (tmp_path / "deployments").mkdir()
    return tmp_path


@pytest.fixture(name="valid")
def _valid():
    return VALID


@pytest.fixture(name="load")
def _load(root):
    """Loads a deployment from its text: the loaded one and no problems, or none and its problems."""

    def load(text, name="orders-dev", blueprints=SAMPLES):
        content = text if isinstance(text, bytes) else text.encode()
        (root / "deployments" / f"{name}.yaml").write_bytes(content)
        try:
            return load_deployment(root, name, blueprints), []
        except DocumentError as error:
            return None, error.problems

    return load


@pytest.fixture(name="load_dev")
def _load_dev(root):
    """Loads environment dev with one piece of its text replaced: the environment, or its problems."""

    def load(old="", new=""):
        path = root / "environments" / "dev.yaml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
        try:
            return load_environment(root, "dev"), []
        except DocumentError as error:
            return None, error.problems

    return load
