"""
An environment: one AWS account and region, and what holds for every deployment in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from modules.dataflow import Classification
from modules.environment_network import Network
from modules.params import (
    DISTINCT,
    REGIONS,
    AccountId,
    BucketName,
    Email,
    Fault,
    KeyArn,
    Name,
    ObjectArn,
    Params,
    Person,
    PolicyArn,
    Region,
    RoleArn,
    RuleError,
    Some,
    Three,
    TrailArn,
    Zone,
)
from modules.spelling import choice


class Personas(Params):
    """
    Who may take on each persona's role: roles of the environment's account, or permission sets of IAM Identity Center that
    are assigned to it, as `permission_set:<name>`. Where there is no Identity Center, a SAML provider of the account, which
    decides who gets the role, or a person or group of an OIDC provider, as `<ARN of the provider>?aud=<audience>&sub=<subject>`.
    """

    owner: Some[Person]
    """Roles that may act as data owner: answers for the data, sees all of it."""

    engineer: Some[Person]
    """Roles that may act as data engineer: runs the pipeline, sees data up to confidential."""

    analyst: Some[Person]
    """Roles that may act as analyst: queries data up to internal."""

    ml_engineer: Annotated[tuple[Person, ...], DISTINCT] = ()
    """Roles that may act as ML engineer: trains on data up to internal; nobody when left out."""

    auditor: Some[Person]
    """Roles that may act as auditor: sees settings and logs, and no data above public."""


class NodeCertificates(Params):
    """
    Private keys and certificates of nodes, made and renewed by the organisation; nothing here reads them but the nodes.

    AWS asks for a zip with `privateKey.pem`, `certificateChain.pem` and maybe `trustedCertificates.pem` ("Providing
    certificates for encrypting data in transit with Amazon EMR encryption").
    """

    bundle: ObjectArn
    """The zip in a bucket of this account and region."""

    key: KeyArn | None = None
    """The KMS key the bucket encrypts it with; none where that is S3's own (SSE-S3)."""


class Immutability(Params):
    """The object lock on raw data of confidential and restricted pipelines."""

    mode: Literal["governance", "compliance"]
    """`governance`: a privileged role can lift the lock. `compliance`: nobody can, AWS included, until it ends."""

    days: Annotated[int, Field(ge=1, le=36_500)]
    """How long an object is locked, in days, 1 to 36500."""

    irreversible: Annotated[Literal["confirmed"] | None, Field(validate_default=True)] = None
    """`confirmed` is required for compliance mode: storage is paid, and data kept, until the lock ends."""

    @field_validator("irreversible")
    @classmethod
    def _confirmed(cls, irreversible: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("mode") == "compliance" and irreversible is None:
            raise ValueError(
                "mode compliance cannot be undone before the lock ends; "
                "confirm with irreversible: confirmed, or choose mode: governance"
            )
        return irreversible


LogRetentionDays = Literal[
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
]
"""The times, in days, for which CloudWatch can keep a log group's events."""


class Floor(Params):
    """
    What every deployment in the environment has to reach; a deployment below it is refused.

    A limit on a parameter holds wherever a blueprint has a parameter of that name, at any depth.
    """

    peak_factor: Annotated[float, Field(ge=1, le=100)] = 1
    """Least `workload.peak_factor` (peak load divided by average load), 1 to 100."""

    retention_days: Annotated[int, Field(ge=1, le=36_500)] = 1
    """Least `retention_days`, and every `..._retention_days`, in the parameters, in days, 1 to 36500."""

    log_retention_days: LogRetentionDays = 1
    """
    Least time that logs are kept, in days; one of the times CloudWatch offers (1, 3, 5, 7, 14, 30, 60, 90 ... 3653).

    Logs are kept for this time or for that of the protection profile, whichever is longer.
    """

    capacity_modes: Some[Literal["on_demand", "provisioned"]] = ("on_demand", "provisioned")
    """Allowed values of `capacity_mode` in the parameters: on_demand, provisioned; both when left out."""

    max_waivers: Annotated[int, Field(ge=0, le=100)] = 100
    """Most waivers that a deployment may hold, 0 to 100."""


class Environment(Params):
    """
    One AWS account and region, and what holds for every deployment in it.

    Its name is the name of its file: `environments/prod.yaml` is environment prod.
    """

    name: Name
    """Name of the environment, from the file's name."""

    partition: Literal["aws", "aws-us-gov", "aws-cn"] = "aws"
    """The AWS partition: `aws` (commercial), `aws-us-gov` (GovCloud) or `aws-cn` (China)."""

    account_id: AccountId
    """The AWS account: 12 digits, in quotes. Terraform refuses to act on any other."""

    region: Region
    """The AWS region, such as eu-central-1; it belongs to the partition."""

    zones: Three[Zone]
    """Three different availability zones of the region, such as eu-central-1a."""

    network: Network
    """Where pipelines run."""

    state_bucket: BucketName
    """The bucket that holds Terraform's state; `make bootstrap` makes it."""

    permission_boundary: PolicyArn | None = None
    """
    A managed policy that bounds every role a pipeline makes: millrace-boundary, which account_baseline makes, or one of the
    account's own. The gate refuses roles without one.
    """

    existing_trail: TrailArn | None = None
    """
    A trail that already records this account; account_baseline then makes none, and no archive and alarms for it. None when
    left out.
    """

    log_archive: BucketName | None = None
    """A bucket of the organisation that receives copies of logs; none when left out."""

    key_administrators: Some[RoleArn]
    """Roles of this account that administer, but cannot use, encryption keys; at least one."""

    deploy_roles: Some[RoleArn]
    """
    Roles of this account that run Terraform; at least one. Those that account_baseline makes are added once they are there:
    AWS refuses the policy of a key that names a role which does not exist.
    """

    plan_roles: Annotated[tuple[RoleArn, ...], DISTINCT] = ()
    """Roles of this account that only plan, such as the one account_baseline makes: they read the state under its key."""

    personas: Personas
    """Who may act as owner, engineer, analyst and auditor of a deployment."""

    alarm_receivers: Some[Email]
    """Mail addresses that receive alarms; at least one."""

    allowed_classifications: Some[Classification]
    """Classes of data that may enter: public, internal, confidential, restricted."""

    node_certificates: NodeCertificates | None = None
    """The certificates with which nodes of Spark clusters talk to each other; none where there are no such clusters."""

    immutability: Immutability
    """How long, and how strictly, raw data of confidential and restricted pipelines is locked."""

    floor: Floor = Floor()
    """What every deployment in this environment has to reach."""

    @field_validator("region")
    @classmethod
    def _in_partition(cls, region: str, info: ValidationInfo) -> str:
        partition = info.data.get("partition")
        if partition and region not in REGIONS[partition]:
            raise ValueError(f"is no region of partition {partition}{choice(region, REGIONS[partition])}")
        return region

    @field_validator("zones")
    @classmethod
    def _in_region(cls, zones: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        region = info.data.get("region")
        RuleError.raise_any(
            Fault(f"is no zone of region {region}; its zones are {region}a, {region}b, and so on", (index,))
            for index, zone in enumerate(zones)
            if region and zone[:-1] != region
        )
        return zones

    @field_validator("key_administrators", "deploy_roles", "plan_roles")
    @classmethod
    def _in_account(cls, roles: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        RuleError.raise_any(_foreign(roles, info))
        return roles

    @field_validator("permission_boundary")
    @classmethod
    def _boundary_in_account(cls, boundary: str | None, info: ValidationInfo) -> str | None:
        if boundary and ":iam::aws:" not in boundary:
            RuleError.raise_any(fault._replace(path=()) for fault in _foreign((boundary,), info))
        return boundary

    @field_validator("node_certificates")
    @classmethod
    def _key_here(cls, certificates: NodeCertificates | None, info: ValidationInfo) -> NodeCertificates | None:
        if certificates and certificates.key:
            RuleError.raise_any(Fault(fault.message, ("key",)) for fault in _foreign((certificates.key,), info))
            region = certificates.key.split(":")[3]
            if region != info.data.get("region", region):
                message = f"is of region {region}, but the environment is of region {info.data['region']}"
                RuleError.raise_any([Fault(message, ("key",))])
        return certificates

    @field_validator("personas")
    @classmethod
    def _personas_in_account(cls, personas: Personas, info: ValidationInfo) -> Personas:
        RuleError.raise_any(
            fault._replace(path=(persona, *fault.path))
            for persona, roles in personas
            for fault in _foreign(roles, info)
        )
        return personas


def _foreign(arns: tuple[str, ...], info: ValidationInfo) -> Iterable[Fault]:
    """IAM identities of another partition or account than the environment's, as far as these are known."""
    for index, arn in enumerate(arns):
        if not arn.startswith("arn:"):
            continue
        message = foreign(arn, info.data.get("partition"), info.data.get("account_id"))
        if message:
            yield Fault(message, (index,))


def foreign(arn: str, partition: str | None, account_id: str | None) -> str | None:
    """What is wrong with the ARN of an IAM identity that should be of this partition and account; none when it is."""
    _, seen_partition, _, _, seen_account, _ = arn.split(":", 5)
    if partition and seen_partition != partition:
        return f"is of partition {seen_partition}, but the environment is of partition {partition}"
    if account_id and seen_account != account_id:
        return f"is of account {seen_account}, but the environment is of account {account_id}"
    return None
