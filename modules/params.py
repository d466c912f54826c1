"""
The base of every parameter model, and the kinds of text that parameters share.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Hashable, Iterable
from typing import Annotated, Final, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

PARTITIONS: Final = ("aws", "aws-us-gov", "aws-cn")

REGIONS: Final = {
    "aws": (
        *("af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3"),
        *("ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4"),
        *("ap-southeast-5", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1"),
        *("eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3"),
        *("il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1"),
        *("us-east-1", "us-east-2", "us-west-1", "us-west-2"),
    ),
    "aws-us-gov": ("us-gov-east-1", "us-gov-west-1"),
    "aws-cn": ("cn-north-1", "cn-northwest-1"),
}
"""The regions of each partition that release 5.100.0 of the AWS provider knows."""

_ARN_START: Final = r"^arn:(aws|aws-us-gov|aws-cn):"

PATTERNS: Final[dict[str, str]] = {}
"""What the pattern of each `text` asks for, in words; messages use them in place of the pattern."""


class Fault(NamedTuple):
    """
    What is wrong with a value, and the path from what the validator was given to that value.

    `("zones", 2)` is the third zone of a model, `(2,)` the third item of a list, `()` the very value.
    """

    message: str
    path: tuple[str | int, ...] = ()


class RuleError(ValueError):
    """What a validator raises that found faults at more than one place, or below the value it was given."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults

    @classmethod
    def raise_any(cls, faults: Iterable[Fault]) -> None:
        """Raises when there is at least one fault."""
        found = tuple(faults)
        if found:
            raise cls(*found)


