"""
What shapes, colours and lines of a diagram mean.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from typing import Final

from modules.dataflow import Classification
from workflow.diagram.picture import Shape
from workflow.diagram.placing import Area
from workflow.diagram.shapes import cylinder, group, pill, rectangle, shape, text
from workflow.diagram.style import NONE

SHAPES: Final[Mapping[Shape, Callable[[ET.Element, Area, str], None]]] = {
    "store": cylinder,
    "process": rectangle,
    "persona": pill,
    "outside": rectangle,
}
"""How each kind of box is drawn."""

MEANINGS: Final[Mapping[Shape, str]] = {
    "store": "store",
    "process": "process",
    "persona": "person's role",
    "outside": "from outside",
}
COLUMN, ROW = 138, 30
SAMPLE_WIDTH, SAMPLE_HEIGHT = 30, 20


def legend(parent: ET.Element) -> None:
    """One row of colours and the network, one of shapes and lines."""
    drawn = group(parent, "legend", "Legend")
    text(drawn, 0, 0, "class", "faint")
    text(drawn, 0, ROW, "shape", "faint")
    for place, name in enumerate([*Classification, NONE]):
        rectangle(drawn, _sample(place, 0), f"box {name}")
        text(drawn, _words(place), 0, "no data seen" if name == NONE else str(name), "")
    for place, (kind, meaning) in enumerate(MEANINGS.items()):
        SHAPES[kind](drawn, _sample(place, ROW), f"box {kind} {NONE}")
        text(drawn, _words(place), ROW, meaning, "")
    place = len(MEANINGS)
    area = _sample(place, ROW)
    shape(drawn, "rect", "network", x=area.x, y=area.y, width=area.width, height=area.height, rx=5)
    text(drawn, _words(place), ROW, "network", "")
    words = "arrows: records a second on average, KiB a second at peak, thicker for more; dashed: what people read and write"
    text(drawn, 0, 2 * ROW - 4, words, "faint")


def _sample(place: int, y: float) -> Area:
    return Area(50 + place * COLUMN, y - SAMPLE_HEIGHT * 0.7, SAMPLE_WIDTH, SAMPLE_HEIGHT)


def _words(place: int) -> float:
    return 50 + place * COLUMN + SAMPLE_WIDTH + 8
