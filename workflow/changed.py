"""
The deployments that a change touches, by the files between two commits: what CI has to plan and judge again.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded, load_deployments
from modules.errors import InputError

NO_DEPLOYMENT = re.compile(
    r"(benchmarks|ci|docs|tests|\.ci|\.github)/.*|[A-Z]+(\.md)?|\.gitignore|\.gitlab-ci\.yml|\.pre-commit-(config|hooks)\.yaml"
)
"""Files of which no stack and no verdict depends; any other file that is not known to belong to some counts for all."""
_OWN = re.compile(r"deployments/([\w.-]+)\.yaml")
_BLUEPRINT = re.compile(r"blueprints/(?:params/)?(\w+)\.py")
_ENVIRONMENT = re.compile(r"environments/([\w-]+)(\.facts\.json|\.yaml)")


@dataclass(frozen=True)
class Deployable:
    """A deployment, and what a run in CI needs to know of it."""

    deployment: str
    region: str
    plan_role: str
    """ARN of the role that plans; empty where no baseline lets automation deploy it, so that people do."""
    apply_role: str
    apply_from: str
    """The environment of GitHub, or the protected branch of GitLab, whose runs get *apply_role*."""


def changed(root: Path, base: str) -> list[Deployable]:
    """
    The deployments that the commits since *base* and what is not committed touch, in the order of names.

    Raises `InputError` when git cannot tell; nothing is left out for want of knowledge.
    """
    return touched(load_deployments(root, BLUEPRINTS), files(root, base))


def files(root: Path, base: str) -> list[str]:
    """Paths that differ between the working tree and where it left *base*; new files too."""
    if base.startswith("-"):
        raise InputError(f"BASE={base} is no commit; name a branch or a commit, such as origin/main")
    ancestor = _git(root, base, "merge-base", base, "HEAD").strip()
    differing = _git(root, base, "diff", "--name-only", "--no-renames", "-z", ancestor)
    new = _git(root, base, "ls-files", "--others", "--exclude-standard", "-z")
    return sorted({path for path in (differing + new).split("\0") if path})


def touched(loaded: Iterable[Loaded], paths: Iterable[str]) -> list[Deployable]:
    """The deployments among *loaded* that depend on one of *paths*, or share stores with one that does."""
    everything = list(loaded)
    names: set[str] = set()
    for path in paths:
        names |= _depending(everything, path)
    while more := {name for pair in _sharing(everything) if pair & names for name in pair} - names:
        names |= more
    return [_deployable(each, everything) for each in everything if each.deployment.name in names]


def _sharing(loaded: list[Loaded]) -> list[set[str]]:
    """Each two deployments of which one imports a store of the other: what is said of either may reach both."""
    return [
        {each.deployment.name, place.partition("/")[0]} for each in loaded for place in each.deployment.imports.values()
    ]


def _depending(loaded: list[Loaded], path: str) -> set[str]:
    if own := _OWN.fullmatch(path):
        return {own[1]}
    if place := _ENVIRONMENT.fullmatch(path):
        return {each.deployment.name for each in loaded if each.deployment.environment == place[1]}
    if NO_DEPLOYMENT.fullmatch(path):
        return set()
    if (named := _BLUEPRINT.fullmatch(path)) and named[1] in BLUEPRINTS:
        return {each.deployment.name for each in loaded if each.deployment.blueprint == named[1]}
    return {each.deployment.name for each in loaded}


def _deployable(one: Loaded, loaded: list[Loaded]) -> Deployable:
    place, name = one.environment, one.deployment.name
    for each in loaded:
        deploy = getattr(each.deployment.parameters, "deploy", None)
        pairs = deploy.roles if each.deployment.environment == place.name and deploy else ()
        for pair in (pair for pair in pairs if name in pair.deployments):
            role = f"arn:{place.partition}:iam::{place.account_id}:role/{each.deployment.name}-{pair.called}"
            return Deployable(name, place.region, f"{role}-plan", f"{role}-apply", pair.apply_from)
    return Deployable(name, place.region, "", "", "")


def matrix(found: Iterable[Deployable]) -> dict[str, list[dict[str, str]]]:
    """As GitHub's `strategy.matrix` takes it."""
    return {"include": [asdict(each) for each in found]}


def _git(root: Path, base: str, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        raise InputError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.strip() or f"there is no common ancestor of {base} and HEAD"
        raise InputError(
            f"git cannot compare with BASE={base}: {said}. In CI, check out the whole history (fetch-depth: 0)"
        )
    return done.stdout
