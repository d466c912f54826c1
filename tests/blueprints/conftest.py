from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("bindings", "blueprints", "modules", "deployments", "environments")
FUNCTIONS = sorted(lock.parent.name for lock in (ROOT / "functions").glob("*/requirements.txt"))
HIDE_CDKTF = "import sys; sys.modules['cdktf'] = None; import main; sys.exit(main.main())"


def copied(folder):
    """
    What synth reads of the repository, with packaged functions that are always the same.
    """
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "main.py", folder / "main.py")
    packages = folder / "build" / "packages"
    packages.mkdir(parents=True)
    index = {}
    for name in FUNCTIONS:
        (packages / f"{name}-0.zip").write_bytes(b"code")
        index[name] = {"path": f"build/packages/{name}-0.zip", "sha256": hashlib.sha256(b"code").hexdigest()}
    (folder / "build" / "packages.json").write_text(json.dumps(index))

    return folder


@pytest.fixture(name="main", scope="session")
def _main(tmp_path_factory):
    """
    Runs `main.py` in a new copy of the repository and gives the folder of its stacks.
    """

    def run(*arguments, seed="1"):
        folder = copied(tmp_path_factory.mktemp("repository") / f"seed{seed}")
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, *(arguments or ("main.py",))], cwd=folder, env=environment, check=True)

        return folder / "cdktf.out" / "stacks"

    return run


@pytest.fixture(name="stacks", scope="session")
def _stacks(main):
    """
    The stacks of all deployments.
    """
    return main()


@pytest.fixture(name="terrain_stacks", scope="session")
def _terrain_stacks(main):
    """
    The stacks of all deployments, made by CDK Terrain.
    """
    return main("-c", HIDE_CDKTF)


@pytest.fixture(name="stack", params=["orders-dev", "orders-prod"])
def _stack(request, stacks):
    """
    What stands in `cdk.tf.json` of each deployment.
    """
    return json.loads((stacks / request.param / "cdk.tf.json").read_text())
