from __future__ import annotations

import json

import pytest

from tests.planning import DEPLOYMENTS, planned


@pytest.fixture(params=DEPLOYMENTS)
def real(request):
    """
    The plan of each deployment as Terraform makes it.
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
