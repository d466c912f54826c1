"""
The permissions a call needs: its action on its resource, and what the service does on the caller's behalf.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from workflow.emulator import resource_special
from workflow.emulator.implied_needs import implied_needs
from workflow.emulator.need import Need
from workflow.emulator.request import Call
from workflow.emulator.resource_kms import kms_needs
from workflow.emulator.resource_policies import queue_policy, topic_policy, trust_policy
from workflow.emulator.resource_s3 import s3_needs
from workflow.emulator.resource_tables import ACTION_NAMES, ARN, IAM_PREFIXES, PARAMETERS, UNSCOPED_OPERATIONS

FREE = frozenset({("sts", "GetCallerIdentity")})  # allowed always, even against an explicit deny

SPECIAL: Mapping[str, Callable[[Call], list[str]]] = {
    "athena": resource_special.workgroup,
    "cloudtrail": resource_special.trails,
    "cloudwatch": resource_special.alarms,
    "dynamodb": resource_special.dynamodb_tables,
    "dynamodbstreams": resource_special.table_stream,
    "ec2": resource_special.ec2_resources,
    "events": resource_special.event_rule,
    "glue": resource_special.glue_catalog,
    "iam": resource_special.iam_entity,
    "kinesis": resource_special.kinesis_stream,
    "lambda": resource_special.function,
    "logs": resource_special.log_group,
    "secretsmanager": resource_special.secret,
    "sns": resource_special.topic,
    "sqs": resource_special.queue,
}


def needs_of(call: Call) -> list[Need]:
    """Every need of *call*; none for a call that AWS allows everybody."""
    if (call.service, call.operation) in FREE:
        return []
    return [*_own_needs(call), *implied_needs(call)]


def _own_needs(call: Call) -> Iterator[Need]:
    if call.service == "s3":
        yield from s3_needs(call)
    elif call.service == "kms":
        yield from kms_needs(call)
    elif call.service == "sts" and "RoleArn" in call.parameters:
        role = call.parameters["RoleArn"]
        yield Need(f"sts:{call.operation}", role, policy=trust_policy(call, role), policy_decides=True)
    else:
        action = ACTION_NAMES.get((call.service, call.operation), call.operation)
        prefix = IAM_PREFIXES.get(call.service, call.service)
        for resource in _resources(call):
            yield _with_policy(call, Need(f"{prefix}:{action}", resource))


def _resources(call: Call) -> list[str | None]:
    special = SPECIAL[call.service](call) if call.service in SPECIAL else []
    if special:
        return list(special)
    for parameter, template in PARAMETERS.get(call.service, ()):
        value = call.parameters.get(parameter)
        if value:
            return [value if template == ARN else call.arn(template.format(value))]
    return ["*" if call.operation in UNSCOPED_OPERATIONS.get(call.service, ()) else None]


def _with_policy(call: Call, need: Need) -> Need:
    if need.resource and call.service == "sqs":
        return replace(need, policy=queue_policy(call, need.resource))
    if need.resource and call.service == "sns":
        return replace(need, policy=topic_policy(call, need.resource))
    return need
