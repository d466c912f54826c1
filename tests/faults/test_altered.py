"""
What was changed after the gate is never applied, and the next `plan` is well again.
"""

from __future__ import annotations

import json

import pytest

from tests.checkout import ROOT
from tests.faults.conftest import clean
from workflow.workspace import read_json, write_json

pytestmark = pytest.mark.slow

MAKEFILE = ROOT / "Makefile"


def flip(path):
    """Change one byte in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def plan_bytes(place):
    flip(place.plan)


def plan_of_another_stack(place):
    """A plan that Terraform reads well, of an empty stack."""
    from workflow.terraform import Terraform

    folder = place.folder.parent / "other"
    folder.mkdir()
    (folder / "main.tf.json").write_text("{}")
    terraform = Terraform.find(place.root)
    terraform.run(folder, "plan", "-input=false", f"-out={place.plan}")


def plan_json(place):
    plan = read_json(place.plan_json)
    plan["resource_changes"].pop()
    write_json(place.plan_json, plan)


def canonical(place):
    plan = read_json(place.canonical)
    plan["planned_values"]["root_module"]["resources"].pop()
    write_json(place.canonical, plan)


def configuration(place):
    stack = read_json(place.configuration)
    stack["resource"]["aws_kinesis_stream"].popitem()
    write_json(place.configuration, stack)


def graph(place):
    """More is declared than the modules do."""
    dataflow = read_json(place.folder / "dataflow.json")
    dataflow["processes"][0]["statements"].append({"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"]})
    write_json(place.folder / "dataflow.json", dataflow)


def archive(place):
    """Another function in the place of the gated one."""
    (asset,) = (place.folder / "assets").iterdir()
    flip(asset)


def added_archive(place):
    (place.folder / "assets" / "more.zip").write_bytes(b"PK")


def policy(place):
    path = next((place.root / "policies").glob("s3_*.py"))
    path.write_text(path.read_text() + "\n# changed\n")


def control(place):
    path = place.root / "controls" / "exceptions.yaml"
    path.write_text(path.read_text() + "\n# changed\n")


def waiver(place):
    path = place.root / "deployments" / "orders-dev.yaml"
    path.write_text(
        path.read_text()
        + """
waivers:
  - control: MR_S3_5
    address: aws_s3_bucket.none
    reason: Added after the gate had passed the plan
    owner: somebody@example.com
    approver: somebody.else@example.com
    ticket: T-1
    expires: 2026-12-01
    digest: "0000000000000000"
