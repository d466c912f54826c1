"""
Operators on what a stack takes for granted: names, versions, passwords, rules of quality, ends of deliveries, no state.
"""

from __future__ import annotations

from typing import Final

from workflow.mutation.documents import FOREIGN, extended
from workflow.mutation.operators import Operator, Values, gone, only, setting, several

WAREHOUSE: Final = ("aws_redshift_cluster",)
PASSWORDS: Final = ("aws_iam_account_password_policy",)
DELIVERY: Final = ("aws_kinesis_firehose_delivery_stream",)
TO_S3: Final = "extended_s3_configuration"
MIXED: Final = ("lowercase_characters", "uppercase_characters", "numbers", "symbols")
EVERY_PHASE: Final = {
    "Effect": "Allow",
    "Action": ["s3:PutObject", "sagemaker:CreateEndpoint", "sagemaker:CreateModel"],
    "Resource": "*",
}


def _partitioned(values: Values) -> bool:
    """Whether records are sorted into partitions, which takes a buffer."""
    return any(block.get("dynamic_partitioning_configuration") for block in values.get(TO_S3, []))


def _of_learning(values: Values) -> bool:
    """Whether a policy is about data that models learn from."""
    return "-approved-" in values["policy"]


OPERATORS = [
    Operator("the database of every cluster", "isolation", WAREHOUSE, setting("database_name", None)),
    Operator("a version for ever", "monitoring", WAREHOUSE, setting("allow_version_upgrade", value=False)),
    Operator("short passwords", "IAM principal", PASSWORDS, setting("minimum_password_length", 8)),
    Operator("simple passwords", "IAM principal", PASSWORDS, several(*(setting(f"require_{each}", value=False) for each in MIXED))),
    Operator("old passwords again", "IAM principal", PASSWORDS, setting("password_reuse_prevention", 1)),
    Operator("passwords for ever", "IAM principal", PASSWORDS, setting("max_password_age", 1_095)),
    Operator("data without rules", "monitoring", ("aws_glue_data_quality_ruleset",), gone),
    Operator("tiny partitions", "scaling bound", DELIVERY, only(_partitioned, setting(f"{TO_S3}.buffering_size", 1))),
    Operator("partitions of nothing", "isolation", DELIVERY, setting(f"{TO_S3}.processing_configuration", None)),
    Operator("delivery elsewhere", "isolation", DELIVERY, several(setting(f"{TO_S3}.bucket_arn", "arn:aws:s3:::elsewhere"), setting(f"{TO_S3}.s3_backup_configuration.bucket_arn", "arn:aws:s3:::elsewhere"))),
    Operator("delivery from elsewhere", "isolation", DELIVERY, setting("kinesis_source_configuration.kinesis_stream_arn", f"arn:aws:kinesis:eu-central-1:{FOREIGN}:stream/elsewhere")),
    Operator("a function with a file system", "isolation", ("aws_lambda_function",), setting("file_system_config", [{"arn": f"arn:aws:elasticfilesystem:eu-central-1:{FOREIGN}:access-point/fsap-1", "local_mount_path": "/mnt/state"}])),
    Operator("a machine that stays", "isolation", ("aws_autoscaling_group",), setting("protect_from_scale_in", value=True)),
    Operator("one role for every phase", "IAM action", ("aws_iam_role_policy",), only(_of_learning, extended(EVERY_PHASE))),
]  # fmt: skip
