"""
What every node of a Spark cluster is held to: encryption at rest and on the way, session tokens, a role for each step.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bindings import Construct
from bindings.aws import EmrSecurityConfiguration
from modules.environment import NodeCertificates
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket


class SparkSecurity(Construct):
    """
    EMR's security configuration, in which there is nothing to choose: objects under the key of their bucket, disks under
    *disks*, TLS between nodes with the environment's certificates, and nothing of the nodes' own role for a step.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        certificates: NodeCertificates,
        disks: Key,
        buckets: Sequence[Bucket],
    ) -> None:
        super().__init__(scope, id)
        default, *_ = buckets
        objects: dict[str, Any] = {
            "EncryptionMode": "SSE-KMS",
            "AwsKmsKey": default.key.arn,
            "Overrides": [
                {"BucketName": str(bucket.name), "EncryptionMode": "SSE-KMS", "AwsKmsKey": bucket.key.arn}
                for bucket in buckets
            ],
        }
        local = {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": disks.arn, "EnableEbsEncryption": True}
        tls = {"CertificateProviderType": "PEM", "S3Object": s3_url(certificates)}
        configuration = {
            "EncryptionConfiguration": {
                "EnableAtRestEncryption": True,
                "AtRestEncryptionConfiguration": {
                    "S3EncryptionConfiguration": objects,
                    "LocalDiskEncryptionConfiguration": local,
                },
                "EnableInTransitEncryption": True,
                "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": tls},
            },
            "InstanceMetadataServiceConfiguration": {
                "MinimumInstanceMetadataServiceVersion": 2,
                "HttpPutResponseHopLimit": 1,
            },
            "AuthorizationConfiguration": {
                "IAMConfiguration": {
                    "EnableApplicationScopedIAMRole": True,
                    "ApplicationScopedIAMRoleConfiguration": {"PropagateSourceIdentity": True},
                }
            },
        }
        self.configuration = EmrSecurityConfiguration(
            self, "configuration", name=pipeline.resource_name("spark"), configuration=json.dumps(configuration)
        )
        self.name = self.configuration.name


def s3_url(certificates: NodeCertificates) -> str:
    return f"s3://{certificates.bundle.split(':', 5)[5]}"
