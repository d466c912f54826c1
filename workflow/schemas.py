"""
JSON Schemas of environments and deployments, for editors: completion, descriptions, and errors while typing.

`python -m workflow.schemas` writes them to `schemas/`; they are committed. They say what one file can say of itself;
rules that need the environment, or several values, are checked when a deployment is loaded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from blueprints.deployment import BlueprintType, PipelineDeployment
from modules.environment import Environment
from modules.params import PATTERNS, Params

FOLDER: Final = "schemas"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def environment_schema() -> dict[str, Any]:
    """The schema of a file in `environments/`."""
    return _document(Environment.model_json_schema())


def deployment_schema(blueprints: Mapping[str, type[BlueprintType]]) -> dict[str, Any]:
    """The schema of a file in `deployments/`; what `parameters` may hold depends on the blueprint."""
    parameters = {name: blueprint.params_type for name, blueprint in sorted(blueprints.items())}
    models: list[type[Params]] = [PipelineDeployment[Params], *parameters.values()]
    references, definitions = models_json_schema([(model, "validation") for model in models])
    defs = definitions["$defs"]
    schema = defs.pop(_target(references[PipelineDeployment[Params], "validation"]))
    schema["required"].remove("workload")
    schema["properties"]["blueprint"] |= {"enum": list(parameters)}
    schema["properties"]["parameters"] = {
        "type": "object",
        "description": schema["properties"]["parameters"].get("description", ""),
    }
    schema["allOf"] = [
        {
            "if": {"properties": {"blueprint": {"const": name}}, "required": ["blueprint"]},
            "then": {
                "properties": {"parameters": references[model, "validation"]}
                | ({} if blueprints[name].takes_load else {"workload": False}),
                "required": ["workload"] if blueprints[name].takes_load else [],
            },
        }
        for name, model in parameters.items()
    ]
    defs.pop("Params", None)
    return _document(schema | {"title": "Deployment", "$defs": defs})


def write_schemas(root: Path, blueprints: Mapping[str, type[BlueprintType]]) -> None:
    """Writes both schemas below *root*."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    for name, schema in schemas(blueprints).items():
        (folder / name).write_text(schema, encoding="utf-8")


def schemas(blueprints: Mapping[str, type[BlueprintType]]) -> dict[str, str]:
    """Text of each schema by the name of its file; the same bytes for the same models."""
    documents = {
        "deployment.schema.json": deployment_schema(blueprints),
        "environment.schema.json": environment_schema(),
    }
    return {
        name: json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        for name, document in documents.items()
    }


def _target(reference: dict[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _document(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file: without the name, which is the file's own, and with words about patterns."""
    del schema["properties"]["name"]
    schema["required"].remove("name")
    _explain_patterns(schema)
    return {"$schema": DIALECT} | schema


def _explain_patterns(node: Any) -> None:
    """Adds the words that the YAML language server shows when a pattern does not match."""
    children = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        _explain_patterns(child)
    if isinstance(node, dict) and isinstance(node.get("pattern"), str) and node["pattern"] in PATTERNS:
        node["patternErrorMessage"] = f"must be {PATTERNS[node['pattern']]}"


if __name__ == "__main__":
    from blueprints import BLUEPRINTS

    write_schemas(Path(__file__).parent.parent, BLUEPRINTS)