"""
    )


def provider(place):
    path = place.root / "build" / "toolchain" / ".terraform.lock.hcl"
    path.write_text(path.read_text() + "\n")


def state(place):
    """Somebody else applied something."""
    write_json(
        place.state,
        {"version": 4, "terraform_version": "1.11.4", "serial": 7, "lineage": "other", "outputs": {}, "resources": []},
    )


def seal(place):
    sealed = read_json(place.seal)
    write_json(place.seal, {**sealed, "plan": "0" * 64})


def emptied_seal(place):
    place.seal.write_text("")


def listed_seal(place):
    place.seal.write_text("[]")


def missing_seal(place):
    place.seal.unlink()


def missing_plan(place):
    place.plan.unlink()


ALTERATIONS = {
    plan_bytes: "plan",
    plan_of_another_stack: "the saved plan",
    graph: "the dataflow graph",
    archive: "a packaged function",
    added_archive: "a packaged function",
    policy: "a policy",
    control: "the list of controls",
    provider: "the provider",
    state: "the state",
    seal: "the saved plan",
    canonical: "the canonical plan",
    configuration: "the synthesized stack",
    emptied_seal: "seal.json",
    listed_seal: "seal.json",
    missing_seal: "is sealed",
    missing_plan: "there is no plan",
}


@pytest.mark.parametrize("alter", ALTERATIONS, ids=lambda alter: alter.__name__)
def test_altered_after_the_gate(planned, place, alter):
    """
    Apply names what changed, tells to plan again, ends with 1, and has started and changed nothing.
    """
    alter(place)
    before = place.state.read_bytes() if place.state.exists() else None

    done = planned.run("apply", "orders-dev")

    assert 1 == done.code, done.said
    assert clean(done.said)
    assert ALTERATIONS[alter] in done.said
    assert "make plan" in done.said
    assert before == (place.state.read_bytes() if place.state.exists() else None)
    assert not (place.emulator / "emulator.json").exists()


def test_waiver_added_after_the_gate(planned, place):
    """
    A waiver that came after the gate is not taken over quietly: apply refuses, for it or for its form.
    """
    waiver(place)

    done = planned.run("apply", "orders-dev")

    assert done.code in {1, 2}, done.said
    assert clean(done.said)
    assert "waiver" in done.said


def test_forged_verdict(planned, place):
    """
    A verdict that somebody wrote passes nothing: without a seal there is no apply.
    """
    place.seal.unlink()
    findings = place.folder / "findings.json"
    write_json(findings, {**read_json(findings), "passed": True, "findings": []})

    done = planned.run("apply", "orders-dev")

    assert 1 == done.code
    assert "is sealed; run `make plan`" in done.said


def test_forged_seal_of_a_weakened_plan(planned, place):
    """
    A seal that fits a plan nobody gated does not help, since apply asks the gate again.
    """
    from blueprints import BLUEPRINTS
    from blueprints.loading import load_deployment
    from workflow.seal import facts, write_seal
    from workflow.terraform import Terraform

    weaken(place)
    terraform = Terraform.find(place.root)
    loaded = load_deployment(place.root, "orders-dev", BLUEPRINTS)
    write_seal(place, facts(place, loaded, terraform, terraform.show(place.folder, place.plan.name)))

    done = planned.run("apply", "orders-dev")

    assert 1 == done.code, done.said
    assert clean(done.said)
    assert "the gate does not pass the plan any more" in done.said
    assert not (place.emulator / "emulator.json").exists()


def weaken(place):
    """Write and plan a stack whose first bucket may be deleted with what it holds."""
    from workflow.plan import OFFLINE, run_plan
    from workflow.terraform import Terraform

    stack = read_json(place.configuration)
    next(iter(stack["resource"]["aws_s3_bucket"].values()))["force_destroy"] = True
    write_json(place.configuration, stack)
    run_plan(place, Terraform.find(place.root), OFFLINE)


def test_plan_json_for_a_weakened_plan(planned, place):
    """
    A plan.json that is better than the saved plan deceives nobody, since apply reads the saved plan again.
    """
    good = place.plan_json.read_bytes()
    weaken(place)
    place.plan_json.write_bytes(good)

    done = planned.run("apply", "orders-dev")

    assert 1 == done.code
    assert "the saved plan" in done.said


def test_everything_forged_but_the_saved_plan(planned, place):
    """
    A weakened plan under a stack, a plan.json and a seal that all fit each other: the gate judges the saved plan itself.
    """
    from blueprints import BLUEPRINTS
    from blueprints.loading import load_deployment
    from workflow.seal import facts, write_seal
    from workflow.terraform import Terraform

    good = [(path, path.read_bytes()) for path in (place.configuration, place.plan_json)]
    weaken(place)
    for path, content in good:
        path.write_bytes(content)
    terraform = Terraform.find(place.root)
    loaded = load_deployment(place.root, "orders-dev", BLUEPRINTS)
    write_seal(place, facts(place, loaded, terraform, terraform.show(place.folder, place.plan.name)))

    done = planned.run("apply", "orders-dev")

    assert 1 == done.code, done.said
    assert clean(done.said)
    assert "the gate does not pass the plan any more" in done.said
    assert not (place.emulator / "emulator.json").exists()


def test_workspace_of_another_deployment(planned, place):
    """
    The sealed workspace of one deployment in the place of another's is refused.
    """
    other = place.root / "build" / "orders-prod"
    other.mkdir()
    (other / "local").symlink_to(place.folder)

    done = planned.run("apply", "orders-prod")

    assert 1 == done.code, done.said
    assert clean(done.said)
    assert "the target" in done.said


def test_variables_of_python_and_terraform(planned, place):
    """
    Code on Python's path is not run by a verb as `make` starts it; Terraform gets no other workspace, provider or data folder.
    """
    folder = place.root / "evil"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(f"open({str(folder / 'ran')!r}, 'w').close()\n")
    variables = {
        "PYTHONPATH": str(folder),
        "TF_WORKSPACE": "other",
        "TF_REATTACH_PROVIDERS": "{}",
        "TF_DATA_DIR": str(folder),
    }
    run = next(line for line in MAKEFILE.read_text().splitlines() if line.startswith("RUN :="))
    program = run.removeprefix("RUN := .venv/bin/python ")

    done = planned.run("plan", "orders-dev", program=program, **variables)

    assert 0 == done.code, done.said
    assert ["sitecustomize.py"] == [path.name for path in folder.iterdir()]


def test_plan_json_altered_alone(planned, place):
    """
    The gate judges what Terraform reads from the saved plan, but what is live is later compared with plan.json: it is sealed.
    """
    plan_json(place)

    done = planned.run("apply", "orders-dev")

    assert 1 == done.code, done.said
    assert clean(done.said)
    assert "changed since the gate: plan.json." in done.said


@pytest.mark.parametrize(
    "name", ["unprotect_override.tf.json", "more.tf.json", "more.tf", "x.auto.tfvars", "terraform.tfvars"]
)
def test_stray_file_of_terraform(planned, place, name):
    """
    A file that Terraform would read and that is not of the stack weakens nothing: it is refused or removed first.
    """
    bucket = next(iter(read_json(place.configuration)["resource"]["aws_s3_bucket"]))
    override = {"resource": {"aws_s3_bucket": {bucket: {"force_destroy": True}}}}
    (place.folder / name).write_text(json.dumps(override) if name.endswith("json") else "# nothing\n")

    done = planned.run("plan", "orders-dev")

    assert clean(done.said)
    assert (2, True) == (done.code, name in done.said) or not (place.folder / name).exists()
    assert '"force_destroy":true' not in (place.plan_json.read_text() if place.plan_json.exists() else "")


def test_stray_file_after_the_gate(planned, place):
    """
    Nor does it when it comes between plan and apply.
    """
    bucket = next(iter(read_json(place.configuration)["resource"]["aws_s3_bucket"]))
    write_json(
        place.folder / "more_override.tf.json", {"resource": {"aws_s3_bucket": {bucket: {"force_destroy": True}}}}
    )

    done = planned.run("apply", "orders-dev")

    assert done.code in {1, 2}, done.said
    assert clean(done.said)
    assert "more_override.tf.json" in done.said
    assert not place.state.exists()


def test_plan_again_after_an_alteration(planned, place):
    """
    After a refusal the command that the message names works.
    """
    plan_bytes(place)
    refused = planned.run("apply", "orders-dev")

    again = planned.run("plan", "orders-dev")

    assert (1, 0) == (refused.code, again.code)
    assert place.seal.is_file()
