"""
A stack: the resources of one deployment, their provider and their backend.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bindings.resource import Resource, escape
from bindings.seam import App, TerraformStack, jsii


class Stack(TerraformStack):
    """
    One root module of Terraform.

    What its resources, provider and outputs say is handed over in one piece when CDKTF prepares the stack: every call to
    CDKTF crosses a pipe to another process, and asking each resource by itself took two thirds of the time of a synth.
    """

    def __init__(self, app: App, id: str) -> None:
        super().__init__(app, id)
        self.blocks: dict[str, dict[str, Any]] = {"terraform": {}, "provider": {}, "output": {}}
        """What stands in `cdk.tf.json` beside the resources."""
        self.failure: Exception | None = None
        """What a resource raised while the stack was prepared: on its way through CDKTF an error loses its type."""

    def terraform(self, settings: Mapping[str, Any]) -> None:
        """The `terraform` block: versions and backend."""
        self.blocks["terraform"] |= settings

    def provider(self, name: str, arguments: Mapping[str, Any]) -> None:
        """A provider's block; another one of the same name has an `alias` among its arguments, for a second region."""
        self.blocks["provider"].setdefault(name, []).append(dict(arguments))

    def output(self, name: str, value: Any, description: str) -> None:
        self.blocks["output"][name] = {"value": value, "description": escape(description)}

    def resources(self) -> list[Resource]:
        """All resources, by address."""
        resources = [construct for construct in self.node.find_all() if isinstance(construct, Resource)]
        return sorted(resources, key=lambda resource: resource.resource_address)

    def source_map(self) -> dict[str, list[str]]:
        """By address, the lines that made each resource, innermost first."""
        return {resource.resource_address: resource.made_at for resource in self.resources()}

    @jsii.member(jsii_name="prepareStack")
    def prepare_stack(self) -> None:
        """CDKTF calls this by exactly this name before it writes the stack; under any other, resources come out empty."""
        try:
            self._hand_over()
        except Exception as error:
            self.failure = error
            raise

    def _hand_over(self) -> None:
        resources: dict[str, dict[str, Any]] = {}
        for resource in self.resources():
            resource_type, name = resource.resource_address.split(".")
            resources.setdefault(resource_type, {})[name] = resource.render()
        for block, content in (*self.blocks.items(), ("resource", resources)):
            for name, value in content.items():
                self.add_override(f"{block}.{name}", value)
