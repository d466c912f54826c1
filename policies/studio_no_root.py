from __future__ import annotations

import base64
import binascii

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed

SETTINGS = ("default_user_settings", "default_space_settings")


def _refuses_root(script: Resource) -> bool:
    try:
        text = base64.b64decode(str(script.get("studio_lifecycle_config_content")), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return False
    lines = [line.strip() for line in text.splitlines()]
    stops = any(line.startswith("set -") and "e" in line.split()[1] for line in lines if line.startswith("set -"))
    return stops and any("sudoers" in line for line in lines) and "exit 1" in lines


class StudioNoRoot(Policy):
    """
    Nobody is root in a notebook, what somebody does there is told by name, and outputs are not shared.

    Why: who is root can change what the image and the network settings of the machine decide; without a name, all engineers
    are one role in the audit trail.
    Fix: name a lifecycle configuration of the stack for JupyterLab that empties /etc/sudoers and ends with an error when root
    is still to be had, as default and among lifecycle_config_arns; set execution_role_identity_config to
    USER_PROFILE_NAME, and notebook_output_option to Disabled.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure nobody is root in Studio, and everybody is told by name",
            id="MR_SM_22",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_domain"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The script that takes root away, for users and spaces, and who is told.
        """
        scripts = {item["arn"] for item in self.planned("aws_sagemaker_studio_lifecycle_config") if _refuses_root(item)}
        problems = []
        for name in SETTINGS:
            laboratory = block(block(resource.get(name)).get("jupyter_lab_app_settings"))
            default = block(laboratory.get("default_resource_spec")).get("lifecycle_config_arn")
            offered = set(listed(laboratory.get("lifecycle_config_arns")))
            if default not in scripts or not offered or offered - scripts:
                problems.append(f"{name} starts JupyterLab without a script of the stack that takes root away")
        sharing = block(block(resource.get("default_user_settings")).get("sharing_settings"))
        if sharing.get("notebook_output_option") != "Disabled":
            problems.append("shares what notebooks show")
        told = block(resource.get("domain_settings")).get("execution_role_identity_config")
        return (
            problems if told == "USER_PROFILE_NAME" else [*problems, "does not tell who acts as the role of notebooks"]
        )


check = StudioNoRoot()
