"""
Verbs about findings that somebody accepts for a while.
"""

from __future__ import annotations

from typing import Annotated

import typer

from workflow.verbs.application import ROOT, Deployment, Target, TargetName, app, workspace


@app.command()
def waivers() -> None:
    """Print every waiver and consent of every deployment, with its days left and what it hides. Exit code 1: one is not taken."""
    from workflow.approvals.listing import print_rows, rows
    from workflow.clock import today

    raise typer.Exit(print_rows(rows(ROOT, today(ROOT))))


@app.command()
def waive(  # noqa: PLR0913, PLR0917  # one option for each word of a waiver
    deployment: Deployment,
    target: Target = TargetName.local,
    control: Annotated[str | None, typer.Option(help="Id of the check, as the finding prints it.")] = None,
    resource: Annotated[str | None, typer.Option(help="Address of the resource, as the finding prints it.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why the finding is acceptable.")] = None,
    owner: Annotated[str | None, typer.Option(help="Mail address of who answers for it.")] = None,
    approver: Annotated[str | None, typer.Option(help="Mail address of who approved it; not the owner.")] = None,
    ticket: Annotated[str | None, typer.Option(help="Where the decision is recorded.")] = None,
    days: Annotated[int, typer.Option(help="Days that it holds, 0 to 180.")] = 30,
) -> None:
    """Write a waiver, or a consent to a change, into the deployment file; asks for what is not given."""
    from workflow.approvals.asking import answers, finding_for
    from workflow.approvals.writing import approve, expiry, findings_to_accept
    from workflow.clock import today

    place, day = workspace(deployment, target), today(ROOT)
    expires = expiry(days, day)
    finding = finding_for(findings_to_accept(place), control, resource)
    words = answers({"reason": reason, "owner": owner, "approver": approver, "ticket": ticket})
    key, file = approve(place, finding, {**words, "expires": expires}, day)
    print(
        f"{finding['check']} on {finding['address']} stands under {key} in {file} until {expires}; `make plan` judges with it"
    )
