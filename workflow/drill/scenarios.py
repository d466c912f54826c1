"""
The incidents that are rehearsed. Each is done for real on the embedded AWS, by somebody who could do it at AWS.
"""

from __future__ import annotations

import json
from typing import Final

from workflow.drill.people import PEOPLE
from workflow.drill.scenario import FIND_OUT, Scenario, Step, attempt
from workflow.drill.scene import Scene

CLOSED: Final = {
    "BlockPublicAcls": True,
    "BlockPublicPolicy": True,
    "IgnorePublicAcls": True,
    "RestrictPublicBuckets": True,
}
# Somebody stops the audit trail


def stop_trail(scene: Scene) -> None:
    client = scene.incident(scene.environment.deploy_roles[0]).client("cloudtrail")
    attempt(client.stop_logging, Name=scene.output("trail_arn"))


def start_trail(scene: Scene) -> None:
    scene.deployer.client("cloudtrail").start_logging(Name=scene.output("trail_arn"))


def trail_records(scene: Scene) -> bool:
    status = scene.deployer.client("cloudtrail").get_trail_status(Name=scene.output("trail_arn"))
    return bool(status["IsLogging"])


# Somebody opens a bucket to everybody


def bucket(scene: Scene) -> str:
    """A bucket that nothing protects but what protects every bucket: results of the auditor's queries."""
    return str(scene.attributes("aws_s3_bucket", tags={"classification": "confidential", "zone": "queries"})["bucket"])


def applied_policy(scene: Scene) -> str:
    """The bucket's policy as it was applied."""
    return str(scene.attributes("aws_s3_bucket_policy", bucket=bucket(scene))["policy"])


def open_bucket(scene: Scene) -> None:
    client = scene.incident(scene.environment.deploy_roles[0]).client("s3")
    policy = json.loads(applied_policy(scene))
    everybody = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
    policy["Statement"].append(everybody | {"Resource": f"arn:{scene.environment.partition}:s3:::{bucket(scene)}/*"})
    attempt(client.delete_public_access_block, Bucket=bucket(scene))
    attempt(client.put_bucket_policy, Bucket=bucket(scene), Policy=json.dumps(policy))


def close_bucket(scene: Scene) -> None:
    scene.deployer.client("s3").put_public_access_block(
        Bucket=bucket(scene), PublicAccessBlockConfiguration=dict(CLOSED)
    )


def restore_policy(scene: Scene) -> None:
    scene.deployer.client("s3").put_bucket_policy(Bucket=bucket(scene), Policy=applied_policy(scene))


def bucket_is_closed(scene: Scene) -> bool:
    client = scene.deployer.client("s3")
    try:
        block = client.get_public_access_block(Bucket=bucket(scene))["PublicAccessBlockConfiguration"]
    except client.exceptions.ClientError as error:
        if error.response["Error"]["Code"] != "NoSuchPublicAccessBlockConfiguration":
            raise
        return False
    policy = json.loads(client.get_bucket_policy(Bucket=bucket(scene))["Policy"])
    return (block, policy) == (CLOSED, json.loads(applied_policy(scene)))


# Somebody schedules the deletion of a key


def key(scene: Scene) -> str:
    """The key that the audit trail is encrypted with."""
    return str(scene.attributes("aws_cloudtrail")["kms_key_id"]).rpartition("/")[2]


def schedule_deletion(scene: Scene) -> None:
    client = scene.incident(scene.environment.key_administrators[0]).client("kms")
    attempt(client.schedule_key_deletion, KeyId=key(scene), PendingWindowInDays=7)


def cancel_deletion(scene: Scene) -> None:
    scene.acting_as(scene.environment.key_administrators[0]).client("kms").cancel_key_deletion(KeyId=key(scene))


def enable_key(scene: Scene) -> None:
    scene.acting_as(scene.environment.key_administrators[0]).client("kms").enable_key(KeyId=key(scene))


def key_is_enabled(scene: Scene) -> bool:
    metadata = scene.deployer.client("kms").describe_key(KeyId=key(scene))["KeyMetadata"]
    return str(metadata["KeyState"]) == "Enabled"


SCENARIOS: Final = (
    Scenario(
        name="audit-trail-stopped",
        title="The audit trail was stopped",
        story="Somebody with the rights of a deployment stops the trail, so that what comes next leaves no trace.",
        incident=stop_trail,
        steps=(
            Step("Start the trail again", "aws cloudtrail start-logging --name <trail_arn>", start_trail),
            Step(
                "End the sessions of the role that stopped it",
                "IAM console, the role, Revoke sessions; or put the policy AWSRevokeOlderSessions on it",
            ),
            FIND_OUT,
            Step(
                "Look at what happened while the trail was off: CloudTrail's event history keeps management events for 90 days "
                "whether a trail runs or not",
                "aws cloudtrail lookup-events --start-time <stopped> --end-time <started>",
            ),
        ),
        healthy=trail_records,
        findings=("GuardDuty Stealth:IAMUser/CloudTrailLoggingDisabled", "Security Hub CloudTrail.1"),
    ),
    Scenario(
        name="bucket-made-public",
        title="A bucket was made public",
        story="Somebody takes the block of public access off a bucket and lets everybody read it.",
        incident=open_bucket,
        steps=(
            Step(
                "Close the bucket again; the block holds whatever the policy says",
                "aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration "
                "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
                close_bucket,
            ),
            Step(
                "Put the policy back: plan and apply the deployment that owns the bucket; the plan shows the difference",
                "make plan DEPLOYMENT=<deployment> TARGET=aws && make apply DEPLOYMENT=<deployment> TARGET=aws",
                restore_policy,
            ),
            Step(
                "Find out whether anybody read it: the trail has object events of internal, confidential and restricted buckets",
                "select eventtime, eventname, useridentity.type, sourceipaddress from <audit_database>.<trail table> "
                "where requestparameters like '%<bucket>%'",
            ),
            FIND_OUT,
        ),
        healthy=bucket_is_closed,
        findings=("GuardDuty Policy:S3/BucketAnonymousAccessGranted", "Security Hub S3.8", "IAM Access Analyzer"),
    ),
    Scenario(
        name="key-deletion-scheduled",
        title="A key is to be deleted",
        story="Somebody who administers keys schedules the deletion of one. Without it everything under it is lost for good.",
        incident=schedule_deletion,
        steps=(
            Step(
                "Cancel the deletion; until the waiting time ends nothing is lost",
                "aws kms cancel-key-deletion --key-id <key>",
                cancel_deletion,
            ),
            Step(
                "Enable the key; a key whose deletion was cancelled stays disabled",
                "aws kms enable-key --key-id <key>",
                enable_key,
            ),
            Step(
                "Look for what failed meanwhile: alarms of the deployments whose data is under the key",
                "make verify DEPLOYMENT=<deployment> TARGET=aws",
            ),
            FIND_OUT,
        ),
        healthy=key_is_enabled,
        findings=("Security Hub KMS.3",),
    ),
    *PEOPLE,
)
