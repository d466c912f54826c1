"""
Resources that no single parameter names: found in a list, a nested value, an identifier or in what the emulator holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from moto.athena import athena_backends
from moto.kinesis.utils import decompose_shard_iterator
from moto.secretsmanager import secretsmanager_backends

from workflow.emulator.request import Call
from workflow.emulator.resource_policies import role_by_arn

EC2_TYPES: Mapping[str, str] = {
    "acl": "network-acl",
    "dopt": "dhcp-options",
    "eipalloc": "elastic-ip",
    "eni": "network-interface",
    "fl": "vpc-flow-log",
    "i": "instance",
    "igw": "internet-gateway",
    "nat": "natgateway",
    "pl": "prefix-list",
    "rtb": "route-table",
    "sg": "security-group",
    "sgr": "security-group-rule",
    "subnet": "subnet",
    "vpc": "vpc",
    "vpce": "vpc-endpoint",
}
EC2_ID = re.compile(rf"({'|'.join(EC2_TYPES)})-[0-9a-f]{{8,17}}")


def kinesis_stream(call: Call) -> list[str]:
    """The stream a shard iterator is of; moto leaves the name out of iterators asked for by ARN, so the ARN goes first."""
    if arn := call.parameters.get("StreamARN"):
        return [arn]
    iterator = call.parameters.get("ShardIterator")
    return [call.arn(f"stream/{decompose_shard_iterator(iterator)[0]}")] if iterator else []


def queue(call: Call) -> list[str]:
    url = call.parameters.get("QueueUrl")
    return [call.arn(url.rstrip("/").rpartition("/")[2])] if url else []


def topic(call: Call) -> list[str]:
    subscription = call.parameters.get("SubscriptionArn")
    return [subscription.rpartition(":")[0]] if subscription else []


def log_group(call: Call) -> list[str]:
    """AWS asks about the group with a (maybe empty) stream in it, so policies end in `:*`."""
    if call.operation == "DescribeLogGroups":
        return [call.arn("log-group::log-stream:")]
    group = call.parameters.get("logGroupName")
    if group is None:
        return []
    return [call.arn(f"log-group:{group}:log-stream:{call.parameters.get('logStreamName', '')}")]


def function(call: Call) -> list[str]:
    name = call.parameters.get("FunctionName")
    if name is None or call.operation in ("CreateEventSourceMapping", "ListEventSourceMappings"):
        return []
    _, _, name = name.rpartition(":function:")
    qualifier = call.parameters.get("Qualifier")
    return [call.arn(f"function:{name}:{qualifier}" if qualifier else f"function:{name}")]


def alarms(call: Call) -> list[str]:
    if call.operation == "DescribeAlarms":
        return [call.arn(f"alarm:{name}") for name in call.parameters.get("AlarmNames") or ["*"]]
    dashboards = call.parameters.get("DashboardNames") or [call.parameters.get("DashboardName")]
    names = [call.arn(f"dashboard/{name}", region="") for name in dashboards if name]
    return names + [call.arn(f"alarm:{name}") for name in call.parameters.get("AlarmNames", [])]


def trails(call: Call) -> list[str]:
    """Trails are named by name or by ARN, one or several at once."""
    given = [call.parameters.get(parameter) for parameter in ("Name", "TrailName", "ResourceId")]
    names = [name for name in (*given, *call.parameters.get("ResourceIdList", [])) if name]
    return [name if name.startswith("arn:") else call.arn(f"trail/{name}") for name in names]


def event_rule(call: Call) -> list[str]:
    bus = call.parameters.get("EventBusName", "default").rpartition("/")[2]
    rule = call.parameters.get("Rule") or call.parameters.get("Name")
    if "EventBus" in call.operation and "Name" in call.parameters:
        return [call.arn(f"event-bus/{call.parameters['Name']}")]
    if rule:
        return [call.arn(f"rule/{rule}" if bus == "default" else f"rule/{bus}/{rule}")]
    entries = {entry.get("EventBusName", "default") for entry in call.parameters.get("Entries", [])}
    return [call.arn(f"event-bus/{name.rpartition('/')[2]}") for name in sorted(entries)]


def secret(call: Call) -> list[str]:
    name = call.parameters.get("SecretId")
    if name is None:
        return []
    held = secretsmanager_backends[call.account_id][call.region].secrets
    return [held[name].arn if name in held else (name if name.startswith("arn:") else call.arn(f"secret:{name}"))]


def dynamodb_tables(call: Call) -> list[str]:
    named = call.parameters.get("TableName", "")
    if call.parameters.get("IndexName"):
        return [call.arn(f"table/{named.rpartition('/')[2]}/index/{call.parameters['IndexName']}")]
    batch = [*call.parameters.get("RequestItems", {})]
    batch += [next(iter(item.values()))["TableName"] for item in call.parameters.get("TransactItems", [])]
    names = batch or ([named] if named.startswith("arn:") else [])
    return [name if name.startswith("arn:") else call.arn(f"table/{name}") for name in dict.fromkeys(names)]


def table_stream(call: Call) -> list[str]:
    """The stream named, that of a shard iterator (which begins with its ARN), or all streams of a table."""
    iterator = call.parameters.get("ShardIterator", "").partition("|")[0]
    if arn := call.parameters.get("StreamArn") or iterator:
        return [arn]
    table = call.parameters.get("TableName")
    return [call.arn(f"table/{table}/stream/*", service="dynamodb")] if table else []


def workgroup(call: Call) -> list[str]:
    """The workgroup named, or that of the query execution, named query or prepared statement."""
    backend = athena_backends[call.account_id][call.region]
    names = [call.parameters.get("WorkGroup")]
    if "WorkGroup" in call.operation and call.operation != "ListWorkGroups":
        names.append(call.parameters.get("Name"))
    for parameter, held in (("QueryExecutionId", backend.executions), ("NamedQueryId", backend.named_queries)):
        given = [call.parameters.get(parameter), *call.parameters.get(f"{parameter}s", [])]
        names += [_workgroup_name(held[identifier].workgroup) for identifier in given if identifier in held]
    if not any(names) and call.operation in ("StartQueryExecution", "CreateNamedQuery"):
        names = ["primary"]
    if "DataCatalog" in call.operation and "Name" in call.parameters:
        return [call.arn(f"datacatalog/{call.parameters['Name']}")]
    return [call.arn(f"workgroup/{name}") for name in dict.fromkeys(names) if name]


def _workgroup_name(workgroup: Any) -> str:
    return str(getattr(workgroup, "name", workgroup))


def glue_catalog(call: Call) -> list[str]:
    """The catalog, the database and the table: AWS asks about each level above the one that is meant."""
    parameters = call.parameters
    database = parameters.get("DatabaseName")
    if "Database" in call.operation:
        database = database or parameters.get("Name") or parameters.get("DatabaseInput", {}).get("Name")
        return [call.arn("catalog"), *([call.arn(f"database/{database}")] if database else [])]
    if "DataCatalogEncryptionSettings" in call.operation or database is None:
        return [call.arn("catalog")] if "Catalog" in call.operation else []
    tables = [parameters.get("TableName") or parameters.get("Name") or parameters.get("TableInput", {}).get("Name")]
    tables = parameters.get("TablesToDelete") or [name or "*" for name in tables]
    return [call.arn("catalog"), call.arn(f"database/{database}"), *(call.arn(f"table/{database}/{t}") for t in tables)]


def iam_entity(call: Call) -> list[str]:
    def arn(resource: str) -> str:
        return call.arn(resource, region="")

    parameters = call.parameters
    if "RoleName" in parameters and "InstanceProfile" not in call.operation:
        return [_role_arn(call, parameters["RoleName"])]
    for name, kind in (("UserName", "user"), ("GroupName", "group"), ("InstanceProfileName", "instance-profile")):
        if name in parameters:
            return [arn(f"{kind}/{parameters[name]}")]
    if "PolicyArn" in parameters:
        return [parameters["PolicyArn"]]
    if call.operation == "CreatePolicy":
        return [arn(f"policy{parameters.get('Path', '/')}{parameters['PolicyName']}")]
    if call.operation == "CreateServiceLinkedRole":
        return [arn(f"role/aws-service-role/{parameters['AWSServiceName']}/*")]
    return []


def _role_arn(call: Call, name: str) -> str:
    path = call.parameters.get("Path", "/")
    guess = call.arn(f"role{path}{name}", region="")
    if role_by_arn(call.account_id, call.partition, guess):
        return guess
    from moto.iam import iam_backends

    roles = iam_backends[call.account_id][call.partition].get_roles()
    return next((str(role.arn) for role in roles if role.name == name), guess)


def ec2_resources(call: Call) -> list[str]:
    """Every resource whose id stands in the parameters; `*` for the describing actions, which AWS does not scope."""
    if call.operation.startswith("Describe"):
        return ["*"]
    found = [identifier for identifier in _texts(call.parameters) if EC2_ID.fullmatch(identifier)]
    return [call.arn(f"{EC2_TYPES[identifier.rpartition('-')[0]]}/{identifier}") for identifier in dict.fromkeys(found)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
