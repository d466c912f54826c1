"""
Roles in which a repository's automation plans and applies pipelines, without a key that anybody could lose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Literal

from bindings import Construct
from bindings.aws import IamOpenidConnectProvider
from modules.dataflow import Statement
from modules.foundation.account_actions import UNSCOPED, anywhere, ceiling_of_reading, names, widely
from modules.foundation.account_role import AccountRole
from modules.foundation.deploy_actions import (
    BOUNDED_ROLES,
    CODE,
    READ,
    RECEIVERS,
    ROLES,
    SCOPES,
    WRITE,
    BlueprintName,
    of,
)
from modules.foundation.trust import Claim, oidc_trust
from modules.params import Name, Params, Some, text
from modules.pipeline import Pipeline

ISSUERS = {"github": "token.actions.githubusercontent.com", "gitlab": "gitlab.com"}
AUDIENCES = {"github": "sts.amazonaws.com", "gitlab": "https://gitlab.com"}

Repository = Annotated[
    str,
    text(
        r"^[A-Za-z0-9_.-]{1,100}(/[A-Za-z0-9_.-]{1,100}){1,5}$",
        "organisation/repository, such as example/orders, without wildcards",
    ),
]


class DeployRolesParams(Params):
    provider: Literal["github", "gitlab"]
    """Where the repository is: github.com or gitlab.com."""

    repository: Repository
    """The repository that deploys, as organisation/repository; with all its groups at GitLab."""

    plan_branch: Claim
    """The branch whose runs may plan. Runs of other branches and of forks get no role."""

    apply_from: Claim
    """
    The environment of GitHub, or the protected branch of GitLab, whose runs may apply.

    The platform lets a run in when its reviewers have approved. Let reviewers start no runs there: who approves is not who
    deploys.
    """

    deployments: Some[Name]
    """Names of the deployments that the repository deploys; at least one. Nothing else in the account is touched."""

    blueprints: Some[BlueprintName] = ("stream_analytics",)
    """What these deployments are, so that the roles know the services they use; deployments of others need roles of your own."""


class DeployRoles(Construct):
    """
    The OIDC provider and two roles: `deploy-plan` reads settings and writes lock files of states alone, `deploy-apply`
    makes, changes and deletes what the named deployments consist of, with roles that carry the *boundary* of pipelines.

    The account's own baseline is not deployed by them, but by the environment's deploy roles.
    """

    def __init__(
        self, scope: Construct, id: str, params: DeployRolesParams, *, pipeline: Pipeline, boundary: str
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        issuer, audience = ISSUERS[params.provider], AUDIENCES[params.provider]
        IamOpenidConnectProvider(self, "provider", url=f"https://{issuer}", client_id_list=[audience])
        arn = pipeline.global_arn("iam", f"oidc-provider/{issuer}")
        plan_subject, apply_subject = subjects(params)
        self._read, written = of(READ, params.blueprints), of(WRITE, params.blueprints)
        self._scopes = of(SCOPES, params.blueprints)
        self._written = {service: listed for service, listed in written.items() if service != "s3"}
        reading = anywhere(pipeline.environment, self._read)
        named = [
            *self._roles(params.deployments, boundary),
            *self._state(params.deployments, write_states=True),
            *self._code(params),
        ]
        self.plan = AccountRole(
            self,
            "plan",
            name="deploy-plan",
            pipeline=pipeline,
            trust=[oidc_trust(arn, audience, [plan_subject])],
            statements=[*reading, *self._state(params.deployments, write_states=False)],
            oversees="look",
        )
        self.apply = AccountRole(
            self,
            "apply",
            name="deploy-apply",
            pipeline=pipeline,
            trust=[oidc_trust(arn, audience, [apply_subject])],
            statements=[*reading, *self._writing(params.deployments), *named],
            bounds=self._bounds(params, boundary),
            oversees="administer",
        )

    def _code(self, params: DeployRolesParams) -> list[Statement]:
        """Scripts of jobs, which are the only objects that Terraform puts."""
        if "batch_lakehouse" not in params.blueprints:
            return []
        place = self._pipeline.environment
        ends = f"code-{place.account_id}-{place.region}"
        buckets = [self._pipeline.bucket_arn(f"int-{name}-{ends}", "*") for name in params.deployments]
        return [Statement(CODE, tuple(buckets))]

    def _bounds(self, params: DeployRolesParams, boundary: str) -> list[Statement]:
        """By verb and not by resource, since a boundary has to be short; the role's own policy says the rest."""
        place = self._pipeline.environment
        here = {"StringEquals": {"aws:RequestedRegion": place.region}}
        states = self._pipeline.bucket_arn(place.state_bucket, "*")
        deleting, bounded, handing = self._roles(params.deployments, boundary)
        any_role = (self._pipeline.global_arn("iam", "role/*"),)
        return [
            ceiling_of_reading(place, self._read),
            Statement(names(widely(self._written, but=("kms",))), ("*",), here),
            Statement(names({"s3": WRITE["s3"]}), self._buckets(params.deployments)),
            *self._code(params),
            deleting,
            replace(bounded, resources=any_role),
            replace(handing, resources=any_role),
            Statement(("s3:DeleteObject", "s3:GetObject", "s3:PutObject"), (states,)),
            self._key_of_states(),
        ]

    def _writing(self, deployments: Sequence[str]) -> list[Statement]:
        listed = names(self._written)
        free = tuple(name for name in listed if name in UNSCOPED)
        resources = tuple(
            self._pipeline.arn(service, scope.format(name=name, table=name.replace("-", "_")))
            for service, scopes in self._scopes.items()
            for scope in scopes
            for name in deployments
        )
        here = {"StringEquals": {"aws:RequestedRegion": self._pipeline.environment.region}}
        return [
            Statement(tuple(name for name in listed if name not in UNSCOPED), tuple(dict.fromkeys(resources))),
            Statement(free, ("*",), here),
            Statement(names({"s3": WRITE["s3"]}), self._buckets(deployments)),
        ]

    def _buckets(self, deployments: Sequence[str]) -> tuple[str, ...]:
        place = self._pipeline.environment
        return tuple(
            self._pipeline.bucket_arn(f"???-{name}-*-{place.account_id}-{place.region}") for name in deployments
        )

    def _roles(self, deployments: Sequence[str], boundary: str) -> list[Statement]:
        roles = tuple(self._pipeline.global_arn("iam", f"role/{name}-*") for name in deployments)
        return [
            Statement(ROLES, roles),
            Statement(BOUNDED_ROLES, roles, {"StringEquals": {"iam:PermissionsBoundary": boundary}}),
            Statement(("iam:PassRole",), roles, {"StringEquals": {"iam:PassedToService": list(RECEIVERS)}}),
        ]

    def _state(self, deployments: Sequence[str], *, write_states: bool) -> list[Statement]:
        """Read states, write their lock files and maybe them too; the bucket's key is used through S3 alone."""
        bucket = self._pipeline.environment.state_bucket
        states = [self._pipeline.bucket_arn(bucket, f"{name}/terraform.tfstate") for name in deployments]
        locks = [f"{state}.tflock" for state in states]
        return [
            Statement(("s3:GetObject",), (*states, *locks)),
            Statement(("s3:PutObject",), (*states, *locks) if write_states else tuple(locks)),
            Statement(("s3:DeleteObject",), tuple(locks)),
            Statement(("s3:ListBucket",), (self._pipeline.bucket_arn(bucket),)),
            self._key_of_states(),
        ]

    def _key_of_states(self) -> Statement:
        via = {"StringEquals": {"kms:ViaService": self._pipeline.service("s3")}}
        return Statement(("kms:Decrypt", "kms:GenerateDataKey"), (self._pipeline.arn("kms", "key/*"),), via)


def subjects(params: DeployRolesParams) -> tuple[str, str]:
    """What the claim `sub` says of runs that may plan, and of runs that may apply."""
    if params.provider == "github":
        start = f"repo:{params.repository}"
        return f"{start}:ref:refs/heads/{params.plan_branch}", f"{start}:environment:{params.apply_from}"
    start = f"project_path:{params.repository}:ref_type:branch:ref"
    return f"{start}:{params.plan_branch}", f"{start}:{params.apply_from}"
