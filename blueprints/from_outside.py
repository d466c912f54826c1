"""
What a reader in another stack needs: the same as one within, with no reference to resources that are not in its stack.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bindings import Resource, Stack
from modules.dataflow import Statement
from modules.environment import Environment

REFERENCE: Final = re.compile(r"(?<!\$)\$\{([a-z0-9_]+\.[\w-]+)\.(\w+)\}")


class FromOutside:
    """The names in *stack*, which is in *environment*, for other stacks there."""

    def __init__(self, stack: Stack, environment: Environment) -> None:
        self._environment = environment
        self._resources = {resource.resource_address: resource for resource in stack.resources()}

    def statement(self, statement: Statement) -> Statement:
        """
        A need with names in place of references. The ARN of a key is known to AWS alone, so keys are those of the account
        that have the alias, which belongs to the other deployment's name and to one key.
        """
        keys = [found[1] for each in statement.resources if (found := REFERENCE.fullmatch(each))]
        place = self._environment
        if not keys:
            named = replace(statement, resources=tuple(self._named(each) for each in statement.resources))
            return self._pinned(named) if statement.actions[0].startswith("s3:") else named
        aliases: dict[str, str | list[str]] = {"kms:ResourceAliases": sorted(self._alias(key) for key in keys)}
        return Statement(
            statement.actions,
            (f"arn:{place.partition}:kms:{place.region}:{place.account_id}:key/*",),
            {**statement.condition, "ForAnyValue:StringEquals": aliases},
        )

    def _pinned(self, statement: Statement) -> Statement:
        """The name of a bucket says nothing about whose it is, so that the account is asked for too."""
        equal = {**statement.condition.get("StringEquals", {}), "aws:ResourceAccount": self._environment.account_id}
        return replace(statement, condition={**statement.condition, "StringEquals": equal})

    def _named(self, text: str) -> str:
        return REFERENCE.sub(lambda found: self._named(str(self._resources[found[1]].render()[found[2]])), text)

    def _alias(self, key: str) -> str:
        [alias] = [alias for alias in self._aliases() if alias.render()["target_key_id"] == f"${{{key}.key_id}}"]
        return self._named(str(alias.render()["name"]))

    def _aliases(self) -> list[Resource]:
        return [each for each in self._resources.values() if each.resource_type == "aws_kms_alias"]
