from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import is_boundary, looks_after
from ml_jobs import CREATING, start_problems
from planned import Policy, Resource
from statements import Statement, identity_statements

JUDGED = {action.lower() for action in CREATING}
OTHERS = (
    *("sagemaker:CreateAutoMLJob", "sagemaker:CreateAutoMLJobV2", "sagemaker:CreateCompilationJob"),
    *("sagemaker:CreateHyperParameterTuningJob", "sagemaker:CreateLabelingJob", "sagemaker:CreateNotebookInstance"),
    *("sagemaker:CreateTransformJob", "sagemaker:CreatePipeline", "sagemaker:UpdatePipeline"),
)
"""Other ways to run code on data: no condition of theirs asks for all of network, isolation, keys and encrypted talk."""


def _problems(statement: Statement) -> list[str]:
    if not statement.may(*CREATING):
        return []
    if statement.inverted or any(action.lower() not in JUDGED for action in statement.actions):
        return ["allows jobs together with other actions"]
    return start_problems(statement)


class IamMlJobs(Policy):
    """
    Whoever starts jobs of SageMaker, a person, a pipeline or a state machine, can start only those that are isolated, in the
    network, under keys and with encrypted talk between machines.

    Why: a notebook or a pipeline with this right could otherwise start a job that sends all data away.
    Fix: allow CreateTrainingJob and CreateProcessingJob in a statement of their own with the conditions that `starting` in
    modules/training/isolated_jobs.py makes; offer no other way to run code.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure nobody can start an insecure job",
            id="MR_IAM_20",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_iam_group_policy",
                "aws_iam_policy",
                "aws_iam_role",
                "aws_iam_role_policy",
                "aws_iam_user_policy",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The conditions of every Allow that starts jobs, and other ways to start them.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        allowing = identity_statements(resource)
        other = [action for action in OTHERS if any(statement.may(action) for statement in allowing)]
        return [problem for statement in allowing for problem in _problems(statement)] + [
            f"allows {action}" for action in other
        ]


check = IamMlJobs()
