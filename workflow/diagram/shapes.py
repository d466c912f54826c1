"""
The elements that diagrams are drawn with.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from workflow.diagram.placing import CAP, Area


def number(value: float) -> str:
    """As SVG takes it, in the same few characters everywhere."""
    return f"{value:.1f}".removesuffix(".0")


def shape(parent: ET.Element, tag: str, style: str, **attributes: str | float) -> ET.Element:
    """An element of a class; `stroke_width` is the attribute `stroke-width`."""
    said = {
        name.replace("_", "-"): value if isinstance(value, str) else number(value) for name, value in attributes.items()
    }
    return ET.SubElement(parent, tag, {"class": style, **said})


def text(parent: ET.Element, x: float, y: float, words: str, style: str, *, anchor: str = "start") -> None:
    attributes = {"x": number(x), "y": number(y), "text-anchor": anchor}
    ET.SubElement(parent, "text", {**({"class": style} if style else {}), **attributes}).text = words


def group(parent: ET.Element, id: str, title: str) -> ET.Element:
    """What belongs together, with the words a pointer over it shows."""
    made = ET.SubElement(parent, "g", {"id": id})
    ET.SubElement(made, "title").text = title
    return made


def cylinder(parent: ET.Element, area: Area, style: str) -> None:
    x, y, width, height = area.x, area.y, area.width, area.height
    arc = f"{number(width / 2)} {CAP} 0 0"
    lid = f"A{arc} 1 {number(x + width)} {number(y + CAP)}A{arc} 1 {number(x)} {number(y + CAP)}"
    low = number(y + height - CAP)
    sides = f"V{low}A{arc} 0 {number(x + width)} {low}V{number(y + CAP)}"
    shape(parent, "path", style, d=f"M{number(x)} {number(y + CAP)}{lid}{sides}A{arc} 1 {number(x)} {number(y + CAP)}")


def rectangle(parent: ET.Element, area: Area, style: str) -> None:
    shape(parent, "rect", style, x=area.x, y=area.y, width=area.width, height=area.height, rx=5)


def pill(parent: ET.Element, area: Area, style: str) -> None:
    round_ends = min(area.height / 2, 24)
    shape(parent, "rect", style, x=area.x, y=area.y, width=area.width, height=area.height, rx=round_ends)
