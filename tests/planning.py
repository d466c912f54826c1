"""
The plan of every deployment as Terraform makes it: once per content, without a network, handed out as tftest does.

tftest is used with its faults in mind: it has no time limit, takes a killed Terraform for success, leaves the plan file
behind, deletes state in the folder it is given, and its own cache knows neither versions nor parallel workers.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tftest
import yaml
from filelock import FileLock

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded
from blueprints.synthesis import synthesize
from workflow.canonical import Canonical, canonical
from workflow.plan import OFFLINE
from workflow.synth import OFFLINE_PROVIDER
from workflow.terraform import LOCK_FILE, Terraform

ROOT = Path(__file__).resolve().parents[1]
DEPLOYMENTS = sorted(path.stem for path in (ROOT / "deployments").glob("*.yaml"))
PIPELINE_BLUEPRINTS = tuple(name for name, blueprint in BLUEPRINTS.items() if blueprint.takes_load)


def deployments_of(*blueprints: str) -> list[str]:
    """
    The deployments of some blueprints.
    """
    found = {name: yaml.safe_load((ROOT / "deployments" / f"{name}.yaml").read_text()) for name in DEPLOYMENTS}
    return [name for name, content in found.items() if content["blueprint"] in blueprints]


PIPELINES = deployments_of(*PIPELINE_BLUEPRINTS)
"""Deployments that data flows through."""
KEYED = [name for name in DEPLOYMENTS if not name.startswith("identity-")]
"""Deployments that make more than permission sets: with keys, roles, alarms and stores."""
BASELINES = [name for name in DEPLOYMENTS if name.startswith("account-")]
CACHE = ROOT / "build" / "test-plans"
SECONDS = 600
PROVIDER = OFFLINE_PROVIDER | {"allowed_account_ids": None, "skip_requesting_account_id": True}
SCHEMA: dict[str, Any] = json.loads((ROOT / "bindings" / "schema.json").read_text())


@dataclass(frozen=True)
class Planned:
    """One deployment, synthesized and planned."""

    loaded: Loaded
    configuration: dict[str, Any]
    dataflow: dict[str, Any]
    output: tftest.TerraformPlanOutput

    @functools.cached_property
    def canonical(self) -> Canonical:
        return canonical(dict(self.output), self.configuration, SCHEMA)

    def of(self, *types: str) -> dict[str, dict[str, Any]]:
        """
        The canonical values of the resources of some types, by address.
        """
        return {address: values for address, values in self.canonical.resources.items() if kind(address) in types}


def kind(address: str) -> str:
    return address.split(".", maxsplit=1)[0]


@functools.cache
def planned(name: str) -> Planned:
    """
    The plan of the deployment called *name*, the same one for all tests of a process.
    """
    with tempfile.TemporaryDirectory() as outdir:
        [synthesis] = synthesize(ROOT, [name], Path(outdir))
        configuration = json.loads((synthesis.folder / "cdk.tf.json").read_text())
        plan = plan_of(synthesis.folder, name)
    return Planned(synthesis.loaded, configuration, synthesis.dataflow, tftest.TerraformPlanOutput(plan))


def plan_of(stack: Path, name: str, cache: Path = CACHE) -> dict[str, Any]:
    """
    The plan of the stack in a folder, from the cache when the same was planned before; workers wait for each other.
    """
    terraform = Terraform.find(ROOT)
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / f"{name}-{key(stack, terraform)}.json"
    with FileLock(cache / f"{name}.lock"):
        if not path.is_file():
            for older in cache.glob(f"{name}-*.json"):
                older.unlink()
            partial = path.with_suffix(".partial")
            partial.write_text(json.dumps(run(stack, terraform)))
            partial.replace(path)
        return dict(json.loads(path.read_text()))


def key(stack: Path, terraform: Terraform) -> str:
    """
    Digest of all that a plan depends on: the stack and its assets, the override, Terraform, the provider.
    """
    content = hashlib.sha256(json.dumps([PROVIDER, OFFLINE, terraform.version]).encode())
    for path in inputs(stack, terraform):
        content.update(f"{path.name}:{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return content.hexdigest()


def inputs(stack: Path, terraform: Terraform) -> Iterable[Path]:
    return [stack / "cdk.tf.json", *sorted((stack / "assets").glob("*")), terraform.toolchain / LOCK_FILE]


def run(stack: Path, terraform: Terraform, seconds: float = SECONDS) -> dict[str, Any]:
    """
    Plan a copy of the stack; the copy, tftest's temporary files and every process are gone afterwards.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "stack")
        shutil.copytree(stack, folder)
        shutil.copyfile(terraform.toolchain / LOCK_FILE, folder / LOCK_FILE)
        (folder / "offline_override.tf.json").write_text(json.dumps(override(folder)))
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "plan_once.py"), str(folder), terraform.binary],
            env=environment(terraform, temporary),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            _, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        if process.returncode != 0:
            raise RuntimeError(f"the plan failed:\n{errors}")
        return dict(json.loads((folder / "plan.json").read_text()))


def override(folder: Path) -> dict[str, Any]:
    """
    What makes a plan run without an account, for every provider block of the stack in a folder.
    """
    blocks = json.loads((folder / "cdk.tf.json").read_text())["provider"]["aws"]
    aliases = [{"alias": block["alias"]} if "alias" in block else {} for block in blocks]
    return {
        "terraform": {"backend": {"local": {"path": "terraform.tfstate"}}},
        "provider": {"aws": [PROVIDER | alias for alias in aliases]},
    }


def environment(terraform: Terraform, temporary: str) -> dict[str, str]:
    """
    Nothing of the caller's but where programs are: no variables of Terraform's, no account.
    """
    return {
        **OFFLINE,
        "PATH": os.environ["PATH"],
        "HOME": temporary,
        "TMPDIR": temporary,
        "CHECKPOINT_DISABLE": "1",
        "TF_CLI_ARGS_init": "-lockfile=readonly",
        "TF_CLI_CONFIG_FILE": str(terraform.toolchain / "terraform.rc"),
    }
