"""
Whatever the graph, nothing of its diagram overlaps, and the boundary of the network holds what is in it.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.diagram.layers import crossings, layers
from workflow.diagram.picture import Arrow, Box, Picture
from workflow.diagram.placing import BEND, LEAD, TEXT_SIZE, places, spread


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


def overlap(one, two):
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


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
    boxes = tuple(Box(name, "process", None, (), "") for name in ("s", "a", "b", "d", "c"))
    arrows = tuple(
        Arrow(start, end, both_ways=False, classification="public", marks=None, weight=0, description="")
        for start, end in (("s", "a"), ("s", "b"), ("a", "c"), ("b", "d"))
    )

    assert 0 == crossings(layers(Picture("", "", boxes, arrows)).columns)
