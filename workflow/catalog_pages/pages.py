"""
Writes the pages: one with all blueprints, and one for each with pictures, a form, outputs, controls and modules.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployments
from blueprints.synthesis import Synthesis, synthesize
from workflow.catalog_controls import Held, applicable, held
from workflow.catalog_facts import headline, modules, summary
from workflow.catalog_pages.fields import Field, Fields
from workflow.composition import Composition
from workflow.controls import read_control_list
from workflow.diagram.drawing import draw
from workflow.diagram.stage import shown
from workflow.schemas import deployment_schema
from workflow.workspace import read_json, write_text

HERE: Final = Path(__file__).parent
ASSETS: Final = ("form.js", "style.css")
ELSEWHERE: Final = ("blueprint", "consents", "waivers")
"""Keys of a deployment that no form asks for: the page's own, and those that the gate's findings lead to."""


@dataclass(frozen=True)
class Example:
    """A deployment that there is, as somebody may begin from it."""

    name: str
    classification: str
    resources: int


@dataclass(frozen=True)
class Page:
    """All that the page of a blueprint shows; *examples* are the values in files of deployments, by name."""

    name: str
    headline: str
    summary: str
    deployments: tuple[Example, ...]
    form: Field
    examples: dict[str, Any]
    outputs: dict[str, str]
    controls: tuple[Held, ...]
    modules: tuple[tuple[str, str], ...]


def write_pages(root: Path, folder: Path) -> Path:
    """
    The pages and pictures of everything in *root*, in *folder* and in place of what was there; the page to begin with.

    Raises `InputError` when a deployment cannot be synthesized, or Checkov is not set up.
    """
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["code"] = marked
    with tempfile.TemporaryDirectory() as outdir:
        names = [each.deployment.name for each in load_deployments(root, BLUEPRINTS)]
        stacks = [(each, read_json(each.folder / "cdk.tf.json")) for each in synthesize(root, names, Path(outdir))]
    pages = list(_pages(root, stacks))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for asset in ASSETS:
        shutil.copyfile(HERE / asset, folder / asset)
    for synthesis, stack in stacks:
        loaded = synthesis.loaded
        composition = Composition(loaded.deployment, loaded.environment, synthesis.dataflow, stack)
        write_text(folder / f"{loaded.deployment.name}.svg", draw(shown(composition)))
    for page in pages:
        write_text(folder / f"{page.name}.html", environment.get_template("blueprint.html").render(each=page))
    first = folder / "index.html"
    write_text(first, environment.get_template("index.html").render(groups=_groups(pages)))
    return first


def marked(text: str) -> Markup:
    """*text* with what stands in backticks as code."""
    parts = [
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(text.split("`"))
    ]
    return Markup("").join(parts)


def form(schema: dict[str, Any], name: str, environments: list[str]) -> Field:
    """The form of the blueprint called *name*, of the *schema* of deployments; one of *environments* is chosen."""
    [then] = [each["then"] for each in schema["allOf"] if each["if"]["properties"]["blueprint"]["const"] == name]
    properties = {key: part for key, part in schema["properties"].items() if key not in ELSEWHERE}
    properties["environment"] = {**properties["environment"], "enum": environments}
    properties["parameters"] = {**then["properties"]["parameters"], "description": "What the blueprint is told."}
    if then["properties"].get("workload") is False:
        del properties["workload"]
    order = ("environment", "owner", "classification", "workload", "imports", "parameters", "exports")
    return Fields(schema).of(
        {
            "type": "object",
            "properties": {key: properties[key] for key in order if key in properties},
            "required": [*schema["required"], *then["required"]],
        },
        required=True,
    )


def _pages(root: Path, stacks: list[tuple[Synthesis, dict[str, Any]]]) -> Iterator[Page]:
    schema = deployment_schema(BLUEPRINTS)
    environments = sorted(path.stem for path in (root / "environments").glob("*.yaml"))
    controls = read_control_list(root).controls
    judging = applicable(root, {kind for _, stack in stacks for kind in stack["resource"]})
    for name, blueprint in BLUEPRINTS.items():
        mine = [(each, stack) for each, stack in stacks if each.loaded.deployment.blueprint == name]
        types = {kind for _, stack in mine for kind in stack["resource"]}
        yield Page(
            name,
            headline(blueprint),
            summary(blueprint),
            tuple(_example(each) for each, _ in mine),
            form(schema, name, environments),
            {each.loaded.deployment.name: _values(root, each.loaded.deployment.name) for each, _ in mine},
            {key: output["description"] for _, stack in mine for key, output in stack.get("output", {}).items()},
            tuple(held(controls, {check: each for check, each in judging.items() if types & set(each["types"])})),
            tuple(modules(blueprint)),
        )


def _groups(pages: list[Page]) -> dict[str, list[Page]]:
    """First what data flows through, then what lies under it."""
    return {
        "Pipelines": [page for page in pages if BLUEPRINTS[page.name].takes_load],
        "What lies under them": [page for page in pages if not BLUEPRINTS[page.name].takes_load],
    }


def _example(synthesis: Synthesis) -> Example:
    deployment = synthesis.loaded.deployment
    return Example(deployment.name, deployment.classification.value, synthesis.resources)


def _values(root: Path, name: str) -> Any:
    """What the file of a deployment says."""
    return yaml.safe_load((root / "deployments" / f"{name}.yaml").read_text(encoding="utf-8"))
