from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number
from statements import statements

LONGEST = 3600  # seconds
OTHER_NAMES = {"redshift-serverless.amazonaws.com": "redshift.amazonaws.com"}
"""Second names under which one service asks ("Granting permissions to Amazon Redshift Serverless" wants both)."""


class IamSessions(Policy):
    """
    A role is taken on by one service, or by people and programs, for an hour at most.

    Why: a second service in the trust is a second way to all the role may do; a long session outlives the withdrawal of
    access.
    Fix: make a role for each; leave max_session_duration at 3600.
    """

    looks_at = ("assume_role_policy", "max_session_duration")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a role serves one kind of caller, for an hour at most",
            id="MR_IAM_9",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One principal kind, one service, a short session.
        """
        allowing = [item for item in statements(resource.get("assume_role_policy")) if item.allows]
        kinds = {kind for item in allowing for kind, _ in item.principals}
        named = {value for item in allowing for kind, value in item.principals if kind == "Service"}
        services = {OTHER_NAMES.get(value, value) for value in named}
        seconds = number(resource.get("max_session_duration", LONGEST))
        problems = [f"is taken on by {', '.join(sorted(services))}"] if len(services) > 1 else []
        problems += ["is taken on by services and by others"] if services and len(kinds) > 1 else []
        return [*problems, f"sessions last {seconds:.0f} seconds"] if seconds > LONGEST else problems


check = IamSessions()
