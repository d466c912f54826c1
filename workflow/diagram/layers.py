"""
In which column and in which order boxes stand: the layered layout of Sugiyama, in lanes.

Boxes in the network have a lane of their own, so that one line can be drawn round them; so has what hangs together with
nothing of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from workflow.diagram.picture import Arrow, Picture

MAIN, NETWORK, APART = range(3)
SWEEPS = 12


@dataclass(eq=False)
class Node:
    """A box, or a point through which a long arrow passes; then *box* is `None`."""

    key: str
    box: str | None
    column: int
    lane: int
    before: list[Node] = field(default_factory=list)
    behind: list[Node] = field(default_factory=list)


@dataclass
class Layers:
    """*columns*: by column, nodes by lane and from top to bottom. *ways*: by arrow, the nodes it passes, left to right."""

    columns: list[list[Node]]
    ways: list[tuple[Arrow, list[Node]]]


def layers(picture: Picture) -> Layers:
    """Columns by the longest way from a source, and an order in which few arrows cross."""
    column = columns_of(picture)
    lane = lanes_of(picture)
    nodes = {box.name: Node(box.name, box.name, column[box.name], lane[box.name]) for box in picture.boxes}
    ways = [(arrow, _way(nodes, arrow, index)) for index, arrow in enumerate(picture.arrows)]
    every = list(dict.fromkeys([*nodes.values(), *(node for _, way in ways for node in way)]))
    for _, way in ways:
        for left, right in itertools.pairwise(way):
            left.behind.append(right)
            right.before.append(left)
    columns = [
        [node for node in every if node.column == index] for index in range(max(column.values(), default=-1) + 1)
    ]
    return Layers(_ordered(columns), ways)


def columns_of(picture: Picture) -> dict[str, int]:
    """The column of each box. An arrow that would close a circle (what people write) does not push its end to the right."""
    people = {box.name for box in picture.boxes if box.shape == "persona"}
    behind: dict[str, list[str]] = {box.name: [] for box in picture.boxes}
    for arrow in sorted(picture.arrows, key=lambda arrow: arrow.start in people):
        if arrow.start not in _reached(behind, arrow.end):
            behind[arrow.start].append(arrow.end)
    column: dict[str, int] = dict.fromkeys(behind, 0)
    waiting = list(behind)
    while waiting:
        name = waiting.pop(0)
        for other in behind[name]:
            if column[other] <= column[name]:
                column[other] = column[name] + 1
                waiting.append(other)
    return column


def _reached(behind: dict[str, list[str]], start: str) -> set[str]:
    reached, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += behind[name]
    return reached


def lanes_of(picture: Picture) -> dict[str, int]:
    """The lane of each box: in the network, connected with it (or with the largest part, where there is none), or apart."""
    linked: dict[str, list[str]] = {box.name: [] for box in picture.boxes}
    for arrow in picture.arrows:
        linked[arrow.start].append(arrow.end)
        linked[arrow.end].append(arrow.start)
    inside = {box.name for box in picture.boxes if box.in_network}
    parts = [_reached(linked, name) for name in linked]
    largest: set[str] = max(parts, key=len, default=set())
    main = set().union(*(part for part in parts if part & inside)) or largest
    return {name: NETWORK if name in inside else MAIN if name in main else APART for name in linked}


def _way(nodes: dict[str, Node], arrow: Arrow, index: int) -> list[Node]:
    """The ends of an arrow, the left one first, and a point in each column between them."""
    left, right = sorted((nodes[arrow.start], nodes[arrow.end]), key=lambda node: node.column)
    lane = min(left.lane, right.lane)
    between = [Node(f"{index}/{column}", None, column, lane) for column in range(left.column + 1, right.column)]
    return [left, *between, right]


def _ordered(columns: list[list[Node]]) -> list[list[Node]]:
    """Sweep to and fro; each node moves to the middle of its neighbours. The order with the fewest crossings is kept."""
    current = [sorted(column, key=lambda node: node.lane) for column in columns]
    best, fewest = current, crossings(current)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        current = [list(column) for column in current]
        for index in range(len(current)) if forward else reversed(range(len(current))):
            place = {node: rank for column in current for rank, node in enumerate(column)}

            def middle(node: Node, place: dict[Node, int] = place, *, forward: bool = forward) -> tuple[int, float]:
                near = [place[each] for each in (node.before if forward else node.behind)]
                return node.lane, sum(near) / len(near) if near else place[node]

            current[index].sort(key=middle)
        found = crossings(current)
        if found < fewest:
            best, fewest = current, found
    return best


def crossings(columns: Iterable[list[Node]]) -> int:
    """How many pairs of arrows cross between neighbouring columns."""
    total = 0
    for left, right in itertools.pairwise(columns):
        place = {node: rank for rank, node in enumerate(right)}
        ends = [(rank, place[end]) for rank, node in enumerate(left) for end in node.behind if end in place]
        total += sum((one[0] - two[0]) * (one[1] - two[1]) < 0 for one, two in itertools.combinations(ends, 2))
    return total
