from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from modules.dataflow import Classification, DataflowError, Deidentification, Graph
from tests.modules.graphs import process, store

CLASSES = st.sampled_from(list(Classification))
SETS = st.integers(1, 7)  # a non-empty set of the first, or of the last, three of four stores, as bits
STEPS = st.lists(st.tuples(SETS, SETS, st.none() | CLASSES), min_size=1, max_size=4)
ENDS = st.tuples(st.integers(0, 3), st.integers(0, 3))  # two of four stores


@st.composite
def graphs(draw):
    """
    Graphs of four stores, up to four processes that lead from earlier to later ones, and a source for each other store.
    """
    graph = Graph()
    classes = draw(st.lists(CLASSES, min_size=4, max_size=4) | st.lists(CLASSES, min_size=4, max_size=4).map(sorted))
    stores = [store(graph, f"store{index}", found) for index, found in enumerate(classes)]
    for index, (reads, writes, treats) in enumerate(draw(STEPS)):
        chosen = [stores[bit] for bit in range(3) if reads & 1 << bit]
        later = [stores[bit + 1] for bit in range(3) if writes & 1 << bit and bit + 1 > stores.index(chosen[-1])]
        details = {"deidentifies_to": Deidentification("mask", ("field",), treats)} if treats else {}
        process(graph, f"process{index}", chosen, later, **details)
    for unwritten in [each for each in stores if not graph.writers(each)]:
        process(graph, f"source of {unwritten.name}", writes=[unwritten], classification=unwritten.classification)
    return graph


def reached_untreated(graph, source):
    """
    Stores that data of *source* reaches through processes that do not de-identify.
    """
    reached, waiting = [], list(source.stores("writes"))
    while waiting:
        current = waiting.pop()
        reached.append(current)
        for flow in graph.flows:
            if flow.store is current and flow.direction == "reads" and flow.process.deidentifies_to is None:
                waiting += [found for found in flow.process.stores("writes") if found not in reached]
    return reached


def is_sound(graph):
    try:
        graph.check()
    except DataflowError:
        return False
    return True


@settings(deadline=None)
@given(graphs())
def test_no_sound_graph_leaks(graph):
    """
    Where the check passes, no path without de-identification leads from a source to a store weaker than its class.
    """
    sound = is_sound(graph)

    for source in graph.processes:
        if sound and source.classification:
            assert all(found.classification >= source.classification for found in reached_untreated(graph, source))


@settings(deadline=None)
@given(graphs(), ENDS)
def test_a_leak_is_always_found(graph, ends):
    """
    A process that carries a store's data to a weaker one, untreated, makes any graph unsound.
    """
    weak, strong = sorted((graph.stores[end] for end in ends), key=lambda found: found.classification)
    assume(strong.classification > weak.classification)
    process(graph, "leak", [strong], [weak])

    with pytest.raises(DataflowError):
        graph.check()


@settings(deadline=None)
@given(graphs(), st.sampled_from([Classification.CONFIDENTIAL, Classification.RESTRICTED]))
def test_a_treatment_never_lowers_by_two(graph, classification):
    """
    A process that declares to make a store's data two classes weaker makes any graph unsound.
    """
    weaker = classification.weaker().weaker()
    strong, weak = store(graph, "strong", classification), store(graph, "weak", weaker)
    process(graph, "source of strong", writes=[strong], classification=classification)
    process(graph, "leap", [strong], [weak], deidentifies_to=Deidentification("mask", ("field",), weaker))

    with pytest.raises(DataflowError):
        graph.check()


@settings(deadline=None)
@given(graphs(), st.integers(0, 3))
def test_reading_more_only_adds_statements(graph, index):
    """
    A further read keeps every statement a process had and adds the store's.
    """
    reader, added = graph.processes[0], graph.stores[index]
    before = reader.statements()
    reader.reads(added)

    assert before == reader.statements()[: len(before)]
    assert set(added.read_statements[0].actions) <= {
        action for found in reader.statements() for action in found.actions
    }
