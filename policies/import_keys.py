from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from elsewhere import DECRYPTING, WILD
from planned import Policy, Resource
from statements import EXACT, Statement, statements

CONTEXT = "kms:EncryptionContext:aws:s3:arn"


def _problems(statement: Statement) -> list[str]:
    patterns = [arn for arn in statement.values("aws:PrincipalArn", *EXACT) if WILD.search(arn)]
    through = statement.values("kms:ViaService", *EXACT)
    if not patterns or not any(service.startswith("s3.") for service in through):
        return []
    more = [action for action in statement.actions if action not in DECRYPTING]
    contexts = statement.values(CONTEXT, *EXACT)
    open_ = [context for context in contexts if WILD.search(context.split("/", maxsplit=1)[0])]
    problems = [f"lets {', '.join(patterns)} do more than decrypt: {', '.join(more)}"] if more else []
    return problems if contexts and not open_ else [*problems, f"lets {', '.join(patterns)} open files of any bucket"]


class ImportKeys(Policy):
    """
    A key opens files for other deployments by bucket: their roles decrypt, and with the bucket as the context.

    Why: one key protects many buckets of a deployment; who may read one of them needs none of the others.
    Fix: list the store under `exports` of its deployment, which makes the statement; by hand, allow kms:Decrypt alone, with a
    condition on kms:EncryptionContext:aws:s3:arn that names the bucket.
    """

    looks_at = ("policy",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a key opens for other deployments only what is exported to them",
            id="MR_IMPORT_1",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_kms_key"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Statements for roles known by a pattern only, through S3.
        """
        allowing = [statement for statement in statements(resource.get("policy")) if statement.allows]
        return [problem for statement in allowing for problem in _problems(statement)]


check = ImportKeys()
