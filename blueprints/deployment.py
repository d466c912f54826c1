"""
A deployment: one blueprint with its parameters, in one environment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Generic, Protocol, TypeVar

from pydantic import Field, ValidationInfo, field_validator

from blueprints.waiver import Consent, Waiver
from modules.dataflow import Classification, Load
from modules.environment import Environment, foreign
from modules.params import Email, Fault, FieldName, Name, Params, RuleError, Some, text
from modules.protection import PROFILES

LONGEST_NAME: Final = 22
"""Most characters of a deployment's name, wherever it runs."""

LONGEST_BUCKET_NAME: Final = 63
"""Most characters of a bucket's name, by the rules of S3."""

IAM_ARN: Final = re.compile("arn:[^:]+:iam::[0-9]{12}:")
"""How the ARN of an IAM identity of some account starts."""

StoreName = Annotated[str, text(r"^[a-z][a-z0-9_-]{0,62}$", "the name of a store or of its zone, such as curated")]

StorePath = Annotated[
    str,
    text(
        r"^[a-z][a-z0-9-]{1,40}/[a-z][a-z0-9_-]{0,62}$",
        "<deployment>/<store>: a deployment and its store or zone, such as orders-prod/curated",
    ),
]

P_co = TypeVar("P_co", bound=Params, covariant=True)


class BlueprintType(Protocol):
    """What is needed of a blueprint's class here: the model of its parameters, and whether data enters it at some rate."""

    params_type: ClassVar[type[Params]]
    takes_load: ClassVar[bool]


@dataclass(frozen=True)
class Surroundings:
    """The environment that a deployment is validated for, and where each of its settings stands."""

    environment: Environment
    where: Callable[[tuple[str | int, ...]], str]
    """File and line of a setting of the environment, for messages, as in `environments/prod.yaml:12`."""

    @classmethod
    def of(cls, info: ValidationInfo) -> Surroundings | None:
        """Those given as the validation's context; none when a model is made without them."""
        return info.context if isinstance(info.context, cls) else None


class Workload(Params):
    """The load at the pipeline's source; every stage is sized from it."""

    records_per_second: Annotated[float, Field(ge=1, le=1_000_000)]
    """Average number of records that arrive, per second, 1 to 1000000."""

    average_record_bytes: Annotated[int, Field(ge=1, le=1_000_000)]
    """
    Average size of a record, in bytes, 1 to 1000000.

    Kinesis takes records of up to 1 MiB (1048576 bytes), partition key included, unless a stream asks for more.
    """

    peak_factor: Annotated[float, Field(ge=1, le=100)]
    """Peak load divided by average load, 1 to 100."""

    @field_validator("peak_factor")
    @classmethod
    def _reaches_floor(cls, peak_factor: float, info: ValidationInfo) -> float:
        surroundings = Surroundings.of(info)
        if surroundings and peak_factor < surroundings.environment.floor.peak_factor:
            raise ValueError(_below(surroundings, "peak_factor", "at least"))
        return peak_factor


class Deployment(Params, Generic[P_co]):
    """
    One blueprint with its parameters, in one environment.

    Its name is the name of its file, `<system>-<environment>`: `deployments/orders-dev.yaml` is deployment orders-dev.
    """

    name: Name
    """Name of the deployment, from the file's name; every resource's name starts with it."""

    blueprint: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
    """Name of the blueprint; `make list` prints them."""

    environment: Name
    """Name of the environment: a file in `environments/`, without its ending."""

    owner: Email
    """Mail address of the team that answers for the data."""

    classification: Classification
    """How sensitive the data at the source is: public, internal, confidential or restricted."""

    parameters: P_co
    """Parameters of the blueprint; `make show BLUEPRINT=<name>` prints them."""

    imports: dict[FieldName, StorePath] = Field(default_factory=dict)
    """Stores of other deployments of the environment that this one reads, under the names it gives them."""

    exports: dict[StoreName, Some[Name]] = Field(default_factory=dict)
    """Stores of this deployment, and for each the deployments that may read it."""

    waivers: tuple[Waiver, ...] = ()
    """Findings of the gate that are accepted for a while, each with its reason and expiry."""

    consents: tuple[Consent, ...] = ()
    """Changes that take data or protection away and are meant; the next plan after the change has to do without them."""

    @field_validator("name")
    @classmethod
    def _is_short(cls, name: str) -> str:
        if len(name) > LONGEST_NAME:
            raise ValueError(
                f"has {len(name)} characters; at most {LONGEST_NAME} are allowed, since names of buckets contain it "
                f"and have at most {LONGEST_BUCKET_NAME}"
            )
        return name

    @field_validator("environment")
    @classmethod
    def _fits_the_name(cls, environment: str, info: ValidationInfo) -> str:
        name = info.data.get("name")
        if name and not re.fullmatch(f".+-{environment}", name):
            raise ValueError(
                f"does not end the file's name; name the file <system>-{environment}.yaml, or choose another environment"
            )
        surroundings = Surroundings.of(info)
        if name and surroundings:
            _check_length(name, surroundings.environment)
        return environment

    @field_validator("classification")
    @classmethod
    def _is_allowed(cls, classification: Classification, info: ValidationInfo) -> Classification:
        surroundings = Surroundings.of(info)
        if surroundings and classification not in surroundings.environment.allowed_classifications:
            allowed = ", ".join(surroundings.environment.allowed_classifications)
            raise ValueError(
                f"is not allowed in environment {surroundings.environment.name}; "
                f"{surroundings.where(('allowed_classifications',))} allows {allowed}"
            )
        return classification

    @field_validator("parameters")
    @classmethod
    def _fit_the_environment(cls, parameters: Params, info: ValidationInfo) -> Params:
        surroundings = Surroundings.of(info)
        if surroundings:
            RuleError.raise_any(_faults(parameters, surroundings))
        return parameters

    @field_validator("waivers")
    @classmethod
    def _few_enough(cls, waivers: tuple[Waiver, ...], info: ValidationInfo) -> tuple[Waiver, ...]:
        surroundings = Surroundings.of(info)
        if surroundings and len(waivers) > surroundings.environment.floor.max_waivers:
            raise ValueError(f"has {len(waivers)} items; {_below(surroundings, 'max_waivers', 'at most')}")
        return waivers

    @property
    def approvals(self) -> tuple[Waiver | Consent, ...]:
        """Waivers and consents."""
        return (*self.waivers, *self.consents)

    @property
    def load(self) -> Load | None:
        """What enters at the source; none where no data enters."""
        return None


