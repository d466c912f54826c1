from __future__ import annotations

from typing import Any

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed, number

LONGEST = 720
LABORATORY = "jupyter_lab_app_settings"
OTHERS = {
    "canvas_app_settings": "Canvas",
    "code_editor_app_settings": "CodeEditor",
    "jupyter_server_app_settings": "JupyterServer",
    "kernel_gateway_app_settings": "KernelGateway",
    "r_studio_server_pro_app_settings": "RStudioServerPro",
    "tensor_board_app_settings": "TensorBoard",
}
"""Settings of other applications, which neither shut down by these rules nor run the script, and what AWS calls them."""


def _idle(settings: Resource) -> list[str]:
    idle = block(block(block(settings.get(LABORATORY)).get("app_lifecycle_management")).get("idle_settings"))
    if idle.get("lifecycle_management") != "ENABLED":
        return ["never shuts down what is idle"]
    named = ("idle_timeout_in_minutes", "max_idle_timeout_in_minutes")
    return [
        f"{name} is {idle.get(name)}, allowed are 60 to {LONGEST}"
        for name in named
        if not 60 <= number(idle.get(name)) <= LONGEST
    ]


def _others(settings: Resource) -> list[str]:
    return [f"sets up {name}, for which no idle shutdown is asked" for key, name in OTHERS.items() if settings.get(key)]


class StudioIdle(Policy):
    """
    Notebooks of Studio shut down after an idle time of at most 12 hours, and no other kind of application is offered.

    Why: a notebook that nobody looks at costs money, and its session is open to whoever finds the machine.
    Fix: set idle_settings of jupyter_lab_app_settings for users and spaces, with lifecycle_management ENABLED and both
    timeouts from 60 to 720 minutes; list all other applications in hidden_app_types.
    """

    looks_at = ("default_user_settings", "default_space_settings", "user_settings")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure idle notebooks are shut down",
            id="MR_SM_21",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_domain", "aws_sagemaker_user_profile"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The settings of users and spaces of a domain, and those that a profile has of its own.
        """
        if "domain_name" not in resource:
            own = block(resource.get("user_settings"))
            return (_idle(own) if own.get(LABORATORY) else []) + _others(own)
        problems: list[str] = []
        for name in ("default_user_settings", "default_space_settings"):
            settings = block(resource.get(name))
            problems += [f"{name} {problem}" for problem in (*_idle(settings), *_others(settings))]
        shown = set(OTHERS.values()) - _hidden(resource)
        return [*problems, *(f"offers {name}" for name in sorted(shown))]


def _hidden(resource: Resource) -> set[Any]:
    portal = block(block(resource.get("default_user_settings")).get("studio_web_portal_settings"))
    return set(listed(portal.get("hidden_app_types")))


check = StudioIdle()
