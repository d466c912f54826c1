"""
Checkov as a warm process: it loads checks and policies once and forks a child for every scan.

Runs under the Python of Checkov's own environment, so it imports nothing of this project. One line of JSON comes in on
standard input for each request, one goes out for each answer; the first line out says what was loaded. The parent never
scans: Checkov keeps verdicts in class-level caches, and a second scan in one process would answer from the first.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Complaints(logging.Handler):
    """Keeps what Checkov logs as an error: it would go on and report success."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """
        Keep errors, and the warning that a check could not be parsed.
        """
        message = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            cause = traceback.format_exception_only(record.exc_info[1])[-1].strip()
            message = f"{message} ({cause})"
        if record.levelno >= logging.ERROR or message.startswith("Failed to parse check"):
            self.messages.append(message)


COMPLAINTS = Complaints()
NETWORK = frozenset(
    f"socket.{name}"
    for name in ("connect", "getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo", "sendmsg", "sendto")
)
PROGRAMS = frozenset({"os.exec", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn", "subprocess.Popen"})
SCANNING: list[bool] = []
"""Holds something in the child that scans; loading may ask git for its version."""
UNDECIDED: list[tuple[str, str]] = []
"""Check id and address of every verdict that was neither passed nor failed, in this process."""


def refuse_network() -> None:
    """
    Make every look-up of a name, every connection, and in a scan every start of a program, fail and count as an error.

    A hook of Python's own, which no policy can take out again.
    """

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event in NETWORK:
            target = arguments[1] if event in ("socket.connect", "socket.sendto", "socket.sendmsg") else arguments[0]
            COMPLAINTS.messages.append(f"Checkov tried to reach the network: {target}")
            raise OSError("the gate has no network")
        if event in PROGRAMS and SCANNING:
            COMPLAINTS.messages.append(f"Checkov tried to start a program: {arguments[0]}")
            raise OSError("a scan starts no programs")

    sys.addaudithook(refuse)


def load(policies: str) -> dict[str, Any]:
    """
    Load all checks of Checkov, then the policies in a folder, and say which policies registered under which id.
    """
    from checkov.common.checks.base_check_registry import BaseCheckRegistry
    from checkov.common.checks_infra.registry import get_graph_checks_registry
    from checkov.terraform.checks.resource.registry import resource_registry
    from checkov.terraform.plan_runner import Runner
    from checkov.version import version

    logging.disable(logging.INFO)
    graph = get_graph_checks_registry("terraform")
    graph.load_checks()
    built_in = list(BaseCheckRegistry.get_all_registered_checks())
    ids = {check.id for check in (*built_in, *graph.checks)}
    before = len(graph.checks)
    # Compiled files that lie beside policies are not taken for them: Python looks for those of policies in an empty folder.
    sys.pycache_prefix = os.environ.get("HOME", os.devnull)
    resource_registry.load_external_checks(policies)
    graph.load_external_checks(policies)
    sys.pycache_prefix = None
    ours = BaseCheckRegistry.get_all_registered_checks()[len(built_in) :]
    watch(resource_registry, graph.checks)
    Runner()
    return {
        "version": version,
        "policies": sorted([check.id, type(check).__module__] for check in ours),
        "graph_policies": sorted(check.id for check in graph.checks[before:]),
        "collisions": sorted({check.id for check in ours} & ids),
        "known": sorted(ids | {check.id for check in ours}),
        "errors": COMPLAINTS.messages,
    }


def watch(registry: Any, graph_checks: list[Any]) -> None:
    """
    See the verdicts and exceptions that Checkov drops.
    """
    run_check = registry.run_check

    def watched(check: Any, entity_configuration: dict[str, Any], *rest: Any) -> Any:
        result = run_check(check, entity_configuration, *rest)
        if result["result"].name == "UNKNOWN":
            UNDECIDED.append((check.id, str(entity_configuration.get("__address__"))))
        return result

    registry.run_check = watched
    for check in graph_checks:
        check.run = guarded(check)


def guarded(check: Any) -> Callable[..., Any]:
    """
    A graph check's run that records its exception: Checkov runs it in a thread whose exception nobody reads.
    """
    run = check.run

    def run_and_record(*arguments: Any) -> Any:
        try:
            return run(*arguments)
        except BaseException as raised:
            COMPLAINTS.messages.append(f"graph check {check.id} raised {raised!r}")
            raise

    return run_and_record


def scan(plan: str, checks: list[str] | None = None) -> dict[str, Any]:
    """
    Run everything that is loaded, or some *checks*, on one plan.
    """
    from checkov.common.checks_infra.registry import get_graph_checks_registry
    from checkov.runner_filter import RunnerFilter
    from checkov.terraform.plan_runner import Runner

    COMPLAINTS.messages.clear()
    UNDECIDED.clear()
    options = RunnerFilter(framework=["terraform_plan"], checks=checks, show_progress_bar=False)
    report = Runner().run(files=[plan], runner_filter=options)
    return answer_of(report, {check.id for check in get_graph_checks_registry("terraform").checks})


def scan_part(part: dict[str, Any]) -> dict[str, Any]:
    """
    Run the `checks` of a part on its `plan`.
    """
    return scan(part["plan"], part["checks"])


def tried(job: dict[str, Any]) -> list[list[list[str]]]:
    """
    The checks that fail on each of some mutants; see `checkov_mutants`.
    """
    from checkov.terraform.checks.resource.registry import resource_registry

    COMPLAINTS.messages.clear()
    return list(beside("checkov_mutants").tried(job, resource_registry))


def looked_at(policies: list[str]) -> dict[str, Any]:
    """
    `types`, the types that each check looks at, and `asked`, the checks that can be asked without a graph; *policies* are ours.
    """
    from checkov.common.checks_infra.registry import get_graph_checks_registry
    from checkov.terraform.checks.resource.registry import resource_registry

    graph = get_graph_checks_registry("terraform").checks
    parts, ours = beside("checkov_parts"), set(policies)
    return {
        "types": parts.looked_at(ours, resource_registry, graph),
        "asked": beside("checkov_mutants").asked(ours, resource_registry),
    }


def scan_template(path: str) -> dict[str, Any]:
    """
    Run all checks of Checkov's on one CloudFormation template.
    """
    templates = beside("checkov_templates")
    registry, graph_checks = templates.template_registry()
    COMPLAINTS.messages.clear()
    UNDECIDED.clear()
    watch(registry, graph_checks)
    return answer_of(templates.template_report(path), {check.id for check in graph_checks})


def needed(asked: dict[str, list[Any]]) -> list[list[str]]:
    """
    For each type and argument of `pairs`, the ids of the checks that look at it; `shared` are files that policies share.
    """
    from checkov.common.checks_infra.registry import get_graph_checks_registry
    from checkov.terraform.checks.resource.registry import resource_registry

    graph = get_graph_checks_registry("terraform").checks
    templates = beside("checkov_templates")
    return [
        templates.needs(kind, attribute, resource_registry, graph, asked["shared"])
        for kind, attribute in asked["pairs"]
    ]


def beside(name: str) -> Any:
    """
    A module that lies beside this one: isolated mode does not look there, and nothing else of the folder is to be found.
    """
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def answer_of(report: Any, graph: set[str]) -> dict[str, Any]:
    """
    A report as plain values; *graph* are the ids of checks of connections.
    """
    return {
        "type": getattr(report, "check_type", type(report).__name__),
        "parsing_errors": list(report.parsing_errors),
        "resources": sorted(resource.split(":", 1)[1] for resource in report.resources),
        "passed": sorted([record.check_id, record.resource] for record in report.passed_checks),
        "failed": [failure(record, record.check_id in graph) for record in report.failed_checks],
        "skipped": sorted([record.check_id, record.resource] for record in report.skipped_checks),
        "undecided": sorted(UNDECIDED),
        "errors": COMPLAINTS.messages,
    }


def failure(record: Any, graph: bool) -> dict[str, Any]:  # noqa: FBT001  # a fact, not a switch
    """
    What a finding is made from.
    """
    return {
        "check": record.check_id,
        "title": record.check_name,
        "address": record.resource,
        "details": list(record.details or []),
        "keys": [key for key in record.check_result.get("evaluated_keys") or [] if isinstance(key, str)],
        "guideline": record.guideline or "",
        "graph": graph,
    }


def forked(work: Callable[[Any], Any], given: Any) -> tuple[int, int]:
    """
    Do *work* in a child; its process id and the pipe its answer comes through.
    """
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    status = 1
    try:
        os.close(read)
        SCANNING.append(True)
        answer = json.dumps(work(given))
        with os.fdopen(write, "w") as pipe:
            pipe.write(answer)
        status = 0
    except BaseException:  # noqa: BLE001  # the child must not fall back into the parent's loop
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def collected(child: int, read: int) -> Any:
    """
    A child's answer, or the news that it died.
    """
    with os.fdopen(read) as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return {"died": os.waitstatus_to_exitcode(status)}
    return json.loads(text)


def serve(policies: str) -> None:
    """
    Load, say so, then answer requests until the input ends: `{"plans": [path, ...]}`, `{"templates": [path, ...]}`,
    `{"needs": [[[type, argument], ...]]}`, `{"parts": [{"plan": path, "checks": [id, ...]}, ...]}`,
    `{"mutants": [job, ...]}`, `{"looked_at": [[id, ...]]}`; an answer for each item.
    """
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # whatever Checkov prints must not be taken for an answer
    logging.getLogger().addHandler(COMPLAINTS)
    refuse_network()
    answers.write(json.dumps(load(policies)) + "\n")
    for line in sys.stdin:
        children = [forked(WORK[name], item) for name, items in json.loads(line).items() for item in items]
        answers.write(json.dumps([collected(*child) for child in children]) + "\n")


WORK: dict[str, Callable[[Any], Any]] = {
    "plans": scan,
    "parts": scan_part,
    "mutants": tried,
    "templates": scan_template,
    "looked_at": looked_at,
    "needs": needed,
}

if __name__ == "__main__":
    serve(str(Path(sys.argv[1]).resolve()))
