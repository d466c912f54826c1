"""
The parts of the account's and the region's baseline, or what the environment names in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modules.environment import Environment
from workflow.preflight.result import Result

if TYPE_CHECKING:
    import boto3

ACCOUNT: Final = "account_baseline"
REGION: Final = "region_baseline"


class Part(NamedTuple):
    """A part of the baseline: which blueprint makes it, and a look that says whether it is there and does its work."""

    name: str
    blueprint: str
    present: Callable[[Any, Environment], bool]


def _trail(session: boto3.Session, environment: Environment) -> bool:
    client = session.client("cloudtrail")
    trails = client.describe_trails(includeShadowTrails=True)["trailList"]
    named = environment.existing_trail
    found = [trail for trail in trails if (trail["TrailARN"] == named if named else trail.get("IsMultiRegionTrail"))]
    return any(client.get_trail_status(Name=trail["TrailARN"])["IsLogging"] for trail in found)


def _boundary(session: boto3.Session, environment: Environment) -> bool:
    arn = environment.permission_boundary
    return arn is not None and there(lambda: session.client("iam").get_policy(PolicyArn=arn))


def _public_access(session: boto3.Session, environment: Environment) -> bool:
    control = session.client("s3control")
    answer: list[dict[str, bool]] = []
    asked = there(
        lambda: answer.append(
            control.get_public_access_block(AccountId=environment.account_id)["PublicAccessBlockConfiguration"]
        )
    )
    return asked and all(answer[0].values())


def _password_policy(session: boto3.Session, _: Environment) -> bool:
    return there(session.client("iam").get_account_password_policy)


def _guard_duty(session: boto3.Session, _: Environment) -> bool:
    client = session.client("guardduty")
    detectors = client.list_detectors()["DetectorIds"]
    return any(client.get_detector(DetectorId=each)["Status"] == "ENABLED" for each in detectors)


def _security_hub(session: boto3.Session, _: Environment) -> bool:
    return there(session.client("securityhub").describe_hub)


def _config(session: boto3.Session, _: Environment) -> bool:
    recorders = session.client("config").describe_configuration_recorder_status()["ConfigurationRecordersStatus"]
    return any(each["recording"] for each in recorders)


def _macie(session: boto3.Session, _: Environment) -> bool:
    return there(lambda: session.client("macie2").get_macie_session())


def _disks(session: boto3.Session, _: Environment) -> bool:
    return bool(session.client("ec2").get_ebs_encryption_by_default()["EbsEncryptionByDefault"])


PARTS: Final = (
    Part("audit trail", ACCOUNT, _trail),
    Part("permission boundary", ACCOUNT, _boundary),
    Part("block of public access to S3 in the whole account", ACCOUNT, _public_access),
    Part("password policy", ACCOUNT, _password_policy),
    Part("GuardDuty", REGION, _guard_duty),
    Part("Security Hub", REGION, _security_hub),
    Part("Config recorder", REGION, _config),
    Part("Macie", REGION, _macie),
    Part("encryption of EBS volumes by default", REGION, _disks),
)


def baseline(
    session: boto3.Session, environment: Environment, blueprint: str, makers: Mapping[str, str]
) -> Iterator[Result]:
    """
    One result for each part; *makers* names the deployment of each baseline blueprint in this environment.

    A baseline is not asked for the parts that it, or one that is applied after it, makes.
    """
    own = {ACCOUNT: {ACCOUNT, REGION}, REGION: {REGION}}.get(blueprint, set())
    for part in PARTS:
        if part.blueprint in own:
            continue
        if part.present(session, environment):
            yield Result(part.name, "ok", "is there")
            continue
        maker = makers.get(part.blueprint)
        remedy = f"apply {maker}" if maker else f"add a deployment of {part.blueprint} in this environment and apply it"
        yield Result(part.name, "missing", f"is not there or not at work; {remedy}{_instead(part, environment)}")


def _instead(part: Part, environment: Environment) -> str:
    setting = {"audit trail": "existing_trail", "permission boundary": "permission_boundary"}.get(part.name)
    if setting is None:
        return ""
    return f", or name the account's own as {setting} in environments/{environment.name}.yaml"


def there(ask: Callable[[], object]) -> bool:
    """Whether AWS answers *ask* with something; any refusal but of permission means that it is not there."""
    from botocore.exceptions import ClientError

    try:
        ask()
    except ClientError as error:
        if error.response["Error"]["Code"] in {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation"}:
            raise
        return False
    return True
