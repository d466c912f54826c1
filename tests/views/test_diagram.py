"""
The diagram shows all of the graph; nothing in it overlaps, and it can be read in light and dark surroundings.
"""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.diagram.drawing import draw, thickness
from workflow.diagram.layers import crossings, layers
from workflow.diagram.picture import Arrow, Box, Picture, picture, shortened
from workflow.diagram.placing import BEND, LEAD, TEXT_SIZE, TEXT_WIDTH, places, spread
from workflow.diagram.stage import shown
from workflow.diagram.style import DARK, LIGHT

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


@st.composite
def pictures(draw_from):
    """
    Any graph of boxes that are connected from left to right, some in the network, and people who write back.
    """
    count = draw_from(st.integers(1, 14))
    inside = draw_from(st.lists(st.booleans(), min_size=count, max_size=count))
    names = [f"box-{index}" for index in range(count)]
    boxes = tuple(
        Box(name, "process", None, ("words",) * draw_from(st.integers(0, 4)), "a box", in_network)
        for name, in_network in zip(names, inside, strict=True)
    )
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    arrows = []
    for start, end in draw_from(st.lists(pairs, unique_by=frozenset, max_size=20)):
        marks = draw_from(st.sampled_from([None, ("1/s", "1 KiB/s")]))
        arrows.append(Arrow(start, end, draw_from(st.booleans()), "public", marks, 1, "an arrow"))
    return Picture("title", "subtitle", boxes, tuple(arrows))


def parsed(drawn):
    return ET.fromstring(drawn)  # noqa: S314  # our own document


def ids(drawn):
    return {each.get("id") for each in drawn.iter(f"{SVG}g")}


def overlap(one, two):
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


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

    assert sorted(f"{shortened(rate)}/s" for rate in rates) == sorted(each for each in texts if each.endswith("0/s"))


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


@given(pictures())
@settings(deadline=None, max_examples=150)
def test_no_boxes_overlap(drawing):
    """
    Of any graph, no two boxes touch, and none leaves the picture.
    """
    placed = places(drawing)

    assert {box.name for box in drawing.boxes} == set(placed.boxes)
    assert not [pair for pair in itertools.combinations(placed.boxes.values(), 2) if overlap(*pair)]
    assert all(
        area.x >= 0 and area.y >= 0 and area.x + area.width <= placed.width and area.y + area.height <= placed.height
        for area in placed.boxes.values()
    )


@given(pictures())
@settings(deadline=None, max_examples=150)
def test_the_boundary_holds_the_network_and_nothing_else(drawing):
    """
    What is in the network lies wholly within its frame, all else wholly outside.
    """
    placed = places(drawing)
    frame = placed.network
    inside = {box.name for box in drawing.boxes if box.in_network}

    assert bool(inside) == (frame is not None)
    for name, area in placed.boxes.items() if frame else ():
        assert (name in inside) == overlap(area, frame)
        assert name not in inside or (frame.x < area.x and area.x + area.width < frame.x + frame.width)
        assert name not in inside or (frame.y < area.y and area.y + area.height < frame.y + frame.height)


@given(pictures())
@settings(deadline=None, max_examples=150)
def test_arrows_bend_between_columns_only(drawing):
    """
    An arrow leaves and meets boxes at their sides, and passes other boxes where there are none.
    """
    placed = places(drawing)
    for line in placed.lines:
        ends = {line.arrow.start, line.arrow.end}
        first, last = line.points[0], line.points[-1]
        assert {True} == {any(_on_side(placed.boxes[name], point) for name in ends) for point in (first, last)}
        for (left, high), (right, low) in itertools.pairwise(line.points[1:-1]):
            if high == low:
                crossed = [
                    name
                    for name, area in placed.boxes.items()
                    if area.y < high < area.y + area.height and left < area.x + area.width and area.x < right
                ]
                assert not crossed


def _on_side(area, point):
    x, y = point
    return x in (area.x, area.x + area.width) and area.y < y < area.y + area.height


@given(pictures())
@settings(deadline=None, max_examples=60)
def test_marks_stand_apart(drawing):
    """
    The marks of two arrows that meet one box are far enough from each other to be read.
    """
    ends = [line.points[-1] for line in places(drawing).lines if line.arrow.marks]
    for (x, y), (other_x, other_y) in itertools.combinations(ends, 2):
        assert x != other_x or abs(y - other_y) >= 2 * TEXT_SIZE


@given(pictures())
@settings(deadline=None, max_examples=60)
def test_data_flows_from_left_to_right(drawing):
    """
    Where no circle has to be closed, the start of an arrow is left of its end.
    """
    order = {box.name: index for index, box in enumerate(drawing.boxes)}
    forwards = tuple(arrow for arrow in drawing.arrows if order[arrow.start] < order[arrow.end])
    placed = places(Picture("", "", drawing.boxes, forwards))

    assert all(
        placed.boxes[arrow.start].x + placed.boxes[arrow.start].width + LEAD + BEND < placed.boxes[arrow.end].x
        for arrow in forwards
    )


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [([0, 100], [0, 100]), ([50, 50], [34, 66]), ([100, 0], [34, 66]), ([], [])],
)
def test_spreading_moves_as_little_as_it_can(wanted, expected):
    """
    Things that fit stay where they want; others share the way that they have to go.
    """
    assert expected == spread(wanted, [10] * len(wanted))


def test_an_order_without_crossings_is_found():
    """
    Two ways that need not cross do not.
    """
    boxes = tuple(Box(name, "process", None, (), "") for name in ("a", "b", "d", "c"))
    arrows = tuple(
        Arrow(start, end, both_ways=False, classification="public", marks=None, weight=0, description="")
        for start, end in (("a", "c"), ("b", "d"))
    )

    assert 0 == crossings(layers(Picture("", "", boxes, arrows)).columns)


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
