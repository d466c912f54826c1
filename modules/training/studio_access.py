"""
What somebody may do in Studio: open it as themselves, and work in a space of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from modules.dataflow import Condition, Statement
from modules.errors import InputError
from modules.foundation.trust import PERMISSION_SET
from modules.pipeline import Pipeline

LONGEST_PROFILE: Final = 63  # "UserProfileName" of CreateUserProfile
LONGEST_ROLE: Final = 64  # "IAM and AWS STS quotas": the name of a role

DOMAIN, PROFILE = "$${sagemaker:DomainId}", "$${sagemaker:UserProfileName}"
"""Variables of IAM that SageMaker fills in, as Terraform has to read them."""

OWN_SPACE: Final = (
    *("sagemaker:CreateApp", "sagemaker:DeleteApp"),
    *("sagemaker:CreateSpace", "sagemaker:DeleteSpace", "sagemaker:UpdateSpace"),
)


def people(principals: Sequence[str], pipeline: Pipeline) -> dict[str, str]:
    """
    The name of a profile for each of *principals*, who are the ML engineers of an environment. Raises `InputError` when a name
    is too long or two are the same.
    """
    found: dict[str, str] = {}
    for principal in principals:
        person = _person(principal)
        role = pipeline.resource_name(f"studio-{person}")
        if len(role) > LONGEST_ROLE:
            raise InputError(
                f"personas.ml_engineer of environment {pipeline.environment.name} names {principal}, whose role {role} has "
                f"{len(role)} characters and IAM takes {LONGEST_ROLE}; name a role or permission set with a shorter name"
            )
        if person in found:
            raise InputError(
                f"personas.ml_engineer of environment {pipeline.environment.name} names {found[person]} and {principal}, which both "
                f"become the profile {person}; give one of them another name"
            )
        found[person] = principal
    return found


def profile_name(person: str, pipeline: Pipeline) -> str:
    """The profile of *person*, called after the deployment so that a role can tell it from those of other domains."""
    return pipeline.resource_name(person)[:LONGEST_PROFILE]


def opening(profile: str, pipeline: Pipeline) -> Statement:
    """What somebody needs to open Studio as *profile*, and as nobody else."""
    return Statement(
        ("sagemaker:CreatePresignedDomainUrl",), (pipeline.arn("sagemaker", f"user-profile/{DOMAIN}/{profile}"),)
    )


def working(types: Sequence[str], pipeline: Pipeline) -> list[Statement]:
    """
    What a notebook's role needs to have a private space and run it on machines of *types*: only its own profile's ("Give your
    users access to spaces").
    """
    owner = pipeline.arn("sagemaker", f"user-profile/{DOMAIN}/{PROFILE}")
    private: Condition = {
        "ArnLike": {"sagemaker:OwnerUserProfileArn": owner},
        "StringEquals": {"sagemaker:SpaceSharingType": "Private"},
    }
    small: Condition = {**private, "ForAllValues:StringEquals": {"sagemaker:InstanceTypes": [*types, "system"]}}
    apps = pipeline.arn("sagemaker", f"app/{DOMAIN}/*")
    spaces = pipeline.arn("sagemaker", f"space/{DOMAIN}/*")
    profiles = pipeline.arn("sagemaker", f"user-profile/{DOMAIN}/*")
    domain = pipeline.arn("sagemaker", f"domain/{DOMAIN}")
    return [
        Statement(OWN_SPACE[:1], (apps,), small),
        Statement(OWN_SPACE[1:2], (apps,), private),
        Statement(OWN_SPACE[2:], (spaces,), private),
        Statement(
            *(
                (
                    *("sagemaker:DescribeApp", "sagemaker:DescribeDomain", "sagemaker:DescribeSpace"),
                    "sagemaker:DescribeUserProfile",
                ),
                (apps, domain, spaces, profiles),
            )
        ),
    ]


def _person(principal: str) -> str:
    """The last part of a role's, a permission set's, a provider's or a subject's name, in letters that a profile takes."""
    name = principal.removeprefix(PERMISSION_SET).rpartition("&sub=")[2].rpartition("/")[2]
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "engineer"
