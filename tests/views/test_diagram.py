"""
The diagram shows all of the graph, and it can be read in light and dark surroundings.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from workflow.diagram.drawing import draw, thickness
from workflow.diagram.picture import Arrow, Box, Picture, picture, shortened
from workflow.diagram.placing import TEXT_SIZE, TEXT_WIDTH, places
from workflow.diagram.stage import shown
from workflow.diagram.style import DARK, LIGHT

RATE = re.compile(r"[0-9.]+[kM]?/s")
SVG = "{http://www.w3.org/2000/svg}"
LEAST_CONTRAST = 4.5  # between text and what it stands on, WCAG 2.2, level AA


@pytest.fixture(name="drawn", scope="module")
def _drawn(composed):
    return parsed(draw(shown(composed)))


@pytest.fixture(name="boxes")
def _boxes(dev):
    """
    The boxes of orders-dev by name.
    """
    return {box.name: box for box in shown(dev).boxes}


def parsed(drawn):
    return ET.fromstring(drawn)  # noqa: S314  # our own document


def ids(drawn):
    return {each.get("id") for each in drawn.iter(f"{SVG}g")}


def test_every_store_and_process_is_drawn(composed, drawn):
    """
    Each has its shape and its name as text.
    """
    dataflow = composed.dataflow
    expected = {f"store-{store['name']}" for store in dataflow["stores"]}
    expected |= {f"process-{process['name']}" for process in dataflow["processes"]}
    names = {each.text for each in drawn.iter(f"{SVG}text") if each.get("class") == "name"}

    assert expected == {each for each in ids(drawn) if each and each.startswith(("store-", "process-"))}
    assert {each["name"] for each in (*dataflow["stores"], *dataflow["processes"])} == names


def test_every_flow_is_drawn(composed, drawn):
    """
    Each flow has its arrow; two that go there and back have one with two heads.
    """
    arrows = shown(composed).arrows
    found = {(arrow.start, arrow.end) for arrow in arrows} | {
        (arrow.end, arrow.start) for arrow in arrows if arrow.both_ways
    }

    assert {(flow["from"], flow["to"]) for flow in composed.dataflow["flows"]} == found
    assert {f"flow-{arrow.start}-{arrow.end}" for arrow in arrows} <= ids(drawn)


def test_every_load_is_drawn(composed, drawn):
    """
    Where records travel, the arrow says how many and how much.
    """
    rates = [flow["load"]["records_per_second"] for flow in composed.dataflow["flows"] if flow["load"]]
    texts = [each.text for each in drawn.iter(f"{SVG}text")]

    assert sorted(f"{shortened(rate)}/s" for rate in rates) == sorted(each for each in texts if RATE.fullmatch(each))


def test_classes_have_their_colours(composed, drawn):
    """
    A store is drawn in the colour of its class.
    """
    for store in composed.dataflow["stores"]:
        [drawing] = [each for each in drawn.iter(f"{SVG}g") if each.get("id") == f"store-{store['name']}"]

        assert f"box store {store['classification']}" == drawing.find(f"{SVG}path").get("class")


def test_people_see_words_and_others_hear_them(composed, drawn):
    """
    The picture has a title, and a description that names everything in it.
    """
    description = drawn.find(f"{SVG}desc").text

    assert ("img", "title description") == (drawn.get("role"), drawn.get("aria-labelledby"))
    assert composed.deployment.name == drawn.find(f"{SVG}title").text
    assert all(f"{box.description}." in description for box in shown(composed).boxes)


@pytest.mark.parametrize(("both_ways", "heads"), [(False, {"marker-start"}), (True, {"marker-start", "marker-end"})])
def test_what_people_write_back_points_back(both_ways, heads):
    """
    An arrow that closes a circle has its head where it ends, on the left.
    """
    boxes = (
        Box("store", "store", "public", (), ""),
        Box("other", "store", "public", (), ""),
        Box("person", "persona", None, (), ""),
    )
    ends = (("store", "other"), ("other", "person"), ("person", "store"))
    arrows = tuple(Arrow(start, end, both_ways and start == "person", "public", None, 0, "") for start, end in ends)
    root = parsed(draw(Picture("", "", boxes, arrows)))
    [group] = [each for each in root.iter(f"{SVG}g") if each.get("id") == "flow-person-store"]

    assert heads == {name for name in group.find(f"{SVG}path").attrib if name.startswith("marker")}


def test_words_of_users_are_text():
    """
    What looks like markup is shown as it is written.
    """
    words = '<script>alert("&")</script>'
    drawn = draw(Picture(words, words, (Box("a", "store", "public", (words,), words),), ()))

    assert "<script>" not in drawn
    assert 2 <= [each.text for each in parsed(drawn).iter()].count(words)


def test_a_graph_without_data_says_so():
    """
    A deployment that moves no data has a picture too.
    """
    nothing = {"stores": [], "processes": [], "flows": [], "utilization_at_peak": {}, "narrowest": None}

    assert "No data flows here." in draw(picture("account-dev", "", nothing))


def test_boxes_say_what_matters(boxes):
    """
    A store tells class and retention, a process what it does to fields, and the fullest stage that it is that.
    """
    assert ("glue table", "internal, 365 days") == boxes["orders"].lines
    assert ("function", "tokenizes 2 fields", "92% full at peak, the most") == boxes["transform"].lines
    assert "internal, 1 day" in boxes["delivery-buffer"].lines


def test_shapes_tell_who_it_is(boxes):
    """
    People, processes, stores and what is outside look different.
    """
    shapes = {name: boxes[name].shape for name in ("events", "transform", "persona-owner-query", "producer")}

    assert {
        "events": "store",
        "transform": "process",
        "persona-owner-query": "persona",
        "producer": "outside",
    } == shapes
    assert ["transform"] == [name for name, box in boxes.items() if box.in_network]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.04, "0.04"), (703.125, "703"), (1234.5, "1234"), (56_789, "56.8k"), (1_200_000, "1.2M")],
)
def test_numbers_are_short(number, expected):
    """
    A mark has room for five characters.
    """
    assert expected == shortened(number)


def test_more_load_is_thicker():
    """
    Thickness grows with the load and stays within what looks like a line.
    """
    assert 1.5 == thickness(0) < thickness(10) < thickness(1000) < thickness(10**9) == 6


def test_words_fit_their_boxes(composed):
    """
    No line is longer than its box is wide, in a wide typeface.
    """
    drawing = shown(composed)
    placed = places(drawing)

    assert all(
        len(line) * TEXT_SIZE * TEXT_WIDTH < placed.boxes[box.name].width for box in drawing.boxes for line in box.lines
    )


@pytest.mark.parametrize(("palette", "ink"), [(LIGHT, "#16181a"), (DARK, "#f1f3f4")], ids=["light", "dark"])
def test_words_are_readable_on_every_colour(palette, ink):
    """
    Text has the contrast that WCAG asks for, in light and dark surroundings.
    """
    assert not [name for name, (fill, _) in palette.items() if contrast(ink, fill) < LEAST_CONTRAST]


def contrast(one, two):
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_same_graph_gives_the_same_picture(dev):
    """
    Drawing again changes no byte.
    """
    assert draw(shown(dev)) == draw(shown(dev))


def test_the_verb_writes_the_picture(place):
    """
    The picture lies in the deployment's workspace and is SVG.
    """
    ended = place.run("diagram", "orders-dev")
    root = parsed((place.place().folder / "diagram.svg").read_text())

    assert (0, "drawn: build/orders-dev/local/diagram.svg; any browser shows it\n") == (ended.code, ended.said)
    assert f"{SVG}svg" == root.tag
