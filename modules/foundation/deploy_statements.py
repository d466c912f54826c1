"""
What a role may do that applies deployments, statement by statement, and what bounds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from modules.dataflow import Statement
from modules.foundation.account_actions import UNSCOPED, WITHOUT_REGION, ceiling_of_reading, names, widely
from modules.foundation.deploy_actions import BOUNDED_ROLES, BUCKET_VERBS, LENT_KEYS, OBJECTS, ROLES
from modules.foundation.deploy_family import Family, Scopes, made, together
from modules.pipeline import Pipeline

WITHOUT_PLACE: Final = ("dashboard/",)
"""How the names begin of what has no region in its ARN, in services whose other ARNs have one."""

OWN_FORM: Final = ("iam", "s3")
"""Services whose writing actions are in statements of their own in a boundary: IAM is in no region, buckets have names."""


class DeployStatements:
    """The statements about *deployments* that consist of *family*, in the pipeline's region and maybe one for copies."""

    def __init__(self, pipeline: Pipeline, family: Family, deployments: Sequence[str], copies_in: str | None) -> None:
        self._pipeline = pipeline
        self._family = family
        self._deployments = deployments
        self._there = pipeline.elsewhere(copies_in, "copies") if copies_in else None
        self._types = family.types.split()

    def applying(self, boundaries: Sequence[str]) -> list[Statement]:
        """Beside reading: make, change and delete what the deployments consist of."""
        return [*self._writing(), *self._roles(boundaries), *self.states(write=True), *self._by_type()]

    def bounds(self, boundaries: Sequence[str]) -> list[Statement]:
        """By verb and not by resource, since a boundary has to be short; the role's own policy says the rest."""
        everything = together([self._family, Family("", write=self._family.tagged)]).write
        regional = {service: listed for service, listed in everything.items() if service not in OWN_FORM}
        place = self._pipeline.environment
        states = self._pipeline.bucket_arn(place.state_bucket, "*")
        deleting, bounded, *handing = self._roles(boundaries)
        any_role = (self._pipeline.global_arn("iam", "role/*"),)
        return [
            ceiling_of_reading(place, self._family.read),
            Statement(names(widely(regional, but=("kms",))), ("*",), self._here()),
            Statement(BUCKET_VERBS, (self._pipeline.bucket_arn(f"*-{place.account_id}-{place.region}"),)),
            *self._profiles(),
            *self._by_type(),
            deleting,
            replace(bounded, resources=any_role),
            *(replace(one, resources=any_role) for one in handing),
            Statement(("s3:DeleteObject", "s3:GetObject", "s3:PutObject"), (states,)),
            Statement(LENT_KEYS, self._arns({"kms": ("key/*",)}, {"kms": ("key/*",)})),
        ]

    def states(self, *, write: bool) -> list[Statement]:
        """
        Read states, write their lock files and maybe them too; the bucket's key is used through S3 alone. What is in it is
        listed with the right to look at every bucket's settings.
        """
        bucket = self._pipeline.environment.state_bucket
        states = [self._pipeline.bucket_arn(bucket, f"{name}/terraform.tfstate") for name in self._deployments]
        locks = [f"{state}.tflock" for state in states]
        via = {"StringEquals": {"kms:ViaService": self._pipeline.service("s3")}}
        return [
            Statement(("s3:GetObject",), (*states, *locks)),
            Statement(("s3:PutObject",), (*states, *locks) if write else tuple(locks)),
            Statement(("s3:DeleteObject",), tuple(locks)),
            Statement(("kms:Decrypt", "kms:GenerateDataKey"), (self._pipeline.arn("kms", "key/*"),), via),
        ]

    def _writing(self) -> list[Statement]:
        listed = names({service: listed for service, listed in self._family.write.items() if service != "s3"})
        free = tuple(name for name in listed if name in UNSCOPED)
        return [
            *self._scoped(tuple(name for name in listed if name not in UNSCOPED)),
            Statement(free, ("*",), self._here()),
            *self._buckets(),
            *self._tagged(),
        ]

    def _scoped(self, listed: Sequence[str]) -> list[Statement]:
        """One statement for each service, so that each can stand in the policy that has room for it."""
        found = []
        for service, scopes in self._family.scopes.items():
            actions = tuple(name for name in listed if name.startswith(f"{service}:"))
            arns = self._arns({service: scopes}, {service: self._family.copies.get(service, ())})
            found.append(Statement(actions, arns))
        return found

    def _tagged(self) -> list[Statement]:
        """What AWS names is told by the tag that Terraform gives it; before it has one, it is nobody else's."""
        arns = self._arns(self._family.tagged_scopes, {})
        own = {"aws:ResourceTag/deployment": list(self._deployments)}
        making, changing = made(names(self._family.tagged))
        found = [
            Statement(making, arns, {"StringEqualsIfExists": own}),
            Statement(changing, arns, {"StringEquals": own}),
        ]
        return [statement for statement in found if statement.actions]

    def _by_type(self) -> list[Statement]:
        """What is granted for one resource type under conditions of its own."""
        place = self._pipeline.environment
        found = []
        if "s3_object" in self._types:
            ends = f"code-{place.account_id}-{place.region}"
            buckets = [self._pipeline.bucket_arn(f"int-{name}-{ends}") for name in self._deployments]
            found.append(Statement(OBJECTS, tuple(arn for bucket in buckets for arn in (bucket, f"{bucket}/*"))))
        if "secretsmanager_secret_rotation" in self._types:
            logins = [self._pipeline.arn("lambda", f"function:{name}-login") for name in self._deployments]
            found.append(Statement(("lambda:InvokeFunction",), tuple(logins)))
        if "kinesis_stream" in self._types:
            about = self._arns({"kinesis": ("stream/{name}-*",), "kms": ("key/*",)}, {})
            found.append(Statement(("kinesis:StartStreamEncryption",), about))
        if "launch_template" in self._types:
            images = f"arn:{place.partition}:ec2:{place.region}::image/*"
            templates = {"ArnLike": {"ec2:LaunchTemplate": self._pipeline.arn("ec2", "launch-template/*")}}
            found.append(Statement(("ec2:RunInstances",), (self._pipeline.arn("ec2", "*"), images), templates))
        return found

    def _roles(self, boundaries: Sequence[str]) -> list[Statement]:
        roles = tuple(self._pipeline.global_arn("iam", f"role/{name}-*") for name in self._deployments)
        carried = boundaries[0] if len(boundaries) == 1 else list(boundaries)
        found = [
            Statement(ROLES, roles),
            Statement(BOUNDED_ROLES, roles, {"StringEquals": {"iam:PermissionsBoundary": carried}}),
            Statement(
                ("iam:PassRole",), roles, {"StringEquals": {"iam:PassedToService": list(self._family.receivers)}}
            ),
        ]
        linked = {"StringEquals": {"iam:AWSServiceName": list(self._family.linked)}}
        any_linked = (self._pipeline.global_arn("iam", "role/aws-service-role/*"),)
        return (
            [*found, Statement(("iam:CreateServiceLinkedRole",), any_linked, linked)] if self._family.linked else found
        )

    def _profiles(self) -> list[Statement]:
        listed = names({"iam": self._family.write.get("iam", "")})
        scopes = {"iam": self._family.scopes.get("iam", ())}
        return [Statement(listed, self._arns(scopes, {}))] if listed else []

    def _buckets(self) -> list[Statement]:
        place = self._pipeline.environment
        ends = f"{place.account_id}-{place.region}"
        named = tuple(self._pipeline.bucket_arn(f"???-{name}-*-{ends}") for name in self._deployments)
        return [Statement(names({"s3": self._family.write["s3"]}), named)]

    def _here(self) -> dict[str, Any]:
        region = self._pipeline.environment.region
        regions = [region, self._there.environment.region] if self._there else region
        return {"StringEquals": {"aws:RequestedRegion": regions}}

    def _arns(self, scopes: Scopes, copies: Scopes) -> tuple[str, ...]:
        """Names of the deployments' resources, and of their copies in the second region."""
        found = [self._arn(self._pipeline, *each) for each in _each(scopes, self._deployments)]
        if self._there:
            found += [self._arn(self._there, *each) for each in _each(copies, self._deployments)]
        return tuple(dict.fromkeys(found))

    def _arn(self, where: Pipeline, service: str, name: str) -> str:
        nowhere = service in WITHOUT_REGION or name.startswith(WITHOUT_PLACE)
        return where.global_arn(service, name) if nowhere else where.arn(service, name)


def _each(scopes: Scopes, deployments: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (service, scope.format(name=name, table=name.replace("-", "_")))
        for service, listed in scopes.items()
        for scope in listed
        for name in deployments
    ]
