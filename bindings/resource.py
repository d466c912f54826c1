"""
The base of every generated class, and the three kinds of text that stand in arguments.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Self, TypedDict

from bindings import arguments as arguments_check
from bindings.construct import path_of, unique_id
from bindings.seam import JsiiConstruct, TerraformResource, TerraformResourceConfig, jsii

ROOT = Path(__file__).resolve().parents[1]
HERE = str(Path(__file__).resolve().parent)


class Reference(str):
    """Text such as `${aws_kms_key.key.arn}` that Terraform replaces by another resource's attribute."""

    __slots__ = ()


class Deferred(str):
    """Text that is made when the stack is synthesized, so after every construct has said what it needs."""

    __slots__ = ("make",)
    make: Callable[[], str]

    def __new__(cls, make: Callable[[], str]) -> Self:
        text = super().__new__(cls, "(made at synth)")
        text.make = make
        return text


class Lifecycle(TypedDict, total=False):
    """Terraform's `lifecycle` block."""

    create_before_destroy: bool
    ignore_changes: list[str]
    prevent_destroy: bool


def escape(text: str) -> str:
    """*text* from a user as Terraform has to read it: `${` and `%{` lose their meaning."""
    return text.replace("${", "$${").replace("%{", "%%{")


def rendered(value: Any) -> Any:
    """*value* without absent arguments, and with deferred text made."""
    if isinstance(value, Deferred):
        return value.make()
    if isinstance(value, Mapping):
        return {key: rendered(element) for key, element in value.items() if element is not None}
    if isinstance(value, list):
        return [rendered(element) for element in value]
    return value


@functools.cache
def config_of(resource_type: str) -> TerraformResourceConfig:
    return TerraformResourceConfig(terraform_resource_type=resource_type)


class Resource(TerraformResource):
    """
    A Terraform resource whose arguments are rendered exactly as given.

    *provider* names the block of another region, as in `aws.global`; without it, the default one is used. The construct is made as the base class makes it, but with one checked configuration for each type: checking a new one
    for each resource took as long as all else.
    """

    resource_type: ClassVar[str]
    arguments_type: ClassVar[type[Any]]

    def __init__(
        self,
        scope: JsiiConstruct,
        id: str,
        arguments: Mapping[str, Any],
        *,
        depends_on: list[Resource] | None = None,
        lifecycle: Lifecycle | None = None,
        provider: str | None = None,
    ) -> None:
        arguments_check.check(self.resource_type, arguments, self.arguments_type)
        jsii.create(type(self), self, [scope, id, config_of(self.resource_type)])
        self._arguments = arguments
        self._dependencies = depends_on or []
        self._lifecycle = lifecycle
        self._provider = provider
        self.construct_path: tuple[str, ...] = (*path_of(scope), id)
        self.resource_address = f"{self.resource_type}.{unique_id(self.construct_path)}"
        """`<type>.<name>` in the plan."""
        self.made_at = source_lines()

    def reference(self, attribute: str) -> Reference:
        return Reference(f"${{{self.resource_address}.{attribute}}}")

    def render(self) -> dict[str, Any]:
        """What stands in `cdk.tf.json` for this resource."""
        attributes: dict[str, Any] = rendered(self._arguments)
        if self._dependencies:
            attributes["depends_on"] = [dependency.resource_address for dependency in self._dependencies]
        if self._lifecycle:
            attributes["lifecycle"] = dict(self._lifecycle)
        if self._provider:
            attributes["provider"] = self._provider
        return attributes


def source_lines() -> list[str]:
    """Where in this repository the resource is being made, innermost call first: `file:line`, relative to the root."""
    lines = []
    frame = sys._getframe(2)  # noqa: SLF001
    while frame.f_back is not None:
        name = frame.f_code.co_filename
        if name.startswith(f"{ROOT}/") and not name.startswith(HERE) and "/.venv/" not in name:
            lines.append(f"{name.removeprefix(f'{ROOT}/')}:{frame.f_lineno}")
        frame = frame.f_back
    return lines
