"""
Where notebooks get code from: Git repositories that are named, with a secret that is named too and never written down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from bindings import Construct
from bindings.aws import SagemakerCodeRepository
from bindings.aws.sagemaker_code_repository import GitConfig
from modules.dataflow import Process, Statement
from modules.params import Name, Params, text
from modules.training.workplace import Workplace

CODE_COMMIT: Final = re.compile(
    r"https://git-codecommit\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?/v1/repos/(?P<name>[\w.-]+)"
)

SecretArn = Annotated[
    str,
    text(
        r"^arn:(aws|aws-us-gov|aws-cn):secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}$",
        "the ARN of a secret, such as arn:aws:secretsmanager:eu-central-1:111122223333:secret:git-1a2b3c",
        1_024,
    ),
]

GitUrl = Annotated[
    str,
    text(
        r"^https://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?/[A-Za-z0-9._~/-]{1,512}$",
        "the HTTPS address of a Git repository, without user name and password",
        1_024,
    ),
]


class CodeRepositoryParams(Params):
    name: Name
    """What people find the repository by."""

    url: GitUrl
    """
    Its address, without a user name or password in it. Notebooks reach CodeCommit; there is no way to the internet, so that
    another server has to be one that the network leads to.
    """

    branch: Annotated[str, text(r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,254}$", "the name of a branch")] = "main"
    """The branch that is checked out."""

    secret_arn: SecretArn | None = None
    """The secret with the user name and password; none where the role of notebooks is enough, as it is for CodeCommit."""


class CodeRepositories(Construct):
    """Git repositories in Studio by *repositories*; *process*, which notebooks act as, may pull them and read their secrets."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        repositories: Sequence[CodeRepositoryParams],
        *,
        process: Process,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        for repository in repositories:
            SagemakerCodeRepository(
                self,
                repository.name,
                code_repository_name=pipeline.resource_name(repository.name),
                git_config=_git(repository),
            )
        hosted = [found["name"] for each in repositories if (found := CODE_COMMIT.fullmatch(each.url))]
        secrets = sorted({each.secret_arn for each in repositories if each.secret_arn})
        needed: Mapping[str, tuple[str, list[str]]] = {
            "git-codecommit": (
                "codecommit:GitPull",
                [pipeline.arn("codecommit", name) for name in sorted(set(hosted))],
            ),
            "secretsmanager": ("secretsmanager:GetSecretValue", secrets),
        }
        self.endpoints = tuple(service for service, (_, arns) in needed.items() if arns)
        process.requires(*(Statement((action,), tuple(arns)) for action, arns in needed.values() if arns))
        self.urls = [repository.url for repository in repositories]


def _git(repository: CodeRepositoryParams) -> GitConfig:
    named: GitConfig = {"repository_url": repository.url, "branch": repository.branch}
    return {**named, "secret_arn": repository.secret_arn} if repository.secret_arn else named
