"""
What holds in a region for machines that nobody planned.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned


def volume_encryption(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("ec2").get_ebs_encryption_by_default()
    yield from same(planned, found, {"enabled": "EbsEncryptionByDefault"})


def volume_key(live: Live, planned: Planned) -> Iterator[Fact]:
    yield from same(planned, live.client("ec2").get_ebs_default_kms_key_id(), {"key_arn": "KmsKeyId"})


def snapshots(live: Live, planned: Planned) -> Iterator[Fact]:
    yield from same(planned, live.client("ec2").get_snapshot_block_public_access_state(), {"state": "State"})


def instance_metadata(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("ec2").get_instance_metadata_defaults()["AccountLevel"]
    settings = {"http_tokens": "HttpTokens", "http_put_response_hop_limit": "HttpPutResponseHopLimit"}
    yield from same(planned, found, settings)


def serial_console(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("ec2").get_serial_console_access_status()
    yield from same(planned, found, {"enabled": "SerialConsoleAccessEnabled"})


def default_vpc(live: Live, planned: Planned) -> Iterator[Fact]:
    [found] = live.client("ec2").describe_vpcs(VpcIds=[planned["id"]])["Vpcs"]
    yield Fact("is the default", planned=True, live=found["IsDefault"])


PROBES = {
    "aws_default_vpc": default_vpc,
    "aws_ebs_default_kms_key": volume_key,
    "aws_ebs_encryption_by_default": volume_encryption,
    "aws_ebs_snapshot_block_public_access": snapshots,
    "aws_ec2_instance_metadata_defaults": instance_metadata,
    "aws_ec2_serial_console_access": serial_console,
}
