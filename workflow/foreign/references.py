"""
What a reference in a plan's own `configuration` stands for, through variables and outputs of modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workflow.symbols import IDENTITIES

_MODULE = re.compile(r"module\.([\w-]+)(\[[^\]]*\])?\.?")
_RESOURCE = re.compile(r"([a-z][a-z0-9_]*\.[\w-]+(?:\[(?:\d+|\"[^\"]*\")\])?)\.(\w+)$")
_INDEX = re.compile(r"\[[^\]]*\]")
_DEEPEST = 20


class Unresolved(Exception):  # noqa: N818  # no error: it is listed
    """A reference whose value the plan does not tell."""


def split(address: str) -> tuple[str, str]:
    """The module of an address, with its final dot, and the address within it."""
    end = 0
    while match := _MODULE.match(address, end):
        end = match.end()
    return address[:end], address[end:]


def leaf_references(expression: Mapping[str, Any]) -> list[str]:
    """The references of an expression without those that only name the resource of another one."""
    listed: Sequence[str] = expression.get("references", ())
    return [each for each in listed if not any(other.startswith((f"{each}.", f"{each}[")) for other in listed)]


class References:
    """Resolves the references of one plan."""

    def __init__(self, plan: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]]) -> None:
        """*values* are the planned values of each resource by its whole address."""
        self._root = plan["configuration"].get("root_module") or {}
        self._variables = plan.get("variables") or {}
        self._values = values
        provider = (plan["configuration"].get("provider_config") or {}).get("aws", {}).get("expressions", {})
        self._region = str(provider.get("region", {}).get("constant_value") or "us-east-1")
        accounts = provider.get("allowed_account_ids", {}).get("constant_value") or ["000000000000"]
        self._account = str(accounts[0])

    def expressions(self, address: str) -> Mapping[str, Any]:
        """What the configuration gives a resource; empty when it is not in there."""
        module, inside = split(address)
        plain = _INDEX.sub("", inside)
        listed = self._module(module).get("resources") or []
        return next((each.get("expressions") or {} for each in listed if each["address"] == plain), {})

    def resolve(self, reference: str, module: str, depth: int = 0) -> Any:
        """The value, or the symbol, that *reference* in *module* stands for; raises `Unresolved`."""
        if depth > _DEEPEST:
            raise Unresolved(reference)
        if reference.startswith("var."):
            return self._variable(reference.split(".")[1], module, depth)
        if match := _MODULE.match(reference):
            inside = module + match[0].removesuffix(".") + "."
            name = reference[match.end() :].split(".", maxsplit=1)[0]
            output = self._module(inside).get("outputs", {}).get(name) or {}
            return self._of(output.get("expression") or {}, inside, depth)
        match = _RESOURCE.match(reference)
        if not match:
            raise Unresolved(reference)
        address, attribute = module + match[1], match[2]
        if address not in self._values:
            raise Unresolved(reference)
        known = self._values[address].get(attribute)
        return self.symbol(address, attribute) if known is None else known

    def symbol(self, address: str, attribute: str) -> str:
        """A well-formed value in place of one that only AWS decides."""
        kind = split(address)[1].split(".")[0]
        template = IDENTITIES.get(kind, {}).get(attribute)
        if template is None and attribute == "arn":
            template = f"arn:{{partition}}:{kind.split('_')[1]}:{{region}}:{{account}}:{{address}}"
        place = {"partition": "aws", "region": self._region, "account": self._account, "dns_suffix": "amazonaws.com"}
        known = {name: value for name, value in self._values[address].items() if value is not None}
        try:
            return (template or "").format_map(
                {"path": "/", **place, **known, "address": address}
            ) or f"{address}.{attribute}"
        except KeyError:
            return f"{address}.{attribute}"

    def _variable(self, name: str, module: str, depth: int) -> Any:
        if not module:
            if name not in self._variables or self._variables[name].get("value") is None:
                raise Unresolved(f"var.{name}")
            return self._variables[name]["value"]
        parent, call = _parent(module)
        expression = (self._module(parent).get("module_calls", {}).get(call) or {}).get("expressions", {}).get(name)
        if not isinstance(expression, Mapping):
            raise Unresolved(f"{module}var.{name}")
        return self._of(expression, parent, depth)

    def _of(self, expression: Mapping[str, Any], module: str, depth: int) -> Any:
        if "constant_value" in expression:
            return expression["constant_value"]
        listed = leaf_references(expression)
        if len(listed) != 1:
            raise Unresolved(", ".join(listed) or module)
        return self.resolve(listed[0], module, depth + 1)

    def _module(self, prefix: str) -> Mapping[str, Any]:
        module: Mapping[str, Any] = self._root
        for name in _names(prefix):
            module = ((module.get("module_calls") or {}).get(name) or {}).get("module") or {}
        return module


def _names(prefix: str) -> Iterator[str]:
    return (match[1] for match in _MODULE.finditer(prefix))


def _parent(module: str) -> tuple[str, str]:
    matches = list(_MODULE.finditer(module))
    return module[: matches[-1].start()], matches[-1][1]
