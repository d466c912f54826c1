"""
Settings of which an account has one: how passwords are made, and that no bucket is ever public.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import IamAccountPasswordPolicy, S3AccountPublicAccessBlock
from modules.pipeline import Pipeline

LONGEST_PASSWORD_DAYS = 90
REMEMBERED_PASSWORDS = 24  # the most IAM remembers
SHORTEST_PASSWORD = 16


class AccountSettings(Construct):
    """The password policy, and the public access block of S3 for the whole account."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        IamAccountPasswordPolicy(
            self,
            "password_policy",
            allow_users_to_change_password=True,
            hard_expiry=False,
            max_password_age=LONGEST_PASSWORD_DAYS,
            minimum_password_length=SHORTEST_PASSWORD,
            password_reuse_prevention=REMEMBERED_PASSWORDS,
            require_lowercase_characters=True,
            require_numbers=True,
            require_symbols=True,
            require_uppercase_characters=True,
        )
        S3AccountPublicAccessBlock(
            self,
            "public_access_block",
            account_id=pipeline.environment.account_id,
            block_public_acls=True,
            block_public_policy=True,
            ignore_public_acls=True,
            restrict_public_buckets=True,
        )
