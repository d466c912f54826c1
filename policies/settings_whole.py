from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

ACCOUNT = {
    "aws_iam_account_password_policy": "passwords are held to no policy",
    "aws_s3_account_public_access_block": "buckets can be made public",
}
"""What goes with the audit trail of an account, and what is so without it."""
REGION = {
    "aws_ebs_default_kms_key": "volumes are encrypted with a key of AWS",
    "aws_ebs_encryption_by_default": "volumes are encrypted when somebody asks for it only",
    "aws_ebs_snapshot_block_public_access": "snapshots can be made public",
    "aws_ec2_instance_metadata_defaults": "machines serve credentials to requests without a session",
    "aws_emr_block_public_access_configuration": "clusters can be open to the internet",
    "aws_glue_data_catalog_encryption_settings": "descriptions of tables are not encrypted",
}
"""What goes with the detector of a region."""


class SettingsWhole(Policy):
    """
    Who sets an account or a region up sets all of it: the trail of an account comes with its settings, and the detector of a
    region with the region's.

    Why: a setting that is left out is missed by no other check, since there is nothing to look at.
    Fix: make the settings in the stack that makes the trail, or the detector.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an account and its regions have every protecting setting",
            id="MR_DETECT_6",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_cloudtrail", "aws_guardduty_detector"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each setting is in the plan.
        """
        wanted = ACCOUNT if resource["address"].startswith("aws_cloudtrail.") else REGION
        return [words for kind, words in wanted.items() if not self.planned(kind)]


check = SettingsWhole()
