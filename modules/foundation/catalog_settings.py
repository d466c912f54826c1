"""
How the Glue catalog of a region is set up: its metadata under our key, and who administers Lake Formation.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import GlueDataCatalogEncryptionSettings, LakeformationDataLakeSettings
from modules.foundation.key import Key
from modules.foundation.role import Role, service_trust
from modules.pipeline import Pipeline

EVERYBODY = "IAM_ALLOWED_PRINCIPALS"
"""Lake Formation's name for whoever IAM lets call Glue."""


class CatalogSettings(Construct):
    """
    Glue encrypts descriptions of tables under *key* as a role of its own, so that who reads the catalog needs no right on the
    key. Deploy roles administer Lake Formation, since they grant what graphs say.

    New databases and tables stay open to whom IAM lets call Glue: pipelines without Lake Formation guard their files by
    bucket and key. A database that Lake Formation guards says otherwise for its own tables.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key) -> None:
        super().__init__(scope, id)
        process = pipeline.process("catalog", "aws_service")
        process.requires(key.encrypt("glue"))
        role = Role(
            self, "role", pipeline=pipeline, process=process, trust=[service_trust("glue.amazonaws.com", pipeline)]
        )
        GlueDataCatalogEncryptionSettings(
            self,
            "encryption",
            catalog_id=pipeline.environment.account_id,
            data_catalog_encryption_settings={
                "encryption_at_rest": {
                    "catalog_encryption_mode": "SSE-KMS-WITH-SERVICE-ROLE",
                    "catalog_encryption_service_role": role.arn,
                    "sse_aws_kms_key_id": key.arn,
                },
                "connection_password_encryption": {
                    "return_connection_password_encrypted": True,
                    "aws_kms_key_id": key.arn,
                },
            },
            depends_on=[role.policy],
        )
        LakeformationDataLakeSettings(
            self,
            "lake_formation",
            admins=sorted(pipeline.environment.deploy_roles),
            create_database_default_permissions=[{"principal": EVERYBODY, "permissions": ["ALL"]}],
            create_table_default_permissions=[{"principal": EVERYBODY, "permissions": ["ALL"]}],
        )
