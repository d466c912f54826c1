from __future__ import annotations

import pytest

from modules.dataflow import Classification, DataflowError, Deidentification, Graph, Load, Statement
from tests.modules.graphs import CONFIDENTIAL, INTERNAL, PUBLIC, RESTRICTED, process, store


@pytest.fixture(name="graph")
def _graph():
    return Graph()


@pytest.fixture(name="line")
def _line(graph):
    """
    A source that writes events, and a function from events to rows.
    """

    def make(events=CONFIDENTIAL, rows=CONFIDENTIAL, **details):
        stores = store(graph, "events", events), store(graph, "rows", rows)
        process(graph, "source", writes=stores[:1], classification=events, load=Load(100, 1024, 2))
        process(graph, "transform", reads=stores[:1], writes=stores[1:], **details)
        return graph

    return make


def deidentified(to, *fields):
    return {"deidentifies_to": Deidentification("tokenize", fields, to)}


def test_classes_are_ordered():
    """
    Public < internal < confidential < restricted, in spite of the alphabet.
    """
    assert PUBLIC < INTERNAL < CONFIDENTIAL < RESTRICTED
    assert CONFIDENTIAL >= Classification("confidential")


def test_the_weakest_class_stays():
    """
    There is nothing weaker than public.
    """
    assert [PUBLIC, PUBLIC, CONFIDENTIAL] == [PUBLIC.weaker(), INTERNAL.weaker(), RESTRICTED.weaker()]


def test_statements_follow_from_flows(graph):
    """
    A process needs what its stores say a reader and a writer need, and what it requires itself.
    """
    worker = process(graph, "worker", [store(graph, "in")], [store(graph, "out")])
    worker.requires(Statement(("key:use",), ("key",)))

    assert ["key:use", "read:in", "write:out"] == [statement.actions[0] for statement in worker.statements()]


def test_nothing_is_needed_twice(graph):
    """
    A statement that two flows ask for stands once.
    """
    both = store(graph, "both")
    worker = process(graph, "worker", [both, both])

    assert ["read:both"] == [statement.actions[0] for statement in worker.statements()]


def test_a_statement_is_sorted_json():
    """
    Actions and resources are sorted, and a condition stands only where there is one.
    """
    assert {"Effect": "Allow", "Action": ["a", "b"], "Resource": ["x", "y"]} == Statement(
        ("b", "a"), ("y", "x")
    ).to_json()


def test_data_may_flow_to_the_same_class_or_a_stricter_one(line):
    """
    A store of the source's class, or a stricter one, takes the data.
    """
    line(rows=RESTRICTED).check()


def test_data_may_not_flow_to_a_weaker_class(line):
    """
    A weaker store is refused, and the message names the whole path with its classes.
    """
    path = r"source \(confidential\) -> events \(confidential\) -> transform -> rows \(internal\)"

    with pytest.raises(DataflowError, match=path):
        line(rows=INTERNAL).check()


def test_the_strictest_input_counts(graph):
    """
    A process that reads a public and a restricted store carries restricted data.
    """
    worker = process(graph, "worker", [store(graph, "a", PUBLIC), store(graph, "b", RESTRICTED)])

    assert RESTRICTED == worker.carries


def test_de_identification_lowers_by_one(line):
    """
    Treated data may flow to a store one class weaker.
    """
    line(rows=INTERNAL, **deidentified(INTERNAL, "email")).check()


def test_de_identification_lowers_by_one_at_most(line):
    """
    No treatment makes confidential data public.
    """
    with pytest.raises(DataflowError, match="lowers the class by one at most, to internal"):
        line(rows=PUBLIC, **deidentified(PUBLIC, "email")).check()


def test_de_identification_does_not_go_below_what_it_declares(line):
    """
    A process that declares internal output may not write public stores.
    """
    with pytest.raises(DataflowError, match="may write nothing weaker than internal"):
        line(rows=PUBLIC, **deidentified(INTERNAL, "email")).check()


def test_de_identification_names_its_fields(line):
    """
    Treatment of no field is no treatment.
    """
    with pytest.raises(DataflowError, match="transform declares to tokenize but no field"):
        line(rows=INTERNAL, **deidentified(INTERNAL)).check()


