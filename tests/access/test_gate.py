from __future__ import annotations

import json
from datetime import date

import pytest

from blueprints.waiver import Waiver
from modules.errors import InputError
from tests.access.plans import access
from tests.access.widenings import WIDENED
from tests.gate.weakened import weakened
from tests.planning import ROOT, planned
from workflow.access.findings import sung
from workflow.access.stage import keep, print_access
from workflow.canonical import Canonical
from workflow.gate import Gate
from workflow.gate_controls import read_controls
from workflow.reports import junit, sarif
from workflow.workspace import Workspace, write_json

TODAY = date(2026, 11, 24)
CHANGE = WIDENED["bucket: another account"]


@pytest.fixture(scope="module")
def gate():
    with Gate.start(ROOT) as warm:
        yield warm


@pytest.fixture(scope="module")
def verdict(gate):
    return gate.judge(weakened("orders-dev", CHANGE), [], TODAY, access=access("orders-dev", CHANGE))


def found(verdict):
    return [finding for finding in verdict.findings if finding.check == "MR_ACCESS_1"]


def test_a_plan_as_declared_passes(gate):
    """
    The gate passes the real plan, and says that it compared.
    """
    verdict = gate.judge(planned("orders-dev").canonical, [], TODAY, access=access("orders-dev"))

    assert ([], []) == (verdict.findings, verdict.errors)
    assert {"MR_ACCESS_1", "MR_ACCESS_2"} <= set(verdict.checks)


def test_undeclared_access_fails_the_gate(verdict):
    """
    A widened bucket policy is a critical finding at the policy, in words.
    """
    [finding] = found(verdict)

    assert not verdict.passed
    assert ("critical", "aws_s3_bucket_policy") == (finding.severity, finding.address.split(".")[0])
    assert (
        "arn:aws:iam::999999999999:role/reader gains read on raw, confidential (s3:GetObject), which is not what the graph declares"
        in finding.message
    )


def test_the_reports_hold_it(verdict):
    """
    SARIF and JUnit tell it as any other finding.
    """
    rules = [result["ruleId"] for result in sarif(verdict, "orders-dev")["runs"][0]["results"]]

    assert "MR_ACCESS_1" in rules
    assert 'classname="MR_ACCESS_1"' in junit(verdict, "orders-dev")


def test_a_waiver_accepts_it(gate, verdict):
    """
    Undeclared access can be waived like other findings, and the waiver is bound to the policy.
    """
    [finding] = found(verdict)
    waiver = Waiver(
        control=finding.check,
        resource=finding.address,
        reason="the other account is ours and moves in a month",
        owner="a@example.com",
        approver="b@example.com",
        ticket="T-1",
        expires=date(2026, 12, 24),
        digest=finding.digest,
    )
    accepted = gate.judge(weakened("orders-dev", CHANGE), [waiver], TODAY, access=access("orders-dev", CHANGE))
    other = WIDENED["bucket: a service"]
    refused = gate.judge(weakened("orders-dev", other), [waiver], TODAY, access=access("orders-dev", other))

    assert [finding] == [entry.finding for entry in accepted.waived]
    assert ([], 1) == (refused.waived, len(refused.errors))


def test_the_comparison_sings():
    """
    On resources that are known to be bad the comparison finds both kinds of difference; on nothing, its silence is told.
    """
    canary = read_controls(ROOT).canary.resources
    role = {address: values for address, values in canary.items() if address.startswith("aws_iam_role.")}
    silent = {address: {**values, "assume_role_policy": '{"Statement": []}'} for address, values in role.items()}

    assert [] == sung(canary)
    assert ["canary: the comparison with the graph did not find MR_ACCESS_1, so it cannot be trusted"] == sung(silent)


