"""
What somebody might change in an account behind Terraform's back, and which setting verify has to name.
"""

from __future__ import annotations

from tests.verify import resources

EVERYTHING = {"Effect": "Allow", "Action": "*", "Resource": "*"}

CHANGES_OF_ACCOUNTS = {
    "boundary widened": (
        *("managed_policy", "iam", "aws_iam_policy.p", "arn"),
        lambda iam, it: iam.create_policy_version(
            PolicyArn=it, PolicyDocument=resources.policy(EVERYTHING), SetAsDefault=True
        ),
        "aws_iam_policy: policy",
    ),
    "boundary attached": (
        *("user", "iam", "aws_iam_user.u", "name"),
        lambda iam, it: iam.attach_user_policy(
            UserName=it, PolicyArn=iam.get_user(UserName=it)["User"]["PermissionsBoundary"]["PermissionsBoundaryArn"]
        ),
        "aws_iam_policy: attached to",
    ),
    "rights detached": (
        *("attached_policy", "iam", "aws_iam_role_policy_attachment.a", "role"),
        lambda iam, it: iam.detach_role_policy(
            RoleName=it, PolicyArn=iam.list_attached_role_policies(RoleName=it)["AttachedPolicies"][0]["PolicyArn"]
        ),
        "aws_iam_role_policy_attachment: attached",
    ),
    "rights attached to somebody else": (
        *("attached_policy", "iam", "aws_iam_policy.p", "arn"),
        lambda iam, it: iam.attach_user_policy(
            UserName=iam.create_user(UserName="stranger")["User"]["UserName"], PolicyArn=it
        ),
        "aws_iam_policy: attached to",
    ),
    "key for a sealed user": (
        *("user", "iam", "aws_iam_user.u", "name"),
        lambda iam, it: iam.create_access_key(UserName=it),
        "aws_iam_user: access keys",
    ),
    "password for a sealed user": (
        *("user", "iam", "aws_iam_user.u", "name"),
        lambda iam, it: iam.create_login_profile(UserName=it, Password="unsealed-1234!"),
        "aws_iam_user: password",
    ),
    "rights for a sealed user": (
        *("user", "iam", "aws_iam_user.u", "name"),
        lambda iam, it: iam.put_user_policy(
            UserName=it, PolicyName="more", PolicyDocument=resources.policy(EVERYTHING)
        ),
        "aws_iam_user: policies",
    ),
    "provider removed": (
        *("oidc_provider", "iam", "aws_iam_openid_connect_provider.o", "arn"),
        lambda iam, it: iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=it),
        "aws_iam_openid_connect_provider: exists",
    ),
    "short passwords": (
        *("password_policy", "iam", "aws_iam_account_password_policy.p", "id"),
        lambda iam, _: iam.update_account_password_policy(MinimumPasswordLength=6),
        "aws_iam_account_password_policy: minimum_password_length",
    ),
}
