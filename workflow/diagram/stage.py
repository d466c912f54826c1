"""
The verb diagram: `build/<deployment>/<target>/diagram.svg`.
"""

from __future__ import annotations

from pathlib import Path

from workflow.composition import Composition, compose
from workflow.diagram.drawing import draw
from workflow.diagram.picture import Picture, picture
from workflow.workspace import Workspace, write_text


def diagram(workspace: Workspace) -> Path:
    """Draw the graph of the workspace's deployment; where the picture was written."""
    drawn = draw(shown(compose(workspace.root, workspace.deployment)))
    path = workspace.folder / "diagram.svg"
    with workspace.locked():
        write_text(path, drawn)
    return path


def shown(composition: Composition) -> Picture:
    """What a diagram shows of a deployment."""
    deployment, environment = composition.deployment, composition.environment
    subtitle = (
        f"blueprint {deployment.blueprint}, account {environment.account_id} in {environment.region}, "
        f"{deployment.classification.value} data, owner {deployment.owner}"
    )
    return picture(deployment.name, subtitle, composition.dataflow)
