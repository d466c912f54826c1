"""
The form of Ant's JUnit reports, derived from "JUnit test result schema for the Apache Ant JUnit and JUnitReport tasks" (Windy
Road Technology, 2011): which elements stand where, in which order, and which attributes each must and may have.
"""

from __future__ import annotations

import re

INTEGER, DECIMAL, TEXT = r"-?\d+", r"-?\d+(\.\d+)?", r"[\s\S]*"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"
REQUIRED = {
    "testsuite": {
        "name": r"\S[\s\S]*",
        "timestamp": MOMENT,
        "hostname": r"\S+",
        "tests": INTEGER,
        "failures": INTEGER,
        "errors": INTEGER,
        "time": DECIMAL,
    },
    "testcase": {"name": TEXT, "classname": TEXT, "time": DECIMAL},
    "error": {"type": TEXT},
    "failure": {"type": TEXT},
}
OPTIONAL = {
    "testsuite": {"skipped": INTEGER},
    "error": {"message": TEXT},
    "failure": {"message": TEXT},
    "skipped": {"message": TEXT},
}
CHILDREN = {
    "testsuite": "properties (testcase )*system-out system-err ",
    "testcase": "(skipped |error |failure )?",
}


def faults(element):
    """
    What is not of this form in an element and below it.
    """
    required, allowed = (
        REQUIRED.get(element.tag, {}),
        {**REQUIRED.get(element.tag, {}), **OPTIONAL.get(element.tag, {})},
    )
    yield from (f"{element.tag} lacks {name}" for name in required if name not in element.attrib)
    for name, value in element.attrib.items():
        if not re.fullmatch(allowed.get(name, r"(?!)"), value):
            yield f"{element.tag} has {name}={value}"
    order = "".join(f"{child.tag} " for child in element)
    if not re.fullmatch(CHILDREN.get(element.tag, ""), order):
        yield f"{element.tag} holds {order}"
    for child in element:
        yield from faults(child)
