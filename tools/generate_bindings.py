"""
Generate `bindings/aws/` and `bindings/schema.json` from the provider's own schema.

The schema is what `terraform providers schema -json` prints; which types are generated, and the corrections to the
schema, stand in `tools/bindings.toml`. A class holds typed arguments and references to attributes, nothing else.
"""

from __future__ import annotations

import json
import keyword
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workflow import terraform

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "tools" / "bindings.toml"
PRIMITIVES = {"string": "str", "number": "float | Reference", "bool": "bool | Reference"}
RESERVED = {
    *("depends_on", "lifecycle", "node", "fqn", "count", "provider", "connection", "for_each", "provisioners"),
    *("construct_path", "resource_address", "made_at", "render", "reference"),
}


@dataclass(frozen=True)
class Settings:
    """The contents of `tools/bindings.toml`."""

    provider: str
    version: str
    types: list[str]
    single: frozenset[str]
    omit: Mapping[str, str]

    @classmethod
    def load(cls) -> Settings:
        data = tomllib.loads(SETTINGS.read_text())
        return cls(data["provider"], data["version"], data["types"], frozenset(data["single"]), data["omit"])


@dataclass
class Module:
    """The text of one generated file while it grows."""

    settings: Settings
    blocks: list[str] = field(default_factory=list)


def pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def annotation(kind: Any) -> str:
    """The Python type of an argument whose type the schema calls *kind*; a reference may stand for every collection."""
    return kind_of(kind) if isinstance(kind, str) else f"{kind_of(kind)} | Reference"


def kind_of(kind: Any) -> str:
    if isinstance(kind, str):
        return PRIMITIVES.get(kind, "Any")
    shape, element = kind
    if shape in {"list", "set"}:
        return f"list[{kind_of(element)}]"
    return f"dict[str, {kind_of(element)}]" if shape == "map" else "dict[str, Any]"


def arguments_of(block: dict[str, Any], path: str) -> Iterator[tuple[str, str, bool]]:
    made_by_terraform = set() if "." in path else {"id", "tags_all"}
    for name, attribute in sorted(block.get("attributes", {}).items()):
        if name in made_by_terraform or not (attribute.get("optional") or attribute.get("required")):
            continue
        yield name, annotation(attribute["type"]), attribute.get("required", False)


def is_single(settings: Settings, path: str, nested: Mapping[str, Any]) -> bool:
    return nested["nesting_mode"] == "single" or nested.get("max_items") == 1 or path in settings.single


def add_typed_dict(module: Module, class_name: str, path: str, block: dict[str, Any]) -> None:
    """Append the TypedDicts of the nested blocks of *block*, then its own."""
    entries = [entry for entry in arguments_of(block, path) if f"{path}.{entry[0]}" not in module.settings.omit]
    for name, nested in sorted(block.get("block_types", {}).items()):
        nested_path = f"{path}.{name}"
        if nested_path in module.settings.omit:
            continue
        nested_class = f"{'' if class_name.endswith('Arguments') else class_name}{pascal(name)}"
        add_typed_dict(module, nested_class, nested_path, nested["block"])
        hint = nested_class if is_single(module.settings, nested_path, nested) else f"list[{nested_class}]"
        entries.append((name, hint, bool(nested.get("min_items"))))
    fields = {name: f"Required[{hint}]" if required else hint for name, hint, required in sorted(entries)}
    module.blocks.append(typed_dict(class_name, fields))


def typed_dict(class_name: str, fields: Mapping[str, str]) -> str:
    if any(keyword.iskeyword(name) for name in fields):
        items = ", ".join(f'"{name}": {hint}' for name, hint in fields.items())
        return f'{class_name} = TypedDict("{class_name}", {{{items}}}, total=False)\n'
    body = "".join(f"    {name}: {hint}\n" for name, hint in fields.items()) or "    pass\n"
    return f"class {class_name}(TypedDict, total=False):\n{body}"


def attribute_names(resource_type: str, block: dict[str, Any], settings: Settings) -> list[str]:
    names = [name for name in sorted(block["attributes"]) if f"{resource_type}.{name}" not in settings.omit]
    if clash := RESERVED & set(names):
        raise SystemExit(f"{resource_type}: the attributes {sorted(clash)} hide members of the base class; omit them")
    return names


