from __future__ import annotations

from fnmatch import fnmatchcase

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account
from statements import EXACT, Statement, pinned_to, principal_problems, statements

USE = frozenset(
    {
        *(
            "kms:CreateGrant",
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKey*",
        ),
        *(
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:GenerateMac",
            "kms:GetPublicKey",
            "kms:ListGrants",
            "kms:ReEncrypt*",
        ),
        *("kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:Sign", "kms:Verify", "kms:VerifyMac"),
    }
)
SETTINGS = frozenset(
    {
        *("kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies"),
        "kms:ListResourceTags",
    }
)
READING = ("kms:Decrypt", "kms:GenerateDataKey", "kms:GenerateMac", "kms:ReEncryptFrom", "kms:Sign")


def _meant(statement: Statement, value: str) -> tuple[str, ...]:
    """
    Who a principal stands for: the account root under a condition stands for the identities in the condition.
    """
    named = statement.values("aws:PrincipalArn", *EXACT)
    return named if value.endswith(":root") and named else (value,)


def _shows_settings(statement: Statement, value: str, owner: str) -> bool:
    """
    Whether a statement lets nobody but identities of the account, as their own policies say, look at settings alone.
    """
    here = statement.values("kms:CallerAccount", "StringEquals") == (owner,)
    return here and value.endswith(f"::{owner}:root") and set(statement.actions) <= SETTINGS


def _problems(statement: Statement, kind: str, name: str, processes: set[str], owner: str) -> list[str]:
    wide = [action for action in statement.actions if action not in USE]
    if kind == "Service" and not pinned_to(statement, owner):
        return [f"serves {name} for any account"]
    if kind == "Service" or any(fnmatchcase(process, name) for process in processes):
        return [f"gives {name} more than use of the key: {', '.join(wide)}"] if wide else []
    if statement.may(*READING) and not statement.values("kms:ViaService", *EXACT):
        return [f"gives {name}, which is no process of the stack, the use of the key"]
    return []


class KmsKeyPolicy(Policy):
    """
    A key stays in its region; its policy names principals of its account, and gives nobody but administrators more than
    use.

    Why: whoever may change a key policy can read everything the key protects; the account root without a condition
    stands for every identity of the account.
    Fix: name roles, or the account root with a condition on aws:PrincipalArn; list actions, never kms:*; let
    processes of the stack use the key, services for this account only, and administrators manage it without using
    it, but through a service (kms:ViaService); leave multi_region false. Settings alone may be left to the account
    (kms:CallerAccount).
    """

    looks_at = ("policy", "multi_region")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a key policy names who administers and who uses the key",
            id="MR_KMS_1",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_kms_key"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every principal an Allow names is one a key may trust with these actions.
        """
        found = statements(resource.get("policy"))
        if not found:
            return ["has no key policy"]
        processes = {role["arn"] for role in self.planned("aws_iam_role")}
        allowing = [statement for statement in found if statement.allows]
        problems = ["can be copied to other regions"] if resource.get("multi_region") else []
        problems += ["allows by NotPrincipal or NotAction" for statement in allowing if statement.inverted]
        if resource.get("bypass_policy_lockout_safety_check"):
            problems.append("may be given a policy that locks everybody out")
        for statement in allowing:
            problems += [f"allows {action}" for action in statement.actions if action in ("*", "kms:*")]
            for kind, value in statement.principals:
                if _shows_settings(statement, value, account(resource)):
                    continue
                problems.extend(principal_problems(statement, kind, value, account(resource)))
                for name in _meant(statement, value):
                    problems.extend(_problems(statement, kind, name, processes, account(resource)))
        return problems


check = KmsKeyPolicy()
