"""
Stage synth: a deployment file becomes `cdk.tf.json`, `dataflow.json`, `source_map.json` and assets in its workspace.
"""

from __future__ import annotations

import shutil
from typing import Any

from blueprints.synthesis import Synthesis, synthesize
from modules.errors import InputError
from workflow.package import package_all
from workflow.workspace import Workspace, read_json, write_json

OUTDIR = "cdktf.partial"  # written here before it is put in place; a killed verb may leave it
OFFLINE_PROVIDER: dict[str, Any] = {
    "max_retries": 2,
    "s3_use_path_style": True,
    "skip_credentials_validation": True,
    "skip_metadata_api_check": True,
}


def synth(workspace: Workspace) -> Synthesis:
    """Put the stack of the workspace's deployment in place; what was there before stays when this fails."""
    package_all(workspace.root)
    workspace.folder.mkdir(parents=True, exist_ok=True)
    outdir = workspace.folder / OUTDIR
    shutil.rmtree(outdir, ignore_errors=True)
    try:
        outdir.mkdir()
        [synthesis] = synthesize(workspace.root, [workspace.deployment], outdir)
        shutil.rmtree(workspace.folder / "assets", ignore_errors=True)
        for path in synthesis.folder.iterdir():
            path.replace(workspace.folder / path.name)
    finally:
        shutil.rmtree(outdir, ignore_errors=True)
    return synthesis


def write_override(workspace: Workspace, *, offline: bool, left_out: dict[str, Any] | None = None) -> None:
    """
    Beside the unchanged stack, a Terraform override file that points it at the embedded AWS, or at nothing when *offline*.

    It holds neither port nor secret (those come as environment variables). Without an account that answers, the provider
    cannot compare account ids, so only then that check is cleared.
    """
    if workspace.target == "aws":
        raise InputError("a stack for AWS is never overridden")
    provider = (
        OFFLINE_PROVIDER | {"allowed_account_ids": None, "skip_requesting_account_id": True}
        if offline
        else OFFLINE_PROVIDER
    )
    backend = {"local": {"path": "terraform.tfstate"}}
    blocks = read_json(workspace.configuration)["provider"]["aws"]
    aliases = [{"alias": block["alias"]} if "alias" in block else {} for block in blocks]
    providers = [{**provider, **alias} for alias in aliases]
    write_json(
        workspace.override, {"terraform": {"backend": backend}, "provider": {"aws": providers}, **(left_out or {})}
    )