def render(resource_type: str, block: dict[str, Any], settings: Settings) -> str:
    class_name = pascal(resource_type.removeprefix("aws_"))
    module = Module(settings)
    add_typed_dict(module, f"{class_name}Arguments", resource_type, block)
    body = "\n\n".join(module.blocks)
    typing_names = [
        name
        for name in ("Any", "Required", "TypedDict", "Unpack")
        if name in {"TypedDict", "Unpack"} or f"{name}" in body
    ]
    properties = "".join(
        f'\n    @property\n    def {name}(self) -> Reference:\n        return self.reference("{name}")\n'
        for name in attribute_names(resource_type, block, settings)
    )
    return (
        f"# Generated by tools/generate_bindings.py from {settings.provider} {settings.version}. Do not edit.\n"
        f"from typing import {', '.join(typing_names)}\n\n"
        "from bindings.resource import Lifecycle, Reference, Resource\n"
        "from bindings.seam import JsiiConstruct\n\n\n"
        f"{body}\n\n"
        f'class {class_name}(Resource):\n    """`{resource_type}`"""\n\n'
        f'    resource_type = "{resource_type}"\n'
        f"    arguments_type = {class_name}Arguments\n\n"
        "    def __init__(\n        self,\n        scope: JsiiConstruct,\n        id: str,\n        /,\n        *,\n"
        "        depends_on: list[Resource] | None = None,\n        lifecycle: Lifecycle | None = None,\n"
        "        provider: str | None = None,\n"
        f"        **arguments: Unpack[{class_name}Arguments],\n    ) -> None:\n"
        "        super().__init__(scope, id, arguments, depends_on=depends_on, lifecycle=lifecycle, provider=provider)\n"
        f"{properties}"
    )


def slim(block: dict[str, Any]) -> dict[str, Any]:
    """What the canonical plan needs to know of a block: which names are computed, which optional ones (and not deprecated) are true or false."""
    names = ("computed", "optional_computed", "optional", "required", "booleans")
    table: dict[str, Any] = {name: [] for name in names} | {"blocks": {}}
    for name, attribute in sorted(block.get("attributes", {}).items()):
        optional = "optional_computed" if attribute.get("computed") else "optional"
        kind = "required" if attribute.get("required") else optional if attribute.get("optional") else "computed"
        table[kind].append(name)
        if kind == "optional" and attribute.get("type") == "bool" and not attribute.get("deprecated"):
            table["booleans"].append(name)
    for name, nested in sorted(block.get("block_types", {}).items()):
        details = {"nesting": nested["nesting_mode"], "max": nested.get("max_items")}
        table["blocks"][name] = slim(nested["block"]) | details
    return {name: value for name, value in table.items() if value}


def generate(schema: dict[str, Any], settings: Settings) -> dict[str, str]:
    """File contents by path relative to the repository."""
    [provider] = (value for name, value in schema["provider_schemas"].items() if name.endswith(settings.provider))
    resources = provider["resource_schemas"]
    if unknown := sorted(set(settings.types) - set(resources)):
        raise SystemExit(
            f"tools/bindings.toml: {settings.provider} {settings.version} has no types {', '.join(unknown)}"
        )
    files = {}
    exports = {}
    for resource_type in sorted(settings.types):
        module_name = resource_type.removeprefix("aws_")
        files[f"bindings/aws/{module_name}.py"] = render(resource_type, resources[resource_type]["block"], settings)
        exports[module_name] = pascal(module_name)
    imports = "".join(f"from bindings.aws.{name} import {class_name}\n" for name, class_name in exports.items())
    names = "".join(f'    "{class_name}",\n' for class_name in sorted(exports.values()))
    header = f"# Generated by tools/generate_bindings.py from {settings.provider} {settings.version}. Do not edit.\n"
    files["bindings/aws/__init__.py"] = f"{header}{imports}\n__all__ = [\n{names}]\n"
    table = {resource_type: slim(resources[resource_type]["block"]) for resource_type in sorted(settings.types)}
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(row, sort_keys=True)}" for name, row in table.items())
    files["bindings/schema.json"] = f"{{\n{rows}\n}}\n"
    return files


def write(files: Mapping[str, str], root: Path) -> None:
    """Write *files* and remove the bindings of types that are no longer listed."""
    for path in (root / "bindings" / "aws").glob("*.py"):
        if str(path.relative_to(root)) not in files:
            path.unlink()
    for name, text in files.items():
        (root / name).write_text(text)


def main() -> None:
    """Generate from the schema in the file named on the command line, or else from the one Terraform prints."""
    text = Path(sys.argv[1]).read_text() if len(sys.argv) > 1 else terraform.provider_schema(ROOT)
    files = generate(json.loads(text), Settings.load())
    write(files, ROOT)
    print(f"{len(files)} files written")  # noqa: T201


if __name__ == "__main__":
    main()
