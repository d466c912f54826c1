"""
From the YAML files of a repository to models, or to everything that is wrong with them at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from pydantic import ValidationError

from blueprints import files
from blueprints.deployment import BlueprintType, Deployment, PipelineDeployment, Surroundings, deployment_type
from blueprints.document import Document
from blueprints.exchange import DEPLOYMENTS, check_exchange
from blueprints.problems import DocumentError, Problem
from blueprints.wording import add_problems
from modules.environment import Environment
from modules.facts import Facts
from modules.params import Params
from modules.spelling import choice

ENVIRONMENTS: Final = "environments"
_Model = TypeVar("_Model", bound=Params)


class Loaded(NamedTuple):
    """A deployment, the environment it is for, and what other deployments there have made."""

    deployment: Deployment[Params]
    environment: Environment
    facts: Facts = Facts()


def environment_names(root: Path) -> list[str]:
    """The environments of the repository, in the order of the alphabet."""
    return files.names(root / ENVIRONMENTS)


def deployment_names(root: Path) -> list[str]:
    """The deployments of the repository, in the order of the alphabet."""
    return files.names(root / DEPLOYMENTS)


def load_environment(root: Path, name: str) -> Environment:
    """Raises `DocumentError` with every problem of the file."""
    document = files.read(root, ENVIRONMENTS, name)
    environment = _validated(document, name, Environment, None)
    if document.problems or environment is None:
        raise DocumentError(document.problems)
    return environment


def load_deployment(root: Path, name: str, blueprints: Mapping[str, type[BlueprintType]]) -> Loaded:
    """
    The deployment and its environment; *blueprints* are the known ones by name.

    Raises `DocumentError` with every problem of the file, and of its environment's.
    """
    document = files.read(root, DEPLOYMENTS, name)
    beside = _environment_of(document, root)
    environment, surroundings = None, None
    if beside:
        environment = _validated(beside, beside.name, Environment, None)
        surroundings = Surroundings(environment, beside.where) if environment else None
    deployment = _validated(document, name, _model(document, blueprints), surroundings)
    if deployment and not document.problems:
        check_exchange(root, document)
    problems = [*document.problems, *(beside.problems if beside else ())]
    if problems or deployment is None or environment is None:
        raise DocumentError(problems)
    return Loaded(deployment, environment, load_facts(root, environment.name))


def facts_path(root: Path, environment: str) -> Path:
    """Where the facts of an environment are, once there are any."""
    return root / ENVIRONMENTS / f"{environment}.facts.json"


def load_facts(root: Path, environment: str) -> Facts:
    """What the baselines of the environment have made; raises `DocumentError` for a file that nobody can have applied."""
    path = facts_path(root, environment)
    if not path.exists() and not path.is_symlink():
        return Facts()
    document = files.read(root, ENVIRONMENTS, path.stem, path.suffix)
    facts = _validated(document, None, Facts, None)
    if document.problems or facts is None:
        remedy = (
            f"applying a baseline writes this file: do not edit it, take the committed version back or apply the "
            f"baseline of environment {environment} again"
        )
        document.add((), remedy, document.end)
        raise DocumentError(document.problems)
    return facts


def load_deployments(root: Path, blueprints: Mapping[str, type[BlueprintType]]) -> list[Loaded]:
    """All deployments of the repository; raises `DocumentError` with the problems of all files."""
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for name in deployment_names(root):
        try:
            loaded.append(load_deployment(root, name, blueprints))
        except DocumentError as error:
            problems += error.problems
    if problems:
        raise DocumentError(problems)
    return loaded


def _validated(document: Document, name: str | None, model: type[_Model], context: Any) -> _Model | None:
    """The model of a document, called *name* if it has one; none, and problems in it, when there is anything wrong."""
    if document.is_refused(()):
        return None
    if document.data is None:
        document.refuse((), "is empty")
        return None
    if not isinstance(document.data, dict):
        document.refuse((), "must be a mapping at its top: lines of the form `key: value`")
        return None
    named = {} if name is None else {"name": name}
    for key in named.keys() & document.data.keys():
        document.refuse((key,), "unknown key; the name is that of the file")
    try:
        return model.model_validate_json(json.dumps(document.data | named), context=context)
    except ValidationError as error:
        add_problems(document, model, error)
        return None


def _word(document: Document, key: str) -> str | None:
    """The text under a key at the top of the document; none when there is none."""
    data = document.data
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) and not document.is_refused((key,)) else None


def _environment_of(document: Document, root: Path) -> Document | None:
    """The document of the environment that a deployment names, if there is one."""
    name = _word(document, "environment")
    if name is None:
        return None
    known = environment_names(root)
    if name not in known:
        document.refuse(("environment",), f"there is no environment {name}{choice(name, known)}")
        return None
    return files.read(root, ENVIRONMENTS, name)


def _model(document: Document, blueprints: Mapping[str, type[BlueprintType]]) -> type[Deployment[Params]]:
    """The model for the blueprint that is named; when it is not known, nothing can be said about the parameters."""
    name = _word(document, "blueprint")
    if name is not None and name in blueprints:
        return deployment_type(blueprints[name])
    if name is not None:
        document.refuse(("blueprint",), f"there is no blueprint {name}{choice(name, blueprints)}")
    if ("parameters",) in document.entries:
        document.refused.add(("parameters",))
    return PipelineDeployment[Params]
