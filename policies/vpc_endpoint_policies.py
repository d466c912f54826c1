from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account
from statements import EXACT, Statement, statements

LAYERS = re.compile(r"arn:[a-z-]+:s3:::prod-(?P<region>[a-z0-9-]+)-starport-layer-bucket/\*")
"""Where ECR keeps the layers of images; it signs the way to them itself, so that the caller is of its own account."""

PACKAGES = re.compile(r"arn:[a-z-]+:s3:::(al2023-repos-[a-z0-9-]+-de612dc2|repo\.[a-z0-9-]+\.emr\.amazonaws\.com)/\*")
"""Buckets of AWS with packages of machines; package managers ask without signing, so nobody can be named."""


def _layers(statement: Statement, resource: Resource) -> bool:
    """
    Whether a statement lets through to layers of images in the endpoint's region and to nothing else.
    """
    found = [LAYERS.fullmatch(arn) for arn in statement.resources]
    here = all(match and match["region"] == resource["arn"].split(":")[3] for match in found)
    return bool(found) and here and statement.actions == ("s3:GetObject",) and not statement.inverted


def _problems(statement: Statement, owner: str) -> list[str]:
    packages = bool(statement.resources) and all(PACKAGES.fullmatch(arn) for arn in statement.resources)
    if statement.actions == ("s3:GetObject",) and packages:
        return ["allows by exclusion"] if statement.inverted else []
    problems = ["allows by exclusion"] if statement.inverted else []
    callers = statement.values("aws:PrincipalAccount", *EXACT)
    named = all(value != "*" and owner in value for _, value in statement.principals)
    if not (set(callers) == {owner} or (named and statement.principals)):
        problems.append("admits principals of any account")
    owners = set(statement.values("aws:ResourceAccount", *EXACT))
    wide = [arn for arn in statement.resources if _wide(arn)]
    if owners != {owner} and (wide or not statement.resources):
        problems.append(f"lets through to {', '.join(wide)} of any account")
    return problems


def _wide(arn: str) -> bool:
    return "*" in arn.split("/", maxsplit=1)[0]


class VpcEndpointPolicies(Policy):
    """
    The policy of a VPC endpoint admits principals of this account only, and to resources of this account or to
    named ones; anybody may read AWS's own packages.

    Why: through an endpoint that allows everything, data leaves to a bucket of any account.
    Fix: set a policy whose statements have StringEquals conditions on aws:PrincipalAccount and on
    aws:ResourceAccount, or name the resources. Layers of images, which ECR keeps in a bucket of its own, pass.
    """

    looks_at = ("policy",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an endpoint lets through principals of this account, to its resources or named ones",
            id="MR_VPC_4",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_vpc_endpoint"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is a policy, and no Allow of it is open on either side.
        """
        if resource.get("vpc_endpoint_type", "Gateway") not in ("Gateway", "Interface"):
            return []
        found = statements(resource.get("policy"))
        if not found:
            return ["has no policy, so it lets everything through"]
        allowing = [statement for statement in found if statement.allows]
        judged = [statement for statement in allowing if not _layers(statement, resource)]
        return [problem for statement in judged for problem in _problems(statement, account(resource))]


check = VpcEndpointPolicies()
