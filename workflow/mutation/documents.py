"""
Operators on policy documents: the statements of every policy that a resource carries, one at a time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from workflow.mutation.operators import Edit, Values, replaced

Statement = dict[str, Any]
Change = Callable[[Statement], Statement | None]
"""A statement as it is then; None when it is gone."""
DOCUMENTS = {
    "aws_iam_policy": "policy",
    "aws_iam_role": "assume_role_policy",
    "aws_iam_role_policy": "policy",
    "aws_kms_key": "policy",
    "aws_s3_bucket_policy": "policy",
    "aws_sagemaker_model_package_group_policy": "resource_policy",
    "aws_sns_topic_policy": "policy",
    "aws_sqs_queue_policy": "policy",
    "aws_ssoadmin_permission_set_inline_policy": "inline_policy",
    "aws_vpc_endpoint": "policy",
}
"""The types that carry a policy, and the argument it is in."""
IDENTITY = ("aws_iam_role_policy", "aws_ssoadmin_permission_set_inline_policy")
ON_STORES = ("aws_s3_bucket_policy", "aws_sns_topic_policy", "aws_sqs_queue_policy")
FOREIGN = "999999999999"
SERVICE = re.compile(r"^[a-z0-9-]+:")


def statements(change: Change, fits: Callable[[Statement], bool] = lambda _: True) -> Edit:
    """Each statement that fits, changed or taken out; where it is the only one, it stays."""

    def edit(values: Values) -> Iterator[tuple[str, Values]]:
        for argument, document in _documents(values):
            items = listed(document["Statement"])
            for index, statement in enumerate(items):
                if not fits(statement):
                    continue
                new = change(deepcopy(statement))
                kept = [*items[:index], *([] if new is None else [new]), *items[index + 1 :]]
                if kept and new != statement:
                    text = json.dumps({**document, "Statement": kept})
                    yield f"{argument}[{statement.get('Sid', index)}]", replaced(values, (argument,), text)

    return edit


def extended(*more: Statement) -> Edit:
    """One more statement, each of some."""

    def edit(values: Values) -> Iterator[tuple[str, Values]]:
        for argument, document in _documents(values):
            for index, statement in enumerate(more):
                text = json.dumps({**document, "Statement": [*listed(document["Statement"]), statement]})
                yield f"{argument}[new {index}]", replaced(values, (argument,), text)

    return edit


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def allows(statement: Statement) -> bool:
    return bool(statement.get("Effect") == "Allow")


def denies(statement: Statement) -> bool:
    return bool(statement.get("Effect") == "Deny")


def holds(text: str) -> Callable[[Statement], bool]:
    """Whether a statement holds a text."""
    return lambda statement: text in json.dumps(statement)


def with_values(**values: Any) -> Change:
    """Other elements of a statement; None takes one out."""

    def change(statement: Statement) -> Statement:
        merged = {**statement, **values}
        return {name: value for name, value in merged.items() if value is not None}

    return change


def every_action_of_its_services(statement: Statement) -> Statement:
    actions = [SERVICE.match(action) for action in listed(statement.get("Action", []))]
    services = sorted({f"{found[0]}*" for found in actions if found})
    return {**statement, "Action": services} if services else statement


def actions_by_beginning(statement: Statement) -> Statement:
    """Actions like `s3:Get*`, in place of `s3:GetObject`."""
    shorter = [re.sub(r"^([a-z0-9-]+:[A-Z][a-z]+).*", r"\1*", action) for action in listed(statement.get("Action", []))]
    return {**statement, "Action": sorted({*shorter})}


def every_resource_of_its_kind(statement: Statement) -> Statement:
    """ARNs with a wildcard in place of the name."""
    wide = [re.sub(r"^(arn:[^:]+:[^:]+:[^:]*:[^:]*:)([a-z-]*[:/])?.*", r"\1\2*", each) for each in listed(statement["Resource"])]  # fmt: skip
    return {**statement, "Resource": wide}


def resources_elsewhere(statement: Statement) -> Statement:
    """The same resources in another account, or buckets of other names."""
    moved = [re.sub(r":\d{12}:", f":{FOREIGN}:", each) for each in listed(statement["Resource"])]
    moved = [re.sub(r"^(arn:[^:]+:s3:::)[^*/]+", r"\1elsewhere", each) for each in moved]
    return {**statement, "Resource": moved}


def softer_conditions(statement: Statement) -> Statement:
    """Operators that hold for whoever lacks the key."""
    softened = {
        operator if operator.startswith("Null") or operator.endswith("IfExists") else f"{operator}IfExists": keys
        for operator, keys in statement["Condition"].items()
    }
    return {**statement, "Condition": softened}


def one_condition_less(statement: Statement) -> Statement:
    """Without the last key of its condition."""
    conditions = deepcopy(statement["Condition"])
    operator = list(conditions)[-1]
    conditions[operator].pop(list(conditions[operator])[-1])
    kept = {name: keys for name, keys in conditions.items() if keys}
    others = {name: value for name, value in statement.items() if name != "Condition"}
    return {**others, "Condition": kept} if kept else others


def any_value(statement: Statement) -> Statement:
    """Conditions on text that any text meets."""
    loose = {
        re.sub(r"^(.*)(StringEquals|ArnEquals|ArnLike|StringLike)(.*)$", r"\1StringLike\3", operator): (
            dict.fromkeys(keys, "*") if re.search("Equals|Like", operator) and "Not" not in operator else keys
        )
        for operator, keys in statement["Condition"].items()
    }
    return {**statement, "Condition": loose}


def _documents(values: Values) -> Iterator[tuple[str, dict[str, Any]]]:
    for argument in sorted({*DOCUMENTS.values()}):
        text = values.get(argument)
        if (
            isinstance(text, str)
            and text.startswith("{")
            and isinstance(json.loads(text).get("Statement"), list | dict)
        ):
            yield argument, json.loads(text)
