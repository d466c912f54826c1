from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class Ec2Disks(Policy):
    """
    Every disk of a machine is encrypted with a key of its own stack and goes with the machine.

    Why: a disk that stays behind, or that a key of AWS opens, holds what was worked on and belongs to nobody.
    Fix: give the root device a block_device_mappings with encrypted, kms_key_id and delete_on_termination.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure disks of machines are encrypted with a key of their stack",
            id="MR_EC2_4",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_launch_template"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is a disk, and each is encrypted and not kept.
        """
        disks = blocks(resource.get("block_device_mappings"))
        if not disks:
            return ["says nothing of its root disk"]
        problems = []
        for disk in disks:
            name, volume = disk.get("device_name"), block(disk.get("ebs"))
            if str(volume.get("encrypted")).lower() != "true":
                problems.append(f"{name} is not encrypted")
            elif problem := self.key_problem(volume.get("kms_key_id")):
                problems.append(f"{name}: {problem}")
            if str(volume.get("delete_on_termination")).lower() != "true":
                problems.append(f"{name} stays behind")
        return problems


check = Ec2Disks()
