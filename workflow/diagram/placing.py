"""
Where everything stands, in pixels: columns as wide as their words, rows as straight as the arrows allow.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.diagram.layers import APART, NETWORK, Layers, Node, layers
from workflow.diagram.picture import Arrow, Box, Picture

NAME_SIZE, TEXT_SIZE = 13, 11
NAME_WIDTH, TEXT_WIDTH = (
    0.64,
    0.62,
)  # of a letter, in parts of its size: those of a wide typeface, so that words never leave a box
LINE, PADDING, CAP = 15, 10, 7
PORT, MARKED_PORT = 16, 30  # between the ends of two arrows on one side of a box, without and with marks
LEAD, BEND, MARKED_STUB, STUB = (
    12,
    40,
    78,
    22,
)  # of a gap between columns: an arrow's straight start, its bend, its straight end
ROW_GAP, LANE_GAP, POINT = 22, 34, 8
ROUNDS = 8


@dataclass(frozen=True)
class Area:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Line:
    """
    An arrow's way from left to right: points on the sides of what it passes, and how long each gap's straight end is.

    It has a *head* at its left or its right end, or at both.
    """

    arrow: Arrow
    points: tuple[tuple[float, float], ...]
    stubs: tuple[float, ...]
    left_head: bool
    right_head: bool


@dataclass(frozen=True)
class Places:
    boxes: dict[str, Area]
    lines: tuple[Line, ...]
    network: Area | None
    width: float
    height: float


def places(picture: Picture) -> Places:
    """Where everything of *picture* stands, the top left corner being 0, 0."""
    return _Placing(picture, layers(picture)).places()


class _Placing:
    def __init__(self, picture: Picture, layered: Layers) -> None:
        self._boxes = {box.name: box for box in picture.boxes}
        self._layered = layered
        self._ports = _ports(layered)
        self._heights = {node: self._height(node) for column in layered.columns for node in column}
        self._middles = self._rows()
        self._lefts, self._rights, self._stubs = self._columns()

    def places(self) -> Places:
        boxes = {node.box: self._area(node) for column in self._layered.columns for node in column if node.box}
        lines = tuple(self._line(arrow, way) for arrow, way in self._layered.ways)
        bottom = max((area.y + area.height for area in boxes.values()), default=0)
        network = self._network(boxes)
        low = network.y + network.height if network else 0
        return Places(boxes, lines, network, max(self._rights, default=0), max(bottom, low))

    def _height(self, node: Node) -> float:
        if node.box is None:
            return POINT
        needed = max(sum(_port_size(way) for way in ways) for ways in self._ports[node])
        return max(box_size(self._boxes[node.box])[1], needed + PADDING)

    def _columns(self) -> tuple[list[float], list[float], list[float]]:
        lefts: list[float] = []
        rights: list[float] = []
        stubs: list[float] = []
        x = 0.0
        for column in self._layered.columns:
            marked = any(way[0].marks for node in column for way in self._ports[node][0])
            stubs.append(MARKED_STUB if marked else STUB)
            x += LEAD + BEND + stubs[-1] if lefts else 0
            lefts.append(x)
            x += max((box_size(self._boxes[node.box])[0] for node in column if node.box), default=0)
            rights.append(x)
        return lefts, rights, stubs

    def _rows(self) -> dict[Node, float]:
        """The middle of each node: what hangs together with the network, and below it what does not."""
        columns = self._layered.columns
        upper = self._together([[node for node in column if node.lane != APART] for column in columns])
        self._clear_network(upper)
        lower = self._together([[node for node in column if node.lane == APART] for column in columns])
        _, bottom = self._span(upper)
        top, _ = self._span(lower)
        return upper | {node: middle - top + bottom + (LANE_GAP if upper else 0) for node, middle in lower.items()}

    def _together(self, stacks: list[list[Node]]) -> dict[Node, float]:
        """Nodes at the middle of their neighbours, as far as the order in their columns allows; the highest begins at 0."""
        middles = {node: 0.0 for stack in stacks for node in stack}
        for turn in range(ROUNDS):
            for stack in stacks if turn % 2 == 0 else reversed(stacks):
                wanted = []
                for node in stack:
                    near = [middles[each] for each in (*node.before, *node.behind) if each in middles]
                    wanted.append(sum(near) / len(near) if near else middles[node])
                middles |= dict(zip(stack, spread(wanted, [self._heights[node] for node in stack]), strict=True))
        top, _ = self._span(middles)
        return {node: middle - top for node, middle in middles.items()}

    def _clear_network(self, middles: dict[Node, float]) -> None:
        """Move what is in the network down, all by the same, until its frame is free of everything else."""
        inside = {node: middle for node, middle in middles.items() if node.lane == NETWORK}
        if not inside:
            return
        columns = {node.column for node in inside}
        spanned = range(min(columns), max(columns) + 1)
        beside = {node: middle for node, middle in middles.items() if node not in inside and node.column in spanned}
        missing = self._span(beside)[1] + LANE_GAP + ROW_GAP / 2 - self._span(inside)[0]
        for node in inside:
            middles[node] += max(missing, LANE_GAP - self._span(inside)[0], 0)

    def _span(self, middles: dict[Node, float]) -> tuple[float, float]:
        """The highest and the lowest point of nodes; 0 where there are none."""
        tops = [middle - self._heights[node] / 2 for node, middle in middles.items()]
        return min(tops, default=0), max(
            (middle + self._heights[node] / 2 for node, middle in middles.items()), default=0
        )

    def _area(self, node: Node) -> Area:
        left, height = self._lefts[node.column], self._heights[node]
        return Area(left, round(self._middles[node] - height / 2, 2), self._right(node) - left, height)

    def _right(self, node: Node) -> float:
        """A long arrow passes its whole column."""
        return self._lefts[node.column] + box_size(self._boxes[node.box])[0] if node.box else self._rights[node.column]

    def _line(self, arrow: Arrow, way: Sequence[Node]) -> Line:
        points: list[tuple[float, float]] = []
        for place, node in enumerate(way):
            if place > 0:
                points.append((self._lefts[node.column], self._port(node, 0, arrow)))
            if place < len(way) - 1:
                points.append((self._right(node), self._port(node, 1, arrow)))
        forwards, stubs = way[0].box == arrow.start, tuple(self._stubs[node.column] for node in way[1:])
        return Line(
            arrow,
            tuple(points),
            stubs,
            left_head=arrow.both_ways or not forwards,
            right_head=arrow.both_ways or forwards,
        )

    def _port(self, node: Node, side: int, arrow: Arrow) -> float:
        """Where *arrow* meets a side of *node*: one below the other in the order of the other ends."""
        ways = sorted(self._ports[node][side], key=lambda way: self._middles[way[1]])
        y = self._middles[node] - sum(_port_size(way) for way in ways) / 2
        for way in ways:
            if way[0] is arrow:
                return y + _port_size(way) / 2
            y += _port_size(way)
        raise LookupError(arrow)

    def _network(self, boxes: dict[str, Area]) -> Area | None:
        inside = [boxes[name] for name, box in self._boxes.items() if box.in_network]
        if not inside:
            return None
        left, top = min(area.x for area in inside) - PADDING, min(area.y for area in inside) - LANE_GAP
        right = max(area.x + area.width for area in inside) + PADDING
        return Area(left, top, right - left, max(area.y + area.height for area in inside) + PADDING - top)


Port = tuple[Arrow, Node]


def _ports(layered: Layers) -> dict[Node, tuple[list[Port], list[Port]]]:
    """By node, the arrows on its left and right side, each with the node at its other end."""
    found: dict[Node, tuple[list[Port], list[Port]]] = {node: ([], []) for column in layered.columns for node in column}
    for arrow, way in layered.ways:
        for left, right in itertools.pairwise(way):
            found[left][1].append((arrow, right))
            found[right][0].append((arrow, left))
    return found


def _port_size(way: Port) -> float:
    return MARKED_PORT if way[0].marks else PORT


def box_size(box: Box) -> tuple[float, float]:
    """Width and height that the words of *box* need."""
    widest = max([len(box.name) * NAME_SIZE * NAME_WIDTH, *(len(line) * TEXT_SIZE * TEXT_WIDTH for line in box.lines)])
    cap = CAP * 2 if box.shape == "store" else 0
    return widest + 2 * PADDING, LINE * (len(box.lines) + 1) + PADDING + cap


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """
    Middles as near to *wanted* as the order and the gaps between things of these *heights* allow.

    Neighbours that would overlap are joined into a block, which goes to the mean of what its members want.
    """
    offsets: list[float] = []
    y = 0.0
    for above, height in zip([0.0, *heights], heights, strict=False):
        y += (above + height) / 2 + ROW_GAP if offsets else 0
        offsets.append(y)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, size = blocks.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        blocks.append((mean, count))
    starts = [mean for mean, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