def test_a_circle_is_refused(graph):
    """
    Data that flows back to where it came from would grow without end; the message names the stations.
    """
    first, second = store(graph, "first"), store(graph, "second")
    process(graph, "there", [first], [second])
    process(graph, "back", [second], [first])

    with pytest.raises(DataflowError, match=r"in a circle: .*(there|back).* -> "):
        graph.check()


def test_people_may_read_what_they_wrote(graph):
    """
    The results of a person's own queries are no circle.
    """
    results = store(graph, "results")
    process(graph, "person", [results], [results], persona="owner")

    graph.check()


def test_a_store_without_a_writer_is_refused(graph):
    """
    Every store says who fills it.
    """
    store(graph, "orphan")

    with pytest.raises(DataflowError, match="store orphan has no writer"):
        graph.check()


def test_a_source_states_its_class(graph):
    """
    A process that reads nothing and writes has to say how sensitive that is.
    """
    process(graph, "source", writes=[store(graph, "events")])

    with pytest.raises(DataflowError, match="source writes events, reads nothing and states no classification"):
        graph.check()


def test_a_persona_reads_what_is_open_to_it(graph):
    """
    A store is closed to personas it does not name; the message names the path and who may.
    """
    rows = store(graph, "rows", CONFIDENTIAL, persona_readers=frozenset({"owner", "engineer"}))
    process(graph, "source", writes=[rows], classification=CONFIDENTIAL)
    process(graph, "curious", [rows], persona="analyst")

    with pytest.raises(DataflowError, match=r"rows \(confidential\) -> curious: .* analyst .* engineer, owner"):
        graph.check()


def test_the_path_to_a_persona_goes_through_the_refused_store(graph):
    """
    The message is about the closed store, also where the persona reads stricter ones, or what it wrote itself.
    """
    rows = store(graph, "rows", INTERNAL, persona_readers=frozenset({"owner"}))
    results = store(graph, "results", RESTRICTED)
    process(graph, "source", writes=[rows], classification=INTERNAL)
    process(graph, "curious", [results, rows], [results], persona="analyst")

    with pytest.raises(DataflowError, match=r"^source \(internal\) -> rows \(internal\) -> curious: "):
        graph.check()


def test_names_are_used_once(graph):
    """
    A store and a process cannot share a name.
    """
    store(graph, "events")

    with pytest.raises(DataflowError, match="the name events is used twice"):
        graph.add_process("events", "function", "team")


def test_a_foreign_store_is_refused(graph):
    """
    A flow leads to a store of the same graph.
    """
    with pytest.raises(DataflowError, match="worker reads elsewhere, no store of this graph"):
        process(graph, "worker", [store(Graph(), "elsewhere")])


def test_load_travels_along_the_edges(line):
    """
    What the source emits arrives at every stage behind it.
    """
    graph = line()

    assert [Load(100, 1024, 2)] * 2 == [graph.load_on(each) for each in graph.stores]


def test_loads_of_writers_are_summed(graph):
    """
    Two sources: records add up, sizes are averaged by records, and peaks are taken to coincide.
    """
    both = store(graph, "both")
    process(graph, "small", writes=[both], load=Load(100, 100, 4), classification=INTERNAL)
    process(graph, "large", writes=[both], load=Load(300, 500, 2), classification=INTERNAL)

    assert Load(400, 400, 2.5) == graph.load_on(both)


def test_people_bring_no_load(graph):
    """
    Results of queries do not count as load.
    """
    results = store(graph, "results")
    process(graph, "person", writes=[results], persona="owner", load=Load(1, 1, 1))

    assert graph.load_on(results) is None


def test_the_fullest_stage_is_found(graph):
    """
    Utilization is peak load by capacity, of stores and processes that have one.
    """
    wide = store(graph, "wide", capacity=lambda _: 1000)
    process(graph, "source", writes=[wide], load=Load(100, 1024, 2), classification=INTERNAL)
    process(graph, "slow", [wide], capacity=lambda _: 250)

    assert {"wide": 0.2, "slow": 0.8} == graph.utilization()


def test_peak_is_average_times_factor():
    """
    100 records a second of 2 KiB with factor 3 are 300 records and 600 KiB at peak.
    """
    load = Load(100, 2048, 3)

    assert (300, 600) == (load.peak_records_per_second, load.peak_kib_per_second)
