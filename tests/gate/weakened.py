"""
A deployment's own plan, weakened.
"""

from __future__ import annotations

from copy import deepcopy

from tests.gate.replanned import replanned
from tests.planning import SCHEMA, planned
from workflow.canonical import canonical

# Types that a weakening adds and no module makes, so that the table of arguments does not hold them.
OTHER = {
    "aws_iam_user": {"computed": ["arn", "id"], "optional_computed": ["tags_all"]},
    "aws_internet_gateway": {"computed": ["arn", "id"], "optional_computed": ["tags_all"]},
    "aws_kinesis_resource_policy": {"computed": ["id"]},
    "aws_kms_grant": {"computed": ["id", "grant_id"]},
    "aws_lambda_function_url": {"computed": ["id", "function_url"]},
    "aws_lambda_permission": {"computed": ["id"]},
    "aws_route": {"computed": ["id"]},
    "aws_s3_bucket_acl": {"computed": ["id"]},
    "aws_vpc_peering_connection": {"computed": ["id"], "optional_computed": ["tags_all"]},
}
KNOWN = {**SCHEMA, **OTHER}


def weakened(deployment, weakening):
    """
    The canonical plan of a deployment with a weakening made in its configuration and its plan.
    """
    real = planned(deployment)
    configuration = deepcopy(real.configuration)
    weakening(configuration["resource"])
    plan = replanned(dict(real.output), real.configuration, configuration, KNOWN)

    return canonical(plan, configuration, KNOWN)
