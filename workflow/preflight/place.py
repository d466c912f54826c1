"""
The place itself: whose account it is, its zones, and whether the region has the services.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from modules.environment import Environment
from workflow.preflight.result import Result

if TYPE_CHECKING:
    import boto3

SERVICES: Final[Mapping[str, str]] = {
    "cloudwatch_event": "events",
    "cloudwatch_log": "logs",
    "default": "ec2",
    "ebs": "ec2",
    "emrserverless": "emr-serverless",
    "launch": "ec2",
    "redshiftserverless": "redshift-serverless",
    "sfn": "stepfunctions",
    "flow": "ec2",
    "appautoscaling": "application-autoscaling",
    "kinesis_firehose": "firehose",
    "route": "ec2",
    "security_group": "ec2",
    "ssoadmin": "sso-admin",
    "subnet": "ec2",
    "vpc": "ec2",
}
"""The service of resource types whose second word is not its name in boto3."""


def caller(session: boto3.Session, environment: Environment) -> Result:
    """Who plans: one of the environment's roles for it, or somebody whose rights nobody wrote down."""
    arn = session.client("sts").get_caller_identity()["Arn"]
    role = arn.replace(":sts:", ":iam:").replace("assumed-role", "role").rpartition("/")[0]
    if role in (*environment.deploy_roles, *environment.plan_roles):
        return Result("credentials", "ok", f"are of {role}")
    listed = ", ".join(environment.deploy_roles)
    return Result("credentials", "doubtful", f"are of {arn}, which is none of the deploy_roles ({listed})")


def zones(session: boto3.Session, environment: Environment) -> Result:
    answer = session.client("ec2").describe_availability_zones()["AvailabilityZones"]
    there = sorted(each["ZoneName"] for each in answer if each["State"] == "available")
    if lacking := sorted(set(environment.zones) - set(there)):
        text = (
            f"{', '.join(lacking)} cannot be used by this account, which has {', '.join(there)}; "
            f"change zones in environments/{environment.name}.yaml"
        )
        return Result("zones", "missing", text)
    return Result("zones", "ok", ", ".join(environment.zones))


def services(session: boto3.Session, environment: Environment, configuration: Mapping[str, Any]) -> Iterator[Result]:
    """Services that boto3's own table of endpoints does not know in the region; a new region may be ahead of the table."""
    used = sorted({service(each) for each in configuration.get("resource", {})} & set(session.get_available_services()))
    clean = True
    for each in used:
        regions = session.get_available_regions(each, partition_name=environment.partition)
        if regions and environment.region not in regions:
            clean = False
            text = f"is not known in {environment.region}; look it up in the region table of AWS before you apply"
            yield Result(f"service {each}", "doubtful", text)
    if clean:
        yield Result("services", "ok", f"{', '.join(used)} exist in {environment.region}")


def service(resource_type: str) -> str:
    """The service, as boto3 calls it, of a resource type such as `aws_kinesis_firehose_delivery_stream`."""
    words = resource_type.removeprefix("aws_").split("_")
    two, one = "_".join(words[:2]), words[0]
    return SERVICES.get(two) or SERVICES.get(one) or one
