from __future__ import annotations

import json

import pytest

from tests.planning import DEPLOYMENTS, PIPELINES, planned


@pytest.fixture(params=DEPLOYMENTS)
def real(request):
    """
    The plan of each deployment as Terraform makes it.
    """
    return planned(request.param)


@pytest.fixture(params=PIPELINES)
def pipeline(request):
    """
    The plan of each deployment that turns a stream into tables.
    """
    return planned(request.param)


@pytest.fixture
def allowed(real):
    """
    What each process may do, in every deployment.
    """
    return allowed_in(real)


@pytest.fixture
def granted(pipeline):
    """
    What each process of a pipeline may do.
    """
    return allowed_in(pipeline)


def allowed_in(plan):
    """
    The statements of each process's role that allow, by the tag of the role.
    """
    process_of = {role["id"]: role["tags"]["process"] for role in plan.of("aws_iam_role").values()}
    found = {process: [] for process in process_of.values()}
    for policy in plan.of("aws_iam_role_policy").values():
        found[process_of[policy["role"]]] += [
            statement for statement in json.loads(policy["policy"])["Statement"] if statement["Effect"] == "Allow"
        ]

    return found
