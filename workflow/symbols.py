"""
What a reference stands for in the canonical plan: an argument's value, or a well-formed symbol that names its target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from modules.errors import InputError

# An escaped opening, a directive's opening, or one reference. References between resources hold no braces.
_TEMPLATE = re.compile(r"\$\$\{|%%\{|%\{|\$\{([^{}]*)\}|\$\{")
_REFERENCE = re.compile(
    r"(?P<type>[a-z][a-z0-9_]*)\.(?P<name>[A-Za-z_][\w-]*)(?P<index>\[(?:\d+|\"[^\"]*\")\])?"
    r"\.(?P<attribute>\w+)(?P<path>(?:\.\w+|\[\d+\])*)"
)
_STEP = re.compile(r"\.?(\w+)|\[(\d+)\]")
UNKNOWABLE = "\ue000"
"""Stands in a pattern for text that only AWS decides; a private-use character, so it occurs in no real value."""

_ARN = "arn:{partition}:"
_PLACE = "{region}:{account}"
IDENTITIES: Mapping[str, Mapping[str, str]] = {
    "aws_athena_workgroup": {"arn": f"{_ARN}athena:{_PLACE}:workgroup/{{name}}", "id": "{name}"},
    "aws_cloudtrail": {
        "arn": f"{_ARN}cloudtrail:{_PLACE}:trail/{{name}}",
        "id": f"{_ARN}cloudtrail:{_PLACE}:trail/{{name}}",
    },
    "aws_backup_vault": {"arn": f"{_ARN}backup:{_PLACE}:backup-vault:{{name}}", "id": "{name}"},
    "aws_cloudwatch_composite_alarm": {"arn": f"{_ARN}cloudwatch:{_PLACE}:alarm:{{alarm_name}}", "id": "{alarm_name}"},
    "aws_cloudwatch_event_rule": {"arn": f"{_ARN}events:{_PLACE}:rule/{{name}}", "id": "{name}"},
    "aws_cloudwatch_log_group": {"arn": f"{_ARN}logs:{_PLACE}:log-group:{{name}}", "id": "{name}"},
    "aws_cloudwatch_metric_alarm": {"arn": f"{_ARN}cloudwatch:{_PLACE}:alarm:{{alarm_name}}", "id": "{alarm_name}"},
    "aws_config_configuration_recorder": {"id": "{name}"},
    "aws_dynamodb_table": {
        "arn": f"{_ARN}dynamodb:{_PLACE}:table/{{name}}",
        "id": "{name}",
        "stream_arn": f"{_ARN}dynamodb:{_PLACE}:table/{{name}}/stream/{{address}}",
    },
    "aws_ecr_repository": {
        "arn": f"{_ARN}ecr:{_PLACE}:repository/{{name}}",
        "id": "{name}",
        "repository_url": "{account}.dkr.ecr.{region}.{dns_suffix}/{name}",
    },
    "aws_ecs_cluster": {
        "arn": f"{_ARN}ecs:{_PLACE}:cluster/{{name}}",
        "id": f"{_ARN}ecs:{_PLACE}:cluster/{{name}}",
    },
    "aws_eks_cluster": {"arn": f"{_ARN}eks:{_PLACE}:cluster/{{name}}", "id": "{name}"},
    "aws_emrserverless_application": {
        "arn": f"{_ARN}emr-serverless:{_PLACE}:/applications/{{address}}.id",
        "id": "{address}.id",
    },
    "aws_glue_catalog_database": {"arn": f"{_ARN}glue:{_PLACE}:database/{{name}}", "id": "{account}:{name}"},
    "aws_glue_catalog_table": {
        "arn": f"{_ARN}glue:{_PLACE}:table/{{database_name}}/{{name}}",
        "id": "{account}:{database_name}:{name}",
    },
    "aws_glue_data_quality_ruleset": {"arn": f"{_ARN}glue:{_PLACE}:dataQualityRuleset/{{name}}", "id": "{name}"},
    "aws_glue_job": {"arn": f"{_ARN}glue:{_PLACE}:job/{{name}}", "id": "{name}"},
    "aws_glue_security_configuration": {"id": "{name}"},
    "aws_sfn_state_machine": {
        "arn": f"{_ARN}states:{_PLACE}:stateMachine:{{name}}",
        "id": f"{_ARN}states:{_PLACE}:stateMachine:{{name}}",
    },
    "aws_budgets_budget": {"arn": f"{_ARN}budgets::{{account}}:budget/{{name}}"},
    "aws_ce_anomaly_monitor": {"arn": f"{_ARN}ce::{{account}}:anomalymonitor/{{address}}"},
    "aws_ce_anomaly_subscription": {"arn": f"{_ARN}ce::{{account}}:anomalysubscription/{{address}}"},
    "aws_emr_cluster": {"arn": f"{_ARN}elasticmapreduce:{_PLACE}:cluster/{{address}}.id"},
    "aws_iam_instance_profile": {"arn": f"{_ARN}iam::{{account}}:instance-profile{{path}}{{name}}", "id": "{name}"},
    "aws_iam_policy": {"arn": f"{_ARN}iam::{{account}}:policy{{path}}{{name}}"},
    "aws_iam_role": {"arn": f"{_ARN}iam::{{account}}:role{{path}}{{name}}", "id": "{name}"},
    "aws_iam_user": {"arn": f"{_ARN}iam::{{account}}:user{{path}}{{name}}", "id": "{name}"},
    "aws_kinesis_firehose_delivery_stream": {
        "arn": f"{_ARN}firehose:{_PLACE}:deliverystream/{{name}}",
        "id": f"{_ARN}firehose:{_PLACE}:deliverystream/{{name}}",
    },
    "aws_kinesis_stream": {
        "arn": f"{_ARN}kinesis:{_PLACE}:stream/{{name}}",
        "id": f"{_ARN}kinesis:{_PLACE}:stream/{{name}}",
    },
    "aws_kms_alias": {"arn": f"{_ARN}kms:{_PLACE}:{{name}}", "id": "{name}"},
    "aws_kms_key": {"arn": f"{_ARN}kms:{_PLACE}:key/{{address}}", "id": "{address}", "key_id": "{address}"},
    "aws_lambda_function": {"arn": f"{_ARN}lambda:{_PLACE}:function:{{function_name}}", "id": "{function_name}"},
    "aws_s3_bucket": {"arn": f"{_ARN}s3:::{{bucket}}", "id": "{bucket}"},
    "aws_quicksight_data_set": {"arn": f"{_ARN}quicksight:{_PLACE}:dataset/{{data_set_id}}"},
    "aws_quicksight_data_source": {"arn": f"{_ARN}quicksight:{_PLACE}:datasource/{{data_source_id}}"},
    "aws_quicksight_group": {"arn": f"{_ARN}quicksight:{_PLACE}:group/{{namespace}}/{{group_name}}"},
    "aws_quicksight_vpc_connection": {"arn": f"{_ARN}quicksight:{_PLACE}:vpcConnection/{{vpc_connection_id}}"},
    "aws_redshift_cluster": {
        "arn": f"{_ARN}redshift:{_PLACE}:cluster:{{cluster_identifier}}",
        "id": "{cluster_identifier}",
        "master_password_secret_arn": (
            f"{_ARN}secretsmanager:{_PLACE}:secret:redshift!{{cluster_identifier}}-{{master_username}}"
        ),
    },
    "aws_redshiftserverless_namespace": {
        "arn": f"{_ARN}redshift-serverless:{_PLACE}:namespace/{{namespace_name}}",
        "admin_password_secret_arn": (f"{_ARN}secretsmanager:{_PLACE}:secret:redshift!{{namespace_name}}-admin"),
    },
    "aws_redshiftserverless_workgroup": {"arn": f"{_ARN}redshift-serverless:{_PLACE}:workgroup/{{workgroup_name}}"},
    "aws_sagemaker_code_repository": {
        "arn": f"{_ARN}sagemaker:{_PLACE}:code-repository/{{code_repository_name}}",
        "id": "{code_repository_name}",
    },
    "aws_sagemaker_domain": {"arn": f"{_ARN}sagemaker:{_PLACE}:domain/{{address}}.id"},
    "aws_sagemaker_feature_group": {
        "arn": f"{_ARN}sagemaker:{_PLACE}:feature-group/{{feature_group_name}}",
        "id": "{feature_group_name}",
    },
    "aws_sagemaker_endpoint": {"arn": f"{_ARN}sagemaker:{_PLACE}:endpoint/{{name}}", "id": "{name}"},
    "aws_sagemaker_endpoint_configuration": {
        "arn": f"{_ARN}sagemaker:{_PLACE}:endpoint-config/{{name}}",
        "id": "{name}",
    },
    "aws_sagemaker_model": {"arn": f"{_ARN}sagemaker:{_PLACE}:model/{{name}}", "id": "{name}"},
    "aws_sagemaker_model_package_group": {
        "arn": f"{_ARN}sagemaker:{_PLACE}:model-package-group/{{model_package_group_name}}",
        "id": "{model_package_group_name}",
    },
    "aws_sagemaker_pipeline": {
        "arn": f"{_ARN}sagemaker:{_PLACE}:pipeline/{{pipeline_name}}",
        "id": "{pipeline_name}",
    },
    "aws_sagemaker_studio_lifecycle_config": {
        "arn": f"{_ARN}sagemaker:{_PLACE}:studio-lifecycle-config/{{studio_lifecycle_config_name}}",
        "id": "{studio_lifecycle_config_name}",
    },
    "aws_sagemaker_user_profile": {"arn": f"{_ARN}sagemaker:{_PLACE}:user-profile/{{domain_id}}/{{user_profile_name}}"},
    "aws_secretsmanager_secret": {
        "arn": f"{_ARN}secretsmanager:{_PLACE}:secret:{{name}}",
        "id": f"{_ARN}secretsmanager:{_PLACE}:secret:{{name}}",
    },
    "aws_security_group": {"arn": f"{_ARN}ec2:{_PLACE}:security-group/{{address}}.id"},
    "aws_sns_topic": {"arn": f"{_ARN}sns:{_PLACE}:{{name}}", "id": f"{_ARN}sns:{_PLACE}:{{name}}"},
    "aws_sqs_queue": {
        "arn": f"{_ARN}sqs:{_PLACE}:{{name}}",
        "id": "https://sqs.{region}.{dns_suffix}/{account}/{name}",
        "url": "https://sqs.{region}.{dns_suffix}/{account}/{name}",
    },
    "aws_ssoadmin_permission_set": {"arn": f"{_ARN}sso:::permissionSet/{{address}}"},
    "aws_subnet": {"arn": f"{_ARN}ec2:{_PLACE}:subnet/{{address}}.id"},
    "aws_vpc": {"arn": f"{_ARN}ec2:{_PLACE}:vpc/{{address}}.id"},
    "aws_vpc_endpoint": {"arn": f"{_ARN}ec2:{_PLACE}:vpc-endpoint/{{address}}.id"},
}
"""Identities as AWS forms them, over arguments of the resource; a type or attribute not here gets a generic symbol."""

_DEFAULT_ARGUMENTS = {"path": "/"}  # of roles, policies and instance profiles, when the configuration gives none


class UnresolvedError(Exception):
    """A reference that stands for nothing in this configuration."""


@dataclass(frozen=True)
class Place:
    """Where a stack is deployed, as its provider block says."""

    partition: str
    region: str
    account: str
    dns_suffix: str


def place(configuration: Mapping[str, Any], alias: str | None = None) -> Place:
    """
    Read account and region from a provider block; there must be exactly one account.
    """
    provider = provider_block(configuration, alias)
    region, accounts = provider.get("region"), provider.get("allowed_account_ids") or []
    if not isinstance(region, str) or len(accounts) != 1:
        raise InputError(
            f"the AWS provider block must name its region and exactly one allowed account, "
            f"not region {region!r} and accounts {accounts!r}; synthesize the stack again"
        )
    partition = {"cn": "aws-cn", "us-gov": "aws-us-gov"}.get(region.rsplit("-", 2)[0], "aws")
    return Place(partition, region, str(accounts[0]), f"amazonaws.com{'.cn' if partition == 'aws-cn' else ''}")


def provider_block(configuration: Mapping[str, Any], alias: str | None = None) -> dict[str, Any]:
    """
    The AWS provider block called *alias*, or the default one.
    """
    blocks = configuration.get("provider", {}).get("aws", {})
    for block in blocks if isinstance(blocks, list) else [blocks]:
        if block.get("alias") == alias:
            return dict(block)
    return {}


def alias_of(block: Mapping[str, Any]) -> str | None:
    """
    The alias of the provider that a resource's block names, as in `provider = "aws.global"`; none for the default one.
    """
    named: str | None = block.get("provider")
    return named.partition(".")[2] if named else None


def references(value: Any) -> list[str]:
    """
    The texts of all references in a value of the configuration, in order, at any depth.
    """
    if isinstance(value, str):
        return [match[1] for match in _TEMPLATE.finditer(value) if match[1] is not None]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in references(item)]
    if isinstance(value, list):
        return [text for item in value for text in references(item)]
    return []


class Symbols:
    """Resolves the references of one configuration."""

    def __init__(self, configuration: Mapping[str, Any], schema: Mapping[str, Any]) -> None:
        self._resources: Mapping[str, Any] = configuration.get("resource", {})
        self._schema = schema
        self._configuration = configuration
        self._places: dict[str | None, Place] = {None: place(configuration)}

    def resolve(self, value: Any) -> Any:
        """
        A value of the configuration with every reference replaced by what it stands for.
        """
        return self._resolve(value, self._symbol, ())

    def pattern(self, value: Any) -> Any:
        """
        The same, with `UNKNOWABLE` where only AWS decides the text.
        """
        return self._resolve(value, lambda *_: UNKNOWABLE, ())

    def identity(self, kind: str, name: str, index: str, attribute: str) -> str:
        """
        The symbolic value of an attribute that AWS decides.
        """
        address = f"{kind}.{name}{index}"
        template = IDENTITIES.get(kind, {}).get(attribute)
        if template is None and attribute == "arn":
            template = f"{_ARN}{kind.split('_')[1]}:{_PLACE}:{{address}}"
        if template is None:
            return f"{address}.{attribute}"
        block = self._resources[kind][name]
        block = {**_DEFAULT_ARGUMENTS, **block, "address": address, **vars(self._place(alias_of(block)))}
        try:
            return template.format_map({field: self.resolve(block[field]) for field in _fields(template)})
        except (KeyError, UnresolvedError):
            return f"{address}.{attribute}"  # an argument that cannot be told is listed where it stands

    def _place(self, alias: str | None) -> Place:
        if alias not in self._places:
            self._places[alias] = place(self._configuration, alias)
        return self._places[alias]

    def _symbol(self, kind: str, name: str, index: str, attribute: str) -> str:
        return self.identity(kind, name, index, attribute)

    def _resolve(self, value: Any, symbol: Callable[..., str], seen: tuple[str, ...]) -> Any:
        if isinstance(value, str):
            return self._text(value, symbol, seen)
        if isinstance(value, Mapping):
            return {key: self._resolve(item, symbol, seen) for key, item in value.items()}
        if isinstance(value, list):
            return [self._resolve(item, symbol, seen) for item in value]
        return value

    def _text(self, text: str, symbol: Callable[..., str], seen: tuple[str, ...]) -> Any:
        whole = _TEMPLATE.fullmatch(text)
        if whole and whole[1] is not None:
            return self._reference(whole[1], symbol, seen)

        def replacement(match: re.Match[str]) -> str:
            if match[0] in ("$${", "%%{"):
                return match[0][1:]
            if match[1] is None:
                raise UnresolvedError(text)
            return str(self._reference(match[1], symbol, seen))

        return _TEMPLATE.sub(replacement, text)

    def _reference(self, text: str, symbol: Callable[..., str], seen: tuple[str, ...]) -> Any:
        match = _REFERENCE.fullmatch(text.strip())
        if not match or text in seen:
            raise UnresolvedError(text)
        kind, name, index, attribute = match["type"], match["name"], match["index"] or "", match["attribute"]
        block = self._resources.get(kind, {}).get(name)
        if block is None:
            raise UnresolvedError(text)
        if block.get(attribute) is not None:
            value = self._resolve(block[attribute], symbol, (*seen, text))
            return _walk(value, match["path"], text)
        shape = self._schema.get(kind, {})
        if attribute not in (*shape.get("computed", ()), *shape.get("optional_computed", ())):
            raise UnresolvedError(text)
        found = symbol(kind, name, index, attribute)
        return found if found == UNKNOWABLE else found + match["path"]  # nothing below what nobody knows is known


def _fields(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


def _walk(value: Any, path: str, text: str) -> Any:
    for step in _STEP.finditer(path):
        if step[2] is not None and isinstance(value, Mapping) and step[2] == "0":
            continue  # a block with one element may be written as an object
        key: Any = int(step[2]) if step[2] is not None else step[1]
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError) as missing:
            raise UnresolvedError(text) from missing
    return value
