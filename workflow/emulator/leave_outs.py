"""
Resources that the embedded AWS cannot serve are left out of a local apply, and everything that refers to them with them.

The gate sees the whole plan. Only the plan that is applied here lacks these entries, and the summary names each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from modules.errors import InputError

LEAVE_OUTS: Mapping[str, str] = {
    "aws_accessanalyzer_analyzer": "moto 5.2.5 does not implement CreateAnalyzer",
    "aws_backup_selection": "moto 5.2.5 does not implement CreateBackupSelection",
    "aws_emr_cluster": "moto 5.2.5 does not implement GetAutoTerminationPolicy",
    "aws_cloudwatch_composite_alarm": "moto 5.2.5 does not implement PutCompositeAlarm",
    "aws_ebs_snapshot_block_public_access": "moto 5.2.5 does not implement EnableSnapshotBlockPublicAccess",
    "aws_ec2_instance_metadata_defaults": "moto 5.2.5 does not implement ModifyInstanceMetadataDefaults",
    "aws_ec2_serial_console_access": "moto 5.2.5 does not implement DisableSerialConsoleAccess",
    "aws_glue_catalog_table_optimizer": "moto 5.2.5 does not implement CreateTableOptimizer",
    "aws_glue_data_quality_ruleset": "moto 5.2.5 does not implement CreateDataQualityRuleset",
    "aws_lakeformation_data_cells_filter": "moto 5.2.5 does not implement CreateDataCellsFilter",
    "aws_lakeformation_permissions": "moto 5.2.5 knows no LF-tags in ListPermissions",
    "aws_macie2_classification_job": "moto 5.2.5 does not implement CreateClassificationJob",
    "aws_sagemaker_code_repository": "moto 5.2.5 does not implement CreateCodeRepository",
    "aws_sagemaker_domain": "moto 5.2.5 answers CreateDomain without an id, which the provider asks for in DescribeDomain",
    "aws_sagemaker_feature_group": "moto 5.2.5 knows no feature groups in ListTags",
    "aws_sagemaker_model_package_group_policy": "moto 5.2.5 does not implement PutModelPackageGroupPolicy",
    "aws_sagemaker_studio_lifecycle_config": "moto 5.2.5 does not implement CreateStudioLifecycleConfig",
    "aws_securityhub_standards_subscription": "moto 5.2.5 does not implement BatchEnableStandards",
    "aws_budgets_budget": "moto 5.2.5 does not implement DescribeSubscribersForNotification",
    "aws_ce_anomaly_monitor": "moto 5.2.5 does not implement CreateAnomalyMonitor",
    "aws_ce_anomaly_subscription": "moto 5.2.5 does not implement CreateAnomalySubscription",
    "aws_quicksight_data_source": "moto 5.2.5 writes times as text where the provider expects a Number",
    "aws_quicksight_vpc_connection": "moto 5.2.5 does not implement CreateVPCConnection",
    "aws_redshift_cluster": "moto 5.2.5 has no ClusterAvailabilityStatus, which the provider waits to find Available",
    "aws_redshift_parameter_group": "moto 5.2.5 does not implement ModifyClusterParameterGroup",
    "aws_redshiftserverless_namespace": "moto 5.2.5 does not serve Redshift Serverless",
    "aws_s3_account_public_access_block": (
        "the provider asks S3 Control under a name with the account in front, which is none of this machine: no such host"
    ),
    "aws_eks_access_entry": "moto 5.2.5 does not implement CreateAccessEntry",
    "aws_eks_addon": "moto 5.2.5 does not implement CreateAddon",
    "aws_sagemaker_monitoring_schedule": "moto 5.2.5 does not implement CreateMonitoringSchedule",
    "aws_ssoadmin_permission_set": "moto 5.2.5 answers HTTP 500 to CreatePermissionSet",
    "aws_dynamodb_contributor_insights": "moto 5.2.5 does not implement UpdateContributorInsights",
}

ABSENT = {"count": 0}
ABSENT_EACH = {"for_each": "${toset([])}"}  # Terraform refuses both meta-arguments on one resource
INTERPOLATION = re.compile(r"(?<!\$)\$\{(?P<dollar>.*?)\}|(?<!%)%\{(?P<percent>.*?)\}", re.DOTALL)
ADDRESS = re.compile(r"(?<![\w.-])(?P<type>[a-z][a-z0-9_]*)\.(?P<name>[A-Za-z_][\w-]*)")
TRAVERSAL = re.compile(ADDRESS.pattern + r"(?P<rest>(\.[A-Za-z_][\w-]*|\[[^\]]*\])*)")
HOLDERS = ("data", "locals", "module", "provider")  # cannot be counted out, so must not refer to what is


def leave_out(configuration: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """
    The override that removes what cannot be served from *configuration* (`cdk.tf.json`), and the addresses it removes.

    Dependents go too, since a value that is not there cannot be had. An entry of `depends_on` needs no value, so it stays.
    Outputs that name a removed resource become null; of one with several entries, only those that do.
    """
    resources = {
        f"{kind}.{name}": body
        for kind, named in configuration.get("resource", {}).items()
        for name, body in named.items()
    }
    removed = {address for address in resources if address.partition(".")[0] in LEAVE_OUTS}
    references = {address: set(_references(_arguments(body))) for address, body in resources.items()}
    while grown := {address for address, named in references.items() if named & removed} - removed:
        removed |= grown
    _refuse_other_holders(configuration, removed)
    return _override(configuration, resources, removed), sorted(removed)


def _arguments(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in ("depends_on", "//")}


def _references(value: Any) -> Iterator[str]:
    """Addresses of resources that the texts in *value* refer to."""
    if isinstance(value, str):
        for found in INTERPOLATION.finditer(value):
            for address in ADDRESS.finditer(found["dollar"] or found["percent"] or ""):
                yield f"{address['type']}.{address['name']}"
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _references(item)
            if name == "replace_triggered_by":  # the one argument besides depends_on that takes bare addresses
                yield from (address[0] for text in item for address in ADDRESS.finditer(text))
    elif isinstance(value, list):
        for item in value:
            yield from _references(item)


def _refuse_other_holders(configuration: Mapping[str, Any], removed: set[str]) -> None:
    for holder in HOLDERS:
        named = removed.intersection(_references(configuration.get(holder, {})))
        if named:
            raise InputError(
                f"{holder} refers to {min(named)}, which the embedded AWS cannot serve; only resources and outputs may"
            )


def _override(configuration: Mapping[str, Any], resources: Mapping[str, Any], removed: set[str]) -> dict[str, Any]:
    override: dict[str, Any] = {}
    for address in sorted(removed):
        kind, _, name = address.partition(".")
        body = resources[address]
        absent = ABSENT_EACH if "for_each" in body else ABSENT
        naming = {key: value for key, value in _arguments(body).items() if removed.intersection(_references(value))}
        rewritten = {key: _without_instances(value, removed) for key, value in naming.items() if key != "lifecycle"}
        override.setdefault("resource", {}).setdefault(kind, {})[name] = {**rewritten, **absent}
    for name, output in configuration.get("output", {}).items():
        if removed.intersection(_references(output)):
            value = output["value"]
            kept = _without_instances(value, removed) if isinstance(value, Mapping) else None
            override.setdefault("output", {})[name] = {"value": kept}
    return override


def _without_instances(value: Any, removed: set[str]) -> Any:
    """
    *value* with `type.name.attribute` of a removed resource written as `one(type.name[*].attribute)`.

    Terraform checks the arguments of a resource with `count = 0` too, and refuses to name one of no instances.
    """
    if isinstance(value, Mapping):
        return {name: _without_instances(item, removed) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_instances(item, removed) for item in value]
    if not isinstance(value, str):
        return value

    def splat(found: re.Match[str]) -> str:
        address = f"{found['type']}.{found['name']}"
        return f"one({address}[*]{found['rest']})" if address in removed else found[0]

    return INTERPOLATION.sub(lambda found: TRAVERSAL.sub(splat, found[0]), value)
