"""
From deployment files to stacks on disk: `cdk.tf.json`, `dataflow.json`, `source_map.json` and the packaged functions.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bindings import App, Stack
from blueprints.composing import Composer
from blueprints.loading import Loaded
from modules.archive import Archive
from modules.errors import InputError
from modules.lineage import to_json

PACKAGES = "build/packages.json"
NOT_WRITTEN = re.compile(r"\b(?:EACCES|EDQUOT|EEXIST|ENOSPC|ENOTDIR|EPERM|EROFS): ([^,]+)")
"""How Node says that a file could not be written, and why."""


@dataclass(frozen=True)
class Synthesis:
    """One synthesized stack, and the deployment and environment it was made from."""

    loaded: Loaded
    folder: Path
    resources: int
    dataflow: dict[str, Any]


def synthesize(root: Path, names: Iterable[str], outdir: Path | None = None) -> list[Synthesis]:
    """
    Synthesize the deployments called *names* into `<outdir>/stacks/<name>/`.

    Without *outdir*, CDKTF decides: what its command line asks for, else `cdktf.out`. Raises `InputError`.
    """
    names = list(names)
    archives = packaged(root)
    with _writing(outdir):
        app = App(outdir=str(outdir)) if outdir else App()
    composer = Composer(root, archives, app, names)
    composed = [composer.compose(name) for name in names]
    with _writing(outdir, [each.stack for each in composed]):
        app.synth()
    syntheses = []
    for each in composed:
        folder = Path(app.outdir, "stacks", each.loaded.deployment.name)
        resources = each.stack.source_map()
        dataflow = to_json(each.graph)
        write(folder / "dataflow.json", dataflow)
        write(folder / "source_map.json", resources)
        copy_assets(root, archives.values(), folder)
        syntheses.append(Synthesis(each.loaded, folder, len(resources), dataflow))
    return syntheses


@contextmanager
def _writing(place: Path | None, stacks: Sequence[Stack] = ()) -> Iterator[None]:
    """
    Let CDKTF write; raises `InputError` where its Node process may not, or has no room, and what a resource of *stacks*
    raised.
    """
    try:
        yield
    except RuntimeError as error:
        for stack in stacks:
            if stack.failure:
                raise stack.failure from error
        cause = NOT_WRITTEN.search(str(error))
        if not cause:
            raise
        where = place or "cdktf.out"
        raise InputError(f"{where}: {cause[1]}; make the place writable, with room in it, and try again") from error


def packaged(root: Path) -> dict[str, Archive]:
    """The packaged functions; raises `InputError` when they have not been packaged yet."""
    path = root / PACKAGES
    if not path.is_file():
        raise InputError(f"{PACKAGES} is missing, so the functions are not packaged yet; run `make package`")
    packages = json.loads(path.read_text())
    return {
        name: Archive(f"assets/{Path(package['path']).name}", package["sha256"], f"{name}.handler.handler")
        for name, package in packages.items()
    }


def copy_assets(root: Path, archives: Iterable[Archive], folder: Path) -> None:
    """Put the archives that the stack in *folder* refers to beside it."""
    (folder / "assets").mkdir(exist_ok=True)
    stack = (folder / "cdk.tf.json").read_text()
    for archive in (archive for archive in archives if archive.path in stack):
        shutil.copyfile(root / "build" / "packages" / Path(archive.path).name, folder / archive.path)


def write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n")
