"""
Where AWS keeps the images of the add-ons of EKS: a registry of its own in each region.
"""

from __future__ import annotations

from typing import Final

from modules.environment import Environment
from modules.errors import InputError

MOST_REGIONS: Final = "602401143452"
OTHERS: Final = {
    "af-south-1": "877085696533",
    "ap-east-1": "800184023465",
    "ap-south-2": "900889452093",
    "ap-southeast-3": "296578399912",
    "ap-southeast-4": "491585149902",
    "ca-west-1": "761377655185",
    "cn-north-1": "918309763551",
    "cn-northwest-1": "961992271922",
    "eu-central-2": "900612956339",
    "eu-south-1": "590381155156",
    "eu-south-2": "455263428931",
    "il-central-1": "066635153087",
    "me-central-1": "759879836304",
    "me-south-1": "558608220178",
    "us-gov-east-1": "151742754352",
    "us-gov-west-1": "013241004608",
}
"""By region, the account of the registry where it is not the usual one ("View Amazon container image registries")."""
UNKNOWN: Final = ("ap-east-2", "ap-southeast-5", "ap-southeast-7", "mx-central-1")

REPOSITORIES: Final = ("amazon-k8s-cni", "amazon-k8s-cni-init", "amazon/aws-network-policy-agent", "eks/*")
PULL: Final = ("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")


def addon_repositories(environment: Environment) -> tuple[str, ...]:
    """ARNs of the repositories of the add-ons; raises `InputError` in a region whose registry is not known here."""
    if environment.region in UNKNOWN:
        raise InputError(
            f"the account of the registry of EKS add-ons in {environment.region} is not listed in "
            "modules/foundation/addon_registry.py; look it up in the EKS user guide, View Amazon container image registries, "
            "and add it, or choose form ecs or ec2"
        )
    account = OTHERS.get(environment.region, MOST_REGIONS)
    start = f"arn:{environment.partition}:ecr:{environment.region}:{account}:repository"
    return tuple(f"{start}/{name}" for name in REPOSITORIES)