@pytest.fixture
def place(tmp_path):
    """
    A workspace in which orders-dev is synthesized and judged.
    """
    real = planned("orders-dev")
    (tmp_path / "bindings").symlink_to(ROOT / "bindings")
    workspace = Workspace(tmp_path, "orders-dev", "local")
    workspace.folder.mkdir(parents=True)
    write_json(workspace.configuration, real.configuration)
    write_json(workspace.folder / "dataflow.json", real.dataflow)
    write_json(workspace.canonical, real.canonical.plan)
    return workspace


def test_the_verb_prints_and_writes(place, capsys):
    """
    `access` prints the matrix, writes three files, and ends with 0 when policies and graph agree.
    """
    code = print_access(place, None)

    assert 0 == code
    assert "| persona-analyst-query | orders | internal | yes | yes |" in capsys.readouterr().out
    assert ["access.csv", "access.json", "access.md"] == sorted(path.name for path in place.folder.glob("access.*"))


def test_the_verb_fails_on_a_difference(place, capsys):
    """
    `access` ends with 1 when a policy allows what the graph does not declare.
    """
    write_json(place.canonical, weakened("orders-dev", CHANGE).plan)

    assert 1 == print_access(place, None)
    assert "MR_ACCESS_1" in capsys.readouterr().out


def test_the_verb_compares_with_a_file(place, capsys):
    """
    With BEFORE only what changed is printed, which is no fault.
    """
    print_access(place, None)
    earlier = place.folder / "earlier.json"
    earlier.write_text((place.folder / "access.json").read_text())
    write_json(place.canonical, weakened("orders-dev", CHANGE).plan)
    capsys.readouterr()

    assert 0 == print_access(place, earlier)
    assert (
        "# Access in orders-dev\n\n- arn:aws:iam::999999999999:role/reader gains read on raw, confidential\n"
        == capsys.readouterr().out
    )


def test_the_verb_compares_with_the_last_apply(place, capsys):
    """
    Without BEFORE the matrix that apply kept is compared with.
    """
    print_access(place, None)
    keep(place)
    write_json(place.canonical, weakened("orders-dev", CHANGE).plan)
    print_access(place, None)

    assert "Since the last apply" in (said := capsys.readouterr().out)
    assert "- arn:aws:iam::999999999999:role/reader gains read on raw, confidential\n" in said


@pytest.mark.parametrize("text", ["", "[]", json.dumps({"rows": []})])
def test_a_file_that_is_no_matrix_is_refused(place, text):
    """
    BEFORE has to be an access.json.
    """
    (place.folder / "earlier.json").write_text(text)

    with pytest.raises(InputError, match=r"is no access\.json"):
        print_access(place, place.folder / "earlier.json")


@pytest.mark.parametrize("name", ["dataflow.json", "canonical.json"])
def test_a_missing_file_is_named(place, name):
    """
    Without a plan or a graph there is nothing to compare, and no silence either.
    """
    (place.folder / name).unlink()

    with pytest.raises(InputError, match=f"{name} is missing"):
        print_access(place, None)


def test_a_graph_that_lacks_a_part_is_refused(place):
    """
    A graph that an earlier version synthesized is not read as if it declared nothing.
    """
    dataflow = json.loads((place.folder / "dataflow.json").read_text())
    del dataflow["grants"]
    write_json(place.folder / "dataflow.json", dataflow)

    with pytest.raises(InputError, match="lacks grants"):
        print_access(place, None)


def test_a_graph_of_another_stack_is_refused(place):
    """
    A graph whose references the stack does not hold is not read as if it declared nothing.
    """
    configuration = json.loads(place.configuration.read_text())
    del configuration["resource"]["aws_kms_key"]
    write_json(place.configuration, configuration)

    with pytest.raises(InputError, match="does not fit the stack"):
        print_access(place, None)


def test_the_canonical_plan_alone_is_enough():
    """
    The matrix depends on nothing but the canonical plan and the graph.
    """
    real = planned("orders-dev")

    assert real.canonical.resources == Canonical(json.loads(json.dumps(real.canonical.plan))).resources
