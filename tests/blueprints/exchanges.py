"""
A repository with two deployments, of which one reads the curated rows of the other.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

from blueprints.synthesis import synthesize

ROOT = Path(__file__).resolve().parents[2]
READER: dict[str, Any] = {
    "blueprint": "lake_reader",
    "environment": "dev",
    "owner": "lakehouse@example.com",
    "classification": "internal",
    "parameters": {},
    "imports": {"orders": "orders-dev/curated"},
}
ORDERS: dict[str, Any] = yaml.safe_load((ROOT / "deployments" / "orders-dev.yaml").read_text())
ORDERS.pop("exports")
EXPORTS = {"exports": {"curated": ["lakehouse-dev"]}}


def repository(folder: Path, **deployments: dict[str, Any]) -> Path:
    """
    Write *deployments* (`lakehouse_dev={...}`) into a repository in *folder*, beside the environments there are.
    """
    shutil.copytree(ROOT / "environments", folder / "environments")
    (folder / "deployments").mkdir()
    (folder / "build" / "packages").mkdir(parents=True)
    (folder / "build" / "packages" / "stream_transform-0.zip").write_bytes(b"code")
    package = {"path": "build/packages/stream_transform-0.zip", "sha256": "ab" * 32}
    (folder / "build" / "packages.json").write_text(json.dumps({"stream_transform": package}))
    for name, content in deployments.items():
        text = yaml.safe_dump(content, sort_keys=False)
        (folder / "deployments" / f"{name.replace('_', '-')}.yaml").write_text(text)
    return folder


def pair(folder: Path, reader: dict[str, Any] | None = None, orders: dict[str, Any] | None = None) -> Path:
    """
    The two deployments, each with changes at its top.
    """
    return repository(
        folder, lakehouse_dev={**READER, **(reader or {})}, orders_dev={**ORDERS, **EXPORTS, **(orders or {})}
    )


def synthesized(root: Path, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """
    The stack and the graph of the deployment called *name*.
    """
    with tempfile.TemporaryDirectory() as outdir:
        [synthesis] = synthesize(root, [name], Path(outdir))
        return json.loads((synthesis.folder / "cdk.tf.json").read_text()), synthesis.dataflow
