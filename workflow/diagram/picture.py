"""
What a diagram shows: boxes for stores and processes, with the words in them, and arrows for flows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from workflow.fullness import fullness

Shape = Literal["store", "process", "persona", "outside"]

OUTSIDE = {"aws_service", "deployment", "producer", "terraform"}
"""Kinds of processes that are not part of the deployment."""
TREATMENTS = {"tokenize": "tokenizes", "mask": "masks", "drop": "drops", "aggregate": "aggregates"}


@dataclass(frozen=True)
class Box:
    """A store or a process; *lines* stand below its name."""

    name: str
    shape: Shape
    classification: str | None
    lines: tuple[str, ...]
    description: str
    in_network: bool = False


@dataclass(frozen=True)
class Arrow:
    """
    One flow, or two that go there and back between the same boxes.

    *marks* are what stands above and below the line; *weight* is the peak in KiB/s, and 0 where people read and write.
    """

    start: str
    end: str
    both_ways: bool
    classification: str
    marks: tuple[str, str] | None
    weight: float
    description: str


@dataclass(frozen=True)
class Picture:
    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def picture(title: str, subtitle: str, dataflow: dict[str, Any]) -> Picture:
    """The picture of what `dataflow.json` holds."""
    boxes = [_store(store, dataflow) for store in dataflow["stores"]]
    boxes += [_process(process, dataflow) for process in dataflow["processes"]]
    return Picture(title, subtitle, tuple(boxes), tuple(_arrows(dataflow)))


def _store(store: dict[str, Any], dataflow: dict[str, Any]) -> Box:
    kind, days = (
        store["kind"].replace("_", " "),
        f"{store['retention_days']:g} day{'' if store['retention_days'] == 1 else 's'}",
    )
    lines = (kind, f"{store['classification']}, {days}", *_fullness(store["name"], dataflow))
    description = (
        f"{store['name']}: a store ({kind}) of {store['classification']} data, kept {days}, of {store['owner']}"
    )
    return Box(store["name"], "store", store["classification"], lines, description)


def _process(process: dict[str, Any], dataflow: dict[str, Any]) -> Box:
    kind, treated, carries = process["kind"].replace("_", " "), process["deidentifies"], process["carries"]
    lines = [kind if process["persona"] is None else f"persona: {process['persona']}"]
    if treated:
        count = len(treated["fields"])
        lines.append(f"{TREATMENTS[treated['method']]} {count} field{'s' if count > 1 else ''}")
    shape: Shape = "persona" if process["persona"] else "outside" if process["kind"] in OUTSIDE else "process"
    sees = f"sees {carries} data" if carries else "sees no data"
    description = f"{process['name']}: a process ({kind}) that {sees}, of {process['owner']}"
    lines += _fullness(process["name"], dataflow)
    return Box(process["name"], shape, carries, tuple(lines), description, process["in_network"])


def _fullness(name: str, dataflow: dict[str, Any]) -> tuple[str, ...]:
    share = dataflow["utilization_at_peak"].get(name)
    if share is None:
        return ()
    return (f"{fullness(share)} full at peak{', the most' if name == dataflow['narrowest'] else ''}",)


def _arrows(dataflow: dict[str, Any]) -> list[Arrow]:
    """A flow there and a flow back become one arrow with two heads, where the first one starts."""
    flows = {(flow["from"], flow["to"]): flow for flow in dataflow["flows"]}
    people = {process["name"] for process in dataflow["processes"] if process["persona"]}
    arrows = []
    for (start, end), flow in flows.items():
        back = (end, start) in flows
        if not back or start in people:  # where both ways are gone, a person's store stands behind the person
            arrows.append(_arrow(flow, both_ways=back))
    return arrows


def _arrow(flow: dict[str, Any], *, both_ways: bool) -> Arrow:
    load, start, end = flow["load"], flow["from"], flow["to"]
    marks, weight, rate = None, 0.0, ""
    if load:
        weight = load["peak_kib_per_second"]
        marks = (f"{shortened(load['records_per_second'])}/s", f"{shortened(weight)} KiB/s")
        rate = f", {load['records_per_second']:g} records a second on average, {weight:g} KiB a second at peak"
    words = f"{start} {'to and from' if both_ways else 'to'} {end}: {flow['classification']} data{rate}"
    return Arrow(start, end, both_ways, flow["classification"], marks, weight, words)


def shortened(number: float) -> str:
    """*number* in at most five characters, as in 703, 7.5k, 1.2M."""
    for limit, unit in ((1_000_000, "M"), (10_000, "k")):
        if number >= limit:
            return f"{number / (1_000_000 if unit == 'M' else 1_000):.3g}{unit}"
    return f"{number:.3g}" if number < 1000 else f"{number:.0f}"
