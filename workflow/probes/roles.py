"""
Roles and what they may do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned
from workflow.probes.policies import same_policy


def role(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["name"]
    found = live.client("iam").get_role(RoleName=name)["Role"]
    yield from same_policy("assume_role_policy", planned["assume_role_policy"], found["AssumeRolePolicyDocument"])
    boundary = found.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
    yield Fact("permissions_boundary", planned.get("permissions_boundary"), boundary)
    yield Fact("max_session_duration", planned["max_session_duration"], found["MaxSessionDuration"])
    attached = [item["policy_arn"] for item in live.planned("aws_iam_role_policy_attachment", role=name)]
    yield Fact("attached policies", sorted(attached), sorted(_attached(live, name)))
    inline = [policy["name"] for policy in live.planned("aws_iam_role_policy", role=name)]
    yield Fact("inline policies", inline, [*live.pages("iam", "list_role_policies", "PolicyNames", RoleName=name)])


def role_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_role_policy(RoleName=planned["role"], PolicyName=planned["name"])
    yield from same_policy("policy", planned["policy"], found["PolicyDocument"])


def role_policy_attachment(live: Live, planned: Planned) -> Iterator[Fact]:
    yield Fact("attached", planned=True, live=planned["policy_arn"] in _attached(live, planned["role"]))


def _attached(live: Live, name: str) -> list[str]:
    found = live.pages("iam", "list_attached_role_policies", "AttachedPolicies", RoleName=name)
    return [policy["PolicyArn"] for policy in found]


def service_linked_role(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_role(RoleName=planned["name"])["Role"]
    yield Fact("path", f"/aws-service-role/{planned['aws_service_name']}/", found["Path"])


def managed_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    iam, arn = live.client("iam"), planned["arn"]
    found = iam.get_policy(PolicyArn=arn)["Policy"]
    version = iam.get_policy_version(PolicyArn=arn, VersionId=found["DefaultVersionId"])["PolicyVersion"]
    yield from same_policy("policy", planned["policy"], version["Document"])
    attachments = live.planned("aws_iam_role_policy_attachment", policy_arn=arn)
    yield Fact("attached to", len(attachments), found["AttachmentCount"])


def user(live: Live, planned: Planned) -> Iterator[Fact]:
    """A user of ours has nothing but a boundary: no key, no password, no policy, no group."""
    iam, name = live.client("iam"), planned["name"]
    found = iam.get_user(UserName=name)["User"]
    boundary = found.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
    yield Fact("permissions_boundary", planned.get("permissions_boundary"), boundary)
    yield Fact("access keys", 0, len(iam.list_access_keys(UserName=name)["AccessKeyMetadata"]))
    inline = iam.list_user_policies(UserName=name)["PolicyNames"]
    attached = iam.list_attached_user_policies(UserName=name)["AttachedPolicies"]
    yield Fact("policies", [], [*inline, *(policy["PolicyArn"] for policy in attached)])
    groups = iam.list_groups_for_user(UserName=name)["Groups"]
    yield Fact("groups", [], [group["GroupName"] for group in groups])
    yield Fact("password", planned=False, live=_has_password(iam, name))


def _has_password(iam: Any, name: str) -> bool:
    try:
        iam.get_login_profile(UserName=name)
    except iam.exceptions.NoSuchEntityException:
        return False
    return True


def oidc_provider(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_open_id_connect_provider(OpenIDConnectProviderArn=planned["arn"])
    yield Fact("url", planned["url"].removeprefix("https://"), found["Url"].removeprefix("https://"))
    yield Fact("client_id_list", planned["client_id_list"], found["ClientIDList"])


def password_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_account_password_policy()["PasswordPolicy"]
    yield from same(
        planned,
        found,
        {
            "allow_users_to_change_password": "AllowUsersToChangePassword",
            "max_password_age": "MaxPasswordAge",
            "minimum_password_length": "MinimumPasswordLength",
            "password_reuse_prevention": "PasswordReusePrevention",
            "require_lowercase_characters": "RequireLowercaseCharacters",
            "require_numbers": "RequireNumbers",
            "require_symbols": "RequireSymbols",
            "require_uppercase_characters": "RequireUppercaseCharacters",
        },
    )


PROBES = {
    "aws_iam_account_password_policy": password_policy,
    "aws_iam_openid_connect_provider": oidc_provider,
    "aws_iam_policy": managed_policy,
    "aws_iam_role": role,
    "aws_iam_role_policy": role_policy,
    "aws_iam_role_policy_attachment": role_policy_attachment,
    "aws_iam_service_linked_role": service_linked_role,
    "aws_iam_user": user,
}
