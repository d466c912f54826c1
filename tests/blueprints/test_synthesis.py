from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from blueprints.synthesis import packaged, synthesize
from modules.errors import InputError
from modules.foundation import role

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = {
    "churn": ["batch_starter", "data_promotion", "feature_ingest", "model_integrity"],
    "orders": ["stream_transform"],
    "lakehouse": ["batch_prepare", "batch_publish", "batch_starter", "stream_transform"],
    "payments": ["change_feed", "event_writer"],
    "reporting": ["warehouse_login"],
}
"""What the deployments of each system run."""
ADDRESS = re.compile(r"(?<!\$)\$\{(\w+\.[\w-]+)\.\w+\}")


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_bytes_everywhere(stacks, main):
    """
    Another folder and another hash seed give the same files.
    """
    assert contents(stacks) == contents(main(seed="2"))


def test_every_deployment_has_its_files(stacks):
    """
    A stack's folder holds the stack, its graph, its source map, and the functions that it refers to.
    """
    always = {"cdk.tf.json", "dataflow.json", "source_map.json"}
    deployments = [path.stem for path in (ROOT / "deployments").glob("*.yaml")]
    functions = {
        f"{name}/assets/{function}-0.zip"
        for name in deployments
        for function in FUNCTIONS.get(name.partition("-")[0], ())
    }

    assert deployments
    assert functions | {f"{name}/{file}" for name in deployments for file in always} == set(contents(stacks))


@pytest.mark.parametrize("name", ["orders-dev", "orders-prod", "account-dev"])
def test_cdk_terrain_makes_the_same_stack(stacks, terrain_stacks, name):
    """
    Under CDKTF's continuation nothing differs but the version it writes into its comment.
    """
    ours, theirs = (json.loads((folder / name / "cdk.tf.json").read_text()) for folder in (stacks, terrain_stacks))
    versions = [each["//"]["metadata"].pop("version") for each in (ours, theirs)]

    assert ours == theirs
    assert versions[0] != versions[1]


def test_no_resource_is_empty(stack):
    """
    Every resource has arguments; under another name of CDKTF's hook none would have any.
    """
    resources = [each for named in stack["resource"].values() for each in named.values()]

    assert len(resources) > 80
    assert all(set(resource) - {"//"} for resource in resources)


def test_references_lead_to_resources(stack):
    """
    Each reference names a resource of the same stack.
    """
    addresses = {f"{kind}.{name}" for kind, named in stack["resource"].items() for name in named}
    found = set(ADDRESS.findall(json.dumps(stack)))

    assert found
    assert found <= addresses


def test_nothing_depends_on_the_machine(stacks):
    """
    No file names a folder of this machine.
    """
    assert not [name for name, content in contents(stacks).items() if str(ROOT).encode() in content]


def test_the_source_map_leads_to_the_blueprint(stacks):
    """
    Of each resource one can see the module's line and the blueprint's.
    """
    lines = json.loads((stacks / "orders-dev" / "source_map.json").read_text())
    [queue] = [found for address, found in lines.items() if address.startswith("aws_sqs_queue.")]

    assert "modules/foundation/every_queue.py" == queue[0].split(":")[0]
    assert any(line.startswith("blueprints/stream_analytics.py:") for line in queue)


def test_stacks_use_no_data_sources(stack):
    """
    Nothing is looked up while planning, which would make known values unknown.
    """
    assert "data" not in stack


def test_missing_packages_are_told(tmp_path):
    """
    Without packaged functions synth says which verb makes them.
    """
    with pytest.raises(InputError, match="run `make package`"):
        packaged(tmp_path)


def test_one_deployment_can_be_synthesized_elsewhere(tmp_path, stacks):
    """
    A verb synthesizes its one deployment into a folder it chooses, with the same resources.
    """
    root = stacks.parents[1]
    [synthesis] = synthesize(root, ["orders-dev"], tmp_path)
    ours, all_stacks = (
        json.loads((folder / "cdk.tf.json").read_text()) for folder in (synthesis.folder, stacks / "orders-dev")
    )

    assert tmp_path / "stacks" / "orders-dev" == synthesis.folder
    assert all_stacks["resource"] == ours["resource"]
    assert sum(len(named) for named in ours["resource"].values()) == synthesis.resources


def test_a_place_that_cannot_be_written():
    """
    Where CDKTF's own process may not write, the place and the cause are told, and no traceback of two languages.
    """
    with pytest.raises(InputError, match=r"/dev/null/x: not a directory; make the place writable"):
        synthesize(ROOT, ["identity-dev"], Path("/dev/null/x"))


def test_what_a_stack_raises_while_it_is_written(tmp_path, monkeypatch):
    """
    Bad input that only the complete stack shows keeps its message on its way through CDKTF: here IAM takes less than it does.
    """
    monkeypatch.setattr(role, "LONGEST_POLICY", 1_000)

    with pytest.raises(InputError, match=r"the policy of \S+ has \d+ characters"):
        synthesize(ROOT, ["orders-dev"], tmp_path)
