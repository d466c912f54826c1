from __future__ import annotations

import json

import pytest

from tests.planning import DEPLOYMENTS, PIPELINES, planned


@pytest.fixture(params=PIPELINES)
def real(request):
    """
    The plan of each pipeline as Terraform makes it.
    """
    return planned(request.param)


@pytest.fixture(params=DEPLOYMENTS)
def whole(request):
    """
    The plan of each deployment, baselines of the account too.
    """
    return planned(request.param)


@pytest.fixture
def allowed(real):
    """
    What each process may do: the statements of its role that allow, by the tag of the role.
    """
    process_of = {role["id"]: role["tags"]["process"] for role in real.of("aws_iam_role").values()}
    found = {process: [] for process in process_of.values()}
    for policy in real.of("aws_iam_role_policy").values():
        found[process_of[policy["role"]]] += [
            statement for statement in json.loads(policy["policy"])["Statement"] if statement["Effect"] == "Allow"
        ]

    return found
