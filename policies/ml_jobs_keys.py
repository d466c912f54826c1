from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from ml_jobs import Job, cluster, jobs
from planned import Policy, Resource


def _output(job: Job) -> Resource:
    found = job.asked.get("OutputDataConfig" if job.kind == "training" else "ProcessingOutputConfig", {})
    return found if isinstance(found, dict) else {}


class MlJobsKeys(Policy):
    """
    Disks and outputs of a job of SageMaker are encrypted with keys of the stack that rotate.

    Why: without a key of one's own, whoever may read the bucket or the disk reads the data; with one, the key decides.
    Fix: set VolumeKmsKeyId of the machines and KmsKeyId of the output to keys of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure disks and outputs of training are under keys of the stack",
            id="MR_SM_2",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sagemaker_pipeline", "aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both keys of every job that the definition starts.
        """
        found = []
        for job in jobs(resource):
            keys = {"disk": cluster(job).get("VolumeKmsKeyId"), "output": _output(job).get("KmsKeyId")}
            found += [
                f"{job.name}, {what}: {self.key_problem(key)}" for what, key in keys.items() if self.key_problem(key)
            ]
        return found


check = MlJobsKeys()
