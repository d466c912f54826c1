"""
Roles in which a repository's automation plans and applies pipelines, without a key that anybody could lose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bindings import Construct
from bindings.aws import IamOpenidConnectProvider
from modules.errors import InputError
from modules.foundation.account_actions import anywhere
from modules.foundation.account_role import AccountRole
from modules.foundation.boundary import arn
from modules.foundation.deploy_actions import BlueprintName, needed
from modules.foundation.deploy_statements import DeployStatements
from modules.foundation.learning_boundary import LEARNING_BOUNDARY
from modules.foundation.serving_boundary import SERVING_BOUNDARY
from modules.foundation.trust import Claim, oidc_trust
from modules.params import Fault, Name, Params, Region, RuleError, Some, text
from modules.pipeline import Pipeline

ISSUERS = {"github": "token.actions.githubusercontent.com", "gitlab": "gitlab.com"}
AUDIENCES = {"github": "sts.amazonaws.com", "gitlab": "https://gitlab.com"}

OTHER_BOUNDARIES = {"ml_serving": SERVING_BOUNDARY, "ml_training": LEARNING_BOUNDARY}
"""By blueprint, the boundary of its roles where it is not that of the other pipelines."""

Repository = Annotated[
    str,
    text(
        r"^[A-Za-z0-9_.-]{1,100}(/[A-Za-z0-9_.-]{1,100}){1,5}$",
        "organisation/repository, such as example/orders, without wildcards",
    ),
]


PairName = Annotated[
    str, text(r"^[a-z][a-z0-9-]{1,19}$", "2 to 20 lower-case letters, digits and hyphens, a letter first")
]
"""IAM takes 64 characters for the name of a role, and the account's deployment may have 22 of them."""


class DeployParams(Params):
    """A pair of roles: who takes them on, and which deployments they are for."""

    name: PairName | None = None
    """What the roles are called: `deploy-<name>-plan` and `deploy-<name>-apply`; one pair goes without."""

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
    """Names of the deployments that the pair deploys; at least one. Nothing else in the account is touched."""

    blueprints: Some[BlueprintName] = ("stream_analytics",)
    """What these deployments are, so that the roles know the services they use; what does not fit into one pair goes into two."""

    copies_in: Region | None = None
    """
    The second region in which a warehouse of the pair keeps copies of its snapshots; none when left out. The account's
    `further_regions` have to leave it open.
    """

    @model_validator(mode="after")
    def _copies_of_warehouses(self) -> Self:
        if self.copies_in and "warehouse_reporting" not in self.blueprints:
            listed = ", ".join(self.blueprints)
            raise ValueError(
                f"copies_in: {self.copies_in} is for warehouse_reporting, and the pair is for {listed}; leave it out"
            )
        return self

    @property
    def called(self) -> str:
        """How the names of both roles begin, after that of the account's deployment."""
        return f"deploy-{self.name}" if self.name else "deploy"


class DeployRolesParams(Params):
    provider: Literal["github", "gitlab"]
    """Where the repositories are: github.com or gitlab.com."""

    roles: Annotated[tuple[DeployParams, ...], Field(min_length=1, max_length=20)]
    """A pair of roles for each repository, or for each set of deployments; 1 to 20. Small pairs reach little."""

    @model_validator(mode="after")
    def _one_for_each(self) -> Self:
        names = Counter(pair.name for pair in self.roles)
        deployed = Counter(name for pair in self.roles for name in pair.deployments)
        RuleError.raise_any(
            [
                *(
                    Fault(
                        f"two pairs have {f'the name {name}' if name else 'no name'}; call each as no other", ("roles",)
                    )
                    for name, times in names.items()
                    if times > 1
                ),
                *(
                    Fault(f"two pairs deploy {name}; leave it to one of them", ("roles",))
                    for name, times in deployed.items()
                    if times > 1
                ),
            ]
        )
        return self


class DeployRoles(Construct):
    """
    The OIDC provider, and pairs of roles: one that plans reads settings and writes lock files of states alone, one that
    applies makes, changes and deletes what the named deployments consist of, with roles that carry the *boundary* of
    pipelines, or that of those that learn or answer.

    The account's own baseline is not deployed by them, but by the environment's deploy roles.
    """

    def __init__(
        self, scope: Construct, id: str, params: DeployRolesParams, *, pipeline: Pipeline, boundary: str
    ) -> None:
        super().__init__(scope, id)
        issuer = ISSUERS[params.provider]
        IamOpenidConnectProvider(self, "provider", url=f"https://{issuer}", client_id_list=[AUDIENCES[params.provider]])
        for pair in params.roles:
            self._make(pair, params.provider, pipeline, boundary)

    def _make(
        self, params: DeployParams, provider: Literal["github", "gitlab"], pipeline: Pipeline, boundary: str
    ) -> None:
        issuer, audience = pipeline.global_arn("iam", f"oidc-provider/{ISSUERS[provider]}"), AUDIENCES[provider]
        plan_subject, apply_subject = subjects(params, provider)
        family = needed(params.blueprints)
        if params.copies_in == pipeline.environment.region:
            raise InputError(
                f"copies_in: {params.copies_in} is the region of environment {pipeline.environment.name} itself; choose "
                "another one of the same jurisdiction, or leave it out"
            )
        reading = anywhere(pipeline.environment, family.read)
        statements = DeployStatements(pipeline, family, params.deployments, params.copies_in)
        bounded = boundaries(params.blueprints, pipeline, boundary)
        ids = f"{params.name.replace('-', '_')}_" if params.name else ""
        AccountRole(
            self,
            f"{ids}plan",
            name=f"{params.called}-plan",
            pipeline=pipeline,
            trust=[oidc_trust(issuer, audience, [plan_subject])],
            statements=[*reading, *statements.states(write=False)],
            oversees="look",
        )
        AccountRole(
            self,
            f"{ids}apply",
            name=f"{params.called}-apply",
            pipeline=pipeline,
            trust=[oidc_trust(issuer, audience, [apply_subject])],
            statements=[*reading, *statements.applying(bounded)],
            bounds=statements.bounds(bounded),
            oversees="administer",
        )


def boundaries(blueprints: Sequence[BlueprintName], pipeline: Pipeline, boundary: str) -> list[str]:
    """What roles of deployments of some *blueprints* carry: *boundary*, or another of ours where *boundary* is ours."""
    place = pipeline.environment
    others = OTHER_BOUNDARIES if boundary == arn(place) else {}
    return sorted({arn(place, others[name]) if name in others else boundary for name in blueprints})


def subjects(params: DeployParams, provider: Literal["github", "gitlab"]) -> tuple[str, str]:
    """What the claim `sub` says of runs that may plan, and of runs that may apply."""
    if provider == "github":
        start = f"repo:{params.repository}"
        return f"{start}:ref:refs/heads/{params.plan_branch}", f"{start}:environment:{params.apply_from}"
    start = f"project_path:{params.repository}:ref_type:branch:ref"
    return f"{start}:{params.plan_branch}", f"{start}:{params.apply_from}"
