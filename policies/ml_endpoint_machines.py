from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, number

MOST_MACHINES = 200


class MlEndpointMachines(Policy):
    """
    An endpoint has machines of its own, which nobody logs on to, one model on them, and no core dumps elsewhere.

    Why: a serverless variant has no network, no isolation and no capture; a shell or a dump shows what others asked.
    Fix: set instance_type and initial_instance_count, leave out serverless_config, core_dump_config and shadow variants, and set
    enable_ssm_access to false.
    """

    looks_at = ("production_variants", "shadow_production_variants")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an endpoint runs on machines that nobody reaches",
            id="MR_SERVE_4",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_endpoint_configuration"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every variant.
        """
        variants = blocks(resource.get("production_variants"))
        problems = [] if len(variants) == 1 else [f"has {len(variants)} variants; monitors look at one"]
        problems += (
            ["has shadow variants, whose answers nobody watches"] if resource.get("shadow_production_variants") else []
        )
        for variant in variants:
            rules = {
                "is serverless": not variant.get("serverless_config"),
                "names no type of machine": str(variant.get("instance_type", "")).startswith("ml."),
                f"starts with no number of machines from 1 to {MOST_MACHINES}": (
                    1 <= number(variant.get("initial_instance_count")) <= MOST_MACHINES
                ),
                "lets people log on": variant.get("enable_ssm_access") is not True,
                "leaves core dumps": not variant.get("core_dump_config"),
            }
            problems += [problem for problem, held in rules.items() if not held]
        return problems


check = MlEndpointMachines()