class PipelineDeployment(Deployment[P_co], Generic[P_co]):
    """A deployment of a blueprint that data enters."""

    workload: Workload
    """The load at the source."""

    @property
    def load(self) -> Load:
        work = self.workload
        return Load(work.records_per_second, work.average_record_bytes, work.peak_factor)


def deployment_type(blueprint: type[BlueprintType]) -> type[Deployment[Any]]:
    """The model of a deployment of *blueprint*."""
    model: Any = PipelineDeployment if blueprint.takes_load else Deployment
    made: type[Deployment[Any]] = model[blueprint.params_type]
    return made


def _check_length(name: str, environment: Environment) -> None:
    prefix = max((profile.bucket_prefix for profile in PROFILES.values()), key=len)
    suffix = f"-quarantine-{environment.account_id}-{environment.region}"
    longest = LONGEST_BUCKET_NAME - len(prefix) - len(suffix)
    if len(name) > longest:
        raise ValueError(
            f"makes the name of a bucket too long: {prefix}{name}{suffix} has {len(prefix) + len(name) + len(suffix)} characters, "
            f"S3 takes {LONGEST_BUCKET_NAME}; shorten the file's name to {longest} characters"
        )


def _below(surroundings: Surroundings, setting: str, relation: str) -> str:
    floor = surroundings.environment.floor
    value = getattr(floor, setting)
    return (
        f"does not reach the floor of environment {surroundings.environment.name}: "
        f"{surroundings.where(('floor', setting))} asks for {relation} {_shown(value)} (floor.{setting})"
    )


def _shown(value: float | tuple[str, ...]) -> str:
    return " or ".join(value) if isinstance(value, tuple) else f"{value:g}"


def _faults(parameters: Params, surroundings: Surroundings) -> Iterator[Fault]:
    """Parameters, at any depth, that do not reach the floor, or name a role of another account."""
    environment = surroundings.environment
    for path, value in settings(parameters):
        name = str(path[-1])
        limit = _limit(name)
        if limit and value < getattr(environment.floor, limit):
            yield Fault(_below(surroundings, limit, "at least"), path)
        elif name == "capacity_mode" and value not in environment.floor.capacity_modes:
            yield Fault(_below(surroundings, "capacity_modes", "capacity_mode"), path)
        elif isinstance(value, str) and IAM_ARN.match(value):
            message = foreign(value, environment.partition, environment.account_id)
            if message:
                yield Fault(message, path)


def _limit(name: str) -> str | None:
    """The least value in the floor that holds for a parameter of this name."""
    if name == "log_retention_days":
        return name
    return "retention_days" if name == "retention_days" or name.endswith("_retention_days") else None


def settings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value of a model that is no model, list or mapping itself, with its path; those left out too."""
    match value:
        case Params():
            entries: Iterable[tuple[str | int, Any]] = value
        case dict():
            entries = value.items()
        case tuple() | list():
            entries = enumerate(value)
        case None:
            return
        case _:
            yield path, value
            return
    for key, entry in entries:
        yield from settings(entry, (*path, key))
