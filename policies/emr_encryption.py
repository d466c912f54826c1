from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from clusters import configuration, inside
from planned import Policy, Resource, listed

AT_REST = "EncryptionConfiguration/AtRestEncryptionConfiguration"
OBJECTS = f"{AT_REST}/S3EncryptionConfiguration"
DISKS = f"{AT_REST}/LocalDiskEncryptionConfiguration"
TLS = "EncryptionConfiguration/InTransitEncryptionConfiguration/TLSCertificateConfiguration"


class EmrEncryption(Policy):
    """
    A cluster encrypts objects, disks and volumes with rotating keys of its own stack, and what nodes say to each other.

    Why: shuffled data is on local disks and on the network in clear text otherwise; the checks of Checkov ask whether there
    is encryption, not whose key it is.
    Fix: SSE-KMS with a key of the stack, here and in every override; AwsKms and EnableEbsEncryption for disks; a PEM bundle
    in S3 for traffic.
    """

    looks_at = ("configuration",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster encrypts what it stores and what its nodes exchange",
            id="MR_EMR_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_emr_security_configuration"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both switches, each key, and the certificates.
        """
        document = configuration(resource)
        switches = ("EnableAtRestEncryption", "EnableInTransitEncryption")
        off = [name for name in switches if inside(document, f"EncryptionConfiguration/{name}") is not True]
        problems = [f"{name} is not on" for name in off]
        objects = inside(document, OBJECTS) or {}
        for place in (objects, *listed(objects.get("Overrides"))):
            if place.get("EncryptionMode") != "SSE-KMS":
                problems.append(f"objects are encrypted by {place.get('EncryptionMode')}")
            problems += self._key(place.get("AwsKmsKey"), "objects")
        disks = inside(document, DISKS) or {}
        if disks.get("EncryptionKeyProviderType") != "AwsKms" or disks.get("EnableEbsEncryption") is not True:
            problems.append("volumes are not encrypted by KMS")
        problems += self._key(disks.get("AwsKmsKey"), "disks")
        tls = inside(document, TLS) or {}
        if tls.get("CertificateProviderType") != "PEM" or not str(tls.get("S3Object")).startswith("s3://"):
            problems.append("nodes have no certificates from a bucket")
        return problems

    def _key(self, key: object, what: str) -> list[str]:
        problem = self.key_problem(key)
        return [f"{what}: {problem}"] if problem else []


check = EmrEncryption()
