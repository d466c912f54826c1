"""
Incidents about who somebody is: emergency access, and a key in the wrong hands.
"""

from __future__ import annotations

from typing import Final

from workflow.drill.scenario import FIND_OUT, Scenario, Step, attempt
from workflow.drill.scene import Scene


def sealed_users(scene: Scene) -> list[str]:
    """The names of the two users of emergency access."""
    return [arn.rpartition("/")[2] for arn in scene.output("sealed_users").split(",")]


def sealed_user(scene: Scene) -> str:
    return sealed_users(scene)[0]


def stolen_key(scene: Scene, user: str) -> dict[str, str]:
    """An access key that somebody who manages users makes for *user*; making it belongs to the incident."""
    made = scene.incident(scene.environment.deploy_roles[0]).client("iam").create_access_key(UserName=user)["AccessKey"]
    return {"access_key_id": made["AccessKeyId"], "secret_access_key": made["SecretAccessKey"]}


def use_emergency_access(scene: Scene) -> None:
    """
    A sealed user without the hardware key is turned away; with it, the role is taken on and looks around.

    The embedded AWS knows no hardware keys, so it hands out the role's session itself.
    """
    role = scene.output("break_glass_role")
    without = scene.incident_with_key(**stolen_key(scene, sealed_user(scene))).client("sts")
    attempt(without.assume_role, RoleArn=role, RoleSessionName="emergency")
    attempt(scene.incident(role).client("iam").list_roles)


def use_stolen_key(scene: Scene) -> None:
    stranger = scene.incident_with_key(**stolen_key(scene, sealed_user(scene)))
    attempt(stranger.client("iam").list_users)
    attempt(stranger.client("s3").list_buckets)


def keys(scene: Scene) -> list[str]:
    """The access keys of the sealed users, which have none unless something is wrong."""
    iam = scene.deployer.client("iam")
    listed = [iam.list_access_keys(UserName=user) for user in sealed_users(scene)]
    return [key["AccessKeyId"] for each in listed for key in each["AccessKeyMetadata"]]


def disable_keys(scene: Scene) -> None:
    iam = scene.deployer.client("iam")
    for key in keys(scene):
        iam.update_access_key(UserName=sealed_user(scene), AccessKeyId=key, Status="Inactive")


def delete_keys(scene: Scene) -> None:
    iam = scene.deployer.client("iam")
    for key in keys(scene):
        iam.delete_access_key(UserName=sealed_user(scene), AccessKeyId=key)


def no_keys(scene: Scene) -> bool:
    return not keys(scene)


DISABLE: Final = Step(
    "Disable the access key, so that it is of no use and can still be looked at",
    "aws iam update-access-key --user-name <user> --access-key-id <key> --status Inactive",
    disable_keys,
)
DELETE: Final = Step(
    "Delete the access key once nothing is to be learned from it",
    "aws iam delete-access-key --user-name <user> --access-key-id <key>",
    delete_keys,
)

PEOPLE: Final = (
    Scenario(
        name="break-glass",
        title="Emergency access was used",
        story=(
            "Somebody takes on the role for emergencies. If it is an emergency, the people on call know; if they do not, "
            "somebody has what lies in the safe."
        ),
        incident=use_emergency_access,
        steps=(
            Step("Ask the people who hold the sealed users whether it was one of them, and why; write the answer down"),
            Step(
                "If nobody knows of it, end the role's sessions",
                "IAM console, the role, Revoke sessions; or put the policy AWSRevokeOlderSessions on it",
            ),
            DISABLE,
            DELETE,
            Step("Seal the users again: new passwords, and the hardware keys back into the two safes"),
            FIND_OUT,
        ),
        healthy=no_keys,
    ),
    Scenario(
        name="access-key-leaked",
        title="An access key is in the wrong hands",
        story="Somebody outside has the access key of a user and tries out what it opens.",
        incident=use_stolen_key,
        steps=(
            DISABLE,
            Step(
                "Look for what the key made that outlives it: users, keys, roles, trust policies, functions",
                "select eventtime, eventname, requestparameters from <audit_database>.<trail table> "
                "where useridentity.accesskeyid = '<key>' and readonly = 'false' order by eventtime",
            ),
            DELETE,
            FIND_OUT,
        ),
        healthy=no_keys,
        findings=(
            "GuardDuty UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS",
            "Security Hub IAM.4",
        ),
    ),
)
