"""
IAM policy documents as policies read them: everything a list, principals flat.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

# Actions that AWS defines without resource types, or whose resource cannot be named beforehand (the network
# interfaces of a function or a pod, machines of a group). Source: AWS Service Authorization Reference, one page per service.
UNSCOPED_ACTIONS = frozenset(
    {
        "cloudwatch:PutMetricData",
        "ec2:AssignPrivateIpAddresses",
        "ec2:AttachNetworkInterface",
        "ec2:CreateNetworkInterface",
        "ec2:CreateNetworkInterfacePermission",
        "ec2:DeleteNetworkInterface",
        "ec2:DeleteNetworkInterfacePermission",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeInstanceTopology",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstances",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
        "ec2:DescribeVpcs",
        "ec2:DetachNetworkInterface",
        "ec2:ModifyNetworkInterfaceAttribute",
        "ec2:UnassignPrivateIpAddresses",
        "ecr:GetAuthorizationToken",
        "lakeformation:GetDataAccess",
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
        "redshift-data:CancelStatement",
        "redshift-data:DescribeStatement",
        "redshift-data:GetStatementResult",
        "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "xray:GetSamplingRules",
        "xray:GetSamplingStatisticSummaries",
        "xray:GetSamplingTargets",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    }
)


@dataclass(frozen=True)
class Statement:
    """One statement of a policy document."""

    allows: bool
    actions: tuple[str, ...]
    resources: tuple[str, ...]
    principals: tuple[tuple[str, str], ...]
    """Kind (`AWS`, `Service`, `Federated`, `*`) and value."""
    conditions: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Operator, key and values, operator and key in lower case."""
    inverted: tuple[str, ...]
    """Which of `NotAction`, `NotResource` and `NotPrincipal` it uses."""

    def may(self, *actions: str) -> bool:
        """
        Whether it speaks of one of some actions.
        """
        if "NotAction" in self.inverted:
            return True
        return any(fnmatchcase(action.lower(), mine.lower()) for action in actions for mine in self.actions)

    def values(self, key: str, *operators: str) -> tuple[str, ...]:
        """
        What a condition key must equal, by the operators given.
        """
        wanted = {operator.lower() for operator in operators}
        return tuple(
            value
            for operator, name, values in self.conditions
            if name == key.lower() and operator in wanted
            for value in values
        )


def statements(document: Any) -> list[Statement]:
    """
    The statements of a document, given as an object or as JSON text; none when there is no document.

    A text that is no document is one that only an apply will know, so it counts as the worst that it can be.
    """
    if document in (None, "", []):
        return []
    if isinstance(document, list):
        return [statement for item in document for statement in statements(item)]
    try:
        parsed = json.loads(document) if isinstance(document, str) else document
    except json.JSONDecodeError:
        parsed = {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}}
    return [_statement(item) for item in _listed(parsed["Statement"])]


def _statement(item: dict[str, Any]) -> Statement:
    return Statement(
        allows=item["Effect"] != "Deny",
        actions=_texts(item.get("Action", item.get("NotAction"))),
        resources=_texts(item.get("Resource", item.get("NotResource"))),
        principals=tuple(_principals(item.get("Principal", item.get("NotPrincipal")))),
        conditions=tuple(
            (operator.lower(), key.lower(), _texts(values))
            for operator, keys in item.get("Condition", {}).items()
            for key, values in keys.items()
        ),
        inverted=tuple(name for name in ("NotAction", "NotResource", "NotPrincipal") if name in item),
    )


def _principals(principal: Any) -> list[tuple[str, str]]:
    if isinstance(principal, dict):
        return [(kind, value) for kind, values in principal.items() for value in _texts(values)]
    return [("*", value) for value in _texts(principal)]


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in _listed(value))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def identity_statements(resource: dict[str, Any]) -> list[Statement]:
    """
    What a policy, or a role with inline policies, allows the identity it belongs to.
    """
    inline = resource.get("inline_policy") or []
    documents = [resource.get("policy"), *(item.get("policy") for item in _listed(inline))]
    return [statement for statement in statements(documents) if statement.allows]


def principal_problems(statement: Statement, kind: str, value: str, account: str) -> list[str]:
    """
    Why something in an account may not trust a principal in one Allow; empty when it may.
    """
    if kind == "Service":
        return _service_problems(statement, value, account)
    if kind != "AWS" or "*" in value:
        return [f"trusts {kind} {value}"]
    parts = value.split(":")
    if account not in (value, parts[4] if len(parts) > 4 else ""):
        return [f"trusts {value} of another account"]
    if value == account or parts[-1] == "root":
        pinned = statement.values("aws:PrincipalArn", *EXACT)
        wild = [arn for arn in pinned if _wide_principal(arn, account)]
        if narrowed_by_service(statement):
            wild = [arn for arn in wild if not _roles_called_alike(arn, account)]
        return [] if pinned and not wild else [f"trusts every identity of the account ({value}) without a condition"]
    return []


def _service_problems(statement: Statement, service: str, account: str) -> list[str]:
    if "*" in service:
        return [f"trusts every service ({service})"]
    named = [*statement.values("aws:SourceAccount", *EXACT), *statement.values("kms:CallerAccount", *EXACT)]
    named += [arn.split(":")[4] for arn in statement.values("aws:SourceArn", *EXACT) if arn.count(":") > 4]
    return [f"trusts {service} for account {name or '(any)'}" for name in named if name not in (account, "")]


def denies_plain_http(statement: Statement, service: str) -> bool:
    """
    Whether a statement denies everybody every action of a service without TLS, on no other condition.
    """
    everybody = {value for _, value in statement.principals} == {"*"}
    everything = {f"{service}:*", "*"} & set(statement.actions)
    plain = statement.conditions == (("bool", "aws:securetransport", ("false",)),)
    return bool(not statement.allows and everybody and everything and plain and not statement.inverted)


def pinned_to(statement: Statement, account: str) -> bool:
    """
    Whether a condition that must hold names the account: an account key, a source, or an encryption context.
    """
    exact = {operator.lower() for operator in EXACT}
    return any(
        values and all(account in value for value in values)
        for operator, _, values in statement.conditions
        if operator in exact
    )


def narrowed_by_service(statement: Statement) -> bool:
    """
    Whether a key is used through named services for callers of named accounts only.
    """
    return bool(statement.values("kms:ViaService", *EXACT) and statement.values("kms:CallerAccount", *EXACT))


def _roles_called_alike(arn: str, account: str) -> bool:
    """
    Whether a pattern means roles of the account whose names share some text.
    """
    start, _, name = arn.partition(":role/")
    return start.endswith(f":iam::{account}") and bool(name.replace("*", "").replace("?", "").strip("-"))


def _wide_principal(arn: str, account: str) -> bool:
    parts = arn.split(":", 5)
    if len(parts) < 6 or parts[4] != account:
        return True
    return bool(set(arn) & set("*?")) and not PERMISSION_SET.fullmatch(arn)


PERMISSION_SET = re.compile(
    r"arn:[a-z-]+:iam::[0-9]{12}:role/aws-reserved/sso\.amazonaws\.com/(\*/)?AWSReservedSSO_[A-Za-z0-9+=,.@-]+_\?{16}"
)
"""The role of one permission set: any region in its path, and the 16 characters that Identity Center adds to its name."""

EXACT = ("StringEquals", "StringLike", "ArnEquals", "ArnLike", "StringEqualsIgnoreCase")
"""Condition operators that need the key to be there and to have one of the values."""
