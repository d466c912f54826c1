"""
A picture as SVG, with its words as text, a title and a description for those who cannot see it.
"""

from __future__ import annotations

import itertools
import math
import xml.etree.ElementTree as ET

from modules.dataflow import Classification
from workflow.diagram.legend import SHAPES, legend
from workflow.diagram.picture import Box, Picture
from workflow.diagram.placing import BEND, CAP, LINE, PADDING, Area, Line, Places, places
from workflow.diagram.shapes import group, number, shape, text
from workflow.diagram.style import NONE, css

MARGIN, HEADER, LEGEND = 28, 66, 84
HEAD = 9  # how long the head of an arrow is
NARROWEST = 860  # wide enough for the legend
THINNEST, THICKEST = 1.5, 6.0


def draw(picture: Picture) -> str:
    """The SVG document."""
    placed = places(picture)
    width = max(placed.width, NARROWEST) + 2 * MARGIN
    height = HEADER + placed.height + LEGEND + MARGIN
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "aria-labelledby": "title description",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "width": number(width),
            "height": number(height),
            "style": "max-width:100%;height:auto",
        },
    )
    ET.SubElement(root, "title", {"id": "title"}).text = picture.title
    ET.SubElement(root, "desc", {"id": "description"}).text = described(picture)
    ET.SubElement(root, "style").text = css()
    _heads(root)
    shape(root, "rect", "paper", x=0, y=0, width=width, height=height)
    text(root, MARGIN, MARGIN + 4, picture.title, "title")
    text(root, MARGIN, MARGIN + 24, picture.subtitle, "faint")
    content = ET.SubElement(root, "g", {"transform": f"translate({MARGIN} {HEADER})"})
    _network(content, placed)
    for line in placed.lines:
        _arrow(content, line)
    for box in picture.boxes:
        _box(content, box, placed.boxes[box.name])
    if not picture.boxes:
        text(content, 0, LINE, "No data flows here.", "faint")
    legend(ET.SubElement(root, "g", {"transform": f"translate({MARGIN} {number(HEADER + placed.height + 38)})"}))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def described(picture: Picture) -> str:
    """The whole picture in words."""
    said = [box.description for box in picture.boxes] + [arrow.description for arrow in picture.arrows]
    return f"{picture.subtitle}. " + " ".join(f"{words}." for words in said)


def _heads(root: ET.Element) -> None:
    definitions = ET.SubElement(root, "defs")
    for name in Classification:
        head = ET.SubElement(
            definitions,
            "marker",
            {
                "id": f"head-{name}",
                "viewBox": "0 0 10 10",
                "refX": "1",
                "refY": "5",
                "markerWidth": "11",
                "markerHeight": "11",
                "markerUnits": "userSpaceOnUse",
                "orient": "auto-start-reverse",
            },
        )
        shape(head, "path", f"head {name}", d="M0 0L10 5L0 10z")


def _network(content: ET.Element, placed: Places) -> None:
    area = placed.network
    if area is None:
        return
    inside = group(content, "network-boundary", "The network: processes in it reach AWS through VPC endpoints only")
    shape(inside, "rect", "network", x=area.x, y=area.y, width=area.width, height=area.height, rx=10)
    text(inside, area.x + PADDING, area.y + LINE, "network: private subnets", "faint")


def _box(content: ET.Element, box: Box, area: Area) -> None:
    kind = "store" if box.shape == "store" else "process"
    drawn = group(content, f"{kind}-{box.name}", box.description)
    SHAPES[box.shape](drawn, area, f"box {box.shape} {box.classification or NONE}")
    middle = area.y + area.height / 2 + (CAP if box.shape == "store" else 0)
    y = middle - LINE * (len(box.lines) + 1) / 2 + LINE * 0.75
    text(drawn, area.x + area.width / 2, y, box.name, "name", anchor="middle")
    for place, words in enumerate(box.lines, start=1):
        text(drawn, area.x + area.width / 2, y + LINE * place, words, "", anchor="middle")


def _arrow(content: ET.Element, line: Line) -> None:
    arrow = line.arrow
    drawn = group(content, f"flow-{arrow.start}-{arrow.end}", arrow.description)
    sides = {"marker-start": line.left_head, "marker-end": line.right_head}
    ends = {side: f"url(#head-{arrow.classification})" for side, has_head in sides.items() if has_head}
    style = f"arrow {arrow.classification}{'' if arrow.marks else ' people'}"
    shape(drawn, "path", style, d=_path(line), stroke_width=thickness(arrow.weight), **ends)
    if arrow.marks:
        (x, y), clear = line.points[-1], thickness(arrow.weight) / 2
        middle = x - line.stubs[-1] / 2 - HEAD / 2
        text(drawn, middle, y - clear - 3, arrow.marks[0], "mark", anchor="middle")
        text(drawn, middle, y + clear + 10, arrow.marks[1], "mark", anchor="middle")


def _path(line: Line) -> str:
    """A bend in each gap between columns, then straight on to the next box."""
    (x, y), (end, _) = line.points[0], line.points[-1]
    path = [f"M{number(x + (HEAD if line.left_head else 0))} {number(y)}"]
    for place, ((_, high), (right, low)) in enumerate(itertools.pairwise(line.points)):
        if place % 2 == 0:
            bent = right - line.stubs[place // 2]
            start, half = bent - BEND, bent - BEND / 2
            path.append(f"H{number(start)}C{number(half)} {number(high)} {number(half)} {number(low)}")
            path.append(f" {number(bent)} {number(low)}")
        path.append(f"H{number(right - (HEAD if line.right_head and right == end else 0))}")
    return "".join(path)


def thickness(weight: float) -> float:
    """In pixels, growing with the number of digits of the KiB a second at peak."""
    return min(THICKEST, THINNEST + math.log10(1 + weight)) if weight else THINNEST
