"""
What of the region's baseline reads the buckets of every deployment: Macie searches them, AWS Backup copies them.

Both act as roles of the account, so what a bucket refuses to strangers, and a key to everybody it does not name, holds for
them too unless they are named.
"""

from __future__ import annotations

from modules.dataflow import Classification, Process, Statement
from modules.foundation.key import Key
from modules.grants import Trustee
from modules.pipeline import Pipeline
from modules.protection import PROFILES

MACIE = "role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie"
"""The role that Macie acts as in every account ("Service-linked roles for Macie")."""


def let_macie_search(pipeline: Pipeline, bucket_arn: str, classification: Classification, key: Key) -> None:
    """Declare that Macie reads the objects of a bucket, if sensitive data is looked for in its class."""
    if not PROFILES[classification].discovery:
        return
    macie = _macie(pipeline)
    objects = f"{bucket_arn}/*"
    macie.requires(Statement(("s3:GetObject",), (objects,)), key.decrypt("s3"))
    pipeline.graph.grants.trustees.append(Trustee(macie.name, "search", (bucket_arn, objects)))


def backup_roles(pipeline: Pipeline, classification: Classification) -> list[str]:
    """The environment's backup role, once there is one, if stores of a class are backed up; it may be of this deployment."""
    region = pipeline.facts.region_baseline
    return [region.backup_role] if region and PROFILES[classification].backed_up else []


def _macie(pipeline: Pipeline) -> Process:
    found = next((process for process in pipeline.graph.processes if process.name == "macie"), None)
    if found is None:
        found = pipeline.process("macie", "aws_service")
        found.principal = pipeline.global_arn("iam", MACIE)
    return found
