"""
Verbs for maintainers: files that are derived from others.
"""

from __future__ import annotations

from workflow.verbs.application import ROOT, app


@app.command()
def runbooks() -> None:
    """Write a runbook for each scenario of a drill into docs/runbooks/."""
    from workflow.drill.runbook import write_runbooks

    for path in write_runbooks(ROOT):
        print(path.relative_to(ROOT))


@app.command()
def schemas() -> None:
    """Write the JSON Schemas of environments and deployments, for editors."""
    from blueprints import BLUEPRINTS
    from workflow.schemas import write_schemas

    write_schemas(ROOT, BLUEPRINTS)


@app.command()
def lock() -> None:
    """Resolve every requirements.in into a hashed lock without download addresses."""
    from workflow.lock import lock_all

    for path in lock_all(ROOT):
        print(path.relative_to(ROOT))
