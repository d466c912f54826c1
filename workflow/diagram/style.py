"""
Colours and typefaces of diagrams, for light and dark surroundings.
"""

from __future__ import annotations

from modules.dataflow import Classification

NONE = "none"
"""Stands for a class where no data is seen."""

LIGHT = {
    Classification.PUBLIC: ("#e6f4e7", "#2e7d32"),
    Classification.INTERNAL: ("#e3effb", "#1a5fb4"),
    Classification.CONFIDENTIAL: ("#fdf0d9", "#a15c00"),
    Classification.RESTRICTED: ("#fbe4e4", "#b3261e"),
    NONE: ("#f1f1f1", "#6b6b6b"),
}
"""By class, the colour of a box and that of its border and its arrows."""

DARK = {
    Classification.PUBLIC: ("#14311a", "#7fc784"),
    Classification.INTERNAL: ("#112b47", "#7ab7f5"),
    Classification.CONFIDENTIAL: ("#3d2a08", "#f3b04c"),
    Classification.RESTRICTED: ("#451a1a", "#f09a93"),
    NONE: ("#2b2b2b", "#a5a5a5"),
}


def css() -> str:
    """The style sheet: what does not depend on the surroundings, then both sets of colours."""
    return (
        "text{font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;fill:var(--ink);font-size:11px}"
        ".name{font-size:13px;font-weight:600}.mark{font-size:10px}.title{font-size:20px;font-weight:600}.faint{fill:var(--faint)}"
        ".box{stroke-width:1.5}.outside{stroke-dasharray:5 3}.arrow{fill:none}.people{stroke-dasharray:4 4}"
        ".paper{fill:var(--paper)}.network{fill:none;stroke:var(--faint);stroke-width:1.5;stroke-dasharray:9 5}"
        f":root{{--paper:#ffffff;--ink:#16181a;--faint:#5a6169}}{_colours(LIGHT)}"
        "@media (prefers-color-scheme:dark){"
        f":root{{--paper:#16181a;--ink:#f1f3f4;--faint:#aab2ba}}{_colours(DARK)}}}"
    )


def _colours(palette: dict[str, tuple[str, str]]) -> str:
    return "".join(
        f".box.{name}{{fill:{fill};stroke:{line}}}.arrow.{name}{{stroke:{line}}}.head.{name}{{fill:{line}}}"
        for name, (fill, line) in palette.items()
    )
