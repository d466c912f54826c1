from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

SETTINGS = ("default_user_settings", "default_space_settings", "user_settings")
APPLICATIONS = (
    "canvas_app_settings",
    "custom_file_system_config",
    "r_session_app_settings",
    "r_studio_server_pro_app_settings",
)
"""Applications and file systems beside the notebooks that MR_SM_20 to MR_SM_22 judge."""


class StudioSettings(Policy):
    """
    A domain has notebooks and nothing beside them, hands its tags on, keeps no home directories when it goes, and its profiles act
    under the role of the domain.

    Why: another application has its own network and sign-in; what has no tags is in no bill and no rule by class; a profile under
    another role does in a notebook what the other was made for.
    Fix: leave Canvas, RStudio and custom file systems out, set tag_propagation to ENABLED, retention_policy to Delete, auth_mode to
    IAM, and execution_role to the role of the domain.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a domain has notebooks and nothing beside them",
            id="MR_SM_26",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_domain", "aws_sagemaker_user_profile"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Applications, tags, homes, sign-in, and the roles of profiles.
        """
        named = [block(resource.get(name)) for name in SETTINGS]
        problems = [f"has {name}" for name in APPLICATIONS if any(item.get(name) for item in named)]
        if resource["address"].startswith("aws_sagemaker_user_profile."):
            roles = {
                block(item.get(name)).get("execution_role")
                for item in self.planned("aws_sagemaker_domain")
                for name in SETTINGS[:2]
            }
            role = block(resource.get("user_settings")).get("execution_role")
            return [*problems, f"acts under {role}"] if role and role not in roles else problems
        settings = block(resource.get("domain_settings"))
        rules = {
            "has RStudio": not settings.get("r_studio_server_pro_domain_settings"),
            "mounts homes": block(resource.get("default_user_settings")).get("auto_mount_home_efs") != "Enabled",
            "keeps homes when it goes": block(resource.get("retention_policy")).get("home_efs_file_system") == "Delete",
            "hands no tags on": resource.get("tag_propagation") == "ENABLED",
            "lets people in past the roles": resource.get("auth_mode") == "IAM",
        }
        return problems + [problem for problem, held in rules.items() if not held]


check = StudioSettings()
