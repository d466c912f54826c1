from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account
from statements import Statement, statements


def _denies(statement: Statement, arn: str) -> bool:
    everybody = {value for _, value in statement.principals} == {"*"} and not statement.inverted
    plain = statement.conditions == (("bool", "aws:securetransport", ("false",)),)
    covers = statement.may("sns:Publish") and {arn, "*"} & {*statement.resources}
    return bool(not statement.allows and everybody and plain and covers)


def _known(subscription: Resource, owner: str) -> bool:
    if subscription.get("protocol") in ("email", "email-json"):
        return True
    return f":{owner}:" in str(subscription.get("endpoint"))


class SnsReceivers(Policy):
    """
    A topic takes no message without TLS and has a receiver; each gets every message, and is a mail address or of the
    topic's own account.

    Why: alarms that reach nobody, or a stranger, do not help; SNS answers plain HTTP unless a policy forbids it.
    Fix: add an aws_sns_topic_policy that denies sns:Publish without TLS, and an aws_sns_topic_subscription
    without filter_policy.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a topic refuses plain HTTP and has receivers who may know",
            id="MR_SNS_2",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_sns_topic"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        TLS only; at least one receiver; none foreign.
        """
        policies = [
            item.get("policy") for item in self.planned("aws_sns_topic_policy") if item.get("arn") == resource["arn"]
        ]
        denied = any(_denies(statement, resource["arn"]) for statement in statements(policies))
        problems = [] if denied else ["messages without TLS are not denied"]
        receivers = [
            item for item in self.planned("aws_sns_topic_subscription") if item.get("topic_arn") == resource["arn"]
        ]
        if not receivers:
            problems.append("has no receiver")
        deaf = [item["endpoint"] for item in receivers if item.get("filter_policy")]
        problems += [f"tells {endpoint} some messages only" for endpoint in deaf]
        foreign = [item["endpoint"] for item in receivers if not _known(item, account(resource))]
        return problems + [f"tells {endpoint}, which is not of the account" for endpoint in foreign]


check = SnsReceivers()
