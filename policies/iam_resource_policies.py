from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from elsewhere import lets_deployments_read
from planned import Policy, Resource, account
from statements import Statement, pinned_to, principal_problems, statements


def _problems(statement: Statement, owner: str) -> list[str]:
    problems = ["allows by exclusion"] if statement.inverted or not statement.principals else []
    problems += [f"allows {action}" for action in statement.actions if "*" in action]
    for kind, value in () if lets_deployments_read(statement, owner) else statement.principals:
        problems.extend(principal_problems(statement, kind, value, owner))
        if kind == "Service" and not pinned_to(statement, owner):
            problems.append(f"admits {value} for any account")
    return problems


class IamResourcePolicies(Policy):
    """
    A policy on a resource admits named principals of its own account, and services only on behalf of this account.

    Why: such a policy admits callers whom no identity policy restricts; a service without a source account serves
    every customer of AWS.
    Fix: name principals; give services a condition on aws:SourceAccount or aws:SourceArn; list actions instead of a
    wildcard.
    """

    looks_at = ("policy", "resource_policy")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure policies of buckets, streams, queues and topics admit named principals only",
            id="MR_IAM_5",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_glue_resource_policy",
                "aws_kinesis_resource_policy",
                "aws_s3_bucket_policy",
                "aws_sagemaker_model_package_group_policy",
                "aws_secretsmanager_secret",
                "aws_sns_topic",
                "aws_sns_topic_policy",
                "aws_sqs_queue",
                "aws_sqs_queue_policy",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every Allow names principals a resource may trust, and actions.
        """
        owners = [account(item) for item in self.planned("aws_kms_key", "aws_iam_role")]
        document = resource.get("policy") or resource.get("resource_policy")
        allowing = [statement for statement in statements(document) if statement.allows]
        return [problem for statement in allowing for problem in _problems(statement, next(iter(owners), "unknown"))]


check = IamResourcePolicies()
