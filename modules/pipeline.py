"""
What every module of one deployment shares: its name, its environment, its owner and its dataflow graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from modules.dataflow import Classification, Graph, Process
from modules.environment import Environment
from modules.facts import Facts
from modules.protection import PROFILES, Profile

GLOBAL_REGIONS: Final = {"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-north-1"}
"""By partition, the region in which services without a region, such as IAM, report what happens to them."""

GLOBAL: Final = "global"
"""The alias of the provider of that region."""


@dataclass(frozen=True, eq=False)
class Pipeline:
    """One deployment, as its modules see it."""

    name: str
    environment: Environment
    owner: str
    classification: Classification
    facts: Facts = field(default_factory=Facts)
    graph: Graph = field(default_factory=Graph)
    provider: str | None = None
    """The provider block of the region its resources go to, such as `aws.global`; none for that of the environment."""

    @property
    def profile(self) -> Profile:
        """The profile of the deployment's own class, the strictest in it."""
        return PROFILES[self.classification]

    def in_global_region(self) -> Self:
        """The same deployment where services without a region report; the very same when that is its own region."""
        region = GLOBAL_REGIONS[self.environment.partition]
        if region == self.environment.region:
            return self
        return self.elsewhere(region, GLOBAL)

    def elsewhere(self, region: str, alias: str) -> Self:
        """The same deployment in another region, whose provider block the blueprint names *alias*."""
        place = self.environment.model_copy(update={"region": region})
        return replace(self, environment=place, provider=f"aws.{alias}")

    def bounded_by(self, policy_arn: str | None) -> Self:
        """The same deployment with another permission boundary, such as one that it makes itself and has to make first."""
        return replace(self, environment=self.environment.model_copy(update={"permission_boundary": policy_arn}))

    def resource_name(self, thing: str) -> str:
        return f"{self.name}-{thing}"

    def bucket_name(self, zone: str, classification: Classification) -> str:
        """
        The class stands first, so that the audit trail can select by it; names are unique in all of AWS, hence the account
        and the region.
        """
        prefix = PROFILES[classification].bucket_prefix
        return f"{prefix}{self.name}-{zone}-{self.environment.account_id}-{self.environment.region}"

    def own_buckets(self) -> list[str]:
        """Patterns that the ARN of every bucket of this deployment matches, one for each class."""
        return [self.bucket_arn(f"{profile.bucket_prefix}{self.name}-*") for profile in PROFILES.values()]

    def arn(self, service: str, resource: str) -> str:
        """The ARN of a regional resource of this account."""
        place = self.environment
        return f"arn:{place.partition}:{service}:{place.region}:{place.account_id}:{resource}"

    def global_arn(self, service: str, resource: str) -> str:
        """The ARN of a resource without a region, such as a role."""
        return f"arn:{self.environment.partition}:{service}::{self.environment.account_id}:{resource}"

    def bucket_arn(self, bucket: str, key: str = "") -> str:
        return f"arn:{self.environment.partition}:s3:::{bucket}{f'/{key}' if key else ''}"

    def service(self, name: str) -> str:
        """The regional endpoint of an AWS service, as `kms:ViaService` has it."""
        suffix = "amazonaws.com.cn" if self.environment.partition == "aws-cn" else "amazonaws.com"
        return f"{name}.{self.environment.region}.{suffix}"

    def log_retention_days(self, classification: Classification) -> int:
        """What the class demands, or the environment's floor where that is longer."""
        return max(PROFILES[classification].log_retention_days, self.environment.floor.log_retention_days)

    def process(self, name: str, kind: str, **details: Any) -> Process:
        return self.graph.add_process(name, kind, self.owner, **details)
