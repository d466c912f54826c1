"""
The matrix as JSON, CSV and Markdown, and the difference of two in words.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from workflow.access.actions import COLUMNS
from workflow.access.compare import Access, words

LEFT_OUT = (
    "Only what the policies of this plan grant is here. What deploy roles, administrators and services may do by policies "
    "of their own elsewhere, service-control policies, permission boundaries and session policies are not. "
    "A refusal with a condition takes nothing away. `decrypt` on a store: the policies let the principal open, through that "
    "store's service, what it reads or writes there."
)
_TRUSTS = ("principal", "role", "how", "conditions")


def as_json(access: Access, deployment: str) -> dict[str, Any]:
    """Rows in order of principal and store, trust, and the differences from the graph."""
    name = access.declared.name
    rows = [
        {
            "principal": name(principal, access.account),
            "arn": principal,
            "store": place.name,
            "kind": place.kind,
            "classification": place.classification,
            **{column: column in columns for column in COLUMNS},
        }
        for (principal, place), columns in access.cells.items()
        if columns
    ]
    trusts = [
        {
            "principal": name(trust.principal, access.account),
            "role": name(trust.role, access.account),
            "how": trust.action,
            "conditions": list(trust.conditions),
        }
        for trust in access.trusts
    ]
    return {
        "deployment": deployment,
        "rows": sorted(rows, key=lambda row: (row["principal"], row["store"], row["arn"])),
        "trusts": sorted(trusts, key=lambda trust: [str(trust[key]) for key in _TRUSTS]),
        "differences": [vars(difference) for difference in access.differences],
    }


def as_csv(document: Mapping[str, Any]) -> str:
    """The matrix alone, with yes and no."""
    text = io.StringIO()
    head = ("principal", "store", "kind", "classification")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*head, *COLUMNS))
    for row in document["rows"]:
        writer.writerow((*(row[name] for name in head), *("yes" if row[column] else "no" for column in COLUMNS)))
    return text.getvalue()


def as_markdown(document: Mapping[str, Any]) -> str:
    """Both tables, and the differences if there are any."""
    head = ("principal", "store", "classification", *COLUMNS)
    rows = [
        [*(_cell(row[name]) for name in head[:3]), *("yes" if row[column] else "" for column in COLUMNS)]
        for row in document["rows"]
    ]
    trusts = [
        [_cell(each["principal"]), _cell(each["role"]), each["how"], _cell(", ".join(each["conditions"]))]
        for each in document["trusts"]
    ]
    parts = [
        f"# Who can do what in {document['deployment']}",
        _table(head, rows),
        "## Who may become whom",
        _table(("principal", "may become", "by", "only with"), trusts),
        LEFT_OUT,
    ]
    if document["differences"]:
        lines = [f"- {each['check']} {each['address']}: {each['message']}" for each in document["differences"]]
        parts += ["## Not as the graph declares", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def change(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What a later matrix has more and less than an earlier one, as Markdown for a pull request."""
    lines = [*_gained("gains", before, after), *_gained("loses", after, before), *_moved(before, after)]
    old, new = ([_trust(each) for each in document["trusts"]] for document in (before, after))
    lines += [f"{text.replace(' may ', ' may now ', 1)}" for text in new if text not in old]
    lines += [f"{text.replace(' may ', ' may no longer ', 1)}" for text in old if text not in new]
    title = f"# Access in {after['deployment']}"
    return "\n\n".join([title, "\n".join(f"- {line}" for line in lines) or "Nobody gains or loses access."]) + "\n"


def _gained(verb: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[str]:
    old = {(row["arn"], row["store"]): row for row in before["rows"]}
    for row in after["rows"]:
        known = old.get((row["arn"], row["store"]), {})
        columns = [column for column in COLUMNS if row[column] and not known.get(column)]
        if columns:
            yield f"{_cell(row['principal'])} {verb} {words(columns)} on {_cell(row['store'])}, {row['classification']}"


def _moved(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[str]:
    old = {row["store"]: row["classification"] for row in before["rows"]}
    new = {row["store"]: row["classification"] for row in after["rows"]}
    for store in sorted(old.keys() & new.keys()):
        if old[store] != new[store]:
            yield f"{_cell(store)} is {new[store]} now, and was {old[store]}"


def _trust(trust: Mapping[str, Any]) -> str:
    demand = f", only with {', '.join(trust['conditions'])}" if trust["conditions"] else ""
    return f"{_cell(trust['principal'])} may become {_cell(trust['role'])} ({trust['how']}{demand})"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (names, ["---"] * len(names), *rows))


def _cell(text: str) -> str:
    """Text from policies, which may hold anything, as the cell of a table."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("\n", " ")