class Params(BaseModel):
    """
    Base of every parameter model: immutable, unknown keys are errors, and nothing is converted.

    The text "5" is no number and `true` is no 1; a whole number will do where a number with a fraction is asked for.
    Documents are validated in pydantic's JSON mode, in which an enumeration is given by its value and a tuple by
    a list. The docstring under a field is its documentation.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True, allow_inf_nan=False
    )


def text(pattern: str, words: str, longest: int | None = None) -> StringConstraints:
    """Text that matches *pattern*, which *words* describe to people; at most *longest* characters."""
    PATTERNS[pattern] = words
    return StringConstraints(pattern=pattern, max_length=longest)


def _network(value: str) -> ipaddress.IPv4Network:
    try:
        return ipaddress.IPv4Network(value, strict=False)
    except ValueError as error:
        raise ValueError(f"{error}; write an IPv4 network such as 10.20.0.0/16") from None


def cidr(shortest: int = 0, longest: int = 32) -> AfterValidator:
    """An IPv4 network without host bits, whose prefix length is from *shortest* to *longest*."""

    def check(value: str) -> str:
        network = _network(value)
        if "/" not in value:
            raise ValueError(f"has no prefix length; write one from /{shortest} to /{longest}")
        if not shortest <= network.prefixlen <= longest:
            raise ValueError(f"/{network.prefixlen} is not from /{shortest} to /{longest}")
        if str(network) != value:
            raise ValueError(f"is not the address of a network; the network is {network}")
        return value

    return AfterValidator(check)


_Hashable = TypeVar("_Hashable", bound=Hashable)


def _distinct(values: tuple[_Hashable, ...]) -> tuple[_Hashable, ...]:
    RuleError.raise_any(
        Fault(f"is listed already, as item {values.index(value) + 1}; name each once", (index,))
        for index, value in enumerate(values)
        if values.index(value) < index
    )
    return values


DISTINCT: Final = AfterValidator(_distinct)
"""Items of a tuple are different from one another."""

_Item = TypeVar("_Item")

Some = Annotated[tuple[_Item, ...], Field(min_length=1), DISTINCT]
"""A list with at least one item, and no item twice."""

Three = Annotated[tuple[_Item, ...], Field(min_length=3, max_length=3), DISTINCT]
"""A list of three different items, one for each zone."""

Name = Annotated[
    str,
    text(
        r"^[a-z][a-z0-9-]{1,40}$",
        "2 to 41 characters: lower-case letters, digits and hyphens, a letter first",
    ),
]
"""A name that AWS takes as part of the name of any resource of ours."""

FieldName = Annotated[
    str,
    text(
        r"^[a-z][a-z0-9_]{0,62}$",
        "1 to 63 characters: lower-case letters, digits and underscores, a letter first",
    ),
]
"""The name of a column, a field or a table."""

AccountId = Annotated[str, text(r"^[0-9]{12}$", "12 digits, in quotes")]

Region = Annotated[str, text(r"^[a-z]{2}(-[a-z]+)+-[0-9]$", "the code of an AWS region, such as eu-central-1")]

Zone = Annotated[
    str, text(r"^[a-z]{2}(-[a-z]+)+-[0-9][a-z]$", "the name of an availability zone, such as eu-central-1a")
]

Arn = Annotated[
    str,
    text(
        _ARN_START + r"[a-z0-9-]+:[a-z0-9-]*:([0-9]{12})?:[A-Za-z0-9_+=,.@:/-]+$",
        "an ARN, arn:<partition>:<service>:<region>:<account id>:<resource>, without wildcards",
        2_048,
    ),
]

RoleArn = Annotated[
    str,
    text(
        _ARN_START + r"iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,575}$",
        "the ARN of an IAM role, such as arn:aws:iam::111122223333:role/deploy",
    ),
]

Person = Annotated[
    str,
    text(
        r"^(arn:(aws|aws-us-gov|aws-cn):iam::[0-9]{12}:(role/[A-Za-z0-9_+=,.@/-]{1,575}|saml-provider/[A-Za-z0-9._-]{1,128}"
        r"|oidc-provider/[A-Za-z0-9./_-]{1,255}[?]aud=[^*?${}&]{1,256}&sub=[^*?${}&]{1,256})"
        r"|permission_set:[A-Za-z0-9+=,.@-]{1,32})$",
        "the ARN of an IAM role, such as arn:aws:iam::111122223333:role/deploy, permission_set:<name>, the ARN of a SAML "
        "provider, or that of an OIDC provider with ?aud=<audience>&sub=<subject>",
    ),
]
"""Who may take on a role, or decides who may."""

PolicyArn = Annotated[
    str,
    text(
        _ARN_START + r"iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]{1,639}$",
        "the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/boundary",
    ),
]

KeyArn = Annotated[
    str,
    text(
        _ARN_START + r"kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36}$",
        "the ARN of a KMS key, such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ),
]

ObjectArn = Annotated[
    str,
    text(
        _ARN_START + r"s3:::[a-z0-9][a-z0-9-]{1,61}[a-z0-9]/[A-Za-z0-9!_.()/-]{1,512}$",
        "the ARN of an S3 object, such as arn:aws:s3:::certificates/spark/nodes.zip, without wildcards",
    ),
]

TrailArn = Annotated[
    str,
    text(
        _ARN_START + r"cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$",
        "the ARN of a trail, such as arn:aws:cloudtrail:eu-central-1:111122223333:trail/organisation",
    ),
]

Email = Annotated[
    str,
    text(
        r"^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$",
        "a mail address, such as orders-team@example.com",
        254,
    ),
]

VpcId = Annotated[str, text(r"^vpc-([0-9a-f]{8}|[0-9a-f]{17})$", "vpc- and 8 or 17 hexadecimal digits")]
SubnetId = Annotated[str, text(r"^subnet-([0-9a-f]{8}|[0-9a-f]{17})$", "subnet- and 8 or 17 hexadecimal digits")]
RouteTableId = Annotated[str, text(r"^rtb-([0-9a-f]{8}|[0-9a-f]{17})$", "rtb- and 8 or 17 hexadecimal digits")]
EndpointId = Annotated[str, text(r"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$", "vpce- and 8 or 17 hexadecimal digits")]
PrefixListId = Annotated[str, text(r"^pl-([0-9a-f]{8}|[0-9a-f]{17})$", "pl- and 8 or 17 hexadecimal digits")]
SecurityGroupId = Annotated[str, text(r"^sg-([0-9a-f]{8}|[0-9a-f]{17})$", "sg- and 8 or 17 hexadecimal digits")]


def _bucket_name(value: str) -> str:
    # https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    reserved = value.startswith(("xn--", "sthree-", "amzn-s3-demo-")) or value.endswith(("-s3alias", "--ols-s3"))
    if reserved:
        raise ValueError("starts or ends with a part that S3 keeps for itself; choose another name")
    return value


BucketName = Annotated[
    str,
    text(
        r"^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$",
        "3 to 63 characters: lower-case letters, digits and hyphens, no hyphen first or last, no dots "
        "(a dot breaks the TLS certificate)",
    ),
    AfterValidator(_bucket_name),
]

Cidr = Annotated[str, cidr()]
