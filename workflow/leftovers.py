"""
What a verb that was killed leaves in a workspace is removed; what Terraform would read there and nobody here wrote is refused.
"""

from __future__ import annotations

from modules.errors import InputError
from workflow.workspace import Workspace

UNPROTECT = "unprotect_override.tf.json"  # destroy writes it for a moment; a plan made with it would leave stores open
PLANS = ("plan.partial", "local.tfplan", "second.tfplan", "destroy.tfplan")
HALF_WRITTEN = ".*.partial"
READ = (".tf", ".tf.json", ".tofu", ".tofu.json", ".tfvars", ".tfvars.json")  # endings of files Terraform looks for


def clear_leftovers(workspace: Workspace) -> None:
    """
    Make the workspace, which has to be locked, as if every verb had ended well.

    Raises `InputError` for a file that Terraform would read beside the stack, since it would change what is planned.
    """
    folder = workspace.folder
    for path in (folder / UNPROTECT, *(folder / name for name in PLANS), *folder.glob(HALF_WRITTEN)):
        path.unlink(missing_ok=True)
    ours = {workspace.configuration.name, *([workspace.override.name] if workspace.target == "local" else [])}
    strays = sorted(path.name for path in folder.iterdir() if path.name.endswith(READ) and path.name not in ours)
    if strays:
        raise InputError(
            f"Terraform would read {', '.join(strays)} in {workspace.relative(folder)}, which is no part of the stack; "
            "remove it and try again"
        )
