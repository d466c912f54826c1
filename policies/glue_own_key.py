from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

MODES = {"cloudwatch_encryption": "SSE-KMS", "job_bookmarks_encryption": "CSE-KMS", "s3_encryption": "SSE-KMS"}


class GlueOwnKey(Policy):
    """
    A Glue job has a security configuration of its stack, which encrypts logs, bookmarks and files under a key of the stack
    that rotates.

    Why: without one Glue writes logs and bookmarks under keys of AWS, whose use nobody here controls or sees.
    Fix: name an aws_glue_security_configuration with all three encryptions and the pipeline's key.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Glue jobs encrypt logs, bookmarks and files with a key of their stack",
            id="MR_GLUE_2",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_glue_job"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each of the three encryptions has its mode and a key of the stack.
        """
        named = resource.get("security_configuration")
        own = [item for item in self.planned("aws_glue_security_configuration") if item.get("name") == named]
        if not own:
            return ["has no security configuration of its stack"]
        encryption = block(own[0].get("encryption_configuration"))
        problems = []
        for part, mode in MODES.items():
            given = block(encryption.get(part))
            if given.get(f"{part}_mode") != mode:
                problems.append(f"{part} is {given.get(f'{part}_mode') or 'missing'}, not {mode}")
            elif fault := self.key_problem(given.get("kms_key_arn")):
                problems.append(f"{part}: {fault}")
        return problems


check = GlueOwnKey()
