"""
What crosses the boundary of a stack: roles of other deployments, which are known by how their names start, and their keys,
which are known by their aliases.
"""

from __future__ import annotations

import re

from statements import EXACT, Statement

ROLES = re.compile(r"arn:[a-z-]+:iam::([0-9]{12}):role/[a-z][a-z0-9-]{1,21}-\*")
"""All roles of one deployment; its name has 22 characters at most."""

READING = frozenset({"s3:GetObject", "s3:ListBucket"})
DECRYPTING = frozenset({"kms:Decrypt", "kms:DescribeKey"})
WILD = re.compile(r"[*?]")


def roles_of_a_deployment(arn: str, account: str) -> bool:
    """
    Whether a pattern means the roles of one deployment in the account.
    """
    found = ROLES.fullmatch(arn)
    return bool(found and found[1] == account)


def lets_deployments_read(statement: Statement, account: str) -> bool:
    """
    Whether a statement allows no more than to read, to roles of deployments of the account.
    """
    callers = statement.values("aws:PrincipalArn", *EXACT)
    known = all(roles_of_a_deployment(arn, account) for arn in callers)
    return bool(callers and known and set(statement.actions) <= READING and not statement.inverted)


def reads_elsewhere(statement: Statement, accounts: set[str]) -> bool:
    """
    Whether it only reads, in buckets that have to be of these accounts, or decrypts there with keys known by their aliases.
    """
    owners = statement.values("aws:ResourceAccount", "StringEquals")
    named = not any(WILD.search(arn.split("/", maxsplit=1)[0]) for arn in statement.resources)
    here = bool(owners) and {*owners} <= accounts
    files = set(statement.actions) <= READING and named and here and not statement.inverted
    keys = opens_by_alias(statement) and {arn.split(":")[4] for arn in statement.resources} <= accounts
    return files or keys


def opens_by_alias(statement: Statement) -> bool:
    """
    Whether it only decrypts, through a service, with keys whose aliases are named one by one.
    """
    aliases = statement.values("kms:ResourceAliases", "ForAnyValue:StringEquals")
    named = bool(aliases) and not any(WILD.search(alias) for alias in aliases)
    through = statement.values("kms:ViaService", "StringEquals")
    keys = all(":kms:" in arn and arn.endswith(":key/*") for arn in statement.resources)
    return bool(named and through and keys and set(statement.actions) <= DECRYPTING and not statement.inverted)
