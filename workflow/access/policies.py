"""
Where policies stand in a plan, and whose they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workflow.access.actions import PERMISSION
from workflow.access.conditions import condition
from workflow.access.statements import Document, Permission, Reading, listed, read

Resources = Mapping[str, Mapping[str, Any]]

# The argument that names what a policy of its own type stands on; empty where it stands in the resource itself.
RESOURCE_POLICIES = {
    "aws_dynamodb_resource_policy": "resource_arn",
    "aws_glue_resource_policy": "",
    "aws_kinesis_resource_policy": "resource_arn",
    "aws_kms_external_key": "",
    "aws_kms_key": "",
    "aws_kms_key_policy": "key_id",
    "aws_s3_access_point": "",
    "aws_s3_bucket": "",
    "aws_s3_bucket_policy": "bucket",
    "aws_s3control_access_point_policy": "access_point_arn",
    "aws_sns_topic": "",
    "aws_sns_topic_policy": "arn",
    "aws_sqs_queue": "",
    "aws_sqs_queue_policy": "queue_url",
}
IDENTITY_POLICIES = {"aws_iam_role_policy": "role", "aws_iam_user_policy": "user", "aws_iam_group_policy": "group"}
ATTACHMENTS = {
    "aws_iam_role_policy_attachment": {"role": "role"},
    "aws_iam_user_policy_attachment": {"user": "user"},
    "aws_iam_group_policy_attachment": {"group": "group"},
    "aws_iam_policy_attachment": {"role": "roles", "user": "users", "group": "groups"},
}
# Policies that give no access to a store of the plan, and why; any other type with a policy in it is a finding.
NOT_OF_STORES = {
    "aws_backup_vault_policy": "recovery points are reached through AWS Backup, whose role is in the matrix",
    "aws_cloudwatch_event_bus_policy": "events of the bus are no store's data",
    "aws_cloudwatch_log_resource_policy": "logs are no store",
    "aws_ecr_repository_policy": "images are no store",
    "aws_iam_policy": "counts where it is attached; a boundary grants nothing",
    "aws_organizations_policy": "takes away and never grants",
    "aws_sagemaker_model_package_group_policy": "versions of models are no store; what they are made of is in a bucket",
    "aws_secretsmanager_secret": "secrets are no store",
    "aws_secretsmanager_secret_policy": "secrets are no store",
    "aws_ssoadmin_permission_set_inline_policy": "takes effect in other accounts, whose own policies are judged there",
    "aws_vpc_endpoint": "takes away and never grants",
}


def kind(address: str) -> str:
    return address.split(".", maxsplit=1)[0]


def granted(resources: Resources, account: str) -> Reading:
    """All that the policies of a plan allow, by *resources*, the values of its canonical form by address."""
    reading = read([*_identity(resources), *_on_resources(resources, account), *_trusts(resources)], account)
    reading.allowed += [*_key_grants(resources), *_lake_formation(resources, account)]
    reading.undecided += [*_elsewhere(resources), *_foreign_attachments(resources)]
    return reading


def identities(resources: Resources) -> dict[tuple[str, str], str]:
    """The ARN of each role, user and group of the plan, by its kind and every name that policies call it."""
    found: dict[tuple[str, str], str] = {}
    for address, values in resources.items():
        if kind(address) in ("aws_iam_role", "aws_iam_user", "aws_iam_group"):
            group = kind(address).removeprefix("aws_iam_")
            found |= {(group, str(values.get(name))): str(values["arn"]) for name in ("name", "id", "arn")}
    return found


def own_policies(resources: Resources) -> dict[str, str]:
    """The address of the first policy of each principal of the plan, or of the principal itself without one."""
    itself = {str(values["arn"]): address for address, values in resources.items() if kind(address) == "aws_iam_role"}
    found = {document.principal: document.address for document in reversed([*_identity(resources)])}
    return {**itself, **found}


def _identity(resources: Resources) -> Iterator[Document]:
    arns = identities(resources)
    for address, values in resources.items():
        holder = IDENTITY_POLICIES.get(kind(address))
        if holder:
            principal = _principal(arns, holder, values.get(holder))
            yield Document(address, "identity", values.get("policy"), principal)
        for inline in values.get("inline_policy") or [] if kind(address) == "aws_iam_role" else []:
            if inline.get("policy"):
                yield Document(address, "identity", inline["policy"], str(values["arn"]))
    for principal, policy in _attached(resources):
        for address, values in resources.items():
            if kind(address) == "aws_iam_policy" and policy in (values.get("arn"), values.get("id")):
                yield Document(address, "identity", values.get("policy"), principal)


def _attached(resources: Resources) -> Iterator[tuple[str, str]]:
    """Each principal with each managed policy that is attached to it."""
    arns = identities(resources)
    for address, values in resources.items():
        for group, argument in ATTACHMENTS.get(kind(address), {}).items():
            for name in listed(values.get(argument)):
                yield _principal(arns, group, name), str(values.get("policy_arn"))
        if kind(address) == "aws_iam_role":
            for policy in listed(values.get("managed_policy_arns")):
                yield str(values["arn"]), policy


def _principal(arns: Mapping[tuple[str, str], str], group: str, name: Any) -> str:
    return arns.get((group, str(name)), f"{group} {name}")


def _foreign_attachments(resources: Resources) -> Iterator[tuple[str, str]]:
    own = {
        values.get(name) for at, values in resources.items() if kind(at) == "aws_iam_policy" for name in ("arn", "id")
    }
    for address, values in resources.items():
        if kind(address) in ATTACHMENTS and values.get("policy_arn") not in own:
            yield address, f"attaches {values.get('policy_arn')}, whose statements are not in this plan"
        for policy in listed(values.get("managed_policy_arns")) if kind(address) == "aws_iam_role" else []:
            if policy not in own:
                yield address, f"attaches {policy}, whose statements are not in this plan"


def _on_resources(resources: Resources, account: str) -> Iterator[Document]:
    with_policy = {
        _own(resources, values, "key_id")
        for address, values in resources.items()
        if kind(address) == "aws_kms_key_policy"
    }
    for address, values in resources.items():
        argument = RESOURCE_POLICIES.get(kind(address))
        if argument is not None and values.get("policy"):
            yield Document(address, "resource", values["policy"], own=_own(resources, values, argument))
        elif kind(address) == "aws_kms_key" and values["arn"] not in with_policy:
            yield Document(address, "resource", {"Statement": [_default(account)]}, own=str(values["arn"]))


def standing(resources: Resources) -> dict[str, str]:
    """The address of the policy that stands on each ARN, or of the resource itself where there is none."""
    itself = {str(values["arn"]): address for address, values in resources.items() if values.get("arn")}
    found = {document.own: document.address for document in _on_resources(resources, "") if document.own}
    return {**itself, **found}


def _default(account: str) -> dict[str, Any]:
    """What KMS puts into the policy of a key that is made without one ("Default key policy")."""
    return {"Effect": "Allow", "Principal": {"AWS": account}, "Action": "kms:*", "Resource": "*"}


def _own(resources: Resources, values: Mapping[str, Any], argument: str) -> str:
    """The ARN of what a resource policy stands on."""
    if not argument:
        return str(values.get("arn") or "")
    target = str(values.get(argument))
    for other in resources.values():
        if other.get("arn") and target in (other.get("arn"), other.get("id"), other.get("key_id"), other.get("url")):
            return str(other["arn"])
    return target if target.startswith("arn:") else ""


def _trusts(resources: Resources) -> Iterator[Document]:
    for address, values in resources.items():
        if kind(address) == "aws_iam_role":
            yield Document(address, "trust", values.get("assume_role_policy"), own=str(values["arn"]))


def _key_grants(resources: Resources) -> Iterator[Permission]:
    for address, values in resources.items():
        for operation in listed(values.get("operations")) if kind(address) == "aws_kms_grant" else []:
            key, grantee = _own(resources, values, "key_id"), str(values.get("grantee_principal"))
            yield Permission(grantee, f"kms:{operation}", key, condition(None), address, "resource")


def _lake_formation(resources: Resources, account: str) -> Iterator[Permission]:
    catalog = _catalog(resources, account)
    for address, values in resources.items():
        if kind(address) != "aws_lakeformation_permissions":
            continue
        filters = values.get("data_cells_filter") or []
        filtered = [{**each, "name": f"{each.get('table_name')}/{each.get('name')}"} for each in filters]
        tables = [*(values.get("table") or []), *(values.get("table_with_columns") or []), *filtered]
        databases = [{**each, "database_name": each.get("name"), "name": None} for each in values.get("database") or []]
        for permission in listed(values.get("permissions")):
            for table in [*tables, *databases] or [{}]:
                place = f"{table.get('database_name') or '*'}/{table.get('name') or '*'}"
                arn, principal = f"{catalog}:table/{place}", str(values.get("principal"))
                yield Permission(principal, f"{PERMISSION}{permission}", arn, condition(None), address, "resource")


def _catalog(resources: Resources, account: str) -> str:
    """How ARNs of the Glue catalog begin; in any region where no key of the plan says in which."""
    arns = [str(values["arn"]) for address, values in resources.items() if kind(address) == "aws_kms_key"]
    _, partition, _, region, *_ = next(iter(arns), "arn:aws:kms:*").split(":")
    return f"arn:{partition}:glue:{region}:{account}"


def _elsewhere(resources: Resources) -> Iterator[tuple[str, str]]:
    """Types with a policy that nobody has said how to read."""
    known = {*RESOURCE_POLICIES, *IDENTITY_POLICIES, *NOT_OF_STORES, "aws_iam_role"}
    for address, values in resources.items():
        if kind(address) not in known and any(_is_policy(value) for value in values.values()):
            yield address, f"has a policy, and how policies of {kind(address)} are read is not known here"


def _is_policy(value: Any) -> bool:
    if not isinstance(value, str) or '"Statement"' not in value:
        return False
    try:
        return isinstance(json.loads(value), Mapping)
    except ValueError:
        return False
