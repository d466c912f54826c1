"""
The dataflow graph: stores, the processes that read and write them, and what follows from that.

Permissions, the classification check, the load on every edge, lineage and diagrams are all views of this one graph. It
is plain Python, and of the rest of Millrace knows `modules/grants.py` only, which is as plain.
"""

from __future__ import annotations

import graphlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from modules.grants import Grants


class DataflowError(Exception):
    """The graph is not sound; the message names the path, *names* what of it somebody may have chosen."""

    def __init__(self, message: str, *names: str) -> None:
        super().__init__(message)
        self.names = names


class Classification(StrEnum):
    """How sensitive data is, weakest first: public < internal < confidential < restricted."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    RESTRICTED = "restricted"

    @property
    def rank(self) -> int:
        return list(Classification).index(self)

    def weaker(self) -> Classification:
        """The next weaker class; public has none and stays public."""
        return list(Classification)[max(self.rank - 1, 0)]

    def __lt__(self, other: str) -> bool:
        return self.rank < Classification(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Classification(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Classification(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Classification(other).rank


@dataclass(frozen=True)
class Load:
    """What travels along an edge: average records per second, average bytes a record, and peak divided by average."""

    records_per_second: float
    record_bytes: float
    peak_factor: float

    @property
    def peak_records_per_second(self) -> float:
        return self.records_per_second * self.peak_factor

    @property
    def peak_kib_per_second(self) -> float:
        return self.peak_records_per_second * self.record_bytes / 1024

    def __add__(self, other: Load) -> Load:
        records = self.records_per_second + other.records_per_second
        byte_rate = self.records_per_second * self.record_bytes + other.records_per_second * other.record_bytes
        return Load(
            records, byte_rate / records, (self.peak_records_per_second + other.peak_records_per_second) / records
        )


Condition = Mapping[str, Mapping[str, str | list[str]]]


@dataclass(frozen=True)
class Statement:
    """Actions somebody needs on resources, before it is known who that is."""

    actions: tuple[str, ...]
    resources: tuple[str, ...]
    condition: Condition = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        stated = {"Effect": "Allow", "Action": sorted(self.actions), "Resource": sorted(self.resources)}
        return stated | ({"Condition": self.condition} if self.condition else {})


@dataclass(frozen=True)
class Deidentification:
    """How a process makes data less sensitive: the *fields* it treats, by *method*, into class *to*."""

    method: Literal["tokenize", "mask", "drop", "aggregate"]
    fields: tuple[str, ...]
    to: Classification


@dataclass(frozen=True, eq=False)
class Store:
    """
    Something that holds data: a stream, a bucket zone, a table. It knows what a reader and a writer need on it, which
    personas may read it (`None`: any), and how many records a second it takes (`None`: no limit that matters).

    Other deployments know it by its *zone* too, and may be granted it when people read it, or when it is *offered* to them alone; *origin* is where an imported store is: `<deployment>/<store>`. *known_as* is
    OpenLineage's namespace and name of it, where its ARN does not tell them.
    """

    name: str
    kind: str
    classification: Classification
    owner: str
    retention_days: float
    read_statements: tuple[Statement, ...]
    write_statements: tuple[Statement, ...]
    persona_readers: frozenset[str] | None = None
    capacity: Callable[[Load], float] | None = None
    places: tuple[str, ...] = ()
    """ARNs of what holds it, where those in the statements of readers and writers say too much; else they are those."""
    zone: str | None = None
    offered: bool = False
    origin: str | None = None
    known_as: tuple[str, str] | None = None


@dataclass(frozen=True, eq=False)
class Flow:
    """One edge; the whole input load of the process travels along it."""

    process: Process
    store: Store
    direction: Literal["reads", "writes"]


Oversight = Literal["look", "administer"]


@dataclass(eq=False)
class Process:
    """
    Something that moves data: a function, a delivery stream, a producer outside, a person's role.

    A source (nothing is read) says what it emits: its *load* and the *classification* of it. *principal* is the ARN of
    the role it acts as, *trust* who may take it on (statements), *own_statements* what it needs beside its stores.
    Who *oversees* all that is there looks at settings or administers them, and has no data.
    """

    graph: Graph
    name: str
    kind: str
    owner: str
    persona: str | None = None
    in_network: bool = False  # in private subnets
    load: Load | None = None
    classification: Classification | None = None
    deidentifies_to: Deidentification | None = None
    capacity: Callable[[Load], float] | None = None
    oversees: Oversight | None = None
    principal: str | None = None
    trust: list[dict[str, Any]] = field(default_factory=list)
    own_statements: list[Statement] = field(default_factory=list)

    def requires(self, *statements: Statement) -> None:
        self.own_statements += statements

    def reads(self, *stores: Store) -> None:
        for store in stores:
            self.graph.add_flow(Flow(self, store, "reads"))

    def writes(self, *stores: Store) -> None:
        for store in stores:
            self.graph.add_flow(Flow(self, store, "writes"))

    @property
    def flows(self) -> list[Flow]:
        return [flow for flow in self.graph.flows if flow.process is self]

    def stores(self, direction: Literal["reads", "writes"]) -> list[Store]:
        return [flow.store for flow in self.flows if flow.direction == direction]

    def statements(self) -> list[Statement]:
        """What this process needs, derived from what it reads and writes, and its own needs."""
        needed = list(self.own_statements)
        for flow in self.flows:
            statements = flow.store.read_statements if flow.direction == "reads" else flow.store.write_statements
            needed += [statement for statement in statements if statement not in needed]
        return needed

    @property
    def carries(self) -> Classification | None:
        """The strictest class this process gets to see; `None` when it sees none."""
        stated = [self.classification] if self.classification else []
        return max([*stated, *(store.classification for store in self.stores("reads"))], default=None)

    @property
    def may_write(self) -> Classification | None:
        """The weakest class this process may write."""
        return self.deidentifies_to.to if self.deidentifies_to else self.carries

    def input_load(self) -> Load | None:
        """The load stated for a source; else the largest that one of the stores it reads receives."""
        if self.load:
            return self.load
        loads = (load for store in self.stores("reads") if (load := self.graph.load_on(store)))
        return max(loads, key=lambda load: load.peak_kib_per_second, default=None)


@dataclass(eq=False)
class Graph:
    """All stores, processes and flows of one deployment, and the access granted beside them."""

    stores: list[Store] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    grants: Grants = field(default_factory=Grants)

    def add_store(self, store: Store) -> Store:
        self._require_new(store.name)
        self.stores.append(store)
        return store

    def add_process(self, name: str, kind: str, owner: str, **details: Any) -> Process:
        self._require_new(name)
        self.processes.append(process := Process(self, name, kind, owner, **details))
        return process

    def add_flow(self, flow: Flow) -> None:
        if flow.store not in self.stores:
            raise DataflowError(f"{flow.process.name} {flow.direction} {flow.store.name}, no store of this graph")
        self.flows.append(flow)

    def writers(self, store: Store) -> list[Process]:
        return [flow.process for flow in self.flows if flow.store is store and flow.direction == "writes"]

    def load_on(self, store: Store) -> Load | None:
        """What all writers together put into *store*; people are not counted."""
        loads = [load for writer in self.writers(store) if not writer.persona and (load := writer.input_load())]
        return sum(loads[1:], loads[0]) if loads else None

    def check(self) -> None:
        """Raise `DataflowError` unless the graph is sound."""
        self._check_cycles()
        for store in self.stores:
            if not self.writers(store):
                raise DataflowError(f"store {store.name} has no writer; declare who fills it, also from outside")
            if store.origin and not any(flow.store is store and flow.direction == "reads" for flow in self.flows):
                raise DataflowError(
                    f"imports.{store.name}: nothing reads it; take the import out, and the export at its owner"
                )
        for process in self.processes:
            self._check_deidentification(process)
            self._check_targets(process)
            self._check_persona(process)

    def _require_new(self, name: str) -> None:
        if name in {*(store.name for store in self.stores), *(process.name for process in self.processes)}:
            raise DataflowError(f"the name {name} is used twice in the graph; choose another", name)

    def _check_cycles(self) -> None:
        predecessors: dict[str, set[str]] = {}
        for flow in self.flows:
            if flow.direction == "reads":
                predecessors.setdefault(flow.process.name, set()).add(flow.store.name)
            elif not flow.process.persona:
                predecessors.setdefault(flow.store.name, set()).add(flow.process.name)
        try:
            graphlib.TopologicalSorter(predecessors).prepare()
        except graphlib.CycleError as error:
            raise DataflowError(f"data flows in a circle: {' -> '.join(error.args[1])}") from error

    def _check_deidentification(self, process: Process) -> None:
        declared, carried = process.deidentifies_to, process.carries
        if declared and not declared.fields:
            raise DataflowError(f"process {process.name} declares to {declared.method} but no field to treat so")
        if declared and carried and declared.to < carried.weaker():
            raise DataflowError(
                f"process {process.name} reads {carried} data and declares its output {declared.to}; "
                f"de-identification lowers the class by one at most, to {carried.weaker()}"
            )

    def _check_targets(self, process: Process) -> None:
        lowest = process.may_write
        for store in process.stores("writes"):
            if lowest is None:
                raise DataflowError(
                    f"process {process.name} writes {store.name}, reads nothing and states no classification"
                )
            if store.classification < lowest:
                raise DataflowError(
                    f"{' -> '.join(self.path_to(process))} -> {store.name} ({store.classification}): {process.name} carries "
                    f"{process.carries} data and may write nothing weaker than {lowest}; "
                    f"raise the class of {store.name} or declare a de-identification step"
                )

    def _check_persona(self, process: Process) -> None:
        for store in process.stores("reads") if process.persona else ():
            if store.persona_readers is not None and process.persona not in store.persona_readers:
                raise DataflowError(
                    f"{' -> '.join(self.path_to(process, store))}: the persona {process.persona} may not read {store.name}, "
                    f"which is {store.classification}; that class is open to {', '.join(sorted(store.persona_readers))}",
                    str(process.persona),
                )

    def path_to(self, process: Process, last: Store | None = None) -> list[str]:
        """One path from a source to *process*, its *last* or else the strictest store at each step, with their classes."""
        store = last or max(process.stores("reads"), key=lambda store: store.classification.rank, default=None)
        if store is None:
            return [f"{process.name} ({process.classification})" if process.classification else process.name]
        writers = [writer for writer in self.writers(store) if not writer.persona]
        return [*(self.path_to(writers[0]) if writers else ()), f"{store.name} ({store.classification})", process.name]

    def utilization(self) -> dict[str, float]:
        """Peak load divided by capacity, of every store and process that has a limit; the largest is the narrowest stage."""
        stages = [(store.name, store.capacity, self.load_on(store)) for store in self.stores]
        stages += [(process.name, process.capacity, process.input_load()) for process in self.processes]
        return {name: load.peak_records_per_second / limit(load) for name, limit, load in stages if limit and load}
